"""A small zoo: lists of animals and of times within a list of enclosures."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes, invented


def is_goat(species: Any) -> bool:
    """Accept the species of a young goat."""
    return isinstance(species, str) and "goat" in species.casefold()


APP = App(
    name="zoo",
    purpose="Our little zoo: its enclosures, who keeps them, the animals in them and when they are fed",
    state={
        "open": True,
        "visitors_today": 134,
        "enclosures": [
            {
                "name": "Savannah",
                "keeper": "Bram",
                "animals": [
                    {"name": "Zuri", "species": "giraffe"},
                    {"name": "Tembo", "species": "elephant"},
                ],
                "feedings": ["09:00", "16:00"],
            },
            {
                "name": "Penguin pool",
                "keeper": "Ilse",
                "animals": [
                    {"name": "Pip", "species": "penguin"},
                    {"name": "Waddles", "species": "penguin"},
                    {"name": "Frost", "species": "penguin"},
                ],
                "feedings": ["11:00", "15:30"],
            },
            {
                "name": "Reptile house",
                "keeper": "Bram",
                "animals": [{"name": "Rex", "species": "iguana"}],
                "feedings": ["13:00"],
            },
            {
                "name": "Petting farm",
                "keeper": None,
                "animals": [{"name": "Billy", "species": "goat"}],
                "feedings": [],
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="count_animals()",
            response=answers(7),
            right='return sum(len(enclosure["animals"]) for enclosure in state["enclosures"])',
            tags="aggregation nested",
        ),
        Case(
            kind="read",
            call='feeding_times("Penguin pool")',
            response=any_of(
                answers(["11:00", "15:30"]),
                mentions("11:00", "15:30", omits=("09:00", "13:00", "16:00", "Pip", "Frost")),
            ),
            right="""
                for enclosure in state["enclosures"]:
                    if enclosure["name"] == "Penguin pool":
                        return enclosure["feedings"]
            """,
            tags="lookup nested",
        ),
        Case(
            kind="write",
            call='add_feeding("Reptile house", "17:00")',
            after=becomes({"/enclosures/2/feedings/-": "17:00"}),
            right="""
                for enclosure in state["enclosures"]:
                    if enclosure["name"] == "Reptile house":
                        enclosure["feedings"].append("17:00")
                        return enclosure
            """,
            tags="nested",
        ),
        Case(
            kind="write",
            call='move_animal(Rex, to="Petting farm")',
            after=becomes(
                {"/enclosures/3/animals/-": {"name": "Rex", "species": "iguana"}},
                drops=("/enclosures/2/animals/0",),
            ),
            right="""
                rex = state["enclosures"][2]["animals"].pop(0)
                state["enclosures"][3]["animals"].append(rex)
                return state["enclosures"][3]
            """,
            tags="move nested",
        ),
        Case(
            kind="write",
            call="add_visitors(12)",
            after=becomes({"/visitors_today": 146}),
            right='state["visitors_today"] += 12\nreturn {"visitors_today": state["visitors_today"]}',
            tags="counter",
        ),
        Case(
            kind="sentence",
            call="Ilse takes care of the petting farm from now on",
            after=becomes({"/enclosures/3/keeper": "Ilse"}),
            right="""
                for enclosure in state["enclosures"]:
                    if enclosure["name"] == "Petting farm":
                        enclosure["keeper"] = "Ilse"
                        return enclosure
            """,
        ),
        Case(
            kind="REST",
            call="GET /enclosures?keeper=Bram",
            response=picks("/enclosures", 0, 2, by="name"),
            right='return [e for e in state["enclosures"] if e["keeper"] == "Bram"]',
            tags="read filter",
        ),
        Case(
            kind="mistyped",
            call="clsoe_zoo()",
            after=becomes({"/open": False}),
            right='state["open"] = False\nreturn {"open": False}',
        ),
        Case(
            kind="creative",
            call='add_two_baby_goats("Petting farm")',
            after=invented("/enclosures/3/animals", "name", {"species": is_goat}, {"species": is_goat}),
            right="""
                kids = [{"name": "Clementine", "species": "goat"}, {"name": "Pogo", "species": "goat"}]
                state["enclosures"][3]["animals"] += kids
                return kids
            """,
            tags="nested",
        ),
    ),
)
