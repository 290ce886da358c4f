"""Subscriptions: the state is a bare list of things that are known by their names."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes


def nobody(names: Any) -> bool:
    """Accept that it is shared with nobody, or that nothing is said of it."""
    return names in (None, [])


APP = App(
    name="subscriptions",
    purpose="The subscriptions I have and what they cost each month, in euros",
    state=[
        {
            "name": "Streamly",
            "category": "video",
            "price": 12.99,
            "active": True,
            "renews": "2025-03-04",
            "shared_with": ["Ola", "Mum"],
        },
        {
            "name": "Tunebox",
            "category": "music",
            "price": 9.99,
            "active": True,
            "renews": "2025-03-17",
            "shared_with": [],
        },
        {
            "name": "Daily Courier",
            "category": "news",
            "price": 19.5,
            "active": False,
            "renews": "2025-03-01",
            "shared_with": [],
        },
        {
            "name": "Cloudnest",
            "category": "storage",
            "price": 2.99,
            "active": True,
            "renews": "2025-03-22",
            "shared_with": [],
        },
        {
            "name": "Filmkeller",
            "category": "video",
            "price": 7.5,
            "active": True,
            "renews": "2025-03-09",
            "shared_with": ["Ola"],
        },
    ],
    cases=(
        Case(
            kind="read",
            call="get_cheapest()",
            response=picks("", 3, by="name"),
            right='return min(state, key=lambda subscription: subscription["price"])',
            tags="aggregation root-list",
        ),
        Case(
            kind="read",
            call="get_by_category(video)",
            response=picks("", 0, 4, by="name"),
            right='return [subscription for subscription in state if subscription["category"] == "video"]',
            tags="filter root-list",
        ),
        Case(
            kind="write",
            call="add_subscription(name=Audiotales, category=books, price=8.99, renews=2025-03-15)",
            after=added(
                "",
                {
                    "name": "Audiotales",
                    "category": "books",
                    "price": 8.99,
                    "active": True,
                    "renews": "2025-03-15",
                    "shared_with": nobody,
                },
                optional=("shared_with",),
            ),
            right="""
                new = {"name": "Audiotales", "category": "books", "price": 8.99, "active": True}
                new.update(renews="2025-03-15", shared_with=[])
                state.append(new)
                return new
            """,
            tags="root-list date",
        ),
        Case(
            kind="write",
            call="set_price(Streamly, 13.99)",
            after=becomes({"/0/price": 13.99}),
            right="""
                for subscription in state:
                    if subscription["name"] == "Streamly":
                        subscription["price"] = 13.99
                        return subscription
            """,
            tags="root-list",
        ),
        Case(
            kind="write",
            call="deactivate(Tunebox)",
            after=becomes({"/1/active": False}),
            right="""
                for subscription in state:
                    if subscription["name"] == "Tunebox":
                        subscription["active"] = False
                        return subscription
            """,
            tags="root-list",
        ),
        Case(
            kind="sentence",
            call="how much do my active subscriptions cost per month?",
            response=answers(33.47, also=(4, "EUR", "euros", "€")),
            right="""
                prices = [subscription["price"] for subscription in state if subscription["active"]]
                return round(sum(prices), 2)
            """,
            tags="filter aggregation root-list",
        ),
        Case(
            kind="sentence",
            call="I now share Filmkeller with Ben too",
            after=becomes({"/4/shared_with/-": "Ben"}),
            right="""
                for subscription in state:
                    if subscription["name"] == "Filmkeller":
                        subscription["shared_with"].append("Ben")
                        return subscription
            """,
            tags="nested root-list",
        ),
        Case(
            kind="mistyped",
            call='delet_subscripton("Daily Courier")',
            after=becomes(drops=("/2",)),
            right="""
                state[:] = [s for s in state if s["name"] != "Daily Courier"]
                return {"message": "deleted"}
            """,
            tags="root-list",
        ),
        Case(
            kind="REST",
            call="PATCH /subscriptions/Cloudnest",
            data={"price": 3.99, "renews": "2025-04-22"},
            after=becomes({"/3/price": 3.99, "/3/renews": "2025-04-22"}),
            right="""
                for subscription in state:
                    if subscription["name"] == "Cloudnest":
                        subscription.update(price=3.99, renews="2025-04-22")
                        return subscription
            """,
            tags="body date root-list",
        ),
    ),
)
