"""What a user or a model gets wrong: one sentence, a hint, the documented code, the same bytes on disk."""

from __future__ import annotations

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from backendgpt.cli.app import app
from backendgpt.jsonvalue import Json
from backendgpt.spec import Limits, Spec
from backendgpt.store.home import Home
from tests import wire
from tests.terminal import BGPT

TODO: Json = {"todo_items": [{"title": "eat breakfast", "completed": True}]}


@pytest.fixture
def home() -> Home:
    """A home with one backend, `todo`, whose limits are met soon."""
    made = Home.from_env(os.environ)
    limits = Limits(state_bytes=4000, call_bytes=2000, run_seconds=0.2, output_tokens=50)
    made.create("todo", Spec("A todo list", limits=limits), TODO)
    return made


def run(*args: str, input: str | bytes = "", env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(app, args, input=input, env=env)


def files(home: Home) -> dict[str, bytes]:
    """Every file under the home but the locks."""
    found = (path for path in home.root.rglob("*") if path.is_file() and path.suffix != ".lock")
    return {str(path.relative_to(home.root)): path.read_bytes() for path in found}


@dataclass(frozen=True)
class Bad:
    """A command, the exit code, and words of the message."""

    args: tuple[str, ...]
    code: int
    words: str
    input: str | bytes = ""


BAD = {
    "a name with a path": Bad(("call", "../x", "get_all()"), 2, "'../x' cannot name a backend"),
    "a name Windows reserves": Bad(("init", "con", "x"), 2, "The name 'con' is reserved"),
    "a name of ours": Bad(("init", "models", "x", "--force"), 2, "The name 'models' is reserved"),
    "upper case": Bad(("init", "CON", "x"), 2, "'CON' cannot name a backend"),
    "65 characters": Bad(("init", "x" * 65, "x"), 2, "cannot name a backend"),
    "a megabyte of a name": Bad(("state", "x" * 100_000), 2, "cannot name a backend"),
    "a NUL in a name": Bad(("state", "a\0b"), 2, "cannot name a backend"),
    "an unknown name": Bad(("call", "todos", "get_all()"), 3, "No backend named 'todos'"),
    "an unknown name to show": Bad(("show", "todos"), 3, "(there are: todo)"),
    "an unknown name to remove": Bad(("rm", "todos", "--yes"), 3, "No backend named 'todos'"),
    "a second init": Bad(("init", "todo", "again"), 4, "already exists"),
    "a second init with an example": Bad(("init", "todo", "again", "--example"), 4, "already exists"),
    "an empty purpose": Bad(("init", "new", "  "), 2, "PURPOSE is empty"),
    "a purpose without quotes": Bad(("init", "new", "A", "todo", "list"), 2, "bgpt init new 'A todo list'"),
    "an empty call": Bad(("call", "todo", ""), 2, "CALL is empty"),
    "a call without quotes": Bad(
        ("call", "todo", "delete", "last", "todos"), 2, "bgpt call todo 'delete last todos'"
    ),
    "two words without quotes": Bad(("call", "todo", "delete", "milk"), 2, "bgpt call todo 'delete milk'"),
    "a call that is not UTF-8": Bad(("call", "todo", "\udcff"), 2, "CALL is not UTF-8"),
    "DATA with NaN": Bad(("call", "todo", "add", '{"n": NaN}'), 2, "NaN is not JSON"),
    "DATA with a key twice": Bad(("call", "todo", "add", '{"a": 1, "a": 2}'), 2, "'a' stands twice"),
    "DATA with more behind": Bad(("call", "todo", "add", "{} {}"), 2, "Extra data"),
    "DATA of 1,000 levels": Bad(("call", "todo", "add", "[" * 1000 + "]" * 1000), 2, "100 levels"),
    "DATA over the limit": Bad(("call", "todo", "add", '"' + "a" * 3000 + '"'), 9, "bytes"),
    "DATA from no file": Bad(("call", "todo", "add", "@/no/such/file"), 2, "'/no/such/file' cannot be read"),
    "DATA from a folder": Bad(("call", "todo", "add", "@/"), 2, "'/' cannot be read"),
    "stdin that is not JSON": Bad(("call", "todo", "add"), 2, "stdin is not JSON", input="title=milk"),
    "stdin that is not UTF-8": Bad(("call", "todo", "add"), 2, "not UTF-8 at byte 1", input=b'"\xff"'),
    "stdin with a lone surrogate": Bad(("call", "todo", "add", "-"), 2, "surrogate", input='"\\ud800"'),
    "a state without its option": Bad(("init", "new", "x", "[1]"), 2, "--state '[1]'"),
    "a state that is not JSON": Bad(("init", "new", "x", "--state", "{'a': 1}"), 2, "The state is not JSON"),
    "a new state that is not JSON": Bad(("state", "todo", "--set", "[1e999]"), 2, "out of range"),
    "a state over the limit": Bad(("state", "todo", "--set", '"' + "a" * 5000 + '"'), 9, "allows 4,000"),
    "a schema that is no schema": Bad(
        ("init", "new", "x", "--schema", '{"type": "nonsense"}'), 2, "not a JSON Schema"
    ),
    "a state that breaks its schema": Bad(("init", "new", "x", "--schema", '{"type": "array"}'), 2, "schema"),
    "a state and an example": Bad(
        ("init", "new", "x", "--state", "{}", "--example"), 2, "do not go together"
    ),
    "a revision that never was": Bad(("state", "todo", "--at", "7"), 2, "no revision 7"),
    "a revision to set": Bad(("state", "todo", "--at", "1", "--set", "{}"), 2, "do not go together"),
    "no time at all": Bad(("call", "todo", "x", "--timeout", "0"), 2, "no number of seconds"),
    "a time that is no number": Bad(("call", "todo", "x", "--timeout", "nan"), 2, "no number of seconds"),
    "a removal nobody confirmed": Bad(("rm", "todo"), 2, "bgpt rm todo --yes"),
    "an unknown command": Bad(("lst",), 2, "Did you mean 'list'?"),
    "an unknown option": Bad(("call", "todo", "x", "--jsn"), 2, "--json"),
    "a missing argument": Bad(("call", "todo"), 2, "Missing argument 'CALL'"),
    "no model": Bad(("call", "todo", "get_all()"), 6, "bgpt models pull"),
    "an unknown model": Bad(("call", "todo", "x", "-m", "frobnicate"), 6, "No provider is known"),
    "no key": Bad(("call", "todo", "x", "-m", "openai/gpt-4.1-mini"), 6, "OPENAI_API_KEY"),
    "a refused connection": Bad(("call", "todo", "x", "-m", wire.refused_url()), 6, "127.0.0.1"),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_bad_input_gets_one_sentence_and_changes_nothing(bad: Bad, home: Home) -> None:
    before = files(home)
    result = run(*bad.args, input=bad.input)
    assert result.exit_code == bad.code, result.stderr
    assert bad.words in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert files(home) == before


ENDLESS = "```python\ndef handle(state, args):\n    while True:\n        pass\n```"
RETURNS = "```python\ndef handle(state, args):\n    state['x'] = {}\n    return {}\n```"
REPLIES: dict[str, tuple[str | wire.Behaviour, int, str]] = {
    "prose": ("I am sorry, Dave.", 7, "no code block"),
    "half a function": ("```python\ndef handle(state, args):\n    return [\n```", 7, "not valid Python"),
    "two functions": (("```python\ndef handle(state, args): return 1\n```\n" * 2), 7, "two functions"),
    "an endless loop": (ENDLESS, 7, "set limits.run_seconds"),
    "an exception": (RETURNS.format("1", "state['nope']"), 7, "KeyError"),
    "a function": (RETURNS.format("1", "handle"), 7, "not usable"),
    "a state that is no JSON": (RETURNS.format("float('nan')", "1"), 7, "not usable"),
    "a state over the limit": (RETURNS.format("'a' * 5000", "1"), 9, "state"),
    "an HTML page": (
        wire.raw("<html><body>Gateway</body></html>", "text/html"),
        7,
        "something else than a completion",
    ),
    "an HTML error": (wire.status(401, raw="<html>no</html>"), 6, "key"),
    "a wrong key": (wire.status(401, "bad key"), 6, "key"),
    "10 GB of a": (wire.flood(10 * 2**30), 7, "longer than"),
    "half a JSON": (wire.truncate, 6, "broke before the answer was complete"),
    "nothing": (wire.hang, 6, "No answer within 1 s"),
}


@pytest.mark.parametrize(("reply", "code", "words"), REPLIES.values(), ids=REPLIES.keys())
def test_a_bad_answer_gets_one_sentence_and_changes_nothing(
    reply: str | wire.Behaviour, code: int, words: str, home: Home
) -> None:
    before = files(home)
    with wire.ChatServer(reply) as server:
        timeout = "1" if reply is wire.hang else "30"
        result = run("call", "todo", "get_all()", "-m", f"{server.url}#wire", "--timeout", timeout)
    assert result.exit_code == code, result.stderr
    assert words in result.stderr
    assert result.stderr.count("The state is unchanged.") == 1
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert files(home) == before


def test_verbose_shows_what_a_useless_answer_said(home: Home) -> None:
    with wire.ChatServer("I am sorry, \x1b[31mDave.") as server:
        result = run("call", "todo", "get_all()", "-v", "-m", f"{server.url}#wire")
    assert result.exit_code == 7
    assert "I am sorry, \\u001b[31mDave." in result.stderr


def test_a_folder_that_cannot_be_made_is_a_storage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    result = run("init", "todo", "x", env={"BGPT_HOME": str(tmp_path / "file" / "home")})
    assert result.exit_code == 5
    assert "Error: 'todo' could not be made" in result.stderr


@contextmanager
def little_space() -> Iterator[None]:
    """Let no file grow beyond 1 KB: this process's own output is such a file too, so not for long."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


def test_a_file_that_cannot_grow_is_a_storage_error(home: Home) -> None:
    before = files(home)
    with little_space():
        done = subprocess.run(
            [*BGPT, "state", "todo", "--set", f'["{"a" * 2000}"]'],
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
    assert done.returncode == 5
    assert b"The state is unchanged." in done.stderr
    assert files(home) == before


def test_a_bug_is_one_line_and_says_how_to_get_the_traceback(home: Home) -> None:
    (home.root / "todo" / "spec.toml").unlink()
    (home.root / "todo" / "spec.toml").mkdir()
    result = run("show", "todo")
    assert result.exit_code == 1
    assert "bgpt --debug" in result.stderr
    assert "Traceback" not in result.stderr
    assert "Traceback" in run("--debug", "show", "todo").stderr
