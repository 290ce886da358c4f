"""What a command is given: names, JSON from an argument, a file or stdin, words that lack their quotes."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from backendgpt.cli.output import note
from backendgpt.errors import LimitExceeded, UsageError
from backendgpt.jsonvalue import Json, JsonError, loads

INPUT_BYTES = 64 * 2**20
"""The most that is read from a file or from stdin."""

SILENT_SECONDS = 3.0
"""How long stdin may stay open without a byte before a note says that it is being read."""


def names() -> list[str]:
    """Return the backends' names, for the shell's completion: never an error, whatever is wrong."""
    from backendgpt.store.home import Home

    try:
        return list(Home.from_env(os.environ).names())
    except Exception:
        return []


Name = Annotated[
    str, typer.Argument(metavar="NAME", help="The backend.", autocompletion=names, show_default=False)
]
"""The argument that every command begins with."""

TOO_MANY = {"allow_extra_args": True}
"""The context of a command that answers forgotten quotes with `unquoted`."""


def read_json(given: str, what: str) -> Json:
    """Read the JSON that an argument holds, or names: `@file`, or `-` for stdin.

    Args:
        given: The argument.
        what: What it is, for the error, e.g. `DATA`.

    Raises:
        UsageError: It is not strict JSON, or there is no such file.
        LimitExceeded: It is longer than `INPUT_BYTES`.
    """
    if given == "-":
        return parse(_read(sys.stdin.buffer, "stdin"), "stdin")
    if not given.startswith("@"):
        return parse(given, what)
    try:
        with open(given[1:], "rb") as file:
            return parse(_read(file, given[1:]), f"'{given[1:]}'")
    except OSError as exc:
        raise UsageError(
            f"'{given[1:]}' cannot be read: {exc.strerror}.", hint=f"ls -l {shlex.quote(given[1:])}"
        ) from exc


def read_piped() -> Json:
    """Read DATA from stdin if something is piped into it; None if it is a terminal, closed or empty.

    A note appears on stderr if nothing comes for `SILENT_SECONDS`.

    Raises:
        UsageError: What comes is not strict JSON.
    """
    if sys.stdin is None or sys.stdin.closed or sys.stdin.isatty():
        return None
    import threading

    timer = threading.Timer(
        SILENT_SECONDS, note, ["Reading DATA from stdin until it ends; --no-input turns that off."]
    )
    timer.daemon = True
    timer.start()
    try:
        begin = sys.stdin.buffer.read(1)
    finally:
        timer.cancel()
    text = begin + _read(sys.stdin.buffer, "stdin")
    return parse(text, "stdin") if text.strip() else None


def parse(text: str | bytes, what: str) -> Json:
    """Read strict JSON.

    Raises:
        UsageError: It is something else; the message begins with `what`.
    """
    try:
        return loads(text)
    except JsonError as exc:
        hint = """JSON looks like '{"title": "buy milk"}'; @FILE reads a file, - reads stdin."""
        raise UsageError(f"{what} is not JSON: {exc}. Nothing was changed.", hint=hint) from exc


def unquoted(command: list[str], words: list[str], *, or_else: str = "") -> UsageError:
    """Return the error for words that lack their quotes, as in `bgpt call todo delete last todos`.

    Args:
        command: What stands before the words.
        words: The arguments that were meant to be one.
        or_else: What else could have been meant.
    """
    meant = " ".join(filter(None, words))
    hint = f"bgpt {shlex.join([*command, meant])}"
    return UsageError(f"{meant!r} needs quotes.", hint=f"{hint}   (or {or_else})" if or_else else hint)


def check_text(text: str, what: str, example: str) -> str:
    """Return a text that has characters in it, and only characters.

    Args:
        text: The text.
        what: What it is, for the error.
        example: A command with a good one.

    Raises:
        UsageError: It is empty, or holds bytes that are not UTF-8.
    """
    if not text.strip():
        raise UsageError(f"{what} is empty.", hint=example)
    try:
        text.encode()
    except UnicodeEncodeError as exc:
        raise UsageError(
            f"{what} is not UTF-8.", hint="Check the terminal's or the script's encoding."
        ) from exc
    return text


def read_text(path: Path) -> str:
    """Read a file that a person edited.

    Raises:
        UsageError: It is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as exc:
        raise UsageError(f"'{path}' is not UTF-8.", hint=f"file {shlex.quote(str(path))}") from exc


def _read(file: BinaryIO, name: str) -> bytes:
    data = file.read(INPUT_BYTES + 1)
    if len(data) > INPUT_BYTES:
        raise LimitExceeded(f"'{name}' holds more than {INPUT_BYTES:,} bytes. Nothing was changed.")
    return data
