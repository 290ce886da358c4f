"""A fish tank: scalars and a switch at the root, a list of things, and a plain list of strings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes

APP = App(
    name="aquarium",
    purpose="My fish tank at home",
    state={
        "litres": 120,
        "temperature": 24.5,
        "light": True,
        "filter": {"model": "EasyFlow 300", "lastCleaned": "2025-03-02"},
        "fish": [
            {"species": "neon tetra", "count": 12, "eats": "flakes"},
            {"species": "guppy", "count": 5, "eats": "flakes"},
            {"species": "angelfish", "count": 2, "eats": "frozen shrimp"},
            {"species": "catfish", "count": 1, "eats": "algae wafers"},
        ],
        "plants": ["java fern", "anubias", "hornwort"],
    },
    cases=(
        Case(
            kind="read",
            call="list_plants()",
            response=any_of(
                picks("/plants", 0, 1, 2),
                mentions("java fern", "anubias", "hornwort", omits=("guppy", "EasyFlow 300")),
            ),
            right='return state["plants"]',
        ),
        Case(
            kind="read",
            call="total_fish()",
            response=answers(20),
            right='return sum(kind["count"] for kind in state["fish"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call='add_plant("moss ball")',
            after=becomes({"/plants/-": "moss ball"}),
            right='state["plants"].append("moss ball")\nreturn state["plants"]',
        ),
        Case(
            kind="write",
            call="set_temperature(25.5)",
            after=becomes({"/temperature": 25.5}),
            right='state["temperature"] = 25.5\nreturn {"temperature": state["temperature"]}',
        ),
        Case(
            kind="write",
            call='addFish("corydoras", 6)',
            after=added("/fish", {"species": "corydoras", "count": 6}, optional=("eats",)),
            right="""
                state["fish"].append({"species": "corydoras", "count": 6, "eats": None})
                return state["fish"][-1]
            """,
        ),
        Case(
            kind="sentence",
            call="one of the guppies died",
            after=becomes({"/fish/1/count": 4}),
            right="""
                for kind in state["fish"]:
                    if kind["species"] == "guppy":
                        kind["count"] -= 1
                        return kind
            """,
            tags="counter filter",
        ),
        Case(
            kind="sentence",
            call="when was the filter last cleaned?",
            response=answers(
                "2025-03-02",
                *("March 2, 2025", "March 2nd, 2025", "2 March 2025", "2nd March 2025", "2nd of March 2025"),
                also=("EasyFlow 300",),
            ),
            right='return state["filter"]["lastCleaned"]',
            tags="nested date",
        ),
        Case(
            kind="mistyped",
            call="swtich_lihgt_off()",
            after=becomes({"/light": False}),
            right='state["light"] = False\nreturn {"light": False}',
        ),
        Case(
            kind="REST",
            call="DELETE /plants/hornwort",
            after=becomes(drops=("/plants/2",)),
            right='state["plants"].remove("hornwort")\nreturn state["plants"]',
        ),
    ),
)
