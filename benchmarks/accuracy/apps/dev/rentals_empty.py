"""Flats that somebody might rent, from the empty state."""

import json
import re
from typing import Any

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, mentions, nothing
from benchmarks.accuracy.seen import Seen, walk


def five_flats(seen: Seen) -> str:
    """Accept a state with a collection of five flats, each with words of its own and a rent."""
    for node in walk(seen.after):
        if not isinstance(node, list | dict):
            continue
        items: list[Any] = list(node.items()) if isinstance(node, dict) else list(node)
        values: list[Any] = list(node.values()) if isinstance(node, dict) else list(node)
        texts = [json.dumps(item) for item in items]
        words = {re.sub(r"[\W\d_]+", "", text).casefold() for text in texts} - {""}
        are_flats = all(isinstance(value, dict) for value in values) or (
            isinstance(node, dict) and all(type(value) in (int, float) for value in values)
        )
        if are_flats and len(texts) == len(words) == 5 and all(re.search(r"\d{3}", text) for text in texts):
            return ""
    return "the state should have five different flats, each with a rent"


APP = App(
    name="rentals_empty",
    purpose="The flats that we could rent, with the rent per month in euros",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_flats()",
            response=nothing,
            right='return state.get("flats", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='add_flat("Elm Street 12", rent=850, rooms=2)',
            state=FOLLOWS,
            after=has(("Elm Street 12", 850, 2)),
            right="""
                flat = {"address": "Elm Street 12", "rent": 850, "rooms": 2}
                state.setdefault("flats", []).append(flat)
                return flat
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /flats",
            data={"address": "Harbour Road 3", "rent": 1100, "rooms": 3},
            state=FOLLOWS,
            after=has(("Elm Street 12", 850, 2), ("Harbour Road 3", 1100, 3)),
            right="""
                flat = {"address": "Harbour Road 3", "rent": 1100, "rooms": 3}
                state["flats"].append(flat)
                return flat, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="add_flat(address=Mill Lane 7, rent=690, rooms=1)",
            state=FOLLOWS,
            after=has(("Elm Street 12", 850, 2), ("Harbour Road 3", 1100, 3), ("Mill Lane 7", 690, 1)),
            right="""
                flat = {"address": "Mill Lane 7", "rent": 690, "rooms": 1}
                state["flats"].append(flat)
                return flat
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="flats_under(900)",
            state=FOLLOWS,
            response=mentions("Elm Street 12", "Mill Lane 7", omits=("Harbour Road 3",)),
            right='return [flat for flat in state["flats"] if flat["rent"] < 900]',
            tags="sequence read filter",
        ),
        Case(
            kind="empty",
            call="the rent for Mill Lane 7 went up by 30 euros",
            state=FOLLOWS,
            after=has(("Elm Street 12", 850, 2), ("Harbour Road 3", 1100, 3), ("Mill Lane 7", 720, 1)),
            right="""
                for flat in state["flats"]:
                    if flat["address"] == "Mill Lane 7":
                        flat["rent"] += 30
                        return flat
            """,
            tags="sequence sentence counter",
        ),
        Case(
            kind="empty",
            call="average_rent()",
            state=FOLLOWS,
            response=answers(890, also=(3, 2670, "euros", "euro", "EUR", "€")),
            right='return sum(flat["rent"] for flat in state["flats"]) / len(state["flats"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call='delte_flat("Harbor Road 3")',
            state=FOLLOWS,
            after=has(("Elm Street 12", 850, 2), ("Mill Lane 7", 720, 1), lacks=("Harbour Road 3",)),
            right="""
                state["flats"] = [flat for flat in state["flats"] if flat["address"] != "Harbour Road 3"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_five_example_flats()",
            after=five_flats,
            right="""
                streets = ["Oak Street 5", "Station Road 18", "Castle Hill 2", "Park Avenue 40", "Quay 9"]
                state["flats"] = [{"address": street, "rent": 800, "rooms": 2} for street in streets]
                return state["flats"]
            """,
        ),
    ),
)
