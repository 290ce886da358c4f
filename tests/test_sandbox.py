"""Programs are hostile until proven otherwise: each ends in time, with an error or a harmless result."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from backendgpt.errors import BackendGPTError, Busy
from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from backendgpt.sandbox import Outcome, ProgramFailed, Sandbox
from backendgpt.spec import Limits

LIMITS = Limits(run_seconds=0.5, run_memory=64 * 2**20, state_bytes=2**20)
GRACE = 1.0  # how long the pool waits before it kills a worker that ignores its time limit
SECRET = "do-not-read-me"


def handle(body: str) -> str:
    return "def handle(state, args):\n" + textwrap.indent(body, "    ")


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


def run(
    sandbox: Sandbox, source: str, state: Json = None, args: Json = None, limits: Limits = LIMITS
) -> Outcome:
    return sandbox.run(Program.parse(source), {} if state is None else state, args or [], limits)


TIME = "took more than 0.5 s|too much time"
MEMORY = f"more than 64 MiB|{TIME}"  # on a busy machine the time may be over first
JSON = "is not JSON|not serializable"
NAME = "NameError"
MODULE = "ModuleNotFoundError|ImportError"
ATTRIBUTE = "AttributeError"
NONE = "left no result"
RECURSION = "RecursionError|recursion|nested"
REFUSED = "PermissionError|not supported|AttributeError"

STATUS_999 = """
global _dumps
def _dumps(value):
    global _status
    _status = 999
    return "1"
