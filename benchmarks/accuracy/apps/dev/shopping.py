"""Shopping lists: plain lists of strings under names, with a rule that stands in the purpose."""

import re
from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of, becomes, unchanged

STATE: dict[str, Any] = {
    "flatmates": ["Ana", "Joost", "Priya"],
    "next_shopper": "Joost",
    "lists": {
        "supermarket": ["milk", "eggs", "tomatoes", "rice", "coffee"],
        "drugstore": ["toothpaste", "soap"],
        "hardware store": ["light bulbs", "glue"],
    },
    "bought": ["bread", "shampoo"],
    "budget": 60,
}


def three_foods(seen: Seen) -> str:
    """Accept three more things on the supermarket's list, and nothing else changed."""
    after: Any = seen.after
    lists: Any = after.get("lists") if isinstance(after, dict) else None
    foods = lists.get("supermarket") if isinstance(lists, dict) else None
    old = STATE["lists"]["supermarket"]
    if not isinstance(foods, list) or [food for food in foods if food in old] != old:
        return "the supermarket's list should keep its things"
    fresh = [food for food in foods if food not in old]
    if not all(isinstance(food, str) for food in fresh):
        return "the new things should be texts"
    names = {re.sub(r"[\W\d_]+", "", food).casefold() for food in fresh}
    if len(fresh) != 3 or len(names) != 3 or names & {"", "food", "item", "breakfast", *old}:
        return f"there should be three new foods, not {fresh}"
    return unchanged(replace(seen, after={**after, "lists": {**lists, "supermarket": old}}))


APP = App(
    name="shopping",
    purpose="The shopping lists of our flat. When we have bought something it moves from its list to bought",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="get_list(drugstore)",
            response=any_of(
                picks("/lists/drugstore", 0, 1),
                mentions("toothpaste", "soap", omits=("milk", "rice", "glue", "bread", "Joost")),
            ),
            right='return state["lists"]["drugstore"]',
            tags="key",
        ),
        Case(
            kind="read",
            call="count_items(supermarket)",
            response=answers(5),
            right='return len(state["lists"]["supermarket"])',
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call='add_item(supermarket, "oat milk")',
            after=becomes({"/lists/supermarket/-": "oat milk"}),
            right='state["lists"]["supermarket"].append("oat milk")\nreturn state["lists"]["supermarket"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="mark_bought(eggs)",
            after=becomes({"/bought/-": "eggs"}, drops=("/lists/supermarket/1",)),
            right="""
                for things in state["lists"].values():
                    if "eggs" in things:
                        things.remove("eggs")
                        state["bought"].append("eggs")
                return state["bought"]
            """,
            tags="move nested",
        ),
        Case(
            kind="write",
            call='move_item(glue, "hardware store", supermarket)',
            after=becomes({"/lists/supermarket/-": "glue"}, drops=("/lists/hardware store/1",)),
            right="""
                state["lists"]["hardware store"].remove("glue")
                state["lists"]["supermarket"].append("glue")
                return state["lists"]
            """,
            tags="move key",
        ),
        Case(
            kind="sentence",
            call="what do we need from the hardware store?",
            response=any_of(
                picks("/lists/hardware store", 0, 1),
                mentions("light bulbs", "glue", omits=("milk", "rice", "soap", "bread", "Joost")),
            ),
            right='return state["lists"]["hardware store"]',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="claer_bougth()",
            after=becomes({"/bought": []}),
            right='state["bought"] = []\nreturn {"message": "cleared"}',
        ),
        Case(
            kind="REST",
            call="DELETE /lists/drugstore/soap",
            after=becomes(drops=("/lists/drugstore/1",)),
            right='state["lists"]["drugstore"].remove("soap")\nreturn state["lists"]["drugstore"]',
            tags="key nested",
        ),
        Case(
            kind="creative",
            call="add_three_breakfast_foods(supermarket)",
            after=three_foods,
            right="""
                state["lists"]["supermarket"] += ["granola", "orange juice", "honey"]
                return state["lists"]["supermarket"]
            """,
            tags="key",
        ),
    ),
)
