"""An ice cream shop: lists of strings, prices under names, a flag, and orders with numbers."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes, unused


def vanilla_and_lemon(flavours: Any) -> bool:
    """Accept the two flavours in either order."""
    return isinstance(flavours, list) and flavours in (["vanilla", "lemon"], ["lemon", "vanilla"])


APP = App(
    name="icecream",
    purpose="The counter of my ice cream shop: flavours, prices and orders",
    state={
        "shop": "Gelato Nino",
        "open": False,
        "available": ["vanilla", "chocolate", "lemon", "pistachio", "strawberry"],
        "sold_out": ["mango"],
        "prices": {"small": 2.5, "medium": 3.8, "large": 4.9},
        "orders": [
            {"number": 21, "size": "small", "flavours": ["lemon"], "paid": True},
            {"number": 22, "size": "large", "flavours": ["vanilla", "pistachio"], "paid": False},
            {"number": 23, "size": "medium", "flavours": ["chocolate"], "paid": False},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="available_flavours()",
            response=any_of(
                picks("/available", 0, 1, 2, 3, 4),
                mentions(
                    *("vanilla", "chocolate", "lemon", "pistachio", "strawberry"),
                    omits=("mango", "small", "orders"),
                ),
            ),
            right='return state["available"]',
        ),
        Case(
            kind="read",
            call="unpaid_orders()",
            response=picks("/orders", 1, 2, by="number"),
            right='return [order for order in state["orders"] if not order["paid"]]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="add_flavour(hazelnut)",
            after=becomes({"/available/-": "hazelnut"}),
            right='state["available"].append("hazelnut")\nreturn state["available"]',
        ),
        Case(
            kind="write",
            call="set_price(medium, 4)",
            after=becomes({"/prices/medium": 4}),
            right='state["prices"]["medium"] = 4\nreturn state["prices"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="openShop()",
            after=becomes({"/open": True}),
            right='state["open"] = True\nreturn {"open": True}',
        ),
        Case(
            kind="sentence",
            call="we ran out of pistachio",
            after=any_of(
                becomes({"/sold_out/-": "pistachio"}, drops=("/available/3",)),
                becomes({"/sold_out": ["pistachio", "mango"]}, drops=("/available/3",)),
            ),
            right="""
                state["available"].remove("pistachio")
                state["sold_out"].append("pistachio")
                return {"sold_out": state["sold_out"]}
            """,
            tags="move",
        ),
        Case(
            kind="sentence",
            call="new order: a medium cup with vanilla and lemon, not paid yet",
            after=added(
                "/orders",
                {
                    "number": unused(21, 22, 23),
                    "size": "medium",
                    "flavours": vanilla_and_lemon,
                    "paid": False,
                },
            ),
            right="""
                number = max(order["number"] for order in state["orders"]) + 1
                order = {"number": number, "size": "medium", "flavours": ["vanilla", "lemon"], "paid": False}
                state["orders"].append(order)
                return order
            """,
            tags="nested",
        ),
        Case(
            kind="REST",
            call="PATCH /orders/22",
            data={"paid": True},
            after=becomes({"/orders/1/paid": True}),
            right='state["orders"][1]["paid"] = True\nreturn state["orders"][1]',
            tags="id body",
        ),
        Case(
            kind="mistyped",
            call="rmove_flavor(lemon)",
            after=becomes(drops=("/available/2",)),
            right='state["available"].remove("lemon")\nreturn state["available"]',
        ),
    ),
)
