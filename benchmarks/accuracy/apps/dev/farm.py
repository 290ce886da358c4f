"""A farm: lists of animals under the places where they live, amounts under names, and scalars."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented, text

ROSA: dict[str, Any] = {"name": "Rosa", "kind": "goat", "born": 2028}

APP = App(
    name="farm",
    purpose="Our little farm: which animals live where, how much feed we have left, and the eggs in stock",
    state={
        "farm": "Willow Hill",
        "animals": {
            "barn": [
                {"name": "Bella", "kind": "cow", "born": 2027},
                {"name": "Duke", "kind": "horse", "born": 2022},
            ],
            "pasture": [
                {"name": "Molly", "kind": "sheep", "born": 2029},
                {"name": "Woolly", "kind": "sheep", "born": 2030},
                ROSA,
            ],
            "coop": [
                {"name": "Henrietta", "kind": "hen", "born": 2030},
                {"name": "Carlos", "kind": "rooster", "born": 2029},
            ],
        },
        "feedKg": {"hay": 120, "oats": 35, "corn": 18},
        "eggs": 14,
    },
    cases=(
        Case(
            kind="read",
            call="list_animals(pasture)",
            response=picks("/animals/pasture", 0, 1, 2, by="name"),
            right='return state["animals"]["pasture"]',
            tags="key",
        ),
        Case(
            kind="read",
            call="count_animals()",
            response=answers(7),
            right='return sum(len(animals) for animals in state["animals"].values())',
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call="collect_eggs(5)",
            after=becomes({"/eggs": 19}),
            right='state["eggs"] += 5\nreturn {"eggs": state["eggs"]}',
            tags="counter",
        ),
        Case(
            kind="write",
            call="move_animal(Rosa, to=barn)",
            after=becomes({"/animals/barn/-": ROSA}, drops=("/animals/pasture/2",)),
            right="""
                rosa = state["animals"]["pasture"].pop(2)
                state["animals"]["barn"].append(rosa)
                return rosa
            """,
            tags="move nested",
        ),
        Case(
            kind="sentence",
            call="we fed 10 kilos of hay today",
            after=becomes({"/feedKg/hay": 110}),
            right='state["feedKg"]["hay"] -= 10\nreturn state["feedKg"]',
            tags="counter key",
        ),
        Case(
            kind="sentence",
            call="which animal is the oldest?",
            response=picks("/animals", "barn/1", by="name"),
            right="""
                animals = [animal for place in state["animals"].values() for animal in place]
                return min(animals, key=lambda animal: animal["born"])
            """,
            tags="read aggregation nested",
        ),
        Case(
            kind="REST",
            call="POST /animals/coop",
            data={"name": "Goldie", "kind": "hen", "born": 2031},
            after=added("/animals/coop", {"name": "Goldie", "kind": "hen", "born": 2031}),
            right="""
                hen = {"name": "Goldie", "kind": "hen", "born": 2031}
                state["animals"]["coop"].append(hen)
                return hen, 201
            """,
            tags="nested body",
        ),
        Case(
            kind="mistyped",
            call="remove_anmial(Woolly)",
            after=becomes(drops=("/animals/pasture/1",)),
            right='return state["animals"]["pasture"].pop(1)',
            tags="nested",
        ),
        Case(
            kind="creative",
            call="add_two_ducks_to_the_pasture()",
            after=invented(
                "/animals/pasture",
                "name",
                {"kind": text("duck")},
                {"kind": text("duck")},
                optional=("born",),
            ),
            right="""
                ducks = [{"name": name, "kind": "duck", "born": 2031} for name in ("Waddles", "Pebble")]
                state["animals"]["pasture"] += ducks
                return ducks
            """,
            tags="nested",
        ),
    ),
)
