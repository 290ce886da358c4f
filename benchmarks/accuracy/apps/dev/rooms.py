"""Meeting rooms: an object of objects whose keys are numbers written as strings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, picks
from benchmarks.accuracy.states import becomes, invented

APP = App(
    name="rooms",
    purpose="Booking of meeting rooms",
    state={
        "rooms": {
            "221": {"name": "Curie", "seats": 8, "booked_by": None},
            "222": {"name": "Noether", "seats": 4, "booked_by": "ana"},
            "305": {"name": "Turing", "seats": 12, "booked_by": None},
            "310": {"name": "Hopper", "seats": 20, "booked_by": "ben"},
        }
    },
    cases=(
        Case(
            kind="read",
            call="show_room(222)",
            response=answers({"name": "Noether", "seats": 4, "booked_by": "ana"}),
            right='return state["rooms"][args[0]]',
            tags="key",
        ),
        Case(
            kind="read",
            call="free_rooms()",
            response=picks("/rooms", "221", "305", by="name"),
            right='return [key for key, room in state["rooms"].items() if not room["booked_by"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="is_free(310)",
            response=answers(False, also=("ben", "Hopper")),
            right='return state["rooms"][args[0]]["booked_by"] is None',
            tags="key",
        ),
        Case(
            kind="write",
            call="book(305, cleo)",
            after=becomes({"/rooms/305/booked_by": "cleo"}),
            right='state["rooms"][args[0]]["booked_by"] = args[1]\nreturn state["rooms"][args[0]]',
            tags="key",
        ),
        Case(
            kind="write",
            call="book(999, cleo)",
            response=anything,
            right='return {"error": "there is no room 999"}, 404',
            tags="absent key",
        ),
        Case(
            kind="sentence",
            call="cancel all bookings",
            after=becomes({"/rooms/222/booked_by": None, "/rooms/310/booked_by": None}),
            right='for room in state["rooms"].values():\n    room["booked_by"] = None\nreturn state["rooms"]',
        ),
        Case(
            kind="mistyped",
            call="relase_romm(310)",
            after=becomes({"/rooms/310/booked_by": None}),
            right='state["rooms"][args[0]]["booked_by"] = None\nreturn state["rooms"][args[0]]',
            tags="key",
        ),
        Case(
            kind="REST",
            call="GET /rooms/221",
            response=answers({"name": "Curie", "seats": 8, "booked_by": None}),
            right='return state["rooms"][args[0]]',
            tags="key",
        ),
        Case(
            kind="REST",
            call="DELETE /rooms/305",
            after=becomes(drops=("/rooms/305",)),
            right='return state["rooms"].pop(args[0])',
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_room_401_named_after_an_astronomer(seats=6)",
            after=invented("/rooms", "name", {"seats": 6, "booked_by": None}, key="401"),
            right='state["rooms"]["401"] = {"name": "Kepler", **args, "booked_by": None}\nreturn "Kepler"',
            tags="key",
        ),
    ),
)
