"""A dry cleaner: tickets under their numbers, each with a list of strings in it, and prices under names."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, prose
from benchmarks.accuracy.states import added, becomes

LENA: dict[str, Any] = {
    "customer": "Lena Fox",
    "items": ["shirt", "trousers"],
    "express": False,
    "status": "received",
}

TOM: dict[str, Any] = {
    "customer": "Tom Baker",
    "items": ["shirt", "shirt", "shirt"],
    "express": True,
    "status": "cleaning",
}

APP = App(
    name="drycleaner",
    purpose="The tickets of my dry cleaning shop",
    state={
        "prices": {"shirt": 3.5, "trousers": 6, "dress": 12, "coat": 15},
        "tickets": {
            "101": {
                "customer": "Mrs Doyle",
                "items": ["coat", "dress"],
                "express": False,
                "status": "ready",
            },
            "102": TOM,
            "103": {
                "customer": "Ines Roca",
                "items": ["trousers"],
                "express": False,
                "status": "received",
            },
            "104": {
                "customer": "Ali Demir",
                "items": ["dress", "shirt"],
                "express": False,
                "status": "received",
            },
        },
    },
    cases=(
        Case(
            kind="read",
            call="get_ticket(102)",
            response=answers(TOM),
            right='return state["tickets"]["102"]',
            tags="key",
        ),
        Case(
            kind="read",
            call="total_price(101)",
            response=answers(27, also=("Mrs Doyle", "ready", 15, 12)),
            right="""
                items = state["tickets"]["101"]["items"]
                return sum(state["prices"][item] for item in items)
            """,
            tags="aggregation key nested",
        ),
        Case(
            kind="write",
            call="mark_ready(102)",
            after=becomes({"/tickets/102/status": "ready"}),
            right='state["tickets"]["102"]["status"] = "ready"\nreturn state["tickets"]["102"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="add_item(103, coat)",
            after=becomes({"/tickets/103/items/-": "coat"}),
            right='state["tickets"]["103"]["items"].append("coat")\nreturn state["tickets"]["103"]',
            tags="key nested",
        ),
        Case(
            kind="write",
            call="set_price(dress, 13.5)",
            after=becomes({"/prices/dress": 13.5}),
            right='state["prices"]["dress"] = 13.5\nreturn state["prices"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="ticket 103 should be express please",
            after=becomes({"/tickets/103/express": True}),
            right='state["tickets"]["103"]["express"] = True\nreturn state["tickets"]["103"]',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="delte_tiket(104)",
            after=becomes(drops=("/tickets/104",)),
            right='return state["tickets"].pop("104")',
            tags="key",
        ),
        Case(
            kind="REST",
            call="POST /tickets",
            data=LENA,
            after=added("/tickets", LENA),
            right="""
                ticket = {"customer": "Lena Fox", "items": ["shirt", "trousers"]}
                ticket.update(express=False, status="received")
                state["tickets"]["105"] = ticket
                return {"105": ticket}, 201
            """,
            tags="key body",
        ),
        Case(
            kind="creative",
            call="write_pickup_message(101)",
            response=prose,
            right="""
                customer = state["tickets"]["101"]["customer"]
                return f"Dear {customer}, your clothes are clean and wait for you at our shop."
            """,
            tags="key",
        ),
    ),
)
