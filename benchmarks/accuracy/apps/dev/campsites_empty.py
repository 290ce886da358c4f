"""Campsites, and at first none."""

import json
import re
from typing import Any

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, mentions, nothing
from benchmarks.accuracy.seen import Seen

FIELDS = {"name", "title", "place", "location", "nights", "rating", "description", "country", "price"}


def three_campsites(seen: Seen) -> str:
    """Accept a state with three different texts or things, in a list or under keys, near the root."""
    nodes: list[Any] = [seen.after]
    for _ in range(2):
        nodes += [item for node in nodes if isinstance(node, dict) for item in node.values()]
    for node in nodes:
        if not isinstance(node, list | dict) or (isinstance(node, dict) and FIELDS & node.keys()):
            continue  # a dict with such keys is one campsite
        items = list(node.items()) if isinstance(node, dict) else node
        kinds = {type(item) for item in (node.values() if isinstance(node, dict) else node)}
        texts = [re.sub(r"[\W\d_]", "", json.dumps(item)).casefold() for item in items]
        if len(set(texts)) == len(texts) == 3 and "" not in texts and len(kinds) == 1:
            return ""
    return "the state should have three different campsites"


APP = App(
    name="campsites_empty",
    purpose="The campsites where we have stayed",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_campsites()",
            response=nothing,
            right='return state.get("campsites", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='add_campsite(name="Pine Bay", nights=3, rating=4)',
            state=FOLLOWS,
            after=has(("Pine Bay", 3, 4)),
            right="""
                campsite = {"name": "Pine Bay", "nights": 3, "rating": 4}
                state.setdefault("campsites", []).append(campsite)
                return campsite
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /campsites",
            data={"name": "Foxhole Farm", "nights": 2, "rating": 5, "pets": True},
            state=FOLLOWS,
            after=has(("Pine Bay", 3, 4), ("Foxhole Farm", 2, 5, True)),
            right="""
                state["campsites"].append({"name": "Foxhole Farm", "nights": 2, "rating": 5, "pets": True})
                return state["campsites"][-1], 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call='get_campsite("Foxhole Farm")',
            state=FOLLOWS,
            response=mentions("2", "5", omits=("Pine Bay",)),
            right='return [c for c in state["campsites"] if c["name"] == "Foxhole Farm"][0]',
            tags="sequence read",
        ),
        Case(
            kind="empty",
            call="total_nights()",
            state=FOLLOWS,
            response=answers(5),
            right='return sum(c["nights"] for c in state["campsites"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="change the rating of Pine Bay to 5",
            state=FOLLOWS,
            after=has(("Pine Bay", 3, 5), ("Foxhole Farm", 2, 5, True)),
            right="""
                for campsite in state["campsites"]:
                    if campsite["name"] == "Pine Bay":
                        campsite["rating"] = 5
                        return campsite
            """,
            tags="sequence sentence",
        ),
        Case(
            kind="empty",
            call='delte_campsite("Foxhole Farm")',
            state=FOLLOWS,
            after=has(("Pine Bay", 3, 5), lacks=("Foxhole Farm",)),
            right="""
                state["campsites"] = [c for c in state["campsites"] if c["name"] != "Foxhole Farm"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="empty",
            call="how many nights did we spend at Pine Bay?",
            state=FOLLOWS,
            response=answers(3),
            right='return [c["nights"] for c in state["campsites"] if c["name"] == "Pine Bay"][0]',
            tags="sequence read sentence",
        ),
        Case(
            kind="creative",
            call="add_three_made_up_campsites()",
            after=three_campsites,
            right="""
                names = ["Otter Creek", "Thistle Meadow", "Lantern Hill"]
                state["campsites"] = [{"name": name, "nights": 2, "rating": 4} for name in names]
                return state["campsites"]
            """,
        ),
    ),
)
