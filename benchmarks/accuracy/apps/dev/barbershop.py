"""A barber shop: a queue of names, chairs, an object of prices, and scalars at the root."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import becomes

STATE: dict[str, Any] = {
    "open": True,
    "prices": {"cut": 24, "beard": 12, "wash": 6},
    "chairs": [{"barber": "Milo", "customer": "Tran"}, {"barber": "Rosa", "customer": None}],
    "queue": ["Ada", "Ben", "Chidi", "Dora"],
    "takings": 132.5,
}


def two_new_services(seen: Seen) -> str:
    """Accept two made-up services with prices, and nothing else changed."""
    new = seen.after.get("prices") if isinstance(seen.after, dict) else None
    prices: dict[str, Any] = new if isinstance(new, dict) else {}
    fresh = {name: price for name, price in prices.items() if name not in STATE["prices"]}
    names = {name.strip("0123456789 _").casefold() for name in fresh} - {"service", "new_service", ""}
    if len(fresh) != 2 or len(names) != 2:
        return "there should be two new services with names"
    if any(type(price) not in (int, float) or price <= 0 for price in fresh.values()):
        return "the new services should have prices"
    return becomes({"/prices": {**STATE["prices"], **fresh}})(seen)


APP = App(
    name="barbershop",
    purpose="The queue, the chairs and the till of a barber shop",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="people_ahead_of(Chidi)",
            response=answers(2, ["Ada", "Ben"]),
            right='return state["queue"].index(args[0])',
            tags="index",
        ),
        Case(
            kind="read",
            call="total_price(cut, beard)",
            response=answers(36),
            right='return sum(state["prices"][name] for name in args)',
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call="join_queue(Elif)",
            after=becomes({"/queue/-": "Elif"}),
            right='state["queue"].append(args[0])\nreturn {"position": len(state["queue"])}',
        ),
        Case(
            kind="write",
            call="seat_next_customer(barber=Rosa)",
            after=becomes({"/chairs/1/customer": "Ada"}, drops=("/queue/0",)),
            right="""
                for chair in state["chairs"]:
                    if chair["barber"] == args["barber"]:
                        chair["customer"] = state["queue"].pop(0)
                        return chair
            """,
            tags="move",
        ),
        Case(
            kind="sentence",
            call="Ben doesn't want to wait any longer",
            after=becomes(drops=("/queue/1",)),
            right='state["queue"].remove("Ben")\nreturn state["queue"]',
        ),
        Case(
            kind="sentence",
            call="make everything 10 percent more expensive",
            after=becomes({"/prices/cut": 26.4, "/prices/beard": 13.2, "/prices/wash": 6.6}),
            right="""
                state["prices"] = {name: round(price * 1.1, 2) for name, price in state["prices"].items()}
                return state["prices"]
            """,
            tags="aggregation",
        ),
        Case(
            kind="mistyped",
            call="set_prcie(baerd, 14)",
            after=becomes({"/prices/beard": 14}),
            right='state["prices"]["beard"] = args[1]\nreturn state["prices"]',
            tags="key",
        ),
        Case(
            kind="REST",
            call="DELETE /queue/Dora",
            after=becomes(drops=("/queue/3",)),
            right='state["queue"].remove("Dora")\nreturn state["queue"]',
        ),
        Case(
            kind="creative",
            call="add_two_new_services()",
            after=two_new_services,
            right='state["prices"].update({"hot towel shave": 18, "colour": 45})\nreturn state["prices"]',
        ),
    ),
)
