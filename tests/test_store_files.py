"""What a folder of files must survive: hand edits, cuts, flipped bytes, missing files, other processes."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from backendgpt.deadline import Deadline
from backendgpt.errors import BackendNotFound, Busy, LimitExceeded, StorageError, UsageError
from backendgpt.jsonvalue import Json
from backendgpt.spec import Limits, Spec
from backendgpt.store.checks import SchemaViolation
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from backendgpt.store.layout import pretty
from benchmarks.durability.damage import damage
from tests.test_store import commit, soon, states


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """Return a store at revision 3, whose state at revision n is {"n": n}."""
    store = Home(tmp_path).create("todo", Spec("x"), {"n": 1})
    for n in (2, 3):
        commit(store, {"n": n}, call=f"set({n})")
    return store


def again(store: FileStore) -> FileStore:
    """Return the store as another process sees it."""
    return FileStore(store.files.folder)


def tidy(store: FileStore) -> None:
    """Do what the next command that writes does first."""
    with store.writing(soon()):
        pass


def test_the_files_are_for_a_person_to_read_and_for_nobody_else(store: FileStore) -> None:
    folder = store.files.folder
    assert {path.name for path in folder.iterdir()} == {"spec.toml", "state.json", "history.jsonl"}
    assert store.files.state_path.read_text() == '{\n  "n": 3\n}\n'
    newest = json.loads(store.files.history.path.read_text().splitlines()[-1])
    assert (newest["revision"], newest["call"]) == (3, "set(3)")
    assert newest["time"].endswith("Z")
    assert {oct(path.stat().st_mode & 0o777) for path in folder.iterdir()} == {"0o600"}
    assert oct(folder.stat().st_mode & 0o777) == "0o700"


def test_a_hand_edit_shows_at_once_and_becomes_a_revision(store: FileStore) -> None:
    store.files.state_path.write_text('{"n": 3, "mine": true}')
    for reader in (store, again(store)):
        assert (reader.load().revision, reader.load().state) == (4, {"n": 3, "mine": True})
    assert commit(again(store), {"n": 5}).revision == 5
    edit = list(store.records())[-2]
    assert (edit.kind, edit.revision, edit.patch) == (
        "edit",
        4,
        ({"op": "add", "path": "/mine", "value": True},),
    )


def test_a_hand_edit_keeps_the_layout_that_the_person_gave_it(store: FileStore) -> None:
    store.files.state_path.write_text('{"n":   77}')
    tidy(store)
    assert store.files.state_path.read_text() == '{"n":   77}'
    assert again(store).load().revision == 4


def test_another_layout_alone_is_no_edit(store: FileStore) -> None:
    store.files.state_path.write_text('{\n\n"n":\t3}')
    tidy(store)
    assert again(store).load().revision == 3


def test_a_person_may_put_the_previous_state_back(store: FileStore) -> None:
    store.files.state_path.write_text('{"n": 2}')
    newer = store.files.history.path.stat().st_mtime_ns + 10**7
    os.utime(store.files.state_path, ns=(newer, newer))
    assert (again(store).load().revision, again(store).load().state) == (4, {"n": 2})


def test_a_view_that_a_crash_left_behind_is_renewed(store: FileStore) -> None:
    older = store.files.history.path.stat().st_mtime_ns - 10**7
    store.files.state_path.write_text('{\n  "n": 2\n}\n')
    os.utime(store.files.state_path, ns=(older, older))
    assert (again(store).load().revision, again(store).load().state) == (3, {"n": 3})
    tidy(again(store))
    assert json.loads(store.files.state_path.read_text()) == {"n": 3}


@pytest.mark.parametrize(
    "text", [None, "", "{", '{"n": NaN}', '{"n":1,"n":2}', "[" * 101 + "]" * 101, "\xff"]
)
def test_a_state_file_that_is_missing_or_no_json_is_rebuilt(
    store: FileStore, text: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    path = store.files.state_path
    path.unlink() if text is None else path.write_bytes(text.encode("latin-1"))
    assert (again(store).load().revision, again(store).load().state) == (3, {"n": 3})
    assert ("unusable" in caplog.text) == bool(text)
    tidy(again(store))
    assert path.read_text() == '{\n  "n": 3\n}\n'
    aside = path.with_name("state.json.unusable")
    assert (f"kept: {aside}" in caplog.text) == (text is not None)
    assert aside.exists() == (text is not None)


@pytest.mark.parametrize("text", ['\ufeff{"n": 4}', '{"n":\r\n4}\r\n'], ids=["BOM", "CR LF"])
def test_an_edit_is_one_whatever_editor_wrote_it(store: FileStore, text: str) -> None:
    store.files.state_path.write_bytes(text.encode())
    assert (again(store).load().revision, again(store).load().state) == (4, {"n": 4})
    tidy(again(store))
    assert again(store).files.view().found == "current"


@pytest.mark.parametrize(
    ("spec", "text", "error"),
    [
        (Spec("x", schema={"required": ["n"]}), '{"m": 1}', SchemaViolation),
        (Spec("x", limits=Limits(state_bytes=20)), '{"n": "123456789012345"}', LimitExceeded),
    ],
    ids=["schema", "size"],
)
def test_a_hand_edit_that_the_spec_forbids_stops_the_next_writer(
    tmp_path: Path, spec: Spec, text: str, error: type[Exception]
) -> None:
    store = Home(tmp_path).create("todo", spec, {"n": 1})
    store.files.state_path.write_text(text)
    with pytest.raises(error, match=r"state\.json was edited by hand"):
        commit(store, {"n": 2})
    assert store.files.state_path.read_text() == text
    assert len(list(store.records())) == 1


@pytest.mark.parametrize("tail", [b'{"revision":4', b"\0" * 40, b"\n", b'{"revision":4,"crc":"00000000"}\n'])
def test_a_torn_last_line_is_dropped_with_a_warning(
    store: FileStore, tail: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    whole = store.files.history.path.read_bytes()
    store.files.history.path.write_bytes(whole + tail)
    assert again(store).load().revision == 3
    assert len(list(again(store).records())) == len(list(again(store).records(newest_first=True))) == 3
    tidy(again(store))
    assert "cut short" in caplog.text
    assert store.files.history.path.read_bytes() == whole
    assert commit(again(store), {"n": 4}).revision == 4


def test_damage_in_the_middle_is_refused_with_the_command_that_repairs(store: FileStore) -> None:
    lines = store.files.history.path.read_bytes().splitlines(keepends=True)
    lines[1] = lines[1].replace(b"set(2)", b"set(9)")
    store.files.history.path.write_bytes(b"".join(lines))
    assert again(store).load().state == {"n": 3}
    for newest_first in (True, False):
        with pytest.raises(StorageError, match="damaged before byte") as caught:
            list(again(store).records(newest_first=newest_first))
        assert caught.value.hint == "bgpt repair todo"


@pytest.mark.parametrize("with_view", [True, False], ids=["state.json is there", "state.json is gone"])
def test_a_history_cut_or_flipped_anywhere_never_gives_a_wrong_state(tmp_path: Path, with_view: bool) -> None:
    found = damage(tmp_path, with_view=with_view, step=53)  # The benchmark takes every step.
    assert found.wrong == 0
    assert found.tried == found.recovered + found.refused
    assert min(found.recovered, found.refused, found.repaired) > 50


@pytest.mark.parametrize(
    ("name", "says"), [("history.jsonl", "history.jsonl is missing"), ("spec.toml", "spec.toml is missing")]
)
def test_a_missing_file_is_named(store: FileStore, name: str, says: str) -> None:
    (store.files.folder / name).unlink()
    with pytest.raises(StorageError, match=says):
        commit(again(store), {"n": 4})


def test_an_edited_spec_counts_at_once_and_a_broken_one_is_explained(store: FileStore) -> None:
    assert store.spec.purpose == "x"
    store.files.spec_path.write_text('purpose = "other things"\n')
    assert store.spec.purpose == "other things"
    store.files.spec_path.write_text("purpose = 1")
    with pytest.raises(UsageError, match="purpose"):
        store.spec  # noqa: B018


def test_a_saved_spec_is_read_back(store: FileStore) -> None:
    store.save_spec(Spec("y", limits=Limits(depth=7)).to_toml(), soon())
    assert again(store).spec == Spec("y", limits=Limits(depth=7))


def test_whoever_waits_too_long_is_told_who_writes(store: FileStore) -> None:
    code = (
        "import sys, time; from pathlib import Path; from backendgpt.deadline import Deadline\n"
        "from backendgpt.store.files import FileStore\n"
        "with FileStore(Path(sys.argv[1])).writing(Deadline(5)): print('locked', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(store.files.folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as other:
        assert other.stdout
        assert other.stdout.readline() == b"locked\n"
        assert store.load().state == {"n": 3}
        began = time.monotonic()
        with pytest.raises(Busy, match=rf"Process {other.pid} \(-c .*'todo' since \d\d:\d\d:\d\d") as caught:
            commit(FileStore(store.files.folder, lock_seconds=0.2), {"n": 4})
        assert 0.2 <= time.monotonic() - began < 2
        assert "state is unchanged" in caught.value.message
        other.kill()
    assert commit(again(store), {"n": 4}).revision == 4, "the lock ends with its process"


def test_a_backend_that_is_removed_while_one_waits_for_it_is_gone(store: FileStore) -> None:
    Home(store.files.folder.parent).remove("todo")
    for use in (store.load, lambda: commit(store, {"n": 4})):
        with pytest.raises(BackendNotFound):
            use()


def test_the_cache_sees_what_another_process_wrote(store: FileStore) -> None:
    assert store.load().revision == 3
    commit(again(store), {"n": 4})
    assert (store.load().revision, store.load().state) == (4, {"n": 4})


def test_a_cancelled_call_stops_waiting(store: FileStore) -> None:
    from backendgpt.errors import Cancelled

    deadline = Deadline(5)
    deadline.cancel()
    with store.writing(soon()), pytest.raises(Cancelled), again(store).writing(deadline):
        pass


def test_a_text_with_half_a_character_is_refused(store: FileStore) -> None:
    with pytest.raises(UsageError, match="half a character"):
        commit(store, {"n": 4}, call="\ud800")
    assert again(store).load().state == {"n": 3}
    assert logging.getLogger("backendgpt").handlers == []


@settings(max_examples=200)
@given(states)
def test_the_state_file_looks_as_json_dumps_writes_it(state: Json) -> None:
    assert pretty(state) == (json.dumps(state, indent=2, ensure_ascii=False) + "\n").encode()
