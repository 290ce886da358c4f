"""A ski resort: lifts and slopes under their names, scalars at the root."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import becomes

APP = App(
    name="ski",
    purpose="Lifts and slopes of a ski resort",
    state={
        "snow_cm": 85,
        "temperature": -4,
        "avalanche_level": 2,
        "lifts": {
            "Eagle": {"open": True, "seats": 4, "waiting": 32},
            "Gondola": {"open": True, "seats": 8, "waiting": 120},
            "Bunny": {"open": False, "seats": 1, "waiting": 0},
        },
        "slopes": {
            "Sunrise": {"difficulty": "blue", "length_m": 1800, "groomed": True, "lift": "Eagle"},
            "Black Hole": {"difficulty": "black", "length_m": 2400, "groomed": False, "lift": "Gondola"},
            "Meadow": {"difficulty": "blue", "length_m": 900, "groomed": True, "lift": "Bunny"},
            "Panorama": {"difficulty": "red", "length_m": 3100, "groomed": True, "lift": "Gondola"},
        },
    },
    cases=(
        Case(
            kind="read",
            call="open_lifts()",
            response=picks("/lifts", "Eagle", "Gondola"),
            right='return [name for name, lift in state["lifts"].items() if lift["open"]]',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="longest_slope()",
            response=picks("/slopes", "Panorama"),
            right='return max(state["slopes"], key=lambda name: state["slopes"][name]["length_m"])',
            tags="aggregation key",
        ),
        Case(
            kind="read",
            call="slopes_from(Gondola)",
            response=picks("/slopes", "Black Hole", "Panorama"),
            right='return {name: s for name, s in state["slopes"].items() if s["lift"] == "Gondola"}',
            tags="filter key",
        ),
        Case(
            kind="write",
            call="open_lift(Bunny)",
            after=becomes({"/lifts/Bunny/open": True}),
            right='state["lifts"]["Bunny"]["open"] = True\nreturn state["lifts"]["Bunny"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="add_snow(15)",
            after=becomes({"/snow_cm": 100}),
            right='state["snow_cm"] += 15\nreturn {"snow_cm": state["snow_cm"]}',
            tags="counter",
        ),
        Case(
            kind="write",
            call='groom_slope("Black Hole")',
            after=becomes({"/slopes/Black Hole/groomed": True}),
            right='state["slopes"]["Black Hole"]["groomed"] = True\nreturn {"message": "groomed"}',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="set_avalance_levle(3)",
            after=becomes({"/avalanche_level": 3}),
            right='state["avalanche_level"] = 3\nreturn 3',
        ),
        Case(
            kind="sentence",
            call="close the gondola because of the wind",
            after=becomes({"/lifts/Gondola/open": False}),
            right='state["lifts"]["Gondola"]["open"] = False\nreturn state["lifts"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="how long is Panorama in kilometers?",
            response=answers(3.1, also=(3100, "km", "kilometers")),
            right='return state["slopes"]["Panorama"]["length_m"] / 1000',
            tags="arithmetic key",
        ),
        Case(
            kind="REST",
            call="GET /slopes?difficulty=blue",
            response=picks("/slopes", "Sunrise", "Meadow"),
            right='return {name: s for name, s in state["slopes"].items() if s["difficulty"] == "blue"}',
            tags="filter key",
        ),
        Case(
            kind="REST",
            call="PUT /lifts/Eagle",
            data={"open": True, "seats": 6, "waiting": 10},
            after=becomes({"/lifts/Eagle": {"open": True, "seats": 6, "waiting": 10}}),
            right="""
                state["lifts"]["Eagle"] = {"open": True, "seats": 6, "waiting": 10}
                return state["lifts"]["Eagle"]
            """,
            tags="key",
        ),
    ),
)
