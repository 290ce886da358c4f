"""A parking garage: a grid of levels and spots, prices, and a counter."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers
from benchmarks.accuracy.states import becomes

APP = App(
    name="parking",
    purpose="A parking garage: levels and spots count from 0; an empty text is a free spot",
    state={
        "levels": [["car", "", "", "bike"], ["", "car", "car", "car"]],
        "rates": {"car": 2.5, "bike": 1},
        "visits": 41,
    },
    cases=(
        Case(
            kind="read",
            call="count_free()",
            response=answers(3),
            right='return sum(spot == "" for level in state["levels"] for spot in level)',
            tags="aggregation grid",
        ),
        Case(
            kind="read",
            call="price(car, hours=3)",
            response=answers(7.5),
            right='return state["rates"][args[0]] * args[1]["hours"]',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="park(level=1, spot=0, vehicle=bike)",
            after=becomes({"/levels/1/0": "bike"}, free=("/visits",)),
            right="""
                state["levels"][args["level"]][args["spot"]] = args["vehicle"]
                state["visits"] += 1
                return {"message": "parked"}
            """,
            tags="grid",
        ),
        Case(
            kind="write",
            call="leave(0, 3)",
            after=becomes({"/levels/0/3": ""}),
            right='state["levels"][args[0]][args[1]] = ""\nreturn {"message": "goodbye"}',
            tags="grid",
        ),
        Case(
            kind="sentence",
            call="is there a free spot on level 1?",
            response=answers(True, 1, [0], also=(0, 1)),
            right='return "" in state["levels"][1]',
            tags="grid",
        ),
        Case(
            kind="mistyped",
            call="set_rtae(car, 3)",
            after=becomes({"/rates/car": 3}),
            right='state["rates"][args[0]] = args[1]\nreturn state["rates"]',
        ),
        Case(
            kind="REST",
            call="GET /levels/0",
            response=answers(["car", "", "", "bike"]),
            right='return state["levels"][args[0]]',
            tags="grid index",
        ),
        Case(
            kind="REST",
            call="PATCH /rates",
            data={"bike": 1.5},
            after=becomes({"/rates/bike": 1.5}),
            right='state["rates"].update(args)\nreturn state["rates"]',
        ),
    ),
)
