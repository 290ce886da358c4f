"""Names for a baby, from the empty state."""

import json
import re
from typing import Any

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, mentions, nothing
from benchmarks.accuracy.seen import Seen

FIELDS = {"name", "rating", "origin", "meaning", "description", "gender", "sex", "god", "myth", "id"}


def three_names(seen: Seen) -> str:
    """Accept a state with three different texts or things, in a list or under keys, near the root."""
    nodes: list[Any] = [seen.after]
    for _ in range(2):
        nodes += [item for node in nodes if isinstance(node, dict) for item in node.values()]
    for node in nodes:
        if not isinstance(node, list | dict) or (isinstance(node, dict) and FIELDS & node.keys()):
            continue  # a dict with such keys is one name
        items = list(node.items()) if isinstance(node, dict) else node
        kinds = {type(item) for item in (node.values() if isinstance(node, dict) else node)}
        texts = [re.sub(r"[\W\d_]", "", json.dumps(item)).casefold() for item in items]
        if len(set(texts)) == len(texts) == 3 and "" not in texts and len(kinds) == 1:
            return ""
    return "the state should have three different names"


APP = App(
    name="babynames_empty",
    purpose="The baby names we are thinking about, with a rating for each",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_names()",
            response=nothing,
            right='return state.get("names", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call="add_name(Nora, rating=4)",
            state=FOLLOWS,
            after=has(("Nora", 4)),
            right="""
                entry = {"name": "Nora", "rating": 4}
                state.setdefault("names", []).append(entry)
                return entry
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /names",
            data={"name": "Emil", "rating": 1, "idea_of": "Grandma"},
            state=FOLLOWS,
            after=has(("Nora", 4), ("Emil", 1, "Grandma")),
            right="""
                entry = {"name": "Emil", "rating": 1, "idea_of": "Grandma"}
                state["names"].append(entry)
                return entry, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="add Ida with a rating of 3",
            state=FOLLOWS,
            after=has(("Nora", 4), ("Emil", 1, "Grandma"), ("Ida", 3)),
            right="""
                entry = {"name": "Ida", "rating": 3}
                state["names"].append(entry)
                return entry
            """,
            tags="sequence sentence",
        ),
        Case(
            kind="empty",
            call="set_rating(Emil, 5)",
            state=FOLLOWS,
            after=has(("Nora", 4), ("Emil", 5, "Grandma"), ("Ida", 3)),
            right="""
                for entry in state["names"]:
                    if entry["name"] == "Emil":
                        entry["rating"] = 5
                        return entry
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="which name has the best rating?",
            state=FOLLOWS,
            response=mentions("Emil", omits=("Nora", "Ida")),
            right='return max(state["names"], key=lambda entry: entry["rating"])["name"]',
            tags="sequence read sentence aggregation",
        ),
        Case(
            kind="empty",
            call="dleete_nmae(Nora)",
            state=FOLLOWS,
            after=has(("Emil", 5, "Grandma"), ("Ida", 3), lacks=("Nora",)),
            right="""
                state["names"] = [entry for entry in state["names"] if entry["name"] != "Nora"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="empty",
            call="count_names()",
            state=FOLLOWS,
            response=answers(2),
            right='return len(state["names"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="creative",
            call="add_three_names_from_greek_myths()",
            after=three_names,
            right="""
                names = ["Daphne", "Orion", "Thalia"]
                state["names"] = [{"name": name, "rating": 3} for name in names]
                return state["names"]
            """,
        ),
    ),
)
