"""Hostile replies: `python -m benchmarks.replies [--cases 10000]`.

A model that answers over a real socket with what hypothesis makes up: half functions, other languages, loops,
values that are not JSON, a hundred kilobytes. After each call the bytes of the backend's folder must be
what they were, unless the reply was a good function after all; a call ends in a turn or in our error.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from backendgpt.backend import Backend, Runtime
from backendgpt.errors import UnusableAnswer
from backendgpt.jsonvalue import Json
from backendgpt.prompt import fenced
from tests.wire import ChatServer, answer

STATE: Json = {"n": 1, "todos": [{"title": "eat", "done": False}]}

_BODIES = st.sampled_from(
    [
        "return state['missing']",
        "return [",
        "while True: pass",
        "return handle(state, args)",
        "return lambda: 1",
        "return float('nan')",
        "return float('inf')",
        "state['me'] = state; return state",
        "return {(1, 2): 3}",
        "return {1: 2, '1': 3}",
        "return b'bytes'",
        "return '\\ud800'",
        "return 'a' * 10**10",
        "return [0] * 10**9",
        "x = []\n    for _ in range(200): x = [x]\n    return x",
        "return 10 ** 10000",
        "import os; return dict(os.environ)",
        "import subprocess; return subprocess.run('id')",
        "import socket; return socket.socket()",
        "return open('/etc/passwd').read()",
        "return __import__('os').listdir('/')",
        "return eval('1')",
        "raise SystemExit(3)",
        "raise KeyboardInterrupt",
        "raise ValueError('x' * 10**6)",
        "import time; time.sleep(10**6); return float('nan')",
        "print('x' * 10**6); return set",
        "state.clear(); raise KeyError",
        "state['todos'] = None; return 1 / 0",
        "json = None; len = 3; isinstance = 4; return print",
    ]
)
_FUNCTIONS = _BODIES.map(lambda body: f"def handle(state, args):\n    {body}")
_GOOD = fenced("def handle(state, args):\n    return 1")
_TEXT = st.text(max_size=300)
_BROKEN = st.builds(lambda text, at: text[:at], st.just(_GOOD), st.integers(0, len(_GOOD) - 20))
REPLIES = st.one_of(
    _TEXT,
    _TEXT.map(fenced),
    _FUNCTIONS,
    _FUNCTIONS.map(fenced),
    st.tuples(_TEXT, _FUNCTIONS.map(fenced), _TEXT).map("\n".join),
    st.tuples(_FUNCTIONS.map(fenced), _FUNCTIONS.map(fenced)).map("\n".join),
    st.sampled_from(["js", "sql", "json", "bash"]).map(
        lambda name: f"```{name}\nfunction handle() {{}}\n```"
    ),
    st.sampled_from(
        ["<html><body>502</body></html>", "{}", "null", "```", "def handle(state, args):", "\x00\x1b[2J"]
    ),
    st.sampled_from(["solve", "Handle", "handler"]).map(
        lambda name: fenced(f"def {name}(state, args):\n    return 1")
    ),
    _BROKEN,
    st.integers(1, 100).map(lambda times: "a" * times * 1000),
)


class Hostile:
    """A backend whose model answers everything with the reply that is set."""

    def __init__(self, folder: Path) -> None:
        self.reply = ""
        self.outcomes: Counter[str] = Counter()
        self.server = ChatServer(answer(lambda _: self.reply or " "))
        self.server.__enter__()
        env = {"BGPT_HOME": str(folder), "BGPT_MODEL": f"{self.server.url}#test", "OPENAI_API_KEY": "x"}
        self.backend = Backend.create("hostile", "A list", STATE, runtime=Runtime(env))
        self._limit_time(folder)
        self.folder = folder / "hostile"

    def survive(self, reply: str) -> None:
        """Make one call that is answered with `reply`, and compare the folder's bytes."""
        self.reply, before = reply, self._bytes()
        try:
            self.backend.call("do_it()")
            self.outcomes["answered all the same"] += 1
        except UnusableAnswer:
            self.outcomes["refused"] += 1
            assert self._bytes() == before, f"files changed after {reply!r}"

    def close(self) -> None:
        """Stop the server and the workers."""
        self.backend.close()
        self.server.__exit__(None, None, None)

    def _limit_time(self, folder: Path) -> None:
        spec = folder / "hostile" / "spec.toml"
        spec.write_text(spec.read_text() + "[limits]\nrun_seconds = 0.05\nrun_memory = 50000000\n")

    def _bytes(self) -> dict[str, bytes]:
        files = (path for path in self.folder.rglob("*") if path.is_file() and "lock" not in path.name)
        return {str(path): path.read_bytes() for path in files}


def run(cases: int, hostile: Hostile) -> None:
    """Try `cases` generated replies, the same ones every time."""
    checks = list(HealthCheck)

    @seed(1)
    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=checks,
    )
    @given(REPLIES)
    def attempt(reply: str) -> None:
        hostile.survive(reply)

    attempt()


def main() -> None:
    """Run and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    cases = parser.parse_args().cases
    with tempfile.TemporaryDirectory() as folder:
        hostile = Hostile(Path(folder))
        started = time.monotonic()
        run(cases, hostile)
        hostile.close()
    total = sum(hostile.outcomes.values())
    seconds = time.monotonic() - started
    print(f"{total:,} replies in {seconds:.0f} s: {dict(hostile.outcomes)}; bytes on disk identical")


if __name__ == "__main__":
    main()
