"""What to take on a holiday: plain lists of strings, two of them under names, and two dates."""

import re
from copy import deepcopy
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of, becomes, unchanged

STATE: dict[str, Any] = {
    "trip": {"to": "Lisbon", "leave": "2025-07-12", "back": "2025-07-19"},
    "bags": {
        "suitcase": ["towel", "sandals", "shirts", "shorts"],
        "backpack": ["passport", "headphones"],
    },
    "packed": ["towel", "passport"],
    "to_buy": ["sunscreen", "plug adapter"],
}


def three_more(seen: Seen) -> str:
    """Accept three more things in the suitcase that are not on the lists yet, and nothing else changed."""
    after: Any = deepcopy(seen.after)
    bags: Any = after.get("bags") if isinstance(after, dict) else None
    things = bags.get("suitcase") if isinstance(bags, dict) else None
    if not isinstance(things, list) or any(not isinstance(thing, str) for thing in things):
        return "the suitcase should have a list of things"
    old = STATE["bags"]["suitcase"]
    fresh = [thing for thing in things if thing not in old]
    names = {re.sub(r"[\W\d_]+", "", thing).casefold() for thing in fresh}
    if len(fresh) != 3 or len(names) != 3 or names & {"", *STATE["bags"]["backpack"]}:
        return "there should be three new things in the suitcase"
    bags["suitcase"] = [thing for thing in things if thing in old]
    return unchanged(Seen(seen.call, seen.data, seen.before, after, seen.response, seen.status))


APP = App(
    name="packing",
    purpose="Packing list for our summer holiday",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="not_packed_yet()",
            response=mentions("sandals", "shirts", "shorts", "headphones", omits=("towel", "passport")),
            right="""
                things = [thing for bag in state["bags"].values() for thing in bag]
                return [thing for thing in things if thing not in state["packed"]]
            """,
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="is_packed(passport)",
            response=answers(True),
            right='return "passport" in state["packed"]',
            tags="lookup",
        ),
        Case(
            kind="write",
            call='add(suitcase, "rain jacket")',
            after=becomes({"/bags/suitcase/-": "rain jacket"}),
            right='state["bags"]["suitcase"].append("rain jacket")\nreturn state["bags"]["suitcase"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="mark_packed(sandals)",
            after=becomes({"/packed/-": "sandals"}),
            right='state["packed"].append("sandals")\nreturn state["packed"]',
        ),
        Case(
            kind="sentence",
            call="how many nights are we away?",
            response=answers(7),
            right="""
                from datetime import date
                leave, back = (date.fromisoformat(state["trip"][key]) for key in ("leave", "back"))
                return (back - leave).days
            """,
            tags="date aggregation",
        ),
        Case(
            kind="sentence",
            call="we bought the sunscreen, put it in the backpack",
            after=any_of(
                becomes({"/bags/backpack/-": "sunscreen"}, drops=("/to_buy/0",)),
                becomes({"/bags/backpack/-": "sunscreen", "/packed/-": "sunscreen"}, drops=("/to_buy/0",)),
            ),
            right="""
                state["to_buy"].remove("sunscreen")
                state["bags"]["backpack"].append("sunscreen")
                return state["bags"]["backpack"]
            """,
            tags="move key",
        ),
        Case(
            kind="mistyped",
            call="remvoe_form_suitcase(shorts)",
            after=becomes(drops=("/bags/suitcase/3",)),
            right='state["bags"]["suitcase"].remove("shorts")\nreturn state["bags"]["suitcase"]',
            tags="key",
        ),
        Case(
            kind="REST",
            call="GET /bags/backpack",
            response=picks("/bags/backpack", 0, 1),
            right='return state["bags"]["backpack"]',
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_three_beach_things(suitcase)",
            after=three_more,
            right="""
                state["bags"]["suitcase"] += ["swimsuit", "sun hat", "snorkel"]
                return state["bags"]["suitcase"]
            """,
            tags="key",
        ),
    ),
)
