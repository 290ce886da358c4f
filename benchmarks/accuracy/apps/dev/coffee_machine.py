"""A coffee machine: scalars, recipes and counters under names, and settings."""

from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import becomes, unchanged

DRINKS = {
    "espresso": {"beansG": 8, "waterMl": 40},
    "lungo": {"beansG": 8, "waterMl": 110},
    "americano": {"beansG": 10, "waterMl": 180},
    "ristretto": {"beansG": 9, "waterMl": 25},
}
SERVED = {"espresso": 14, "lungo": 6, "americano": 9, "ristretto": 1}
DULL = {"", "drink", "newdrink", "newdrinkone", "newdrinktwo", "drinkone", "drinktwo", "drinka", "drinkb"}


def two_more_drinks(seen: Seen) -> str:
    """Accept two more drinks with recipes, perhaps their counters at zero, and nothing else changed."""
    after: Any = seen.after
    if not isinstance(after, dict) or not isinstance(after.get("drinks"), dict):
        return "the drinks are gone"
    fresh = {name: recipe for name, recipe in after["drinks"].items() if name not in DRINKS}
    letters = {"".join(filter(str.isalpha, name)).casefold() for name in fresh}
    if len(fresh) != 2 or len(letters) != 2 or letters & DULL:
        return "there should be two new drinks with names"
    for recipe in fresh.values():
        if not isinstance(recipe, dict) or recipe.keys() != {"beansG", "waterMl"}:
            return "a new drink should have beans and water like the others"
        if any(type(amount) not in (int, float) or amount < 0 for amount in recipe.values()):
            return "beans and water should be amounts"
    served = after.get("served")
    if not isinstance(served, dict) or any(served.get(name, 0) != 0 for name in fresh):
        return "none of the new drinks has been served"
    drinks = {name: recipe for name, recipe in after["drinks"].items() if name not in fresh}
    served = {name: count for name, count in served.items() if name not in fresh}
    return unchanged(replace(seen, after={**after, "drinks": drinks, "served": served}))


APP = App(
    name="coffee_machine",
    purpose=(
        "The coffee machine in our office. A drink takes the beans (grams) and the water (millilitres) "
        "of its recipe; served counts how many of each it has made"
    ),
    state={
        "on": True,
        "waterMl": 900,
        "beansG": 140,
        "drinks": DRINKS,
        "served": SERVED,
        "settings": {"strength": "medium", "temperature": 92, "autoOffMinutes": 30},
    },
    cases=(
        Case(
            kind="read",
            call="getWaterLevel()",
            response=answers(900, also=("ml", "mL", "millilitres")),
            right='return {"waterMl": state["waterMl"]}',
        ),
        Case(
            kind="read",
            call="totalDrinksServed()",
            response=answers(30),
            right='return sum(state["served"].values())',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="brew(lungo)",
            after=becomes({"/waterMl": 790, "/beansG": 132, "/served/lungo": 7}),
            right="""
                recipe = state["drinks"]["lungo"]
                state["waterMl"] -= recipe["waterMl"]
                state["beansG"] -= recipe["beansG"]
                state["served"]["lungo"] += 1
                return {"message": "Enjoy your lungo"}
            """,
            tags="counter key nested",
        ),
        Case(
            kind="write",
            call="setStrength(strong)",
            after=becomes({"/settings/strength": "strong"}),
            right='state["settings"]["strength"] = "strong"\nreturn state["settings"]',
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="make the coffee 3 degrees cooler",
            after=becomes({"/settings/temperature": 89}),
            right='state["settings"]["temperature"] -= 3\nreturn state["settings"]',
            tags="counter nested",
        ),
        Case(
            kind="REST",
            call="PATCH /settings",
            data={"temperature": 90, "autoOffMinutes": 60},
            after=becomes({"/settings/temperature": 90, "/settings/autoOffMinutes": 60}),
            right='state["settings"].update(temperature=90, autoOffMinutes=60)\nreturn state["settings"]',
            tags="body",
        ),
        Case(
            kind="REST",
            call="PUT /drinks/americano",
            data={"beansG": 12, "waterMl": 160},
            after=becomes({"/drinks/americano": {"beansG": 12, "waterMl": 160}}),
            right="""
                state["drinks"]["americano"] = {"beansG": 12, "waterMl": 160}
                return state["drinks"]["americano"]
            """,
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="addWatr(500)",
            after=becomes({"/waterMl": 1400}),
            right='state["waterMl"] += 500\nreturn {"waterMl": state["waterMl"]}',
            tags="counter",
        ),
        Case(
            kind="creative",
            call="addTwoNewDrinks()",
            after=two_more_drinks,
            right="""
                drinks = {"Monday Rescue": (16, 60), "Long Meeting": (12, 240)}
                for name, (beans, water) in drinks.items():
                    state["drinks"][name] = {"beansG": beans, "waterMl": water}
                    state["served"][name] = 0
                return drinks
            """,
            tags="key",
        ),
    ),
)
