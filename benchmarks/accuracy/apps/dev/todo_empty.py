"""A todo list from the empty state: the first five minutes of every user."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import mentions, nothing

APP = App(
    name="todo_empty",
    purpose="This is a todo list app",
    state={},
    cases=(
        Case(
            kind="empty",
            call="add_todo(buy milk)",
            after=has(("buy milk",)),
            right="""
                state.setdefault("todos", []).append({"title": args[0], "done": False})
                return state["todos"]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call='add_todo("walk the dog")',
            state=FOLLOWS,
            after=has(("buy milk",), ("walk the dog",)),
            right="""
                state.setdefault("todos", []).append({"title": args[0], "done": False})
                return state["todos"]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="get_all()",
            state=FOLLOWS,
            response=mentions("buy milk", "walk the dog"),
            right='return state["todos"]',
            tags="sequence read",
        ),
        Case(
            kind="empty",
            call="delete_last_two_todos()",
            state=FOLLOWS,
            after=has(lacks=("buy milk", "walk the dog")),
            right='removed = state["todos"][-2:]\nstate["todos"] = state["todos"][:-2]\nreturn removed',
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="get_all()",
            state=FOLLOWS,
            response=nothing,
            right='return state["todos"]',
            tags="sequence read",
        ),
        Case(
            kind="empty",
            call="add_five_housework_todos()",
            after=makes_up(5),
            right="""
                titles = ["Mop the floor", "Wash the dishes", "Dust the shelves", "Vacuum", "Clean windows"]
                state["todos"] = [{"title": title, "done": False} for title in titles]
                return state["todos"]
            """,
            tags="creative",
        ),
    ),
)