"""

ATTACKS = {
    # time
    "an endless loop": ("while True:\n    pass", TIME),
    "a loop with a try": ("while True:\n    try:\n        1 / 0\n    except BaseException:\n        1", TIME),
    "an endless generator": ("def g():\n    while True:\n        yield 1\nreturn next(g())", MEMORY),
    "a long sum": ("return sum(range(10**12))", TIME),
    "a power that sees no clock": ("return int('9' * 4300) ** 2000 and 1", MEMORY),
    "a slow hash": ("import hashlib\nhashlib.pbkdf2_hmac('sha256', b'a', b'b', 10**9)", TIME),
    "sleep in a loop": ("import time\nwhile True:\n    time.sleep(10**9)", TIME),
    "a slow exec": ("exec('while True: pass')", TIME),
    "prints of 100 MB": ("while True:\n    print('x' * 10**6)", TIME),
    # memory
    "a long string": ("return 'a' * 10**10", MEMORY),
    "a string that doubles": ("s = 'a'\nwhile True:\n    s += s", MEMORY),
    "a list that doubles": ("a = [1]\nwhile True:\n    a.extend(a)", MEMORY),
    "a list of all numbers": ("return list(range(10**9))", MEMORY),
    "a padded format": ("return f'{1:999999999}'", MEMORY),
    "a large replace": ("return ('x' * 10**6).replace('x', 'y' * 100)", MEMORY),
    "a large join": ("return ','.join(['b' * 10**7] * 100)", MEMORY),
    "a large number": ("return 10**10**10", MEMORY),
    "all products": ("import itertools\nreturn list(itertools.product(range(1000), repeat=5))", MEMORY),
    # depth
    "endless recursion": ("def f():\n    return f()\nreturn f()", RECURSION),
    "recursion in finally": ("def f():\n    try:\n        f()\n    finally:\n        f()\nf()", TIME),
    "a deep response": ("a = []\nfor _ in range(150):\n    a = [a]\nreturn a", "nested more than 100"),
    "a deep state": ("for _ in range(150):\n    state = {'a': state}", "nested more than 100"),
    "a very deep response": ("a = []\nfor _ in range(10**5):\n    a = [a]\nreturn a", RECURSION),
    "a deep hash": ("a = ()\nfor _ in range(10**5):\n    a = (a,)\nreturn hash(a)", RECURSION),
    "deep source for eval": ("return eval('(' * 5000 + '1' + ')' * 5000)", RECURSION),
    "a repr that calls itself": ("class A:\n    __repr__ = lambda self: repr(self)\nrepr(A())", RECURSION),
    # results that are not JSON
    "a cycle": ("state['me'] = state", "Circular"),
    "NaN": ("return float('nan')", "JSON"),
    "infinity in the state": ("state['x'] = float('inf')", "JSON"),
    "a function": ("return lambda: 1", JSON),
    "a class": ("class A:\n    pass\nreturn A()", JSON),
    "a module": ("import math\nreturn math", JSON),
    "bytes": ("return b'a'", JSON),
    "a tuple as a key": ("return {(1, 2): 3}", "keys must be"),
    "keys that become the same": ("return {1: 'a', '1': 'b'}", "stands twice"),
    "a number of 5,000 digits": ("return 10**5000", "digits"),
    "a response of 100 MB": ("return 'x' * 100_000_000", MEMORY),
    "a response of 5 MB": ("return 'x' * 5_000_000", "too much"),
    "a state of 5 MB": ("state['x'] = ['ab'] * 10**6", "too much"),
    # cheating the harness
    "another json": ("global _json\n_json = None\nreturn 1", ATTRIBUTE),
    "another dumps": ("global _dumps\n_dumps = lambda x: '{'\nreturn 1", "not JSON"),
    "a dumps without text": ("global _dumps\n_dumps = lambda x: [10**9]\nreturn 1", NONE),
    "a status that is a float": ("global type\ntype = lambda x: int\nreturn 'a', 299.5", NONE),
    "a status out of range": (STATUS_999, NONE),
    "other builtins": ("global len, str, isinstance\nlen = str = isinstance = None\nreturn 1", "TypeError"),
    "another json.loads": ("import json\njson.loads = None\nreturn 1", ATTRIBUTE),
    # exceptions
    "SystemExit": ("raise SystemExit(3)", "SystemExit|RuntimeError"),
    "KeyboardInterrupt": ("raise KeyboardInterrupt", "KeyboardInterrupt"),
    "a message of 1 MB": ("raise ValueError('x' * 10**6)", r"^ValueError: x{297}\.\.\."),
    "a message of many lines": ("raise ValueError('a\\n\\n\\x1b[31mb')", r"^ValueError: a \[31mb in line 2"),
    "a false timeout": ("raise TimeoutError('feed time limit exceeded')", "took more than"),
    # the world outside
    "import subprocess": ("import subprocess", MODULE),
    "import socket": ("import socket", MODULE),
    "import ctypes": ("import ctypes", MODULE),
    "import importlib": ("import importlib", MODULE),
    "import builtins": ("import builtins", MODULE),
    "import gc": ("import gc", MODULE),
    "import by name": ("return __import__('os')", NAME),
    "fork": ("import os\nos.fork()", ATTRIBUTE),
    "a shell": ("import os\nos.system('id')", ATTRIBUTE),
    "the environment": ("import os\nreturn dict(os.environ)", REFUSED),
    "a variable of the environment": ("import os\nreturn os.getenv('HOME')", REFUSED),
    "the modules": ("import sys\nreturn list(sys.modules)", ATTRIBUTE),
    "list the root": ("import os\nreturn os.listdir('/')", REFUSED),
    "read a file": ("return open('/etc/passwd').read()", REFUSED),
    "read a path": ("from pathlib import Path\nreturn Path('/etc/passwd').read_text()", REFUSED),
    "write a file": ("open('/tmp/bgpt-was-here', 'w').write('x')", REFUSED),
    "the globals": ("return list(globals())", NAME),
    "a walk to the classes": ("return ().__class__.__base__.__subclasses__()", ATTRIBUTE),
    "a walk by a function": ("return (lambda: 1).__globals__", ATTRIBUTE),
    "a walk by a format": ("return '{0.__class__}'.format(1)", ATTRIBUTE),
    "a walk by getattr": ("return getattr('', '__cl' + 'ass__')", ATTRIBUTE),
    "the builtins": ("return __builtins__", NAME),
    "compile": ("return compile('1', '', 'eval')", NAME),
    "a debugger": ("breakpoint()", NAME),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTACKS)
def test_a_hostile_program_fails_in_time_and_the_next_one_runs(sandbox: Sandbox, name: str) -> None:
    body, expected = ATTACKS[name]
    started = time.monotonic()
    with pytest.raises(ProgramFailed) as caught:
        run(sandbox, handle(body))
    assert time.monotonic() - started < LIMITS.run_seconds + GRACE + 2
    assert re.search(expected, str(caught.value)), caught.value
    assert len(str(caught.value)) < 600
    assert "\n" not in str(caught.value)
    assert run(sandbox, handle("return 1")).response == 1


HARMLESS: dict[str, tuple[str, Json]] = {
    "a long sleep": ("import time\ntime.sleep(10**9)\nreturn 1", 1),
    "10,000 sleeps at once": ("import time\nfor _ in range(10**4):\n    time.sleep(9)\nreturn 1", 1),
    "a regex that backtracks": ("import re\nreturn bool(re.match('(a+)+$', 'a' * 40 + 'b'))", False),
    "a lone surrogate": ("return '\\ud800'", "\ufffd"),
    "a set": ("return {3, 1, 2}", [1, 2, 3]),
    "a set of kinds": ("return {'b', 1}", [1, "b"]),
    "keys and values": ("d = {'a': 1}\nreturn [d.keys(), d.values(), d.items()]", [["a"], [1], [["a", 1]]]),
    "a tuple": ("return (1, 2, 3)", [1, 2, 3]),
    "a date": ("from datetime import date\nreturn date(2024, 5, 1)", "2024-05-01"),
    "keys that are numbers": ("return {1: 'a', 2.5: 'b', None: 'c'}", {"1": "a", "2.5": "b", "null": "c"}),
    "another handle": ("global handle\nhandle = None\nreturn 1", 1),
    "a shared part a thousand times": ("x = ['a' * 10]\nreturn [x] * 3", [["a" * 10]] * 3),
    "a print": ("print('to the standard output')\nreturn 1", 1),
    "huge but exact": ("return 2**70", 2**70),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMLESS)
def test_an_odd_program_gives_a_plain_result(
    sandbox: Sandbox, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    body, expected = HARMLESS[name]
    assert run(sandbox, handle(body)).response == expected
    assert capfd.readouterr() == ("", "")


def test_a_response_with_a_status_is_taken_apart(sandbox: Sandbox) -> None:
    outcome = run(sandbox, handle('return {"error": "no"}, 404'))
    assert (outcome.response, outcome.status) == ({"error": "no"}, 404)
    assert run(sandbox, handle("return 1, 7")).response == [1, 7]
    assert run(sandbox, handle("return 'x', True")).response == ["x", True]
    assert run(sandbox, handle("return 300, 250")).response == [300, 250]


def test_the_state_that_goes_in_is_never_changed(sandbox: Sandbox) -> None:
    state: Json = {"a": [1]}
    outcome = run(sandbox, handle('state["a"].append(2)'), state)
    assert (state, outcome.state) == ({"a": [1]}, {"a": [1, 2]})


def test_a_function_that_only_reads_gives_back_the_same_object(sandbox: Sandbox) -> None:
    state: Json = {"é": [1.0, 1e16, 1e-7, -0.0, 2**70, '\u2028\x7f"\\', None, True]}
    assert run(sandbox, handle("return 1"), state).state is state


def test_one_program_sees_nothing_of_another(sandbox: Sandbox) -> None:
    run(sandbox, "import json\nleft = 1\n" + handle("global more\nmore = 2"))
    for name in ("left", "more", "_response"):
        with pytest.raises(ProgramFailed, match="NameError"):
            run(sandbox, handle(f"return {name}"))


def test_neither_the_environment_nor_a_file_can_be_read(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BGPT_TEST_KEY", SECRET)
    (tmp_path / "key").write_text(SECRET)
    source = f"""
