"""What backend-GPT's own todo frontend sends and expects, from a page on its port; on the real model too."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from backendgpt.backend import Runtime
from backendgpt.jsonvalue import Json
from tests.browser import chromium, site
from tests.serving import functions, serving

DB: Json = {
    "todos": [
        {"title": "Learn react", "completed": True},
        {"title": "Buy Milk", "completed": True},
        {"title": "Do laundry", "completed": False},
        {"title": "Clean room", "completed": True},
    ]
}
PURPOSE = (
    'This is a todo list app. get_all() answers the array of todos. Every change answers {"message": "..."}, '
    "and new todos go to the end."
)
# As axios asks in a browser: an XMLHttpRequest whose URL holds the text as it is.
ASK = """\
([api, call]) => new Promise((resolve) => {
  const request = new XMLHttpRequest();
  request.open("GET", `${api}/${call}`);
  request.setRequestHeader("Accept", "application/json, text/plain, */*");
  request.onload = () => resolve([request.status, JSON.parse(request.responseText)]);
  request.onerror = () => resolve([0, "the browser refused it"]);
  request.send();
})"""


ADD = """\
def handle(state, args):
    state["todos"].append({"title": args[0], "completed": False})
    return {"message": "Added"}"""
DELETE = """\
def handle(state, args):
    state["todos"] = [todo for todo in state["todos"] if todo["title"] != args[0]]
    return {"message": "Deleted"}"""
MARK = """\
def handle(state, args):
    for todo in state["todos"]:
        if todo["title"] == args[0]:
            todo["completed"] = COMPLETED
    return {"message": "Marked"}"""
WIRE = {
    "get_all": 'def handle(state, args):\n    return state["todos"]',
    "add_todo": ADD,
    r"^delete\(": DELETE,
    "mark_complete": MARK.replace("COMPLETED", "True"),
    "mark_incomplete": MARK.replace("COMPLETED", "False"),
    "delete the last": 'def handle(state, args):\n    state["todos"].pop()\n    return {"message": "Gone"}',
}


@pytest.mark.parametrize(
    "model", ["wire", pytest.param("local/qwen2.5-coder-1.5b", marks=pytest.mark.embedded)]
)
def test_the_frontend_of_backend_gpt_works_unchanged(tmp_path: Path, model: str) -> None:
    home = str(tmp_path / "home")
    runtime = None if model == "wire" else Runtime(os.environ | {"BGPT_HOME": home, "BGPT_MODEL": model})
    (tmp_path / "index.html").write_text("<!doctype html><title>Todos</title>")
    with (
        chromium() as browser,
        site(tmp_path, 3000) as origin,
        serving(
            Path(home),
            {"todo_list": DB},
            functions(WIRE),
            runtime=runtime,
            purpose=PURPOSE,
            port=5000,
            cors=(origin,),
        ),
    ):
        page = browser.new_page()
        page.goto(origin)

        def ask(call: str) -> Any:
            status, answered = page.evaluate(ASK, ["http://localhost:5000/todo_list", call])
            assert status == 200, answered
            return answered

        def change(call: str) -> list[tuple[str, bool]]:
            assert isinstance(ask(call)["message"], str)
            return [(todo["title"], todo["completed"]) for todo in ask("get_all()")]

        assert ask("get_all()") == DB["todos"]  # type: ignore[index, call-overload]
        first = [("Learn react", True), ("Buy Milk", True), ("Do laundry", False), ("Clean room", True)]
        assert change("add_todo(walk the dog)") == [*first, ("walk the dog", False)]
        del first[1]
        assert change("delete(Buy Milk)") == [*first, ("walk the dog", False)]
        first[1] = ("Do laundry", True)
        assert change("mark_complete(Do laundry)") == [*first, ("walk the dog", False)]
        first[0] = ("Learn react", False)
        assert change("mark_incomplete(Learn react)") == [*first, ("walk the dog", False)]
        assert change("delete the last todo)") == first
        assert change("add_todo(what/why? 50% & more)")[:-1] == first
        assert ask("get_all()")[-1]["title"] == "what/why? 50% & more"
