"""A dragon keeper: objects with ids and lists of tricks, and stocks of food."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented, unused

BABY = {
    "id": unused(1, 2, 3),
    "age": lambda age: type(age) in (int, float) and 0 <= age < 45,
}

APP = App(
    name="dragons",
    purpose="You are the assistant of a dragon keeper",
    state={
        "gold": 340,
        "day": 12,
        "dragons": [
            {
                "id": 1,
                "name": "Ember",
                "breed": "Fire",
                "hunger": 7,
                "age": 120,
                "tricks": ["loop", "smoke ring"],
            },
            {"id": 2, "name": "Mist", "breed": "Water", "hunger": 2, "age": 45, "tricks": []},
            {
                "id": 3,
                "name": "Pebble",
                "breed": "Stone",
                "hunger": 9,
                "age": 300,
                "tricks": ["boulder toss"],
            },
        ],
        "food": {"sheep": 6, "fish": 14, "coal": 3},
    },
    cases=(
        Case(
            kind="read",
            call="get_hungriest_dragon()",
            response=picks("/dragons", 2, by="name"),
            right='return max(state["dragons"], key=lambda d: d["hunger"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call='dragons_who_know("loop")',
            response=picks("/dragons", 0, by="name"),
            right='return [d["name"] for d in state["dragons"] if "loop" in d["tricks"]]',
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="total_food()",
            response=answers(23, also=(6, 14, 3)),
            right='return sum(state["food"].values())',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call='teach_trick(Mist, "cannonball")',
            after=becomes({"/dragons/1/tricks/-": "cannonball"}),
            right="""
                dragon = next(d for d in state["dragons"] if d["name"] == "Mist")
                dragon["tricks"].append("cannonball")
                return dragon
            """,
            tags="nested",
        ),
        Case(
            kind="write",
            call="spend_gold(90)",
            after=becomes({"/gold": 250}),
            right='state["gold"] -= 90\nreturn {"gold": state["gold"]}',
            tags="counter",
        ),
        Case(
            kind="write",
            call="rename_dragon(id=3, name=Boulder)",
            after=becomes({"/dragons/2/name": "Boulder"}),
            right="""
                dragon = next(d for d in state["dragons"] if d["id"] == 3)
                dragon["name"] = "Boulder"
                return dragon
            """,
            tags="id",
        ),
        Case(
            kind="mistyped",
            call="ad_fodo(fish, 5)",
            after=becomes({"/food/fish": 19}),
            right='state["food"]["fish"] += 5\nreturn state["food"]',
            tags="counter key",
        ),
        Case(
            kind="sentence",
            call="every dragon is one year older now",
            after=becomes({f"/dragons/{i}/age": age for i, age in enumerate((121, 46, 301))}),
            right='for dragon in state["dragons"]:\n    dragon["age"] += 1\nreturn state["dragons"]',
            tags="counter",
        ),
        Case(
            kind="sentence",
            call="which dragons have not learned any tricks yet?",
            response=picks("/dragons", 1, by="name"),
            right='return [d for d in state["dragons"] if not d["tricks"]]',
            tags="filter nested",
        ),
        Case(
            kind="REST",
            call="POST /dragons",
            data={"name": "Cinder", "breed": "Fire", "hunger": 5, "age": 3},
            after=added(
                "/dragons",
                {
                    "id": unused(1, 2, 3),
                    "name": "Cinder",
                    "breed": "Fire",
                    "hunger": 5,
                    "age": 3,
                    "tricks": lambda tricks: tricks == [],
                },
            ),
            right="""
                dragon = {"id": 4, "name": "Cinder", "breed": "Fire", "hunger": 5, "age": 3, "tricks": []}
                state["dragons"].append(dragon)
                return dragon, 201
            """,
        ),
        Case(
            kind="creative",
            call="hatch_two_baby_dragons()",
            after=invented("/dragons", "name", BABY, BABY),
            right="""
                for new, name, breed in (4, "Soot", "Fire"), (5, "Drizzle", "Water"):
                    dragon = {"id": new, "name": name, "breed": breed, "hunger": 5, "age": 0, "tricks": []}
                    state["dragons"].append(dragon)
                return state["dragons"][-2:]
            """,
        ),
    ),
)
