"""The frontends and the script of examples/, against a server whose model answers over a socket."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import chromium, site
from tests.serving import functions, serving, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EXAMPLES = Path(__file__).parent.parent / "examples"

ADD = """\
def handle(state, args):
    todo = {"id": max([t["id"] for t in state["todos"]], default=0) + 1, "done": False, **args}
    state["todos"].append(todo)
    return todo, 201"""
SET = """\
def handle(state, args):
    todo = next(t for t in state["todos"] if t["id"] == args["id"])
    todo["done"] = args["done"]
    return todo"""
DELETE = 'def handle(state, args):\n    state["todos"] = [t for t in state["todos"] if t["id"] != args["id"]]'
TIDY = 'def handle(state, args):\n    state["todos"] = [t for t in state["todos"] if not t["done"]]'
GET = 'def handle(state, args):\n    return state["todos"]'
RPC = {"^add_todo": ADD, "^set_done": SET, "^delete_all": TIDY, "^delete_todo": DELETE, "^get_todos": GET}
REST = {
    "^POST /todos": ADD,
    "^PATCH": SET.replace('args["id"]', "args[0]").replace('args["done"]', 'args[1]["done"]'),
    "^DELETE": DELETE.replace('args["id"]', "args[0]") + "\n    return None, 204",
    "^GET /todos": GET,
}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


def list_of(page: Page) -> object:
    """Return the list as it is on the page, in one look: [title, done] each."""
    script = (
        "[...document.querySelectorAll('li')].map((li) => [li.children[1].innerText, li.children[0].checked])"
    )
    return page.evaluate(script)


def use(page: Page) -> None:
    """Add two todos, finish the first, delete the second."""
    for title in ("walk the dog", "<b>buy milk?</b>"):
        page.fill("form input", title)
        page.click("form button")
    wait_for(lambda: list_of(page) == [["walk the dog", False], ["<b>buy milk?</b>", False]])
    page.click("li:first-child input")
    wait_for(lambda: list_of(page) == [["walk the dog", True], ["<b>buy milk?</b>", False]])
    page.click("li:last-child button")
    wait_for(lambda: list_of(page) == [["walk the dog", True]])


@pytest.mark.parametrize(
    ("folder", "file", "replies"),
    [(EXAMPLES, "todo-vanilla.html", RPC), (EXAMPLES / "todo-react", "index.html", REST)],
    ids=["vanilla", "react"],
)
def test_a_frontend_gets_the_backend_it_assumed(
    browser: Browser, tmp_path: Path, folder: Path, file: str, replies: dict[str, str]
) -> None:
    if "react" in str(folder) and not (folder / "node_modules").is_dir():
        pytest.skip("React is not there: npm install --prefix examples/todo-react")
    with (
        site(folder) as origin,
        serving(tmp_path, {"todo": {"todos": []}}, functions(replies), cors=(origin,)) as served,
    ):
        page = browser.new_page()
        page.goto(f"{origin}/{file}?api={served.url}/todo")
        use(page)
        page.close()
        assert served.state("todo") == {"todos": [{"id": 1, "title": "walk the dog", "done": True}]}


def test_a_refused_origin_is_shown_and_not_hidden(browser: Browser, tmp_path: Path) -> None:
    with site(EXAMPLES) as origin, serving(tmp_path, {"todo": {"todos": []}}, functions(RPC)) as served:
        page = browser.new_page()
        page.goto(f"{origin}/todo-vanilla.html?api={served.url}/todo")
        wait_for(lambda: page.inner_text("#problem"))
        page.close()


@pytest.mark.skipif(not (shutil.which("curl") and shutil.which("jq")), reason="no curl or no jq")
def test_lines_go_in_and_a_report_comes_out(tmp_path: Path) -> None:
    replies = {
        "add_expense": 'def handle(state, args):\n    state["expenses"].append(args)\n    return {}, 201',
        "total": """\
def handle(state, args):
    totals = {}
    for e in state["expenses"]:
        totals[e["category"]] = totals.get(e["category"], 0) + e["amount"]
    return totals""",
    }
    with serving(tmp_path, {"expenses": {"expenses": []}}, functions(replies)) as served:
        done = subprocess.run(
            ["sh", str(EXAMPLES / "pipe.sh")],
            input="Lunch 12.50 food\nTrain 38 travel\nCoffee 3.20 food\n",
            env=os.environ | {"API": f"{served.url}/expenses"},
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stdout) == (0, "food\t15.7\ntravel\t38\n")
