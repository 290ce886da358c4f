"""backend-GPT's todo list as its db.json has it, and the calls that its readme and its frontend make."""

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers
from benchmarks.accuracy.states import added, any_of, becomes, invented, text

TODOS: list[Json] = [
    {"title": "Learn react", "completed": True},
    {"title": "Buy Milk", "completed": True},
    {"title": "Do laundry", "completed": False},
    {"title": "Clean room", "completed": True},
]

APP = App(
    name="todo_list",
    purpose="This is a todo list app.",
    state={"todos": TODOS},
    cases=(
        Case(
            kind="read",
            call="get_all()",
            response=answers(TODOS),
            right='return state["todos"]',
        ),
        Case(
            kind="write",
            call="add_todo(buy bread)",
            after=added("/todos", {"title": "buy bread", "completed": False}),
            right="""
                state["todos"].append({"title": args[0], "completed": False})
                return {"message": "added"}
            """,
        ),
        Case(
            kind="write",
            call="delete(Buy Milk)",
            after=becomes(drops=("/todos/1",)),
            right="""
                state["todos"] = [t for t in state["todos"] if t["title"] != args[0]]
                return {"message": "deleted"}
            """,
        ),
        Case(
            kind="write",
            call="mark_complete(Do laundry)",
            after=becomes({"/todos/2/completed": True}),
            right="""
                for todo in state["todos"]:
                    if todo["title"] == args[0]:
                        todo["completed"] = True
                return {"message": "completed"}
            """,
        ),
        Case(
            kind="write",
            call="mark_incomplete(3)",
            after=becomes({"/todos/3/completed": False}),
            right='state["todos"][args[0]]["completed"] = False\nreturn state["todos"][args[0]]',
            tags="index",
        ),
        Case(
            kind="write",
            call="delete_last_two_todos()",
            after=becomes(drops=("/todos/2", "/todos/3")),
            right='removed = state["todos"][-2:]\nstate["todos"] = state["todos"][:-2]\nreturn removed',
        ),
        Case(
            kind="write",
            call="sort_todos_alphabetically()",
            after=becomes(order={"/todos": [1, 3, 2, 0]}),
            right='state["todos"].sort(key=lambda t: t["title"])\nreturn state["todos"]',
            tags="sort",
        ),
        Case(
            kind="write",
            call="add_todo_twice(do squats)",
            after=added("/todos", *[{"title": "do squats", "completed": False}] * 2),
            right="""
                for _ in range(2):
                    state["todos"].append({"title": args[0], "completed": False})
                return {"message": "added twice"}
            """,
        ),
        Case(
            kind="creative",
            call="add_five_housework_todos()",
            after=invented("/todos", "title", *[{"completed": False}] * 5),
            right="""
                for title in ["Mop the floor", "Wash the dishes", "Dust the shelf", "Vacuum", "Iron shirts"]:
                    state["todos"].append({"title": title, "completed": False})
                return state["todos"][-5:]
            """,
        ),
        Case(
            kind="sentence",
            call="delete last todos",
            after=any_of(becomes(drops=("/todos/3",)), becomes(drops=("/todos/2", "/todos/3"))),
            right='return state["todos"].pop()',
        ),
        Case(
            kind="sentence",
            call="add walk the dog to my list)",
            after=added("/todos", {"title": text("walk the dog"), "completed": False}),
            right="""
                state["todos"].append({"title": "walk the dog", "completed": False})
                return {"message": "added"}
            """,
            tags="stray",
        ),
        Case(
            kind="mistyped",
            call="markk_complet(2)",
            after=becomes({"/todos/2/completed": True}),
            right='state["todos"][args[0]]["completed"] = True\nreturn state["todos"][args[0]]',
            tags="index",
        ),
    ),
)
