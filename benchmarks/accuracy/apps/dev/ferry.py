"""A ferry: a car deck as a grid with nulls, plain lists of strings, counters."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, prose
from benchmarks.accuracy.states import any_of, becomes

APP = App(
    name="ferry",
    purpose="A car ferry between the islands",
    state={
        "ferry": "Seagull",
        "route": ["Harbour", "Long Island", "North Pier"],
        "currentStop": "Harbour",
        "passengers": 48,
        "capacity": 120,
        "deck": [
            ["car", None, "truck", None],
            [None, None, "car", "car"],
            ["bike", None, None, None],
        ],
        "departures": ["07:30", "10:00", "13:15", "17:45"],
    },
    cases=(
        Case(
            kind="read",
            call="count_free_spots()",
            response=answers(7, also=(5, 12)),
            right='return sum(spot is None for row in state["deck"] for spot in row)',
            tags="aggregation grid",
        ),
        Case(
            kind="read",
            call="nextDeparture(12:00)",
            response=answers("13:15"),
            right='return next(time for time in state["departures"] if time > "12:00")',
            tags="filter",
        ),
        Case(
            kind="read",
            call="passenger_places_left()",
            response=answers(72, also=(48, 120)),
            right='return state["capacity"] - state["passengers"]',
            tags="arithmetic",
        ),
        Case(
            kind="write",
            call="board_passengers(12)",
            after=becomes({"/passengers": 60}),
            right='state["passengers"] += 12\nreturn {"passengers": state["passengers"]}',
            tags="counter",
        ),
        Case(
            kind="write",
            call='add_departure("20:30")',
            after=becomes({"/departures/-": "20:30"}),
            right='state["departures"].append("20:30")\nreturn state["departures"]',
        ),
        Case(
            kind="write",
            call="park(van, row=2, col=1)",
            after=any_of(becomes({"/deck/2/1": "van"}), becomes({"/deck/1/0": "van"})),
            right='state["deck"][2][1] = "van"\nreturn state["deck"]',
            tags="grid",
        ),
        Case(
            kind="write",
            call='sailTo("Long Island")',
            after=becomes({"/currentStop": "Long Island"}),
            right='state["currentStop"] = "Long Island"\nreturn {"currentStop": "Long Island"}',
        ),
        Case(
            kind="mistyped",
            call="cancle_deprature(10:00)",
            after=becomes(drops=("/departures/1",)),
            right='state["departures"].remove("10:00")\nreturn state["departures"]',
        ),
        Case(
            kind="sentence",
            call="how many cars are on the deck?",
            response=answers(3),
            right='return sum(row.count("car") for row in state["deck"])',
            tags="aggregation grid",
        ),
        Case(
            kind="REST",
            call="GET /departures",
            response=answers(["07:30", "10:00", "13:15", "17:45"]),
            right='return state["departures"]',
        ),
        Case(
            kind="creative",
            call="write_delay_announcement(minutes=20)",
            response=prose,
            right="""
                return f"Dear passengers, the Seagull will leave {20} minutes late. Have a coffee on us!"
            """,
        ),
    ),
)
