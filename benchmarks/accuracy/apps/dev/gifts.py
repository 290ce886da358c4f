"""Gift ideas: an object of people with lists of strings in them, and a list of what was given."""

import re
from copy import deepcopy
from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of, becomes, unchanged

MUM: dict[str, Any] = {"birthday": "03-14", "budget": 50, "ideas": ["silk scarf", "cookbook"]}


def three_ideas_for_grandma(seen: Seen) -> str:
    """Accept three different ideas for Grandma, who had none, and nothing else changed."""
    after: Any = deepcopy(seen.after)
    try:
        ideas = after["people"]["Grandma"]["ideas"]
        after["people"]["Grandma"]["ideas"] = []
    except (KeyError, TypeError):
        return "Grandma is gone, or her ideas"
    if not isinstance(ideas, list) or any(not isinstance(idea, str) for idea in ideas):
        return "the ideas should be a list of texts"
    names = {re.sub(r"[\W\d_]+", "", idea).casefold() for idea in ideas}
    if len(ideas) != 3 or len(names) != 3 or names & {"", "idea", "gift", "newidea"}:
        return "there should be three different ideas"
    return unchanged(replace(seen, after=after))


APP = App(
    name="gifts",
    purpose="Gift ideas for my family and friends, and what I gave them",
    state={
        "people": {
            "Mum": MUM,
            "Tom": {"birthday": "11-02", "budget": 30, "ideas": ["headlamp"]},
            "Aylin": {"birthday": "07-28", "budget": 25, "ideas": ["puzzle", "tea set", "fountain pen"]},
            "Grandma": {"birthday": "01-09", "budget": 40, "ideas": []},
        },
        "given": [
            {"year": 2023, "to": "Mum", "gift": "teapot", "price": 35.5},
            {"year": 2023, "to": "Tom", "gift": "wallet", "price": 28},
            {"year": 2024, "to": "Mum", "gift": "garden gloves", "price": 18.9},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="ideas_for(Aylin)",
            response=any_of(
                picks("/people/Aylin/ideas", 0, 1, 2),
                mentions("puzzle", "tea set", "fountain pen", omits=("cookbook", "headlamp", "07-28")),
            ),
            right='return state["people"]["Aylin"]["ideas"]',
            tags="key",
        ),
        Case(
            kind="read",
            call="what_did_i_give(Mum)",
            response=any_of(
                picks("/given", 0, 2, by="gift"),
                mentions("teapot", "garden gloves", omits=("wallet", "cookbook")),
            ),
            right='return [given for given in state["given"] if given["to"] == "Mum"]',
            tags="filter",
        ),
        Case(
            kind="write",
            call='add_idea(Grandma, "photo calendar")',
            after=becomes({"/people/Grandma/ideas/-": "photo calendar"}),
            right="""
                state["people"]["Grandma"]["ideas"].append("photo calendar")
                return state["people"]["Grandma"]
            """,
            tags="key nested",
        ),
        Case(
            kind="write",
            call="set_budget(Tom, 45)",
            after=becomes({"/people/Tom/budget": 45}),
            right='state["people"]["Tom"]["budget"] = 45\nreturn state["people"]["Tom"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="who has no ideas yet?",
            response=picks("/people", "Grandma"),
            right='return [name for name, person in state["people"].items() if not person["ideas"]]',
            tags="filter key",
        ),
        Case(
            kind="sentence",
            call="scratch the puzzle, Aylin already has one",
            after=becomes(drops=("/people/Aylin/ideas/0",)),
            right="""
                state["people"]["Aylin"]["ideas"].remove("puzzle")
                return state["people"]["Aylin"]
            """,
            tags="key nested",
        ),
        Case(
            kind="mistyped",
            call='set_brithday(Granma, "01-19")',
            after=becomes({"/people/Grandma/birthday": "01-19"}),
            right='state["people"]["Grandma"]["birthday"] = "01-19"\nreturn state["people"]["Grandma"]',
            tags="key date",
        ),
        Case(
            kind="REST",
            call="GET /people/Mum",
            response=answers(MUM),
            right='return state["people"]["Mum"]',
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_three_ideas(Grandma)",
            after=three_ideas_for_grandma,
            right="""
                state["people"]["Grandma"]["ideas"] += ["a bird feeder", "warm slippers", "a photo book"]
                return state["people"]["Grandma"]
            """,
            tags="key nested",
        ),
    ),
)
