"""A school bus: a list of stops in order, with lists of names in them, and some scalars."""

from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of, becomes, unchanged

KNOWN = {"eva", "joris", "mina", "sam", "tilda", "uli"}


def three_children(seen: Seen) -> str:
    """Accept three new names at the third stop, and nothing else changed."""
    after: Any = seen.after
    try:
        names = after["stops"][2]["children"]
    except (KeyError, IndexError, TypeError):
        return "the third stop is gone"
    if not isinstance(names, list) or len(names) != 3 or not all(isinstance(name, str) for name in names):
        return "there should be three children, each a text"
    letters = {"".join(filter(str.isalpha, name)).casefold() for name in names}
    if len(letters) < 3 or letters & {"", "child", *KNOWN}:
        return "the children should have three new names"
    stops = [*after["stops"]]
    stops[2] = {**stops[2], "children": []}
    return unchanged(replace(seen, after={**after, "stops": stops}))


APP = App(
    name="schoolbus",
    purpose="The school bus: its stops in order, and the children who get on there",
    state={
        "bus": 7,
        "driver": "Mr Okafor",
        "stops": [
            {"name": "Mill Lane", "time": "07:10", "children": ["Eva", "Joris"]},
            {"name": "Church", "time": "07:18", "children": ["Mina"]},
            {"name": "Old Farm", "time": "07:25", "children": []},
            {"name": "Station", "time": "07:34", "children": ["Sam", "Tilda", "Uli"]},
        ],
        "absent_today": ["Mina"],
    },
    cases=(
        Case(
            kind="read",
            call="children_at(Station)",
            response=any_of(
                picks("/stops/3/children", 0, 1, 2),
                mentions("Sam", "Tilda", "Uli", omits=("Eva", "Joris", "Mina")),
            ),
            right="""
                for stop in state["stops"]:
                    if stop["name"] == "Station":
                        return stop["children"]
            """,
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="which_stop(Joris)",
            response=mentions("Mill Lane", omits=("Church", "Old Farm", "Station")),
            right='return [stop["name"] for stop in state["stops"] if "Joris" in stop["children"]][0]',
            tags="filter nested",
        ),
        Case(
            kind="write",
            call='add_child(Noah, "Old Farm")',
            after=becomes({"/stops/2/children/-": "Noah"}),
            right='state["stops"][2]["children"].append("Noah")\nreturn state["stops"][2]',
            tags="nested",
        ),
        Case(
            kind="write",
            call="move_child(Joris, Church)",
            after=any_of(
                becomes({"/stops/1/children": ["Mina", "Joris"]}, drops=("/stops/0/children/1",)),
                becomes({"/stops/1/children": ["Joris", "Mina"]}, drops=("/stops/0/children/1",)),
            ),
            right="""
                state["stops"][0]["children"].remove("Joris")
                state["stops"][1]["children"].append("Joris")
                return state["stops"]
            """,
            tags="nested move",
        ),
        Case(
            kind="write",
            call="mark_absent(Sam)",
            after=any_of(
                becomes({"/absent_today": ["Mina", "Sam"]}),
                becomes({"/absent_today": ["Sam", "Mina"]}),
            ),
            right='state["absent_today"].append("Sam")\nreturn state["absent_today"]',
        ),
        Case(
            kind="sentence",
            call="make the bus come five minutes later at every stop",
            after=becomes(
                {
                    "/stops/0/time": "07:15",
                    "/stops/1/time": "07:23",
                    "/stops/2/time": "07:30",
                    "/stops/3/time": "07:39",
                }
            ),
            right="""
                for stop in state["stops"]:
                    hours, minutes = map(int, stop["time"].split(":"))
                    total = hours * 60 + minutes + 5
                    stop["time"] = f"{total // 60:02}:{total % 60:02}"
                return state["stops"]
            """,
            tags="date",
        ),
        Case(
            kind="REST",
            call="POST /stops",
            data={"name": "Bridge Street", "time": "07:40", "children": ["Wim"]},
            after=becomes({"/stops/-": {"name": "Bridge Street", "time": "07:40", "children": ["Wim"]}}),
            right="""
                stop = {"name": "Bridge Street", "time": "07:40", "children": ["Wim"]}
                state["stops"].append(stop)
                return stop, 201
            """,
            tags="nested body",
        ),
        Case(
            kind="creative",
            call='add_three_children_with_made_up_names("Old Farm")',
            after=three_children,
            right='state["stops"][2]["children"] = ["Vera", "Milan", "Zola"]\nreturn state["stops"][2]',
            tags="nested",
        ),
        Case(
            kind="mistyped",
            call='chnage_drivr("Ms Lind")',
            after=becomes({"/driver": "Ms Lind"}),
            right='state["driver"] = "Ms Lind"\nreturn {"driver": "Ms Lind"}',
        ),
    ),
)
