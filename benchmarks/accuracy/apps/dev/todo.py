"""A todo list whose ids are not indexes."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, picks
from benchmarks.accuracy.states import added, becomes, invented

APP = App(
    name="todo",
    purpose="A todo list with due dates",
    state={
        "todos": [
            {"id": 101, "title": "Water the plants", "done": False, "due": "2024-06-03"},
            {"id": 102, "title": "Pay rent", "done": True, "due": "2024-06-01"},
            {"id": 103, "title": "Call grandma", "done": False, "due": "2024-06-02"},
            {"id": 104, "title": "Book dentist", "done": False, "due": "2024-06-10"},
        ]
    },
    cases=(
        Case(
            kind="read",
            call="count_open()",
            response=answers(3),
            right='return sum(not t["done"] for t in state["todos"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="get_todo(103)",
            response=picks("/todos", 2),
            right='return [t for t in state["todos"] if t["id"] == args[0]][0]',
            tags="id",
        ),
        Case(
            kind="read",
            call='due_after("2024-06-02")',
            response=picks("/todos", 0, 3, by="title"),
            right='return [t for t in state["todos"] if t["due"] > args[0]]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="complete(104)",
            after=becomes({"/todos/3/done": True}),
            right="""
                for t in state["todos"]:
                    if t["id"] == args[0]:
                        t["done"] = True
                        return t
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call='add_todo("Fix the bike", due="2024-06-05")',
            after=added("/todos", {"title": "Fix the bike", "done": False, "due": "2024-06-05"}),
            right="""
                todo = {"id": max(t["id"] for t in state["todos"]) + 1, "title": args[0], "done": False}
                state["todos"].append({**todo, "due": args[1]["due"]})
                return todo["id"]
            """,
        ),
        Case(
            kind="write",
            call="delete_todo(7)",
            response=anything,
            right='return {"error": "there is no todo 7"}, 404',
            tags="absent",
        ),
        Case(
            kind="mistyped",
            call="cmplete_tood(101)",
            after=becomes({"/todos/0/done": True}),
            right='state["todos"][0]["done"] = True\nreturn state["todos"][0]',
            tags="id",
        ),
        Case(
            kind="sentence",
            call="mark everything as done",
            after=becomes({f"/todos/{i}/done": True for i in range(4)}),
            right='for t in state["todos"]:\n    t["done"] = True\nreturn state["todos"]',
        ),
        Case(
            kind="creative",
            call="add_three_gardening_todos()",
            after=invented("/todos", "title", *[{"done": False}] * 3),
            right="""
                for i, title in enumerate(["Prune the roses", "Mow the lawn", "Plant tulips"]):
                    state["todos"].append({"id": 105 + i, "title": title, "done": False, "due": "2024-06-12"})
                return state["todos"][-3:]
            """,
        ),
        Case(
            kind="REST",
            call="PATCH /todos/102",
            data={"done": False},
            after=becomes({"/todos/1/done": False}),
            right="""
                todo = [t for t in state["todos"] if t["id"] == args[0]][0]
                todo["done"] = args[1]["done"]
                return todo
            """,
            tags="id",
        ),
    ),
)
