"""Forks, archives and compaction."""

from __future__ import annotations

import json
import zipfile
import zlib
from pathlib import Path

import pytest

from backendgpt.errors import BackendExists, LimitExceeded, StorageError, UsageError
from backendgpt.jsonvalue import Json
from backendgpt.spec import Limits, Spec
from backendgpt.store import copies
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from backendgpt.store.timeline import redo, state_at, undo
from tests.test_store import commit, soon


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Return a home with the backend `todo`, whose state at revision n is {"n": n}, up to 6."""
    home = Home(tmp_path / "home")
    store = home.create("todo", Spec("x"), {"n": 1})
    for n in range(2, 7):
        commit(store, {"n": n}, call=f"set({n})")
        commit(store, {"n": n}, call="get()")
    (store.files.folder / "routes").mkdir()
    (store.files.folder / "routes" / "add.py").write_text("def handle(state, args): ...\n")
    return home


def states(store: FileStore, revisions: range) -> list[Json]:
    return [state_at(store, revision) for revision in revisions]


def numbers(revisions: range) -> list[Json]:
    return [{"n": n} for n in revisions]


def test_a_fork_has_the_whole_past_and_a_future_of_its_own(home: Home) -> None:
    fork = copies.fork(home, "todo", "try")
    assert states(fork, range(1, 7)) == numbers(range(1, 7))
    commit(fork, {"n": 99})
    assert home.open("todo").load().state == {"n": 6}
    assert (fork.files.folder / "routes" / "add.py").exists()
    undo(fork, 2, soon())
    assert fork.load().state == {"n": 5}


def test_what_could_not_be_imported_is_not_exported(home: Home, tmp_path: Path) -> None:
    store = home.open("todo")
    path = store.files.history.path
    path.write_bytes(path.read_bytes().replace(b"set(3)", b"set(9)"))
    with pytest.raises(StorageError, match="cannot be exported") as caught:
        copies.export(store, tmp_path / "todo.zip")
    assert caught.value.hint == "bgpt repair todo"
    assert not (tmp_path / "todo.zip").exists()


def test_a_fork_of_a_revision_ends_there(home: Home) -> None:
    fork = copies.fork(home, "todo", "try", 3)
    assert (fork.load().revision, fork.load().state) == (3, {"n": 3})
    assert [record.call for record in fork.records()][-1] == "get()"
    with pytest.raises(UsageError, match="1 to 3"):
        state_at(fork, 4)


def test_a_fork_takes_a_hand_edit_along(home: Home) -> None:
    home.open("todo").files.state_path.write_text('{"n": 7, "mine": true}')
    fork = copies.fork(home, "todo", "try")
    assert (fork.load().revision, fork.load().state) == (7, {"n": 7, "mine": True})


def test_a_fork_does_not_replace_a_backend(home: Home) -> None:
    with pytest.raises(BackendExists):
        copies.fork(home, "todo", "todo")


def test_an_archive_holds_everything(home: Home, tmp_path: Path) -> None:
    copies.export(home.open("todo"), tmp_path / "todo.zip")
    assert sorted(zipfile.ZipFile(tmp_path / "todo.zip").namelist()) == [
        "todo/history.jsonl",
        "todo/routes/add.py",
        "todo/spec.toml",
        "todo/state.json",
    ]
    name, files = copies.load_archive(tmp_path / "todo.zip")
    store = Home(tmp_path / "other").place(name, files)
    assert store.name == "todo"
    assert list(store.records()) == list(home.open("todo").records())
    assert (store.files.folder / "routes" / "add.py").read_text() == "def handle(state, args): ...\n"


def test_an_archive_does_not_replace_a_file(home: Home, tmp_path: Path) -> None:
    (tmp_path / "todo.zip").write_text("mine")
    with pytest.raises(UsageError, match="exists already"):
        copies.export(home.open("todo"), tmp_path / "todo.zip")
    assert (tmp_path / "todo.zip").read_text() == "mine"


def archive(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return path


def good(home: Home) -> dict[str, bytes]:
    return {f"todo/{name}": data for name, data in copies.contents(home.open("todo")).items()}


def without_line(data: bytes, number: int) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join(lines[:number] + lines[number + 1 :])


BAD_MEMBERS: dict[str, tuple[dict[str, bytes | None], str]] = {
    "a path that leaves": ({"todo/../../x": b""}, "does not belong"),
    "an absolute path": ({"/etc/x": b""}, "exactly one"),
    "a hidden route": ({"todo/routes/.x": b""}, "does not belong"),
    "a folder in routes": ({"todo/routes/a/b": b""}, "does not belong"),
    "another file": ({"todo/.lock": b""}, "does not belong"),
    "two backends": ({"other/spec.toml": b""}, "exactly one"),
    "no spec": ({"todo/spec.toml": None}, "spec.toml is missing"),
    "no state": ({"todo/state.json": None}, "state.json is missing"),
    "no history": ({"todo/history.jsonl": None}, "history.jsonl is missing"),
    "an empty history": ({"todo/history.jsonl": b""}, "history is empty"),
    "a history that is none": ({"todo/history.jsonl": b"{}\n"}, "checksum"),
    "a spec that is none": ({"todo/spec.toml": b"purpose = 1"}, "purpose"),
    "a state that is none": ({"todo/state.json": b"{"}, "no archive of a backend"),
    "a spec that is no text": ({"todo/spec.toml": b"\xff"}, "no archive of a backend"),
}


@pytest.mark.parametrize(("change", "says"), BAD_MEMBERS.values(), ids=BAD_MEMBERS.keys())
def test_an_archive_is_not_trusted(
    home: Home, tmp_path: Path, change: dict[str, bytes | None], says: str
) -> None:
    files = {name: data for name, data in {**good(home), **change}.items() if data is not None}
    with pytest.raises(UsageError, match=says):
        copies.load_archive(archive(tmp_path / "bad.zip", files))


@pytest.mark.parametrize("number", [1, 5, 9], ids=["early", "middle", "late"])
def test_a_history_with_a_hole_is_not_imported(home: Home, tmp_path: Path, number: int) -> None:
    files = good(home)
    files["todo/history.jsonl"] = without_line(files["todo/history.jsonl"], number)
    with pytest.raises(UsageError, match="no archive of a backend"):
        copies.load_archive(archive(tmp_path / "bad.zip", files))


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"not a zip file", b"PK\x05\x06" + b"\0" * 18],
    ids=["empty", "short", "text", "no members"],
)
def test_a_file_that_is_no_archive_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(UsageError, match="no archive of a backend"):
        copies.load_archive(tmp_path / "x.zip")


def test_an_archive_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="No such file"):
        copies.load_archive(tmp_path / "x.zip")


def test_an_archive_cut_anywhere_is_refused(home: Home, tmp_path: Path) -> None:
    data = archive(tmp_path / "x.zip", good(home)).read_bytes()
    for i in range(0, len(data), 37):
        (tmp_path / "x.zip").write_bytes(data[:i])
        with pytest.raises(UsageError):
            copies.load_archive(tmp_path / "x.zip")


def test_an_archive_that_unpacks_to_gigabytes_is_refused_unread(home: Home, tmp_path: Path) -> None:
    path = archive(tmp_path / "x.zip", good(home))
    data, size = bytearray(path.read_bytes()), copies.ARCHIVE_BYTES + 1
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = size.to_bytes(4, "little")
    path.write_bytes(data)
    with pytest.raises(LimitExceeded, match="unpack"):
        copies.load_archive(path)


def test_a_state_beyond_the_archive_s_own_limits_is_refused(home: Home, tmp_path: Path) -> None:
    files = good(home) | {"todo/spec.toml": Spec("x", limits=Limits(state_bytes=3)).to_toml().encode()}
    with pytest.raises(LimitExceeded):
        copies.load_archive(archive(tmp_path / "x.zip", files))


def test_compaction_keeps_the_newest_revisions_and_what_can_be_undone(home: Home) -> None:
    store = home.open("todo")
    assert copies.compact(store, 2, soon()) == (11, 5)
    again = FileStore(store.files.folder)
    assert states(again, range(4, 7)) == numbers(range(4, 7))
    assert next((r.kind, r.revision) for r in again.records()) == ("init", 4)
    with pytest.raises(UsageError, match="4 to 6"):
        state_at(again, 3)
    undo(again, 2, soon())
    assert again.load().state == {"n": 4}
    with pytest.raises(UsageError, match="nothing to undo"):
        undo(again, 1, soon())
    redo(again, 2, soon())
    assert again.load().state == {"n": 6}


def test_compaction_within_an_undo_goes_on_as_an_editor_would(home: Home) -> None:
    store = home.open("todo")
    undo(store, 4, soon())
    redo(store, 1, soon())
    copies.compact(store, 1, soon())
    assert store.load().state == {"n": 3}
    with pytest.raises(UsageError, match="nothing to"):
        redo(store, 1, soon())
    commit(store, {"n": 50})
    undo(store, 1, soon())
    assert store.load().state == {"n": 3}


@pytest.mark.parametrize("keep", [5, 6, 1000])
def test_compaction_that_would_drop_nothing_writes_nothing(home: Home, keep: int) -> None:
    store = home.open("todo")
    before = store.files.history.path.stat().st_mtime_ns
    assert copies.compact(store, keep, soon()) == (11, 11)
    assert store.files.history.path.stat().st_mtime_ns == before


def forged(files: dict[str, bytes], **fields: Json) -> dict[str, bytes]:
    """Return the files with other fields in the history's first record, and a checksum that fits."""
    first, *rest = files["history.jsonl"].splitlines(keepends=True)
    record = {key: value for key, value in json.loads(first).items() if key != "crc"} | fields
    body = json.dumps(record).encode()[:-1]
    return {**files, "history.jsonl": b"".join([body + b',"crc":"%08x"}\n' % zlib.crc32(body), *rest])}


@pytest.mark.parametrize(
    "fields",
    [{"revision": "1"}, {"call": 7}, {"seconds": "x"}, {"cost": "free"}, {"patch": []}, {"patch": 7}],
    ids=lambda fields: next(iter(fields)),
)
def test_a_forged_record_is_refused_though_its_checksum_fits(home: Home, fields: dict[str, Json]) -> None:
    files = copies.contents(home.open("todo"))
    copies.check_files(forged(files))
    with pytest.raises(ValueError, match=r"revision|text|number|fit|record|lead"):
        copies.check_files(forged(files, **fields))


def test_a_history_must_lead_to_the_digest_of_its_newest_record(home: Home) -> None:
    files = copies.contents(home.create("one", Spec("x"), {"n": 1}))
    value: Json = [{"op": "replace", "path": "", "value": {"n": 2}}]
    with pytest.raises(ValueError, match="does not lead"):
        copies.check_files(forged(files, patch=value))
