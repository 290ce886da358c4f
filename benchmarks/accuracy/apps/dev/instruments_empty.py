"""The instruments of a music school, from the empty state."""

import json
import re
from typing import Any

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, mentions, nothing
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of

FIELDS = {"name", "type", "kind", "rent", "monthly_rent", "description", "maker", "id", "available", "status"}


def three_drums(seen: Seen) -> str:
    """Accept a state with three different texts or things, in a list or under keys, near the root."""
    nodes: list[Any] = [seen.after]
    for _ in range(2):
        nodes += [item for node in nodes if isinstance(node, dict) for item in node.values()]
    for node in nodes:
        if not isinstance(node, list | dict) or (isinstance(node, dict) and FIELDS & node.keys()):
            continue  # a dict with such keys is one drum
        items = list(node.items()) if isinstance(node, dict) else node
        kinds = {type(item) for item in (node.values() if isinstance(node, dict) else node)}
        texts = [re.sub(r"[\W\d_]", "", json.dumps(item)).casefold() for item in items]
        if len(set(texts)) == len(texts) == 3 and "" not in texts and len(kinds) == 1:
            return ""
    return "the state should have three different drums"


APP = App(
    name="instruments_empty",
    purpose="The instruments that our music school lends out, and the monthly rent of each",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_instruments()",
            response=nothing,
            right='return state.get("instruments", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call="add_instrument(violin, rent=15)",
            state=FOLLOWS,
            after=has(("violin", 15)),
            right="""
                instrument = {"name": "violin", "rent": 15}
                state.setdefault("instruments", []).append(instrument)
                return instrument
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /instruments",
            data={"name": "cello", "rent": 25, "maker": "Hofner"},
            state=FOLLOWS,
            after=has(("violin", 15), ("cello", 25, "Hofner")),
            right="""
                instrument = {"name": "cello", "rent": 25, "maker": "Hofner"}
                state["instruments"].append(instrument)
                return instrument, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="we also have a trumpet now, its rent is 12",
            state=FOLLOWS,
            after=has(("violin", 15), ("cello", 25, "Hofner"), ("trumpet", 12)),
            right="""
                instrument = {"name": "trumpet", "rent": 12}
                state["instruments"].append(instrument)
                return instrument
            """,
            tags="sequence sentence",
        ),
        Case(
            kind="empty",
            call="lend(cello, to=Anouk)",
            state=FOLLOWS,
            # a flag or a null may be replaced here: "lacks" says that not all that was there must stay
            after=has(
                *(("violin", 15), ("cello", 25, "Hofner"), ("cello", "Anouk"), ("trumpet", 12)),
                lacks=("undefined",),
            ),
            right="""
                for instrument in state["instruments"]:
                    if instrument["name"] == "cello":
                        instrument["lent_to"] = "Anouk"
                        return instrument
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="set_rnet(violin, 18)",
            state=FOLLOWS,
            after=has(("violin", 18), ("cello", 25, "Hofner"), ("cello", "Anouk"), ("trumpet", 12)),
            right="""
                for instrument in state["instruments"]:
                    if instrument["name"] == "violin":
                        instrument["rent"] = 18
                        return instrument
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="empty",
            call="what is the rent of all three instruments together?",
            state=FOLLOWS,
            response=any_of(answers(55, also=(3,)), mentions("55")),
            right='return sum(instrument["rent"] for instrument in state["instruments"])',
            tags="sequence read sentence aggregation",
        ),
        Case(
            kind="empty",
            call="delete_instrument(trumpet)",
            state=FOLLOWS,
            after=has(("violin", 18), ("cello", 25, "Hofner"), ("cello", "Anouk"), lacks=("trumpet",)),
            right="""
                state["instruments"] = [x for x in state["instruments"] if x["name"] != "trumpet"]
                return {"message": "deleted"}
            """,
            tags="sequence",
        ),
        Case(
            kind="creative",
            call="add_three_different_drums()",
            after=three_drums,
            right="""
                names = ["snare drum", "bongo", "djembe"]
                state["instruments"] = [{"name": name, "rent": 10} for name in names]
                return state["instruments"]
            """,
        ),
    ),
)
