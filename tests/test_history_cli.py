"""The commands about what happened: log, diff, undo, redo, fork, export, import, compact, repair."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from backendgpt.cli.app import app
from backendgpt.deadline import Deadline
from backendgpt.spec import Spec
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from tests.terminal import bgpt, in_terminal
from tests.test_store import commit

HOSTILE = "\x1b]0;title\x07 \u202e\x9b31m\n\tnext"


def run(*args: str) -> Result:
    """Run a command in this process: a fifth of the time, and enough where no terminal is needed."""
    return CliRunner().invoke(app, args)


@pytest.fixture
def todo() -> FileStore:
    """Return a store of two changes and a read."""
    store = Home.from_env(os.environ).create("todo", Spec("todos"), {"todos": []})
    commit(store, {"todos": ["milk"]}, call='add("milk")', source="model", input_tokens=700, output_tokens=30)
    commit(store, {"todos": ["milk"]}, call="get_all()", source="route", seconds=0.0012)
    commit(store, {"todos": ["milk", "tea"]}, call='add("tea")', source="model", cost=0.0021, seconds=1.25)
    return store


def test_log_in_a_pipe_has_tabs_and_the_newest_first(todo: FileStore) -> None:
    rows = [line.split("\t") for line in run("log", "todo").stdout.splitlines()]
    assert rows[0] == ["rev", "when", "call", "change", "source", "ms", "tokens", "$"]
    assert [(row[0], *row[2:]) for row in rows[1:]] == [
        ("3", 'add("tea")', "+ todos[1]", "model", "1250", "", "0.0021"),
        ("2", "get_all()", "", "route", "1", "", ""),
        ("2", 'add("milk")', "+ todos[0]", "model", "", "700+30", ""),
        ("1", "[init]", "the first state", "user", "", "", ""),
    ]
    assert len(run("log", "todo", "-n", "1").stdout.splitlines()) == 2


def test_log_shows_an_edit_by_hand(todo: FileStore) -> None:
    todo.files.state_path.write_text('{"todos": []}')
    assert run("log", "todo", "-n", "1").stdout.splitlines()[1].split("\t")[2:4] == [
        "[edit]",
        "- todos[0] and 1 more",
    ]
    assert todo.load().revision == 4


@pytest.mark.parametrize("spoilt", ["not allowed", "locked", "unreadable"])
def test_log_does_without_an_edit_that_cannot_be_recorded(todo: FileStore, spoilt: str) -> None:
    todo.files.state_path.write_text("[" if spoilt == "unreadable" else '{"todos": []}')
    if spoilt == "not allowed":
        todo.files.spec_path.write_text('purpose = "x"\n[limits]\ndepth = 1\n')
    with todo.locked(Deadline(5)) if spoilt == "locked" else nullcontext():
        assert run("log", "todo", "-n", "1").stdout.splitlines()[1].startswith("3\t")


def test_log_as_json_has_everything(todo: FileStore) -> None:
    newest = json.loads(run("log", "todo", "--json").stdout.splitlines()[0])
    assert (newest["revision"], newest["cost"], newest["source"]) == (3, 0.0021, "model")
    assert newest["patch"] == [{"op": "add", "path": "/todos/1", "value": "tea"}]


def test_log_on_a_terminal_fits_and_mentions_what_it_leaves_out(todo: FileStore) -> None:
    for n in range(30):
        commit(
            todo, {"todos": [n]}, call=f"a_long_name_of_an_endpoint_that_goes_on({n}, {n}, {n})", kind="set"
        )
    code, text = in_terminal("log", "todo", env={"NO_COLOR": "1"})
    lines = text.splitlines()
    assert code == 0
    assert max(map(len, lines)) <= 100
    assert len(lines) == 27
    assert lines[-1] == "Older ones: bgpt log todo -n 0"


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["table", "json"])
def test_no_control_character_of_a_call_reaches_the_terminal(todo: FileStore, options: list[str]) -> None:
    commit(todo, {HOSTILE: HOSTILE}, call=HOSTILE, response=HOSTILE)
    code, text = in_terminal("log", "todo", "-n", "2", *options, env={"NO_COLOR": "1"})
    assert code == 0
    assert text.replace("\n", "").isprintable()
    assert len(text.splitlines()) == (2 if options else 3)


def test_log_is_gone_when_its_reader_is(todo: FileStore) -> None:
    command = f"{sys.executable} -m backendgpt log todo | head -n 1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert (done.stdout[:3], done.stderr) == ("rev", "")


def test_diff_shows_the_last_change_or_any(todo: FileStore) -> None:
    assert run("diff", "todo").stdout == '+ todos[1] "tea"\n'
    assert run("diff", "todo", "1").stdout == '+ todos[0] "milk"\n+ todos[1] "tea"\n'
    assert run("diff", "todo", "2", "1").stdout == '- todos[0] "milk"\n'
    patch = json.loads(run("diff", "todo", "1", "2", "--json").stdout)
    assert patch == [{"op": "add", "path": "/todos/0", "value": "milk"}]


def test_diff_of_a_single_revision_is_empty() -> None:
    Home.from_env(os.environ).create("new", Spec("x"), {})
    assert (run("diff", "new").stdout, run("diff", "new").exit_code) == ("", 0)


def test_undo_and_redo_show_what_changes(todo: FileStore) -> None:
    undone = run("undo", "todo", "2")
    assert undone.stdout == '- todos[0] "milk"\n- todos[1] "tea"\n'
    assert undone.stderr == 'revision 4, undo of: add("tea"); add("milk")\n'
    assert run("redo", "todo").stdout == '+ todos[0] "milk"\n'
    assert todo.load().state == {"todos": ["milk"]}


def test_fork_export_and_import(todo: FileStore, tmp_path: Path) -> None:
    archive = str(tmp_path / "todo.zip")
    assert run("fork", "todo", "try", "--at", "2").stderr == "'try' is 'todo' at revision 2.\n"
    assert run("export", "todo", archive).exit_code == 0
    assert run("import", archive).exit_code == 4
    assert run("import", archive, "--name", "other").stderr == "'other' is here, at revision 3.\n"
    assert run("import", archive, "--force").exit_code == 0
    assert Home.from_env(os.environ).names() == ["other", "todo", "try"]


def test_compact_says_what_it_did(todo: FileStore) -> None:
    assert run("compact", "todo", "--keep", "1").stderr.startswith("4 records became 2;")


def test_repair_asks_first_and_then_repairs(todo: FileStore) -> None:
    data = todo.files.history.path.read_bytes()
    todo.files.history.path.write_bytes(data.replace(b"get_all", b"get_ill"))
    broken = run("log", "todo")
    assert (broken.exit_code, "bgpt repair todo" in broken.stderr) == (5, True)
    code, text = in_terminal("repair", "todo", typed="n\n", at="Do it?")
    assert (code, "1 of 4 records cannot be used" in text) == (130, True)
    assert run("log", "todo").exit_code == 5
    assert "is at revision 3" in run("repair", "todo", "--yes").stderr
    assert run("log", "todo").exit_code == 0
    assert run("repair", "todo").stderr == "'todo' is in order.\n"


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        (["undo", "todo", "3"], 2, "only 1 to 2"),
        (["redo", "todo"], 2, "nothing to redo"),
        (["undo", "todo", "0"], 2, "0"),
        (["diff", "todo", "9"], 2, "revisions? 9"),
        (["fork", "todo", "../x"], 2, "cannot name a backend"),
        (["fork", "todo", "todo"], 4, "Take another name"),
        (["fork", "todo", "x", "--at", "9"], 2, "no revision 9"),
        (["log", "toto"], 3, "No backend named 'toto'"),
        (["import", "no-such-file"], 5, "No such file"),
        (["export", "todo", "no/such/folder.zip"], 5, "ls no/such"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_is_explained_and_changes_nothing(
    todo: FileStore, args: list[str], code: int, says: str
) -> None:
    before = {path: path.read_bytes() for path in todo.files.folder.iterdir()}
    done = run(*args)
    assert done.exit_code == code
    assert says.replace("revisions?", "revision") in done.stderr
    assert {path: path.read_bytes() for path in todo.files.folder.iterdir()} == before


def test_a_torn_record_is_mentioned_on_stderr_alone(todo: FileStore) -> None:
    with open(todo.files.history.path, "ab") as file:
        file.write(b'{"revision":4,')
    done = bgpt("undo", "todo")
    assert (done.returncode, done.stdout) == (0, b'- todos[1] "tea"\n')
    assert done.stderr.startswith(b"The last record of 'todo' was cut short")
