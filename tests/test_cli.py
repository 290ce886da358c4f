"""What `bgpt` prints where: in pipes, on a terminal, for the shell."""

from __future__ import annotations

import json
import os
import re
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from backendgpt.cli.app import COMMANDS, EPILOG, app
from backendgpt.errors import BackendGPTError
from backendgpt.jsonvalue import Json
from backendgpt.spec import Spec
from backendgpt.store.files import FileStore
from backendgpt.store.home import Home
from tests import terminal, wire
from tests.dialects import Messages
from tests.terminal import bgpt, in_terminal

TODO: Json = {"todo_items": [{"title": "Bücher kaufen", "completed": False}]}
ECHO = "```python\ndef handle(state, args):\n    return args\n```"
ADD = """```python
def handle(state, args):
    state["todo_items"].append({"title": args[0], "completed": False})
    return "Added " + args[0]
```"""


@pytest.fixture
def todo() -> FileStore:
    return Home.from_env(os.environ).create("todo", Spec("A todo list"), TODO)


@pytest.fixture
def echo(todo: FileStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[wire.ChatServer]:
    """A model whose functions return their arguments."""
    with wire.ChatServer(ECHO) as server:
        monkeypatch.setenv("BGPT_MODEL", f"{server.url}#wire")
        yield server


@pytest.fixture
def adder(todo: FileStore, monkeypatch: pytest.MonkeyPatch) -> Iterator[wire.ChatServer]:
    """A model whose functions add a todo."""
    with wire.ChatServer(ADD) as server:
        monkeypatch.setenv("BGPT_MODEL", f"{server.url}#wire")
        yield server


# In pipes


def test_a_response_is_one_line_of_utf8_and_stdout_holds_nothing_else(echo: wire.ChatServer) -> None:
    done = bgpt("call", "todo", 'add("Bücher", 3)', env={"PYTHONIOENCODING": "latin-1"})
    assert (done.returncode, done.stdout, done.stderr) == (0, '["Bücher", 3]\n'.encode(), b"")


DATA = {
    "as an argument": (["add", '{"title": "x"}'], b"", {"title": "x"}),
    "piped": (["add"], b'{"title": "x"}\n', {"title": "x"}),
    "by a dash": (["add", "-"], b"[1]", [1]),
    "beside arguments": (["add(7)"], b'{"title": "x"}', [7, {"title": "x"}]),
    "an empty pipe": (["add(7)"], b"", [7]),
    "no input": (["add(7)", "--no-input"], b'{"title": "x"}', [7]),
    "both": (["add", "[2]"], b"[1]", [2]),
}


@pytest.mark.parametrize(("args", "stdin", "expected"), DATA.values(), ids=DATA.keys())
def test_data_reaches_the_function(
    args: list[str], stdin: bytes, expected: Json, echo: wire.ChatServer
) -> None:
    assert json.loads(bgpt("call", "todo", *args, stdin=stdin).stdout) == expected


def test_data_comes_from_a_file(echo: wire.ChatServer, tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text('{"title": "x"}')
    done = bgpt("call", "todo", "add", f"@{tmp_path / 'data.json'}")
    assert json.loads(done.stdout) == {"title": "x"}


def test_a_silent_stdin_is_mentioned_after_three_seconds(echo: wire.ChatServer) -> None:
    process = terminal.start("call", "todo", "add", stdin=subprocess.PIPE)
    started = time.monotonic()
    assert process.stderr
    assert select.select([process.stderr], [], [], 30)[0]
    assert b"--no-input" in process.stderr.readline()
    assert time.monotonic() - started > 2.9
    out, _ = process.communicate(b"[5]")
    assert out == b"[5]\n"


def test_raw_prints_a_string_bare(adder: wire.ChatServer) -> None:
    assert bgpt("call", "todo", "add(milk)", "-r").stdout == b"Added milk\n"


def test_json_prints_the_whole_turn(adder: wire.ChatServer) -> None:
    turn = json.loads(bgpt("call", "todo", "add(milk)", "--json").stdout)
    assert turn["response"] == "Added milk"
    assert turn["revision"] == 2
    assert turn["changed"] is True
    assert turn["source"] == "model"
    assert turn["tokens"] == {"input": 100, "cached": 40, "output": 20}
    assert [operation["op"] for operation in turn["patch"]] == ["add"]


def test_a_dry_run_answers_and_writes_nothing(adder: wire.ChatServer, todo: FileStore) -> None:
    turn = json.loads(bgpt("call", "todo", "add(milk)", "-n", "--json").stdout)
    assert turn["changed"] is True
    assert todo.load().revision == 1


def test_verbose_shows_the_function_on_stderr(adder: wire.ChatServer) -> None:
    done = bgpt("call", "todo", "add(milk)", "-v")
    assert done.stdout == b'"Added milk"\n'
    assert b"def handle(state, args):" in done.stderr


def test_the_state_is_printed_replaced_and_looked_back_at(todo: FileStore) -> None:
    assert json.loads(bgpt("state", "todo").stdout) == TODO
    assert bgpt("state", "todo", "--set", "-", stdin=b"[1]").stdout == b""
    assert bgpt("state", "todo").stdout == b"[1]\n"
    assert json.loads(bgpt("state", "todo", "--at", "1").stdout) == TODO


@pytest.mark.parametrize("size", [1, 10_000])
def test_a_reader_that_leaves_gets_no_complaint(size: int) -> None:
    Home.from_env(os.environ).create("big", Spec("Big"), ["a" * 100] * size)
    process = terminal.start("state", "big")
    assert process.stdout
    process.stdout.close()
    assert process.stderr
    assert (process.stderr.read(), process.wait()) == (b"", 141)


def test_a_full_disk_behind_stdout_is_an_error(todo: FileStore) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*terminal.BGPT, "state", "todo"], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert b"No space left" in done.stderr
    assert b"Traceback" not in done.stderr


def test_init_list_show_and_rm() -> None:
    assert bgpt("init", "b", "Second,\nin two lines", "--state", "[1]").returncode == 0
    assert bgpt("init", "a", "First").returncode == 0
    assert bgpt("state", "a").stdout == b"{}\n"
    assert bgpt("list").stdout == b"a      1  First\nb      1  Second, in two lines\n"
    assert [entry["name"] for entry in json.loads(bgpt("list", "--json").stdout)] == ["a", "b"]
    assert b'purpose = "First"' in bgpt("show", "a").stdout
    assert bgpt("rm", "a", "--yes").returncode == 0
    assert bgpt("init", "b", "Replaced", "--force").returncode == 0
    assert bgpt("list").stdout == b"b      1  Replaced\n"


def test_an_example_is_a_state_that_the_model_drafts() -> None:
    with wire.ChatServer("```python\ndef handle(state, args):\n    state['todos'] = ['milk']\n```") as server:
        done = bgpt("init", "todo", "A todo list", "--example", env={"BGPT_MODEL": f"{server.url}#wire"})
    assert done.returncode == 0
    assert bgpt("state", "todo").stdout == b'{"todos": ["milk"]}\n'


def test_an_example_that_fails_makes_nothing() -> None:
    with wire.ChatServer("I am sorry, Dave.") as server:
        done = bgpt("init", "todo", "A todo list", "--example", env={"BGPT_MODEL": f"{server.url}#wire"})
    assert done.returncode == 7
    assert bgpt("list").stdout == b""


# Ctrl-C


def test_ctrl_c_during_a_call_ends_with_130_and_the_state_unchanged(
    todo: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with wire.ChatServer(wire.hang) as server:
        monkeypatch.setenv("BGPT_MODEL", f"{server.url}#wire")
        process = terminal.start("call", "todo", "get_all()")
        terminal.wait_for(server.requests)
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=5)
    assert process.returncode == 130
    assert (out, errors) == (b"", b"\nCancelled. The state is unchanged.\n")
    assert todo.load().revision == 1


INTERRUPTED = """
import os, signal, sys
class Interrupt:
    def find_spec(self, name, *_):
        if name == module:
            os.kill(os.getpid(), signal.SIGINT)
module = sys.argv.pop()
sys.argv += ["call", "todo", "get_all()"]
sys.meta_path.insert(0, Interrupt())
from backendgpt.cli import main
main()
"""


@pytest.mark.parametrize("module", ["typer", "backendgpt.cli.call", "backendgpt.interpret", "ast"])
def test_ctrl_c_while_bgpt_starts_ends_with_130_and_no_traceback(module: str, todo: FileStore) -> None:
    done = subprocess.run(
        [*terminal.BGPT[:1], "-c", INTERRUPTED, module], stdin=subprocess.DEVNULL, capture_output=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"\nCancelled.\n")


# On a terminal


def test_a_response_on_a_terminal_is_indented_coloured_and_explained(adder: wire.ChatServer) -> None:
    code, output = in_terminal("call", "todo", "add(milk)", "--json")
    assert code == 0
    assert '{\n  \x1b[34m"response"\x1b[0m: \x1b[32m"Added milk"\x1b[0m,\n' in output
    assert '\x1b[32m+ todo_items[1] {"title": "milk", "completed": false}\x1b[0m\n' in output
    assert re.search(r"revision 2, .* 100 tokens read, 20 written, \$0, http://127.0.0.1", output)


def test_colours_can_be_turned_off(adder: wire.ChatServer) -> None:
    _, output = in_terminal("call", "todo", "add(milk)", env={"NO_COLOR": "1"})
    assert "\x1b" not in output.replace("\x1b[?25h", "")
    assert output.startswith('"Added milk"\n')


def test_a_slow_call_shows_a_spinner_with_seconds(todo: FileStore) -> None:
    with wire.ChatServer(wire.answer(ADD, delay=1.5)) as server:
        _, output = in_terminal("call", "todo", "add(milk)", env={"BGPT_MODEL": f"{server.url}#wire"})
    assert "Waiting for the answer" in output
    assert "1 s" in output


HOSTILE = "\x1b]0;pwned\x07\x1b[2J\x9b31m\x7f\u202e\u2066\u200b\b \u00ad x\U000e0041é"


@pytest.mark.parametrize("options", [[], ["-r"], ["--json"], ["-v"], ["-n"]], ids=str)
def test_no_control_character_of_a_model_reaches_the_terminal(options: list[str], todo: FileStore) -> None:
    said = repr(HOSTILE + "\r\n")
    function = f"def handle(state, args):\n    # {HOSTILE}\n    state['x'] = {said}\n    return {said}"
    with wire.ChatServer(f"```python\n{function}\n```") as server:
        model = f"{server.url}#wire"
        _, output = in_terminal("call", "todo", "add(milk)", *options, env={"BGPT_MODEL": model})
    ours = re.sub(r"\x1b\[[\d;]*m|\x1b\[\?25[hl]|\x1b\[2K|\x1b\[1A|\r", "", output)
    assert "é" in ours
    assert [char for char in ours if not char.isprintable() and char != "\n"] == []


def test_stderr_alone_on_a_terminal_leaves_stdout_as_in_a_pipe(adder: wire.ChatServer) -> None:
    reading, writing = os.pipe()
    _, output = in_terminal("call", "todo", "add(milk)", stdout=writing)
    os.close(writing)
    with open(reading, "rb") as pipe:
        assert pipe.read() == b'"Added milk"\n'
    assert "revision 2" in output


def test_missing_weights_are_offered_on_a_terminal(todo: FileStore) -> None:
    model = "local/qwen2.5-coder-0.5b"
    code, output = in_terminal("call", "todo", "get_all()", "-m", model, typed="n\n", at="[Y/n]")
    assert code == 6
    assert "(0.5 GB) are not on this machine.\nFetch them now? [Y/n]" in output
    assert "Hint: bgpt models pull qwen2.5-coder-0.5b" in output


def test_only_weights_are_offered(todo: FileStore) -> None:
    code, output = in_terminal("call", "todo", "get_all()", "-m", wire.refused_url())
    assert (code, "Fetch" in output) == (6, False)


@pytest.mark.parametrize(("answer", "remain"), [("y", b""), ("n", b"todo      1  A todo list\n")])
def test_rm_asks_on_a_terminal(answer: str, remain: bytes, todo: FileStore) -> None:
    code, output = in_terminal("rm", "todo", typed=f"{answer}\n", at="[y/N]")
    assert code == 0
    assert "Remove 'todo' and its history for good?" in output
    assert bgpt("list").stdout == remain


def test_ctrl_c_typed_at_a_question_ends_with_130(todo: FileStore) -> None:
    code, output = in_terminal("rm", "todo", typed="\x03", at="[y/N]")
    assert (code, "Cancelled." in output) == (130, True)
    assert todo.load().revision == 1


# The editor


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script that takes the editor's place; each of its lines is a sed command, one per start."""
    script = tmp_path / "editor"
    script.write_text(
        '#!/bin/sh\nsed -i "$(head -n1 "$0.todo")" "$1"\nsed -i 1d "$0.todo"\n', encoding="utf-8"
    )
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path / "editor.todo"


def test_edit_keeps_what_was_written(editor: Path, todo: FileStore) -> None:
    editor.write_text('s/A todo list"/Shopping" # mine/\n')
    assert bgpt("edit", "todo").returncode == 0
    assert todo.spec.purpose == "Shopping"
    assert b'purpose = "Shopping" # mine\n' in bgpt("show", "todo").stdout


def test_an_edit_that_is_no_spec_is_refused_and_the_text_kept(editor: Path, todo: FileStore) -> None:
    editor.write_text("s/purpose/porpoise/\n")
    done = bgpt("edit", "todo")
    assert done.returncode == 2
    assert b"porpoise: unknown key" in done.stderr
    kept = re.search(r"your text is in '(.*)'", done.stderr.decode())
    assert kept
    assert "porpoise" in Path(kept[1]).read_text()
    assert todo.spec.purpose == "A todo list"


def test_a_mistake_on_a_terminal_can_be_mended_at_once(editor: Path, todo: FileStore) -> None:
    editor.write_text("s/purpose/porpoise/\ns/porpoise/purpose/;s/A todo list/Shopping/\n")
    code, output = in_terminal("edit", "todo", typed="\n", at="[Y/n]")
    assert (code, "Edit again? [Y/n]" in output) == (0, True)
    assert todo.spec.purpose == "Shopping"


def test_a_limit_that_the_state_is_over_is_refused(editor: Path, todo: FileStore) -> None:
    editor.write_text("$a [limits]\\nstate_bytes = 10\n")
    done = bgpt("edit", "todo")
    assert done.returncode == 9
    assert b"your text is in" in done.stderr


# For the shell


def test_completion_knows_the_backends(todo: FileStore) -> None:
    words = {"_BGPT_COMPLETE": "complete_bash", "COMP_WORDS": "bgpt call t", "COMP_CWORD": "2"}
    assert bgpt(env=words).stdout.split() == [b"todo"]


def test_help_documents_every_exit_code() -> None:
    errors: list[type[BackendGPTError]] = [BackendGPTError, *BackendGPTError.__subclasses__()]
    codes = {error.exit_code for error in errors}
    documented = {int(code) for code in re.findall(r"^ *(\d+)  ", EPILOG, re.MULTILINE)}
    assert documented == codes | {0}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example(command: str) -> None:
    done = CliRunner().invoke(app, [command, "--help"], prog_name="bgpt")
    assert done.exit_code == 0
    assert f"  bgpt {command}" in done.stdout.partition("Usage:")[2].partition("\n")[2]


def test_version_and_python_m() -> None:
    assert re.fullmatch(rb"bgpt \d+\.\d+\.\d+\n", bgpt("--version").stdout)


HEAVY = {
    "litellm",
    "openai",
    "httpx",
    "asyncio",
    "pydantic_monty",
    "jsonschema",
    "rich",
    "filelock",
    "jsonpatch",
}


def test_reading_the_state_loads_nothing_heavy(todo: FileStore) -> None:
    script = "import sys; from backendgpt.cli.app import app; app(['state', 'todo'], standalone_mode=False);"
    done = subprocess.run(
        [*terminal.BGPT[:1], "-c", script + "print(*sys.modules, file=sys.stderr)"],
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout) == TODO
    loaded = {module.partition(".")[0] for module in done.stderr.decode().split()}
    assert loaded & HEAVY == set()


# The demo

DEMO = {
    "add_five_housework_todos()": """
    new = [{"title": t, "completed": False} for t in ("Mop", "Dust", "Iron", "Cook", "Tidy")]
    state["todo_items"].extend(new)
    return new""",
    "delete_last_two_todos()": """
    removed = state["todo_items"][-2:]
    state["todo_items"] = state["todo_items"][:-2]
    return removed""",
    "sort_todos_alphabetically()": """
    state["todo_items"].sort(key=lambda todo: todo["title"])
    return state["todo_items"]""",
    "markk_complet(1)": """
    state["todo_items"][args[0]]["completed"] = True
    return "done\"""",
    "delete last todos": """
    return state["todo_items"].pop()""",
    "which ones are still open?": """
    return [todo["title"] for todo in state["todo_items"] if not todo["completed"]]""",
}


def knowing(functions: dict[str, str]) -> Callable[[Messages], str]:
    """Return a model that knows the functions for some calls."""

    def reply(messages: Messages) -> str:
        asked = next(m["content"] for m in reversed(messages) if "Call: " in m["content"])
        body = next(body for call, body in functions.items() if f"Call: {call}" in asked)
        return f"```python\ndef handle(state, args):{body}\n```"

    return reply


def demonstrate(functions: dict[str, str]) -> subprocess.CompletedProcess[bytes]:
    """Run the demo with a model that knows these functions."""
    with wire.ChatServer(wire.answer(knowing(functions))) as server:
        return bgpt("demo", "--model", f"{server.url}#wire")


def test_the_demo_shows_each_call_and_leaves_nothing_behind() -> None:
    done = demonstrate(DEMO)
    assert done.returncode == 0, done.stderr
    out = done.stdout.decode()
    assert [call for call in DEMO if f'$ bgpt call demo "{call}"' not in out] == []
    assert '- todo_items[6] {"title": "Tidy", "completed": false}' in out
    assert "bgpt init todo" in out
    assert "\x1b" not in out
    assert not Path(os.environ["BGPT_HOME"]).exists()


@pytest.mark.parametrize("call", DEMO)
def test_the_demo_fails_if_a_call_goes_wrong(call: str) -> None:
    done = demonstrate({**DEMO, call: "\n    return None"})
    assert done.returncode == 7
    assert call in done.stderr.decode().partition("went wrong")[2]


# The example

SHOPPING = {
    "POST /items": """
    state["items"].append({**args, "bought": False})
    return args""",
    "mark_as_bought(milk)": """
    next(i for i in state["items"] if i["name"] == args[0])["bought"] = True""",
    "GET /items?bought=false": """
    return [item for item in state["items"] if item["bought"] == args["bought"]]""",
}


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")
def test_the_shopping_list_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    bin_folder = str(Path(terminal.BGPT[0]).parent)
    monkeypatch.setenv("PATH", f"{bin_folder}{os.pathsep}{os.environ['PATH']}")
    script = Path(__file__).parent.parent / "examples" / "shopping.sh"
    with wire.ChatServer(wire.answer(knowing(SHOPPING))) as server:
        monkeypatch.setenv("BGPT_MODEL", f"{server.url}#wire")
        done = subprocess.run(["sh", script], stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (
        done.stdout
        == "Still to buy:\n1\tbread\n12\teggs\n~ items[0].bought true -> false\nAfter undo, 3 are.\n"
    )
    assert bgpt("list").stdout == b""
