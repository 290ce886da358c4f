"""The onboarding of new colleagues: objects with text ids and lists of tasks, and a list of strings."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented


def none_yet(value: Any) -> bool:
    """Accept no buddy, and no tasks."""
    return value in (None, "", [])


APP = App(
    name="onboarding",
    purpose="What we have to prepare for new colleagues before they start",
    state={
        "newHires": [
            {
                "id": "nh-1",
                "name": "Tara Quinn",
                "role": "designer",
                "startDate": "2031-09-01",
                "buddy": "Felix",
                "tasks": [
                    {"title": "order laptop", "done": True},
                    {"title": "create email account", "done": False},
                    {"title": "prepare desk", "done": False},
                ],
            },
            {
                "id": "nh-2",
                "name": "Idris Cole",
                "role": "developer",
                "startDate": "2031-08-15",
                "buddy": "Wanda",
                "tasks": [
                    {"title": "order laptop", "done": True},
                    {"title": "create email account", "done": True},
                ],
            },
            {
                "id": "nh-3",
                "name": "Sofia Brandt",
                "role": "accountant",
                "startDate": "2031-10-01",
                "buddy": None,
                "tasks": [
                    {"title": "order laptop", "done": False},
                    {"title": "get building key", "done": False},
                ],
            },
        ],
        "buddies": ["Felix", "Wanda", "Chen"],
    },
    cases=(
        Case(
            kind="read",
            call='getOpenTasks("nh-1")',
            response=any_of(
                picks("/newHires/0/tasks", 1, 2, by="title", also=("Tara Quinn",)),
                mentions(
                    "create email account",
                    "prepare desk",
                    omits=("order laptop", "get building key", "buddies"),
                ),
            ),
            right="""
                for hire in state["newHires"]:
                    if hire["id"] == "nh-1":
                        return [task for task in hire["tasks"] if not task["done"]]
            """,
            tags="filter id nested",
        ),
        Case(
            kind="read",
            call="whoStartsFirst()",
            response=any_of(
                picks("/newHires", 1, by="name"),
                picks("/newHires", 1, by="id"),
                mentions("Idris Cole", omits=("Tara Quinn", "Sofia Brandt")),
            ),
            right='return min(state["newHires"], key=lambda hire: hire["startDate"])',
            tags="sort date",
        ),
        Case(
            kind="write",
            call='completeTask("nh-1", "prepare desk")',
            after=becomes({"/newHires/0/tasks/2/done": True}),
            right="""
                for task in state["newHires"][0]["tasks"]:
                    if task["title"] == "prepare desk":
                        task["done"] = True
                        return task
            """,
            tags="id nested",
        ),
        Case(
            kind="write",
            call='assignBuddy("Sofia Brandt", Chen)',
            after=becomes({"/newHires/2/buddy": "Chen"}),
            right="""
                for hire in state["newHires"]:
                    if hire["name"] == "Sofia Brandt":
                        hire["buddy"] = "Chen"
                        return hire
            """,
        ),
        Case(
            kind="sentence",
            call="Sofia starts a week later, on October 8",
            after=becomes({"/newHires/2/startDate": "2031-10-08"}),
            right="""
                for hire in state["newHires"]:
                    if hire["name"] == "Sofia Brandt":
                        hire["startDate"] = "2031-10-08"
                        return hire
            """,
            tags="date",
        ),
        Case(
            kind="REST",
            call="POST /newHires",
            data={"name": "Leo Marsh", "role": "tester", "startDate": "2031-11-03"},
            after=added(
                "/newHires",
                {
                    "name": "Leo Marsh",
                    "role": "tester",
                    "startDate": "2031-11-03",
                    "buddy": none_yet,
                    "tasks": none_yet,
                },
                optional=("buddy", "tasks"),
            ),
            right="""
                hire = {"id": "nh-4", "name": "Leo Marsh", "role": "tester", "startDate": "2031-11-03"}
                hire.update(buddy=None, tasks=[])
                state["newHires"].append(hire)
                return hire, 201
            """,
            tags="body date",
        ),
        Case(
            kind="REST",
            call="PUT /newHires/nh-1/buddy",
            data={"buddy": "Wanda"},
            after=becomes({"/newHires/0/buddy": "Wanda"}),
            right="""
                for hire in state["newHires"]:
                    if hire["id"] == "nh-1":
                        hire["buddy"] = "Wanda"
                        return hire
            """,
            tags="id body",
        ),
        Case(
            kind="mistyped",
            call="cuontOpenTaks()",
            response=answers(4, also=(3, 7)),
            right='return sum(not task["done"] for hire in state["newHires"] for task in hire["tasks"])',
            tags="read aggregation filter nested",
        ),
        Case(
            kind="creative",
            call='addThreeMoreTasks("nh-3")',
            after=invented("/newHires/2/tasks", "title", {"done": False}, {"done": False}, {"done": False}),
            right="""
                titles = ["plan a lunch with the team", "open a payroll account", "print a welcome card"]
                tasks = state["newHires"][2]["tasks"]
                tasks += [{"title": title, "done": False} for title in titles]
                return tasks
            """,
            tags="id nested",
        ),
    ),
)
