"""Knitting: an object of numbers, a plain list of numbers, and a list of things that count up."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes


def none_yet(rows: Any) -> bool:
    """Accept no rows."""
    return not isinstance(rows, bool) and rows in (None, 0)


def not_yet(finished: Any) -> bool:
    """Accept that a project is not finished, or that nothing is said of it."""
    return finished in (None, False)


APP = App(
    name="knitting",
    purpose="My knitting: the yarn I have, in grams, and my projects",
    state={
        "yarn": {"blue merino": 150, "grey wool": 400, "red cotton": 50, "green mohair": 75},
        "needles": [3, 3.5, 4, 5],
        "projects": [
            {
                "name": "Scarf for Dad",
                "yarn": "grey wool",
                "rows_done": 80,
                "rows_total": 200,
                "finished": False,
            },
            {
                "name": "Baby hat",
                "yarn": "blue merino",
                "rows_done": 60,
                "rows_total": 60,
                "finished": True,
            },
            {"name": "Socks", "yarn": "red cotton", "rows_done": 12, "rows_total": 96, "finished": False},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="unfinished_projects()",
            response=picks("/projects", 0, 2, by="name"),
            right='return [p for p in state["projects"] if not p["finished"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="how_much_yarn(grey wool)",
            response=answers(400, also=("grams", "g")),
            right='return state["yarn"]["grey wool"]',
            tags="key",
        ),
        Case(
            kind="write",
            call='knit_rows("Socks", 8)',
            after=becomes({"/projects/2/rows_done": 20}),
            right="""
                for project in state["projects"]:
                    if project["name"] == "Socks":
                        project["rows_done"] += 8
                        return project
            """,
            tags="counter",
        ),
        Case(
            kind="write",
            call='buy_yarn("red cotton", 100)',
            after=becomes({"/yarn/red cotton": 150}),
            right='state["yarn"]["red cotton"] += 100\nreturn state["yarn"]',
            tags="counter key",
        ),
        Case(
            kind="write",
            call='rename_project("Baby hat", "Hat for Mia")',
            after=becomes({"/projects/1/name": "Hat for Mia"}),
            right="""
                for project in state["projects"]:
                    if project["name"] == "Baby hat":
                        project["name"] = "Hat for Mia"
                        return project
            """,
        ),
        Case(
            kind="sentence",
            call="how many rows are left on the scarf?",
            response=any_of(
                answers(120, also=("Scarf for Dad", 80, 200)),
                mentions("120", omits=("Socks", "Baby hat")),
            ),
            right="""
                for project in state["projects"]:
                    if "Scarf" in project["name"]:
                        return project["rows_total"] - project["rows_done"]
            """,
            tags="aggregation filter",
        ),
        Case(
            kind="sentence",
            call="I used 50 grams of the blue merino",
            after=becomes({"/yarn/blue merino": 100}),
            right='state["yarn"]["blue merino"] -= 50\nreturn state["yarn"]',
            tags="counter key",
        ),
        Case(
            kind="mistyped",
            call="finish_project(Sokcs)",
            after=any_of(
                becomes({"/projects/2/finished": True}),
                becomes({"/projects/2/finished": True, "/projects/2/rows_done": 96}),
            ),
            right="""
                for project in state["projects"]:
                    if project["name"] == "Socks":
                        project["finished"] = True
                        return project
            """,
        ),
        Case(
            kind="REST",
            call="POST /projects",
            data={"name": "Mittens", "yarn": "green mohair", "rows_total": 70},
            after=added(
                "/projects",
                {
                    "name": "Mittens",
                    "yarn": "green mohair",
                    "rows_done": none_yet,
                    "rows_total": 70,
                    "finished": not_yet,
                },
                optional=("rows_done", "finished"),
            ),
            right="""
                project = {"name": "Mittens", "yarn": "green mohair", "rows_done": 0, "rows_total": 70}
                state["projects"].append({**project, "finished": False})
                return state["projects"][-1], 201
            """,
            tags="body",
        ),
    ),
)
