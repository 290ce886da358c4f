"""The rooms: what may import what, and what each import costs."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(importlib.import_module("backendgpt").__file__ or "").parent

ROOMS = (
    "errors", "jsonvalue", "deadline", "spec", "call", "grounding", "bridge", "program", "analysis",
    "sandbox", "doubts", "store", "models", "prompt", "turn", "ask", "interpret", "routes", "backend",
    "replay", "server", "cli", "__main__",
)  # fmt: skip
"""Each room may import those before it."""

HEAVY = {
    "pydantic_monty": "sandbox.py",
    "litellm": "models/litellm.py",
    "xllamacpp": "models/llama.py",
    "starlette": "server/",
    "uvicorn": "server/",
}
"""The one file or room that may import a heavy dependency."""


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def room(dotted: str) -> str:
    return dotted.removeprefix("backendgpt.").partition(".")[0]


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    here = path.relative_to(PACKAGE).with_suffix("").parts[0]
    if here == "__init__":
        return
    others = {room(name) for name in imported(path) if name.startswith("backendgpt.")} - {here, "__version__"}
    allowed = set(ROOMS[: ROOMS.index(here)])
    assert others <= allowed, f"{here} imports {others - allowed}"


@pytest.mark.parametrize(("library", "owner"), HEAVY.items(), ids=HEAVY.keys())
def test_a_heavy_library_is_imported_in_one_place(library: str, owner: str) -> None:
    users = {
        str(path.relative_to(PACKAGE))
        for path in modules()
        if any(name.split(".")[0] == library for name in imported(path))
    }
    assert all(user.startswith(owner) for user in users), users


def test_the_public_names_are_those_that_are_listed() -> None:
    package = importlib.import_module("backendgpt")
    assert package.__all__ == sorted(package.__all__)
    assert all(hasattr(package, name) for name in package.__all__)


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = "import sys, backendgpt; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {*HEAVY, "httpx", "openai", "asyncio", "jsonschema", "rich"} & set(loaded.split())
