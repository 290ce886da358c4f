"""Seats of a cinema: rows of seats, each free or taken by a name."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything
from benchmarks.accuracy.states import becomes

APP = App(
    name="cinema",
    purpose="Seat reservations for one show. A seat is null while it is free, else it holds a name.",
    state={
        "film": "Metropolis",
        "price": 9.5,
        "rows": {"A": [None, "lea", "lea"], "B": [None, None, "tom"], "C": ["uma", None, None]},
    },
    cases=(
        Case(
            kind="read",
            call="count_free_seats()",
            response=answers(5),
            right='return sum(seat is None for row in state["rows"].values() for seat in row)',
            tags="aggregation nested",
        ),
        Case(
            kind="read",
            call="get_row(B)",
            response=answers([None, None, "tom"]),
            right='return state["rows"][args[0]]',
            tags="key",
        ),
        Case(
            kind="read",
            call="who_sits_at(C, 0)",
            response=answers("uma"),
            right='return state["rows"][args[0]][args[1]]',
            tags="grid index",
        ),
        Case(
            kind="write",
            call="reserve(row=B, seat=1, name=ian)",
            after=becomes({"/rows/B/1": "ian"}),
            right='state["rows"][args["row"]][args["seat"]] = args["name"]\nreturn {"message": "reserved"}',
            tags="grid index",
        ),
        Case(
            kind="write",
            call="reserve(row=A, seat=2, name=ian)",
            response=anything,
            right='return {"error": "the seat is taken"}, 409',
            tags="conditional grid",
        ),
        Case(
            kind="write",
            call="cancel_all_of(lea)",
            after=becomes({"/rows/A/1": None, "/rows/A/2": None}),
            right="""
                for row in state["rows"].values():
                    row[:] = [None if seat == args[0] else seat for seat in row]
                return state["rows"]
            """,
            tags="grid",
        ),
        Case(
            kind="sentence",
            call="what does a ticket cost?",
            response=answers(9.5),
            right='return state["price"]',
        ),
        Case(
            kind="sentence",
            call="raise the price by one euro",
            after=becomes({"/price": 10.5}),
            right='state["price"] += 1\nreturn state["price"]',
        ),
        Case(
            kind="mistyped",
            call="chnage_flim(Nosferatu)",
            after=becomes({"/film": "Nosferatu"}),
            right='state["film"] = args[0]\nreturn state["film"]',
        ),
        Case(
            kind="REST",
            call="GET /rows/C",
            response=answers(["uma", None, None]),
            right='return state["rows"]["C"]',
            tags="key",
        ),
    ),
)
