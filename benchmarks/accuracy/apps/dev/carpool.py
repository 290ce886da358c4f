"""A carpool: cars under their drivers' names, with lists of strings in them, and who has no car yet."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes

DEWI = {"model": "Skoda Octavia", "seats": 4, "departs": "07:50", "passengers": []}

APP = App(
    name="carpool",
    purpose=(
        "The carpool of our office: the cars by their drivers, how many passengers each has seats for, "
        "and who rides along. waiting are those who have no car yet"
    ),
    state={
        "destination": "Office park",
        "cars": {
            "Anna": {"model": "VW Golf", "seats": 3, "departs": "07:30", "passengers": ["Piet", "Lucia"]},
            "Boris": {"model": "Fiat Panda", "seats": 2, "departs": "07:45", "passengers": ["Hana", "Emeka"]},
            "Celine": {
                "model": "Ford Galaxy",
                "seats": 5,
                "departs": "08:10",
                "passengers": ["Theo", "Ravi", "Ida"],
            },
        },
        "waiting": ["Mark", "Yuki"],
    },
    cases=(
        Case(
            kind="read",
            call="free_seats(Celine)",
            response=any_of(answers(2, also=(5, 3, "Ford Galaxy", "08:10")), mentions("2 free", "Celine")),
            right='car = state["cars"]["Celine"]\nreturn car["seats"] - len(car["passengers"])',
            tags="aggregation key nested",
        ),
        Case(
            kind="read",
            call="passengers_of(Anna)",
            response=any_of(
                picks("/cars/Anna/passengers", 0, 1),
                mentions("Piet", "Lucia", omits=("Hana", "Emeka", "Theo", "Ravi", "Ida", "Mark", "VW Golf")),
            ),
            right='return state["cars"]["Anna"]["passengers"]',
            tags="key nested",
        ),
        Case(
            kind="write",
            call="join(driver=Anna, passenger=Sofie)",
            after=becomes({"/cars/Anna/passengers/-": "Sofie"}),
            right="""
                state["cars"]["Anna"]["passengers"].append("Sofie")
                return state["cars"]["Anna"]
            """,
            tags="key nested",
        ),
        Case(
            kind="write",
            call='set_departure(Boris, "07:40")',
            after=becomes({"/cars/Boris/departs": "07:40"}),
            right='state["cars"]["Boris"]["departs"] = "07:40"\nreturn state["cars"]["Boris"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="who leaves first in the morning?",
            response=mentions("Anna", omits=("Boris", "Celine")),
            right="""
                cars = state["cars"]
                return min(cars, key=lambda driver: cars[driver]["departs"])
            """,
            tags="aggregation key read",
        ),
        Case(
            kind="sentence",
            call="Mark has found a seat, he rides with Celine from now on",
            after=becomes({"/cars/Celine/passengers/-": "Mark"}, drops=("/waiting/0",)),
            right="""
                state["waiting"].remove("Mark")
                state["cars"]["Celine"]["passengers"].append("Mark")
                return state["cars"]["Celine"]
            """,
            tags="move key nested",
        ),
        Case(
            kind="REST",
            call="GET /cars/Boris",
            response=answers(
                {"model": "Fiat Panda", "seats": 2, "departs": "07:45", "passengers": ["Hana", "Emeka"]}
            ),
            right='return state["cars"]["Boris"]',
            tags="key read",
        ),
        Case(
            kind="REST",
            call="POST /cars",
            data={"driver": "Dewi", "model": "Skoda Octavia", "seats": 4, "departs": "07:50"},
            after=any_of(
                added("/cars", DEWI, key="Dewi"), added("/cars", {"driver": "Dewi", **DEWI}, key="Dewi")
            ),
            right="""
                car = {"model": "Skoda Octavia", "seats": 4, "departs": "07:50", "passengers": []}
                state["cars"]["Dewi"] = car
                return {"Dewi": car}, 201
            """,
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="remvoe_passanger(Theo)",
            after=becomes(drops=("/cars/Celine/passengers/0",)),
            right="""
                for car in state["cars"].values():
                    if "Theo" in car["passengers"]:
                        car["passengers"].remove("Theo")
                        return car
            """,
            tags="nested",
        ),
    ),
)
