"""A pizzeria: a list of orders with ids and lists within them, and prices under names."""

import re
from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, any_of, becomes, unchanged, unused

NOOR: dict[str, Any] = {"customer": "Noor", "items": [{"pizza": "Funghi", "qty": 2}], "delivery": False}


def is_just_in(status: Any) -> bool:
    """Accept the status of an order on which nobody works yet."""
    return isinstance(status, str) and status not in ("", "baking", "delivered")


def two_vegetarian_pizzas(seen: Seen) -> str:
    """Accept two more pizzas with names and prices on the menu, and nothing else changed."""
    after: Any = seen.after
    before: Any = seen.before
    menu = after.get("menu") if isinstance(after, dict) else None
    if not isinstance(menu, dict):
        return "the menu is gone"
    fresh = {name: price for name, price in menu.items() if name not in before["menu"]}
    names = {re.sub(r"[\W\d_]|pizza|vegetarian|veggie|new", "", name.casefold()) for name in fresh}
    stems = {re.sub(r"[\W\d_]", "", name.casefold()) for name in fresh}
    if len(fresh) != 2 or len(stems) != 2 or names == {""}:
        return "the menu should have two new pizzas with names"
    if re.search(r"salami|pepperoni|prosciutto|\bham\b|bacon|tuna|tonno|chicken|sausage", str(fresh), re.I):
        return "the new pizzas should be vegetarian"
    if any(type(price) not in (int, float) or price <= 0 for price in fresh.values()):
        return "the new pizzas should have prices"
    old = {name: price for name, price in menu.items() if name not in fresh}
    return unchanged(replace(seen, after={**after, "menu": old}))


APP = App(
    name="pizzeria",
    purpose="The order desk of a pizzeria",
    state={
        "menu": {"Margherita": 8.5, "Funghi": 9.5, "Diavola": 11, "Calzone": 12},
        "orders": [
            {
                "id": 1,
                "customer": "Lucia",
                "items": [{"pizza": "Margherita", "qty": 2}],
                "delivery": True,
                "status": "delivered",
            },
            {
                "id": 2,
                "customer": "Tom",
                "items": [{"pizza": "Diavola", "qty": 1}, {"pizza": "Funghi", "qty": 1}],
                "delivery": False,
                "status": "baking",
            },
            {
                "id": 3,
                "customer": "Aisha",
                "items": [{"pizza": "Calzone", "qty": 3}],
                "delivery": True,
                "status": "baking",
            },
            {
                "id": 4,
                "customer": "Ben",
                "items": [{"pizza": "Margherita", "qty": 1}],
                "delivery": True,
                "status": "received",
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call='getOrdersByStatus("baking")',
            response=any_of(
                picks("/orders", 1, 2, by="id"),
                picks("/orders", 1, 2, by="customer"),
            ),
            right='return [order for order in state["orders"] if order["status"] == args[0]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="orderTotal(2)",
            response=answers(20.5, also=("Tom", "baking")),
            right="""
                order = [order for order in state["orders"] if order["id"] == args[0]][0]
                return sum(state["menu"][item["pizza"]] * item["qty"] for item in order["items"])
            """,
            tags="aggregation id nested",
        ),
        Case(
            kind="write",
            call="markDelivered(3)",
            after=becomes({"/orders/2/status": "delivered"}),
            right="""
                for order in state["orders"]:
                    if order["id"] == args[0]:
                        order["status"] = "delivered"
                        return order
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="cancelOrder(4)",
            after=any_of(
                becomes(drops=("/orders/3",)),
                becomes({"/orders/3/status": "cancelled"}),
                becomes({"/orders/3/status": "canceled"}),
            ),
            right="""
                state["orders"] = [order for order in state["orders"] if order["id"] != args[0]]
                return {"message": "cancelled"}
            """,
            tags="id",
        ),
        Case(
            kind="sentence",
            call="how much does Aisha have to pay?",
            response=answers(36, also=("Aisha", "Calzone", 3, 12)),
            right="""
                order = [order for order in state["orders"] if order["customer"] == "Aisha"][0]
                return sum(state["menu"][item["pizza"]] * item["qty"] for item in order["items"])
            """,
            tags="aggregation filter nested",
        ),
        Case(
            kind="mistyped",
            call="getCheapestPiza()",
            response=answers(
                "Margherita", {"Margherita": 8.5}, ["Margherita", 8.5], also=(8.5, "8.5", "8.50")
            ),
            right='return min(state["menu"], key=lambda name: state["menu"][name])',
            tags="aggregation key",
        ),
        Case(
            kind="REST",
            call="POST /orders",
            data=NOOR,
            after=added("/orders", {**NOOR, "id": unused(1, 2, 3, 4), "status": is_just_in}),
            right="""
                order = {"id": max(o["id"] for o in state["orders"]) + 1, **args, "status": "received"}
                state["orders"].append(order)
                return order, 201
            """,
            tags="id nested",
        ),
        Case(
            kind="REST",
            call="GET /orders/3",
            response=picks("/orders", 2),
            right='return [order for order in state["orders"] if order["id"] == args[0]][0]',
            tags="id",
        ),
        Case(
            kind="creative",
            call="addTwoVegetarianPizzas()",
            after=two_vegetarian_pizzas,
            right='state["menu"].update({"Verdure": 10, "Quattro Formaggi": 11.5})\nreturn state["menu"]',
            tags="key",
        ),
    ),
)
