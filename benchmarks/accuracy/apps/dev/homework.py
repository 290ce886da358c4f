"""Homework of a class: the state is a bare list of objects, with dates and lists of names in them."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented, text, unused


def nobody(names: Any) -> bool:
    """Accept a list of no names, or none."""
    return names in (None, [])


IDS = ("h1", "h2", "h3", "h4")

APP = App(
    name="homework",
    purpose="The homework of class 7b and who has handed it in",
    state=[
        {
            "id": "h1",
            "subject": "Maths",
            "task": "Worksheet 12, the odd numbers",
            "due": "2025-03-10",
            "handed_in": ["Ada", "Ben"],
        },
        {
            "id": "h2",
            "subject": "History",
            "task": "Read chapter 4",
            "due": "2025-03-07",
            "handed_in": ["Ada", "Ben", "Dev"],
        },
        {
            "id": "h3",
            "subject": "English",
            "task": "Essay about a hero",
            "due": "2025-03-12",
            "handed_in": ["Carla"],
        },
        {
            "id": "h4",
            "subject": "Maths",
            "task": "Learn the 13 times table",
            "due": "2025-03-14",
            "handed_in": [],
        },
    ],
    cases=(
        Case(
            kind="read",
            call="get_homework(Maths)",
            response=any_of(picks("", 0, 3, by="id"), picks("", 0, 3, by="task")),
            right='return [item for item in state if item["subject"] == "Maths"]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="list_homework(sort=due)",
            response=any_of(
                picks("", 1, 0, 2, 3, by="id", ordered=True),
                picks("", 1, 0, 2, 3, by="task", ordered=True),
            ),
            right='return sorted(state, key=lambda item: item["due"])',
            tags="sort date",
        ),
        Case(
            kind="write",
            call="hand_in(h3, Ben)",
            after=becomes({"/2/handed_in/-": "Ben"}),
            right='state[2]["handed_in"].append("Ben")\nreturn state[2]',
            tags="id nested",
        ),
        Case(
            kind="write",
            call='extend_deadline(h1, "2025-03-17")',
            after=becomes({"/0/due": "2025-03-17"}),
            right='state[0]["due"] = "2025-03-17"\nreturn state[0]',
            tags="id date",
        ),
        Case(
            kind="sentence",
            call="who has handed in the history homework?",
            response=any_of(
                picks("/1/handed_in", 0, 1, 2),
                mentions("Ada", "Ben", "Dev", omits=("Carla", "Maths", "English")),
            ),
            right='return state[1]["handed_in"]',
            tags="filter nested",
        ),
        Case(
            kind="sentence",
            call="Carla handed in both maths homeworks",
            after=becomes({"/0/handed_in/-": "Carla", "/3/handed_in/-": "Carla"}),
            right="""
                for item in state:
                    if item["subject"] == "Maths":
                        item["handed_in"].append("Carla")
                return state
            """,
            tags="filter nested",
        ),
        Case(
            kind="REST",
            call="POST /homework",
            data={"subject": "Biology", "task": "Draw a plant cell", "due": "2025-03-13"},
            after=added(
                "",
                {
                    "id": unused(*IDS),
                    "subject": "Biology",
                    "task": "Draw a plant cell",
                    "due": "2025-03-13",
                    "handed_in": nobody,
                },
                optional=("handed_in",),
            ),
            right="""
                item = {"id": "h5", "subject": "Biology", "task": "Draw a plant cell", "due": "2025-03-13"}
                item["handed_in"] = []
                state.append(item)
                return item, 201
            """,
            tags="body date",
        ),
        Case(
            kind="creative",
            call="add_two_french_homeworks()",
            after=invented(
                "",
                "task",
                *[{"id": unused(*IDS), "subject": text("French"), "handed_in": nobody}] * 2,
                optional=("handed_in",),
            ),
            right="""
                for i, task in enumerate(["Describe your room", "Learn ten verbs"]):
                    item = {"id": f"h{5 + i}", "subject": "French", "task": task, "due": "2025-03-20"}
                    state.append({**item, "handed_in": []})
                return state[-2:]
            """,
        ),
        Case(
            kind="mistyped",
            call="delet_homwork(h2)",
            after=becomes(drops=("/1",)),
            right="return state.pop(1)",
            tags="id",
        ),
    ),
)
