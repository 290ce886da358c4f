"""Make the README's picture of the console anew: `python -m benchmarks.console_picture [--model M]`.

Real calls to a real server, typed into the console's call bar in headless chromium.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from backendgpt.backend import Backend, Runtime
from backendgpt.jsonvalue import Json
from backendgpt.models import weights
from tests.browser import chromium
from tests.serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURE = Path(__file__).parent.parent / "docs" / "console.png"
SIZE = {"width": 1180, "height": 860}
PATIENCE_MS = 180_000

BACKENDS: dict[str, tuple[str, Json]] = {
    "chess": ("A game of chess", {"board": [list("rnbqkbnr"), list("pppppppp")], "turn": "white"}),
    "guestbook": ("A guestbook with entries of a name and a text", {"entries": []}),
    "todo": (
        "A todo list app. Todos have a title and done.",
        {"todos": [{"title": "Buy milk", "done": True}, {"title": "Do laundry", "done": False}]},
    ),
}
FIRST = "sign(Ada, What a lovely place!)"
"""Made first, on the guestbook, so that the chart of the rest does not show how the model is loaded."""

CALLS = (
    "get_all_open_todos()",
    "add_todo(Call grandma)",
    "add_todo(Water the plants)",
    "add_three_housework_todos()",
    "mark_complete(Do laundry)",
    "delete_last_two_todos()",
    "add_todo(Pay the rent)",
    "add_todo(Show it to a friend)",
)


def main(
    model: Annotated[str | None, typer.Option(help="Who answers; by default the embedded model.")] = None,
) -> None:
    """Make the calls and save what the console shows as docs/console.png.

    Raises:
        SystemExit: A call failed.
    """
    with TemporaryDirectory() as home, chromium() as browser:
        env = os.environ | {
            "BGPT_HOME": home,
            "BGPT_MODELS": str(weights.folder(os.environ)),
            "BGPT_MODEL": model or "local/qwen2.5-coder-1.5b",
        }
        for name, (purpose, state) in BACKENDS.items():
            Backend.create(name, purpose, state, runtime=Runtime(env))
        with serving(Path(home), {}, runtime=Runtime(env)) as served:
            page = browser.new_page(viewport=SIZE, device_scale_factor=1.5)  # type: ignore[arg-type]
            page.goto(f"{served.url}/-/#guestbook")
            page.wait_for_selector("#live[data-on]")
            _make(page, FIRST)
            page.keyboard.press("Escape")
            page.keyboard.press("]")
            page.wait_for_function("document.getElementById('name').textContent === 'todo'")
            for call in CALLS:
                _make(page, call)
            page.wait_for_timeout(500)
            page.screenshot(path=PICTURE)
    print(f"{PICTURE} shows {len(CALLS)} calls.")


def _make(page: Page, call: str) -> None:
    page.fill("#call", call)
    page.keyboard.press("Enter")
    page.wait_for_selector("#bar:not([data-busy])", timeout=PATIENCE_MS)
    said = " ".join(page.inner_text("#answer").split())
    if page.query_selector("#answer[data-failed]"):
        raise SystemExit(said)
    print(said, flush=True)


if __name__ == "__main__":
    typer.run(main)
