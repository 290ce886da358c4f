"""A hotel: rooms keyed by their numbers as strings, and lists keyed by the same numbers."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.states import added, becomes

APP = App(
    name="hotel",
    purpose="The front desk of a small hotel",
    state={
        "rooms": {
            "101": {"type": "single", "price": 80, "guest": None},
            "102": {"type": "double", "price": 120, "guest": "Sato"},
            "201": {"type": "suite", "price": 300, "guest": None},
            "202": {"type": "double", "price": 130, "guest": "Moreau"},
        },
        "minibar": {
            "102": [{"item": "water", "price": 3}, {"item": "chocolate", "price": 4.5}],
            "202": [{"item": "juice", "price": 4}],
        },
    },
    cases=(
        Case(
            kind="read",
            call="minibar_total(102)",
            response=answers(7.5),
            right='return sum(item["price"] for item in state["minibar"][args[0]])',
            tags="aggregation key",
        ),
        Case(
            kind="read",
            call="cheapest_vacant_room()",
            response=picks("/rooms", "101"),
            right="""
                vacant = [(room["price"], key) for key, room in state["rooms"].items() if not room["guest"]]
                return min(vacant)[1]
            """,
            tags="aggregation filter key",
        ),
        Case(
            kind="write",
            call="check_in(101, Okafor)",
            after=becomes({"/rooms/101/guest": "Okafor"}),
            right='state["rooms"][args[0]]["guest"] = args[1]\nreturn state["rooms"][args[0]]',
            tags="key",
        ),
        Case(
            kind="write",
            call="move_guest(from=102, to=201)",
            after=becomes({"/rooms/102/guest": None, "/rooms/201/guest": "Sato"}),
            right="""
                rooms = state["rooms"]
                rooms[args["to"]]["guest"] = rooms[args["from"]]["guest"]
                rooms[args["from"]]["guest"] = None
                return rooms[args["to"]]
            """,
            tags="move key",
        ),
        Case(
            kind="sentence",
            call="which room is Moreau in?",
            response=picks("/rooms", "202"),
            right='return [key for key, room in state["rooms"].items() if room["guest"] == "Moreau"][0]',
            tags="filter key",
        ),
        Case(
            kind="sentence",
            call="raise the price of all double rooms by 10 euros",
            after=becomes({"/rooms/102/price": 130, "/rooms/202/price": 140}),
            right="""
                for room in state["rooms"].values():
                    if room["type"] == "double":
                        room["price"] += 10
                return state["rooms"]
            """,
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call="chekc_in(201, Lindqvist)",
            after=becomes({"/rooms/201/guest": "Lindqvist"}),
            right='state["rooms"][args[0]]["guest"] = args[1]\nreturn state["rooms"][args[0]]',
            tags="key",
        ),
        Case(
            kind="REST",
            call="POST /minibar/202",
            data={"item": "nuts", "price": 5},
            after=added("/minibar/202", {"item": "nuts", "price": 5}),
            right="""
                entry = args[1]
                state["minibar"]["202"].append(entry)
                return entry, 201
            """,
            tags="key nested",
        ),
        Case(
            kind="creative",
            call="write_a_welcome_note(102)",
            response=prose,
            after=has(),  # it may be kept, beside what was there
            right='return "Dear " + state["rooms"][args[0]]["guest"] + ", welcome! Breakfast is at 7."',
            tags="key",
        ),
    ),
)