def handle(state, args):
    import os, pathlib
    found = []
    for attempt in (
        lambda: os.environ["BGPT_TEST_KEY"],
        lambda: os.getenv("BGPT_TEST_KEY"),
        lambda: open({str(tmp_path / "key")!r}).read(),
        lambda: pathlib.Path({str(tmp_path / "key")!r}).read_text(),
        lambda: open("/proc/self/environ").read(),
    ):
        try:
            found.append(attempt())
        except Exception as exc:
            found.append(type(exc).__name__)
    return found
"""
    with Sandbox() as started_with_the_variable_set:
        response = run(started_with_the_variable_set, source).response
    assert response == ["RuntimeError", "RuntimeError", *["PermissionError"] * 3]


def test_an_error_names_the_line_that_the_model_wrote(sandbox: Sandbox) -> None:
    source = handle('import uuid\n\n# a comment\ndel state["x"]\n\nstate["items"].append(\n    1\n)')
    with pytest.raises(ProgramFailed) as caught:
        run(sandbox, source, {"x": 1})
    assert str(caught.value) == "KeyError: 'items' in line 7: state[\"items\"].append("


def test_a_killed_worker_is_an_error_and_the_next_program_runs(sandbox: Sandbox) -> None:
    assert run(sandbox, handle("return 1")).response == 1
    with ThreadPoolExecutor() as threads:
        busy = threads.submit(run, sandbox, handle("while True:\n    pass"), limits=Limits(run_seconds=30.0))
        time.sleep(0.3)
        for worker in workers():
            os.kill(worker, signal.SIGKILL)
        with pytest.raises(ProgramFailed):
            busy.result(timeout=5)
    assert run(sandbox, handle("return 1")).response == 1


def workers() -> list[int]:
    """Return the processes that this one has started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(stat.parent.name)] = int(fields[1])
    return [pid for pid, parent in parents.items() if parent == os.getpid()]


