"""A flea market stall: a list of things without ids, some numbers, and settings."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes


def unsold(value: Any) -> bool:
    """Accept that a thing is not sold."""
    return value in (None, False)


APP = App(
    name="fleamarket",
    purpose="My stall at the flea market. The money for each thing I sell goes into the cash box",
    state={
        "stall": 17,
        "cash": 64.5,
        "items": [
            {"name": "desk lamp", "price": 12, "category": "home", "sold": False},
            {"name": "roller skates", "price": 18, "category": "sports", "sold": True},
            {"name": "puzzle", "price": 4, "category": "toys", "sold": False},
            {"name": "tea pot", "price": 7.5, "category": "home", "sold": False},
            {"name": "tennis racket", "price": 15, "category": "sports", "sold": False},
            {"name": "teddy bear", "price": 3, "category": "toys", "sold": True},
            {"name": "glass vase", "price": 5, "category": "home", "sold": False},
        ],
        "settings": {"currency": "EUR", "haggling": True},
    },
    cases=(
        Case(
            kind="read",
            call="list_unsold_items(sort=price)",
            response=picks("/items", 2, 6, 3, 0, 4, by="name", ordered=True),
            right="""
                unsold = [item for item in state["items"] if not item["sold"]]
                return sorted(unsold, key=lambda item: item["price"])
            """,
            tags="filter sort",
        ),
        Case(
            kind="read",
            call="count_items_by_category()",
            response=answers({"home": 3, "sports": 2, "toys": 2}),
            right="""
                counts = {}
                for item in state["items"]:
                    counts[item["category"]] = counts.get(item["category"], 0) + 1
                return counts
            """,
            tags="aggregation",
        ),
        Case(
            kind="write",
            call='sell("tea pot")',
            after=becomes({"/items/3/sold": True, "/cash": 72}),
            right="""
                for item in state["items"]:
                    if item["name"] == "tea pot":
                        item["sold"] = True
                        state["cash"] += item["price"]
                        return item
            """,
            tags="counter",
        ),
        Case(
            kind="write",
            call='set_price("desk lamp", 10)',
            after=becomes({"/items/0/price": 10}),
            right="""
                for item in state["items"]:
                    if item["name"] == "desk lamp":
                        item["price"] = 10
                        return item
            """,
        ),
        Case(
            kind="write",
            call='add_item("board game", 6, toys)',
            after=added(
                "/items",
                {"name": "board game", "price": 6, "category": "toys", "sold": unsold},
                optional=("sold",),
            ),
            right="""
                item = {"name": "board game", "price": 6, "category": "toys", "sold": False}
                state["items"].append(item)
                return item
            """,
        ),
        Case(
            kind="sentence",
            call="what's the cheapest thing I still have?",
            response=any_of(picks("/items", 2, by="name", also=("EUR",)), answers("puzzle", also=(4, "EUR"))),
            right="""
                unsold = [item for item in state["items"] if not item["sold"]]
                return min(unsold, key=lambda item: item["price"])
            """,
            tags="read aggregation filter",
        ),
        Case(
            kind="sentence",
            call="somebody just bought the tennis racket for 13",
            after=becomes({"/items/4/sold": True, "/cash": 77.5}, free=("/items/4/price",)),
            right="""
                for item in state["items"]:
                    if item["name"] == "tennis racket":
                        item["sold"] = True
                        state["cash"] += 13
                        return item
            """,
            tags="counter",
        ),
        Case(
            kind="REST",
            call="GET /items?category=home",
            response=picks("/items", 0, 3, 6, by="name"),
            right='return [item for item in state["items"] if item["category"] == "home"]',
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call="trun_off_hagling()",
            after=becomes({"/settings/haggling": False}),
            right='state["settings"]["haggling"] = False\nreturn state["settings"]',
            tags="nested",
        ),
    ),
)
