"""A home bar: an object of cocktails with objects of ingredients in them, and a list of strings."""

import json
import re
from typing import Any

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes

COCKTAILS = ("Margarita", "Negroni", "Daiquiri", "Gimlet")
ALCOHOL = {"gin", "rum", "tequila", "vodka", "campari", "triple sec", "vermouth", "whisky", "whiskey", "wine"}
ALCOHOL |= {"aperol", "prosecco", "champagne", "brandy", "white rum", "dark rum", "beer", "bourbon", "sake"}
DULL = {"", "cocktail", "mocktail", "newcocktail", "newmocktail", "alcoholfreecocktail"}


def margarita_amounts(seen: Seen) -> str:
    """Accept a response that has the amounts of a Margarita."""
    numbers = set(re.findall(r"\d+", json.dumps(seen.response)))
    return "" if {"50", "20", "15"} <= numbers else "the response should have the amounts"


def without_alcohol(seen: Seen) -> str:
    """Accept new cocktails with names of their own and with ingredients, none of them alcoholic."""
    cocktails: Any = seen.after
    fresh = {name: thing for name, thing in cocktails["cocktails"].items() if name not in COCKTAILS}
    names = {"".join(filter(str.isalpha, name)).casefold() for name in fresh}
    if len(names) != len(fresh) or names & DULL:
        return "the new cocktails should have names of their own"
    for thing in fresh.values():
        ingredients = {name.casefold() for name in thing["ingredients"]}
        if not ingredients or ingredients & ALCOHOL:
            return f"the ingredients of an alcohol-free cocktail cannot be {sorted(ingredients)}"
    return ""


MOJITO: dict[str, Json] = {
    "ingredients": {"rum": 50, "lime juice": 25, "sugar syrup": 15, "soda": 60},
    "glass": "highball",
    "rating": 4,
}

APP = App(
    name="cocktails",
    purpose=(
        "Cocktail recipes for our home bar, with amounts in ml. "
        "stock lists the ingredients that we have at home"
    ),
    state={
        "cocktails": {
            "Margarita": {
                "ingredients": {"tequila": 50, "triple sec": 20, "lime juice": 15},
                "glass": "margarita",
                "rating": 4,
            },
            "Negroni": {
                "ingredients": {"gin": 30, "campari": 30, "vermouth": 30},
                "glass": "tumbler",
                "rating": 5,
            },
            "Daiquiri": {
                "ingredients": {"rum": 60, "lime juice": 20, "sugar syrup": 10},
                "glass": "coupe",
                "rating": 3,
            },
            "Gimlet": {"ingredients": {"gin": 60, "lime juice": 20}, "glass": "coupe", "rating": 4},
        },
        "stock": ["gin", "rum", "tequila", "campari", "lime juice", "sugar syrup"],
    },
    cases=(
        Case(
            kind="read",
            call="cocktails_with(gin)",
            response=picks("/cocktails", "Negroni", "Gimlet"),
            right='return {k: v for k, v in state["cocktails"].items() if "gin" in v["ingredients"]}',
            tags="filter key nested",
        ),
        Case(
            kind="read",
            call="what_can_i_make()",
            response=any_of(
                picks("/cocktails", "Daiquiri", "Gimlet"),
                answers({name: name in ("Daiquiri", "Gimlet") for name in COCKTAILS}),
            ),
            right="""
                stock = set(state["stock"])
                return [name for name, c in state["cocktails"].items() if set(c["ingredients"]) <= stock]
            """,
            tags="filter key nested",
        ),
        Case(
            kind="write",
            call="add_to_stock(vermouth)",
            after=becomes({"/stock/-": "vermouth"}),
            right='state["stock"].append("vermouth")\nreturn state["stock"]',
        ),
        Case(
            kind="write",
            call="rate(Daiquiri, 5)",
            after=becomes({"/cocktails/Daiquiri/rating": 5}),
            right='state["cocktails"]["Daiquiri"]["rating"] = 5\nreturn state["cocktails"]["Daiquiri"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="how do I make a margarita?",
            response=all_of(
                mentions(
                    *("tequila", "triple sec", "lime juice"),
                    omits=("Negroni", "Daiquiri", "Gimlet", "gin", "rum", "campari", "vermouth"),
                ),
                margarita_amounts,
            ),
            right='return state["cocktails"]["Margarita"]',
            tags="read key",
        ),
        Case(
            kind="sentence",
            call="we ran out of gin",
            after=becomes(drops=("/stock/0",)),
            right='state["stock"].remove("gin")\nreturn state["stock"]',
        ),
        Case(
            kind="REST",
            call="POST /cocktails",
            data={"name": "Mojito", **MOJITO},
            after=any_of(
                added("/cocktails", MOJITO, key="Mojito"),
                added("/cocktails", {"name": "Mojito", **MOJITO}, key="Mojito"),
            ),
            right="""
                ingredients = {"rum": 50, "lime juice": 25, "sugar syrup": 15, "soda": 60}
                mojito = {"ingredients": ingredients, "glass": "highball", "rating": 4}
                state["cocktails"]["Mojito"] = mojito
                return mojito, 201
            """,
            tags="key body nested",
        ),
        Case(
            kind="mistyped",
            call="chnage_glas(Gimlet, highball)",
            after=becomes({"/cocktails/Gimlet/glass": "highball"}),
            right='state["cocktails"]["Gimlet"]["glass"] = "highball"\nreturn state["cocktails"]["Gimlet"]',
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_two_alcohol_free_cocktails()",
            after=all_of(added("/cocktails", {}, {}, optional=("rating",)), without_alcohol),
            right="""
                state["cocktails"]["Garden Fizz"] = {
                    "ingredients": {"apple juice": 80, "lime juice": 20, "soda": 60},
                    "glass": "highball",
                    "rating": 4,
                }
                state["cocktails"]["Pink Sunrise"] = {
                    "ingredients": {"orange juice": 100, "grenadine": 15},
                    "glass": "tumbler",
                    "rating": 3,
                }
                return state["cocktails"]
            """,
            tags="key nested",
        ),
    ),
)
