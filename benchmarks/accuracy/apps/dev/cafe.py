"""A café: orders with lists of items in them, and a menu of prices under names."""

import re
from copy import deepcopy
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, any_of, becomes, unchanged

STATE: dict[str, Any] = {
    "menu": {"espresso": 2.2, "flat white": 3.4, "croissant": 2.8, "bagel": 4.5},
    "orders": [
        {
            "id": 1,
            "table": 4,
            "items": [{"name": "espresso", "qty": 2}, {"name": "croissant", "qty": 1}],
            "status": "served",
        },
        {"id": 2, "table": 2, "items": [{"name": "flat white", "qty": 1}], "status": "open"},
        {
            "id": 3,
            "table": 4,
            "items": [{"name": "bagel", "qty": 2}, {"name": "flat white", "qty": 2}],
            "status": "open",
        },
    ],
}


def not_served(status: Any) -> bool:
    """Accept the status of an order that just came in."""
    return isinstance(status, str) and status.casefold() not in ("", "served")


def two_desserts(seen: Seen) -> str:
    """Accept two more names with prices on the menu, and nothing else changed."""
    after: Any = deepcopy(seen.after)
    menu = after.get("menu") if isinstance(after, dict) else None
    if not isinstance(menu, dict):
        return "the menu is gone"
    fresh = {name: price for name, price in menu.items() if name not in STATE["menu"]}
    names = {re.sub(r"[\W\d_]+", "", name).casefold() for name in fresh}
    if len(names) != 2 or names & {"", "dessert", "newdessert", "dessertone", "desserttwo"}:
        return "there should be two new desserts with names"
    if any(type(price) not in (int, float) or price <= 0 for price in fresh.values()):
        return "each dessert should have a price"
    after["menu"] = {name: price for name, price in menu.items() if name not in fresh}
    return unchanged(Seen(seen.call, seen.data, seen.before, after, seen.response, seen.status))


APP = App(
    name="cafe",
    purpose="takes orders in a small café",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="order_total(3)",
            response=answers(15.8, also=(4, "open")),
            right="""
                order = next(order for order in state["orders"] if order["id"] == 3)
                return round(sum(state["menu"][item["name"]] * item["qty"] for item in order["items"]), 2)
            """,
            tags="aggregation id nested",
        ),
        Case(
            kind="read",
            call="orders_for_table(4)",
            response=picks("/orders", 0, 2, by="id"),
            right='return [order for order in state["orders"] if order["table"] == 4]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="add_item(order=2, name=croissant, qty=2)",
            after=becomes({"/orders/1/items/-": {"name": "croissant", "qty": 2}}),
            right="""
                for order in state["orders"]:
                    if order["id"] == 2:
                        order["items"].append({"name": "croissant", "qty": 2})
                        return order
            """,
            tags="id nested",
        ),
        Case(
            kind="write",
            call="mark_served(2)",
            after=becomes({"/orders/1/status": "served"}),
            right="""
                for order in state["orders"]:
                    if order["id"] == 2:
                        order["status"] = "served"
                        return order
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call='set_price("flat white", 3.6)',
            after=becomes({"/menu/flat white": 3.6}),
            right='state["menu"]["flat white"] = 3.6\nreturn state["menu"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="what's the most expensive thing on the menu?",
            response=answers("bagel", {"bagel": 4.5}, ["bagel", 4.5], also=(4.5,)),
            right='return max(state["menu"], key=lambda name: state["menu"][name])',
            tags="aggregation key",
        ),
        Case(
            kind="sentence",
            call="table 2 also wants two espressos",
            after=any_of(
                becomes({"/orders/1/items/-": {"name": "espresso", "qty": 2}}),
                added(
                    "/orders",
                    {"table": 2, "items": [{"name": "espresso", "qty": 2}], "status": not_served},
                ),
            ),
            right="""
                for order in state["orders"]:
                    if order["table"] == 2 and order["status"] == "open":
                        order["items"].append({"name": "espresso", "qty": 2})
                        return order
            """,
            tags="nested",
        ),
        Case(
            kind="REST",
            call="POST /orders",
            data={"table": 7, "items": [{"name": "espresso", "qty": 1}]},
            after=added(
                "/orders",
                {"table": 7, "items": [{"name": "espresso", "qty": 1}], "status": not_served},
            ),
            right="""
                order = {"id": max(order["id"] for order in state["orders"]) + 1, "table": 7}
                order.update(items=[{"name": "espresso", "qty": 1}], status="open")
                state["orders"].append(order)
                return order, 201
            """,
            tags="nested body",
        ),
        Case(
            kind="creative",
            call="add_two_desserts_to_menu()",
            after=two_desserts,
            right='state["menu"].update({"tiramisu": 4.2, "lemon tart": 3.9})\nreturn state["menu"]',
            tags="key",
        ),
    ),
)
