"""A flower shop: numbers under names, bouquets with such numbers in them, deliveries and settings."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented, unused

SNOW: dict[str, Any] = {"name": "Snow", "stems": {"lily": 6, "rose": 3}, "price": 35}


def not_yet(value: Any) -> bool:
    """Accept no, or nothing."""
    return value in (None, False)


def flowers(stems: Any) -> bool:
    """Accept one or more flowers with how many of each."""
    return isinstance(stems, dict) and bool(stems) and all(type(n) is int and n > 0 for n in stems.values())


APP = App(
    name="florist",
    purpose="Backend for my flower shop: the stems in stock, our bouquets and the deliveries of today",
    state={
        "stock": {"rose": 40, "tulip": 25, "lily": 0, "fern": 60},
        "bouquets": [
            {"name": "Sunrise", "stems": {"tulip": 8, "fern": 3}, "price": 19.5},
            {"name": "Romance", "stems": {"rose": 12, "fern": 4}, "price": 42},
            SNOW,
        ],
        "deliveries": [
            {"id": 21, "to": "Hotel Astra", "bouquet": "Snow", "time": "10:00", "delivered": False},
            {"id": 22, "to": "Mrs Bloom", "bouquet": "Romance", "time": "09:00", "delivered": True},
            {"id": 23, "to": "Dr Kaya", "bouquet": "Sunrise", "time": "14:30", "delivered": False},
        ],
        "settings": {"closes": "18:00", "delivery_fee": 5},
    },
    cases=(
        Case(
            kind="read",
            call="pending_deliveries()",
            response=any_of(picks("/deliveries", 0, 2, by="id"), picks("/deliveries", 0, 2, by="to")),
            right='return [d for d in state["deliveries"] if not d["delivered"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="bouquets_under(40)",
            response=picks("/bouquets", 0, 2, by="name"),
            right='return [b for b in state["bouquets"] if b["price"] < args[0]]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="restock(lily, 30)",
            after=becomes({"/stock/lily": 30}),
            right='state["stock"]["lily"] += 30\nreturn state["stock"]',
            tags="counter key",
        ),
        Case(
            kind="write",
            call='add_delivery(to="Blue Cafe", bouquet=Romance, time="16:00")',
            after=added(
                "/deliveries",
                {
                    "id": unused(21, 22, 23),
                    "to": "Blue Cafe",
                    "bouquet": "Romance",
                    "time": "16:00",
                    "delivered": not_yet,
                },
                optional=("delivered",),
            ),
            right="""
                delivery = {"id": max(d["id"] for d in state["deliveries"]) + 1, **args, "delivered": False}
                state["deliveries"].append(delivery)
                return delivery
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="set_delivery_fee(6.5)",
            after=becomes({"/settings/delivery_fee": 6.5}),
            right='state["settings"]["delivery_fee"] = args[0]\nreturn state["settings"]',
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="throw away 5 wilted tulips",
            after=becomes({"/stock/tulip": 20}),
            right='state["stock"]["tulip"] -= 5\nreturn state["stock"]',
            tags="counter key",
        ),
        Case(
            kind="mistyped",
            call="mrak_deliverd(21)",
            after=becomes({"/deliveries/0/delivered": True}),
            right="""
                for delivery in state["deliveries"]:
                    if delivery["id"] == args[0]:
                        delivery["delivered"] = True
                        return delivery
            """,
            tags="id",
        ),
        Case(
            kind="REST",
            call="GET /bouquets/Snow",
            response=answers(SNOW, {"stems": SNOW["stems"], "price": SNOW["price"]}),
            right='return [b for b in state["bouquets"] if b["name"] == "Snow"][0]',
            tags="filter",
        ),
        Case(
            kind="creative",
            call="add_a_bouquet_for_mothers_day()",
            after=invented(
                "/bouquets",
                "name",
                {"stems": flowers, "price": lambda price: type(price) in (int, float) and price > 0},
            ),
            right="""
                bouquet = {"name": "For Mum", "stems": {"rose": 7, "tulip": 5, "fern": 3}, "price": 29.5}
                state["bouquets"].append(bouquet)
                return bouquet
            """,
            tags="nested",
        ),
    ),
)
