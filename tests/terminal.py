"""Runs real `bgpt` processes, in pipes and on a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress

BGPT = [sys.executable, "-m", "backendgpt"]


def bgpt(
    *args: str, stdin: bytes | None = b"", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `bgpt` with its streams in pipes."""
    return subprocess.run(
        [*BGPT, *args], input=stdin, capture_output=True, env={**os.environ, **(env or {})}, timeout=60
    )


def start(
    *args: str, stdin: int = subprocess.DEVNULL, stderr: int = subprocess.PIPE
) -> subprocess.Popen[bytes]:
    """Start `bgpt` and leave it running."""
    return subprocess.Popen([*BGPT, *args], stdin=stdin, stdout=subprocess.PIPE, stderr=stderr)


def in_terminal(
    *args: str, typed: str = "", at: str = "", env: Mapping[str, str] | None = None, stdout: int | None = None
) -> tuple[int, str]:
    """Run `bgpt` on a terminal of its own, 100 columns wide.

    Args:
        args: Its arguments.
        typed: What a person types.
        at: What has to be on the terminal before they do.
        env: Additions to the environment.
        stdout: Where stdout goes instead of the terminal.

    Returns:
        The exit code and all that the terminal got, with plain line feeds.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*BGPT, *args],
        stdin=theirs,
        stdout=theirs if stdout is None else stdout,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "50", **(env or {})},
        start_new_session=True,
        preexec_fn=_take_terminal,
    )
    os.close(theirs)
    output = _read_until(ours, at.encode()) if typed else b""
    if typed:
        os.write(ours, typed.encode())
    output += _read_until(ours)
    os.close(ours)
    return process.wait(10), output.decode().replace("\r\n", "\n")


def wait_for(condition: Sequence[object], seconds: float = 20.0) -> None:
    """Wait until a list, filled by another thread, is not empty."""
    until = time.monotonic() + seconds
    while not condition:
        assert time.monotonic() < until, "nothing happened"
        time.sleep(0.01)


def _take_terminal() -> None:
    """Make stdin the terminal that governs this process, so that Ctrl-C typed there reaches it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.tcsetpgrp(0, os.getpid())


def _read_until(fd: int, end: bytes | None = None, seconds: float = 30.0) -> bytes:
    """Read from a terminal until `end` was there, or until the process has closed it."""
    data, until = b"", time.monotonic() + seconds
    with suppress(OSError):  # EIO: the other side is closed.
        while end is None or end not in data:
            if not select.select([fd], [], [], max(0.0, until - time.monotonic()))[0]:
                raise AssertionError(f"{end!r} did not come, only {data!r}")
            data += os.read(fd, 65536)
    return data
