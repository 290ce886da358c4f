"""A food bank: a list of goods with dates, families under their names, and a list of names."""

import json
import re
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, no_error, picks
from benchmarks.accuracy.seen import Seen, walk
from benchmarks.accuracy.states import becomes

STATE: dict[str, Any] = {
    "stock": [
        {"item": "rice", "kg": 40, "best_before": "2025-01-31"},
        {"item": "bread", "kg": 6, "best_before": "2024-09-12"},
        {"item": "lentils", "kg": 12.5, "best_before": "2024-11-15"},
        {"item": "apples", "kg": 18, "best_before": "2024-09-20"},
    ],
    "families": {
        "Haddad": {"people": 5, "last_visit": "2024-09-02"},
        "Novak": {"people": 2, "last_visit": "2024-08-19"},
        "Osei": {"people": 4, "last_visit": None},
    },
    "volunteers": ["Greta", "Sam", "Ngozi"],
}


def a_meal(seen: Seen) -> str:
    """Accept a response that names a meal of its own and something that is in stock."""
    known = {node for node in walk(STATE) if isinstance(node, str)}
    own = [node for node in walk(seen.response) if isinstance(node, str) and node not in known]
    if own and re.search(r"\b(rice|bread|lentil|apple)", json.dumps(seen.response), re.IGNORECASE):
        return no_error(seen)
    return "the response should name a meal of what is in stock"


APP = App(
    name="foodbank",
    purpose="A neighbourhood food bank: what is in stock, which families come, who helps",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="total_kg()",
            response=answers(76.5),
            right='return sum(entry["kg"] for entry in state["stock"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="get_stock_sorted_by_best_before()",
            response=picks("/stock", 1, 3, 2, 0, by="item", ordered=True),
            right='return sorted(state["stock"], key=lambda entry: entry["best_before"])',
            tags="sort date",
        ),
        Case(
            kind="write",
            call="donate(rice, 15)",
            after=becomes({"/stock/0/kg": 55}),
            right="""
                for entry in state["stock"]:
                    if entry["item"] == args[0]:
                        entry["kg"] += args[1]
                        return entry
            """,
            tags="counter",
        ),
        Case(
            kind="write",
            call="add_volunteer(Theo)",
            after=becomes({"/volunteers/-": "Theo"}),
            right='state["volunteers"].append(args[0])\nreturn state["volunteers"]',
        ),
        Case(
            kind="write",
            call="record_visit(Osei, date=2024-09-05, took=apples, kg=4)",
            after=becomes({"/stock/3/kg": 14, "/families/Osei/last_visit": "2024-09-05"}),
            right="""
                for entry in state["stock"]:
                    if entry["item"] == args[1]["took"]:
                        entry["kg"] -= args[1]["kg"]
                state["families"][args[0]]["last_visit"] = args[1]["date"]
                return {"message": "recorded"}
            """,
            tags="counter key date",
        ),
        Case(
            kind="sentence",
            call="throw away everything that expires before 2024-10-01",
            after=becomes(drops=("/stock/1", "/stock/3")),
            right="""
                state["stock"] = [e for e in state["stock"] if e["best_before"] >= "2024-10-01"]
                return state["stock"]
            """,
            tags="filter date",
        ),
        Case(
            kind="mistyped",
            call="remvoe_voluntere(Sam)",
            after=becomes(drops=("/volunteers/1",)),
            right='state["volunteers"].remove(args[0])\nreturn state["volunteers"]',
        ),
        Case(
            kind="REST",
            call="PATCH /families/Novak",
            data={"people": 3},
            after=becomes({"/families/Novak/people": 3}),
            right='state["families"]["Novak"]["people"] = 3\nreturn state["families"]["Novak"]',
            tags="key",
        ),
        Case(
            kind="creative",
            call="suggest_a_meal_from_our_stock()",
            response=a_meal,
            right='return {"meal": "Lentil stew with rice", "uses": ["lentils", "rice"]}',
        ),
    ),
)
