"""What is a program, and what is not."""

from __future__ import annotations

import warnings

import pytest

from backendgpt.program import MAX_CHARACTERS, Program, ProgramError

HANDLE = "def handle(state, args):\n    return 1\n"

NO_PROGRAMS = {
    "nothing": ("", "define exactly one"),
    "prose": ("Here is the function you asked for.", "not valid Python"),
    "another language": ("function handle(state, args) { return 1 }", "not valid Python"),
    "another name": ("def handler(state, args):\n    return 1", "define exactly one"),
    "two": (HANDLE + HANDLE, "define exactly one"),
    "one in a class": (
        "class A:\n    def handle(self, state, args):\n        return 1",
        "define exactly one",
    ),
    "one in a function": ("def f():\n    def handle(state, args):\n        return 1", "define exactly one"),
    "a lambda": ("handle = lambda state, args: 1", "define exactly one"),
    "no parameters": ("def handle():\n    return 1", "must be `def handle"),
    "three parameters": ("def handle(state, args, call):\n    return 1", "must be `def handle"),
    "a parameter for one argument": ("def handle(state, title):\n    return 1", "all arguments in `args`"),
    "a keyword that is missing": ("def handle(state, args, *, x):\n    return 1", "must be `def handle"),
    "half a function": ("def handle(state, args):\n    return [1,", "not valid Python"),
    "no body": ("def handle(state, args):", "not valid Python: expected an indented block.* on line 1"),
    "a null byte": (HANDLE + "\0", "not valid Python"),
    "a number of 5,000 digits": (f"def handle(state, args):\n    return {'9' * 5000}", "not valid Python"),
    "deep brackets": (f"def handle(state, args):\n    return {'[' * 5000}{']' * 5000}", "not valid Python"),
    "many signs": (f"def handle(state, args):\n    return {'-' * 50_000}1", "valid Python|too complicated"),
    "a long sum": (f"def handle(state, args):\n    return 1{'+1' * 40_000}", "valid Python|too complicated"),
    "a long text": (HANDLE + "#" * MAX_CHARACTERS, "write a short one"),
    "no Python in the sandbox": ("def handle(state, args):\n    del state[1:2, 3]", "too complicated"),
    "a surrogate": (HANDLE + "x = '\ud800'", "not valid Python"),
}


@pytest.mark.parametrize(("source", "problem"), NO_PROGRAMS.values(), ids=NO_PROGRAMS.keys())
def test_what_is_no_program_is_refused_with_a_reason(source: str, problem: str) -> None:
    with pytest.raises(ProgramError, match=problem) as caught:
        Program.parse(source)
    assert len(str(caught.value)) < 300


def test_a_program_keeps_the_source_as_it_was_written() -> None:
    source = "# why\n" + HANDLE
    assert Program.parse(source).source == source
    assert "# why" not in Program.parse(source).code


def test_the_same_source_is_read_once() -> None:
    assert Program.parse(HANDLE) is Program.parse(HANDLE)


def test_python_s_warnings_about_a_program_are_not_shown() -> None:
    with warnings.catch_warnings(record=True) as shown:
        warnings.simplefilter("always")
        Program.parse('def handle(state, args):\n    return 1 is 1, "\\d", args is ()')
    assert shown == []


def test_a_line_of_the_code_is_shown_as_the_model_wrote_it() -> None:
    program = Program.parse("def handle(state, args):\n\n    del state[ 'x' ]  # gone")
    line = program.code.split("\n").index("    state.pop('x')") + 1
    assert program.place(line) == "line 3: del state[ 'x' ]  # gone"
    assert program.place(line + 100) == ""
    assert program.place(0) == ""
