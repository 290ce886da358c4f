"""A food diary of one day: an object of lists of meals, and goals."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes, invented

APP = App(
    name="nutrition",
    purpose="What I eat and drink today, and my goals for the day; water is in glasses, protein in grams",
    state={
        "date": "2031-05-14",
        "goal": {"kcal": 2000, "protein": 90, "water": 8},
        "water": 3,
        "meals": {
            "breakfast": [
                {"food": "oatmeal", "kcal": 320, "protein": 11},
                {"food": "banana", "kcal": 105, "protein": 1},
            ],
            "lunch": [
                {"food": "chicken wrap", "kcal": 540, "protein": 34},
                {"food": "apple juice", "kcal": 115, "protein": 0},
            ],
            "dinner": [],
            "snacks": [
                {"food": "almonds", "kcal": 170, "protein": 6},
                {"food": "dark chocolate", "kcal": 120, "protein": 2},
            ],
        },
    },
    cases=(
        Case(
            kind="read",
            call="total_calories()",
            response=any_of(answers(1370, also=(2000, 630, "2031-05-14", "kcal")), mentions("1370")),
            right='return sum(item["kcal"] for meal in state["meals"].values() for item in meal)',
            tags="aggregation nested",
        ),
        Case(
            kind="read",
            call="get_meal(breakfast)",
            response=picks("/meals/breakfast", 0, 1, by="food", also=(425, 12)),
            right='return state["meals"]["breakfast"]',
            tags="key",
        ),
        Case(
            kind="read",
            call="food_with_most_protein()",
            response=picks("/meals/lunch", 0, by="food"),
            right="""
                foods = [item for meal in state["meals"].values() for item in meal]
                return max(foods, key=lambda item: item["protein"])
            """,
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call="drink_water()",
            after=becomes({"/water": 4}),
            right='state["water"] += 1\nreturn {"water": state["water"]}',
            tags="counter",
        ),
        Case(
            kind="write",
            call='add_food(dinner, "tomato soup", kcal=210, protein=7)',
            after=becomes({"/meals/dinner/-": {"food": "tomato soup", "kcal": 210, "protein": 7}}),
            right="""
                item = {"food": "tomato soup", "kcal": 210, "protein": 7}
                state["meals"]["dinner"].append(item)
                return item
            """,
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="how many calories do I have left for today?",
            response=any_of(answers(630, also=(2000, 1370, "2031-05-14", "kcal")), mentions("630")),
            right="""
                eaten = sum(item["kcal"] for meal in state["meals"].values() for item in meal)
                return {"left": state["goal"]["kcal"] - eaten}
            """,
            tags="read aggregation nested",
        ),
        Case(
            kind="REST",
            call="PATCH /goal",
            data={"kcal": 1800},
            after=becomes({"/goal/kcal": 1800}),
            right='state["goal"]["kcal"] = 1800\nreturn state["goal"]',
            tags="body",
        ),
        Case(
            kind="mistyped",
            call="delte_last_snak()",
            after=becomes(drops=("/meals/snacks/1",)),
            right='return state["meals"]["snacks"].pop()',
            tags="nested",
        ),
        Case(
            kind="creative",
            call="add_two_healthy_snacks()",
            after=invented("/meals/snacks", "food", {}, {}),
            right="""
                snacks = [
                    {"food": "carrot sticks", "kcal": 40, "protein": 1},
                    {"food": "plain yoghurt", "kcal": 95, "protein": 8},
                ]
                state["meals"]["snacks"] += snacks
                return snacks
            """,
            tags="nested",
        ),
    ),
)