def test_threads_share_a_sandbox_without_mixing_results() -> None:
    with Sandbox() as shared, ThreadPoolExecutor(8) as threads:
        results = threads.map(lambda n: run(shared, handle("return args[0]"), args=[n]).response, range(200))
        assert list(results) == list(range(200))


def test_a_sandbox_can_be_warmed_in_the_background_and_used_after_it_was_closed() -> None:
    others = workers()
    sandbox = Sandbox()
    thread = threading.Thread(target=sandbox.warm)
    thread.start()
    assert run(sandbox, handle("return 1")).response == 1
    thread.join()
    sandbox.close()
    sandbox.close()
    assert run(sandbox, handle("return 2")).response == 2
    sandbox.close()
    assert workers() == others


def test_the_memory_limit_holds_however_much_time_there_is(sandbox: Sandbox) -> None:
    limits = Limits(run_seconds=30.0, run_memory=32 * 2**20)
    for body in ("a = 'x' * 10**8", "a = []\nfor n in range(10**7):\n    a.append(str(n))"):
        with pytest.raises(ProgramFailed, match="used more than 32 MiB of memory"):
            run(sandbox, handle(body), limits=limits)


def test_a_full_sandbox_says_that_it_is_busy() -> None:
    with Sandbox(workers=1, wait=0.2) as full, ThreadPoolExecutor() as threads:
        long = threads.submit(run, full, handle("while True:\n    pass"), limits=Limits(run_seconds=1.5))
        time.sleep(0.5)
        with pytest.raises(Busy, match="The state is unchanged"):
            run(full, handle("return 1"))
        with pytest.raises(ProgramFailed):
            long.result(timeout=5)


def test_a_sandbox_that_cannot_start_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONTY_BIN", "/nowhere/monty")
    with pytest.raises(BackendGPTError, match="does not start") as caught:
        Sandbox().warm()
    assert caught.value.hint.startswith("pip install")


def test_a_result_that_explodes_does_not_fill_this_process(sandbox: Sandbox) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ProgramFailed, match=r"memory|too much|took more"):
        run(sandbox, handle("x = 'a' * 2**20\nreturn [x] * 500"), limits=Limits())
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown < 2**20  # KiB


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can limit another process")
def test_a_worker_in_native_code_ends_though_nobody_is_left_to_end_it() -> None:
    script = """
from tests.test_sandbox import *
with Sandbox() as sandbox:
    sandbox.warm()
    print("started", flush=True)
    run(sandbox, handle("import math" + chr(10) + "return math.isqrt(10**100_000_000)"), limits=Limits())
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        assert parent.stdout.readline() == b"started\n"
        worker = int(Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text().split()[0])
        time.sleep(0.5)
        parent.kill()
    used, ends = time.clock_gettime(~worker << 3 | 2), time.monotonic() + 60
    assert used > 0.1, "the worker was not at work"
    while Path(f"/proc/{worker}/stat").exists():
        assert time.monotonic() < ends
        time.sleep(0.1)
