"""A recipe box: lists within objects within a list."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.states import becomes, invented


def are_ingredients(value: Any) -> bool:
    """Accept a list of ingredients that look like those of the other recipes."""
    return bool(value) and all(isinstance(i, dict) and i.keys() == {"name", "grams"} for i in value)


APP = App(
    name="recipes",
    purpose="My recipe box",
    state={
        "recipes": [
            {
                "title": "Pancakes",
                "minutes": 20,
                "tags": ["sweet", "breakfast"],
                "ingredients": [
                    {"name": "flour", "grams": 200},
                    {"name": "egg", "grams": 100},
                    {"name": "milk", "grams": 300},
                ],
            },
            {
                "title": "Shakshuka",
                "minutes": 35,
                "tags": ["savoury"],
                "ingredients": [{"name": "tomato", "grams": 400}, {"name": "egg", "grams": 200}],
            },
            {
                "title": "Guacamole",
                "minutes": 10,
                "tags": ["savoury", "cold"],
                "ingredients": [{"name": "avocado", "grams": 300}, {"name": "lime", "grams": 30}],
            },
        ],
        "favourites": ["Pancakes"],
    },
    cases=(
        Case(
            kind="read",
            call="recipes_with(egg)",
            response=picks("/recipes", 0, 1, by="title"),
            right="""
                return [r for r in state["recipes"] if args[0] in [i["name"] for i in r["ingredients"]]]
            """,
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="total_weight(Pancakes)",
            response=answers(600),
            right="""
                recipe = [r for r in state["recipes"] if r["title"] == args[0]][0]
                return sum(i["grams"] for i in recipe["ingredients"])
            """,
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call='tag_recipe("Shakshuka", "spicy")',
            after=becomes({"/recipes/1/tags/-": "spicy"}),
            right="""
                recipe = [r for r in state["recipes"] if r["title"] == args[0]][0]
                recipe["tags"].append(args[1])
                return recipe["tags"]
            """,
            tags="nested",
        ),
        Case(
            kind="write",
            call="add_to_favourites(Guacamole)",
            after=becomes({"/favourites/-": "Guacamole"}),
            right='state["favourites"].append(args[0])\nreturn state["favourites"]',
        ),
        Case(
            kind="sentence",
            call="sort the recipes by cooking time, fastest first",
            after=becomes(order={"/recipes": [2, 0, 1]}),
            right='state["recipes"].sort(key=lambda r: r["minutes"])\nreturn state["recipes"]',
            tags="sort",
        ),
        Case(
            kind="sentence",
            call="what can I cook in under 30 minutes?",
            response=picks("/recipes", 0, 2, by="title"),
            right='return [r["title"] for r in state["recipes"] if r["minutes"] < 30]',
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call="ingrediants_of(Guacamole)",
            response=picks("/recipes/2/ingredients", 0, 1, by="name"),
            right='return [r["ingredients"] for r in state["recipes"] if r["title"] == args[0]][0]',
            tags="nested",
        ),
        Case(
            kind="REST",
            call="DELETE /recipes/2",
            after=becomes(drops=("/recipes/2",)),
            right='return state["recipes"].pop(args[0])',
            tags="index",
        ),
        Case(
            kind="creative",
            call="invent_a_soup_recipe()",
            after=invented("/recipes", "title", {"ingredients": are_ingredients, "minutes": bool}),
            right="""
                soup = {"title": "Carrot ginger soup", "minutes": 40, "tags": ["soup"]}
                soup["ingredients"] = [{"name": "carrot", "grams": 500}, {"name": "ginger", "grams": 20}]
                state["recipes"].append(soup)
                return soup
            """,
        ),
        Case(
            kind="creative",
            call="describe_shakshuka_for_the_menu()",
            response=prose,
            right='return "Eggs poached in a slow-cooked tomato sauce."',
        ),
    ),
)
