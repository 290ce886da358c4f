"""A trip by train: a list of stops whose order counts, with flags and lists of strings."""

import re
from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, becomes, unchanged

STATE: dict[str, Any] = {
    "title": "Up north",
    "travellers": ["Inga", "Pol"],
    "stops": [
        {"city": "Hamburg", "country": "Germany", "nights": 1, "booked": True, "sights": ["harbour"]},
        {
            "city": "Copenhagen",
            "country": "Denmark",
            "nights": 3,
            "booked": True,
            "sights": ["Tivoli", "canals"],
        },
        {"city": "Gothenburg", "country": "Sweden", "nights": 2, "booked": False, "sights": []},
        {"city": "Oslo", "country": "Norway", "nights": 2, "booked": False, "sights": ["opera house"]},
        {"city": "Bergen", "country": "Norway", "nights": 3, "booked": True, "sights": ["fish market"]},
    ],
}


def two_sights_in_oslo(seen: Seen) -> str:
    """Accept two more sights of Oslo, and nothing else changed."""
    after: Any = seen.after
    stops = after.get("stops") if isinstance(after, dict) else None
    if not isinstance(stops, list) or len(stops) != 5 or not isinstance(stops[3], dict):
        return "the stops should stay"
    sights = stops[3].get("sights")
    if not isinstance(sights, list) or "opera house" not in sights:
        return "Oslo should keep its sights"
    fresh = [sight for sight in sights if sight != "opera house"]
    names = {re.sub(r"[\W\d_]+", "", sight).casefold() for sight in fresh if isinstance(sight, str)}
    if len(sights) != 3 or len(names) != 2 or names & {"", "sight", "newsight", "operahouse", "oslo"}:
        return f"Oslo should have two new sights, not {fresh}"
    oslo = {**stops[3], "sights": ["opera house"]}
    return unchanged(replace(seen, after={**after, "stops": [*stops[:3], oslo, stops[4]]}))


APP = App(
    name="traintrip",
    purpose="The stops of our train trip this summer, in the order in which we travel",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="total_nights()",
            response=answers(11, also=(5,)),
            right='return sum(stop["nights"] for stop in state["stops"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="stop_after(Copenhagen)",
            response=picks("/stops", 2, by="city"),
            right="""
                cities = [stop["city"] for stop in state["stops"]]
                return state["stops"][cities.index("Copenhagen") + 1]
            """,
            tags="order",
        ),
        Case(
            kind="write",
            call="set_nights(Oslo, 4)",
            after=becomes({"/stops/3/nights": 4}),
            right="""
                for stop in state["stops"]:
                    if stop["city"] == "Oslo":
                        stop["nights"] = 4
                        return stop
            """,
        ),
        Case(
            kind="write",
            call='add_sight(Gothenburg, "botanical garden")',
            after=becomes({"/stops/2/sights/-": "botanical garden"}),
            right="""
                for stop in state["stops"]:
                    if stop["city"] == "Gothenburg":
                        stop["sights"].append("botanical garden")
                        return stop
            """,
            tags="nested",
        ),
        Case(
            kind="write",
            call="swap_stops(Oslo, Bergen)",
            after=becomes(order={"/stops": [0, 1, 2, 4, 3]}),
            right="""
                stops = state["stops"]
                cities = [stop["city"] for stop in stops]
                i, j = cities.index("Oslo"), cities.index("Bergen")
                stops[i], stops[j] = stops[j], stops[i]
                return stops
            """,
            tags="order move",
        ),
        Case(
            kind="sentence",
            call="which cities do we still have to book?",
            response=picks("/stops", 2, 3, by="city"),
            right='return [stop["city"] for stop in state["stops"] if not stop["booked"]]',
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call="mark_as_bookd(Gothenbrug)",
            after=becomes({"/stops/2/booked": True}),
            right="""
                for stop in state["stops"]:
                    if stop["city"] == "Gothenburg":
                        stop["booked"] = True
                        return stop
            """,
        ),
        Case(
            kind="REST",
            call="POST /stops",
            data={
                "city": "Stockholm",
                "country": "Sweden",
                "nights": 2,
                "booked": False,
                "sights": ["old town"],
            },
            after=added(
                "/stops",
                {
                    "city": "Stockholm",
                    "country": "Sweden",
                    "nights": 2,
                    "booked": False,
                    "sights": ["old town"],
                },
            ),
            right="""
                stop = {"city": "Stockholm", "country": "Sweden", "nights": 2, "booked": False}
                stop["sights"] = ["old town"]
                state["stops"].append(stop)
                return stop, 201
            """,
            tags="body nested",
        ),
        Case(
            kind="creative",
            call="add_two_sights(Oslo)",
            after=two_sights_in_oslo,
            right="""
                for stop in state["stops"]:
                    if stop["city"] == "Oslo":
                        stop["sights"] += ["Vigeland park", "Munch museum"]
                        return stop
            """,
            tags="nested",
        ),
    ),
)
