"""Flashcards: a list of objects without ids, beside a flag, a counter and a date."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented

APP = App(
    name="flashcards",
    purpose="vocabulary flashcards for learning Spanish",
    state={
        "deck": "Spanish basics",
        "shuffle": False,
        "streak": 4,
        "last_studied": "2025-05-18",
        "cards": [
            {"front": "dog", "back": "perro", "box": 1},
            {"front": "house", "back": "casa", "box": 3},
            {"front": "to eat", "back": "comer", "box": 2},
            {"front": "red", "back": "rojo", "box": 1},
            {"front": "water", "back": "agua", "box": 2},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="translate(house)",
            response=any_of(answers("casa"), picks("/cards", 1)),
            right='return next(card["back"] for card in state["cards"] if card["front"] == "house")',
            tags="lookup",
        ),
        Case(
            kind="read",
            call="cards_in_box(2)",
            response=any_of(picks("/cards", 2, 4, by="front"), picks("/cards", 2, 4, by="back")),
            right='return [card for card in state["cards"] if card["box"] == 2]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="count_cards_per_box()",
            response=any_of(
                answers({"1": 2, "2": 2, "3": 1}),
                answers({"box1": 2, "box2": 2, "box3": 1}, {"box_1": 2, "box_2": 2, "box_3": 1}),
                answers({"box 1": 2, "box 2": 2, "box 3": 1}, {"Box 1": 2, "Box 2": 2, "Box 3": 1}),
                *[
                    answers([{"box": box, key: count} for box, count in ((1, 2), (2, 2), (3, 1))])
                    for key in ("count", "cards", "total", "number")
                ],
            ),
            right="""
                counts = {}
                for card in state["cards"]:
                    counts[str(card["box"])] = counts.get(str(card["box"]), 0) + 1
                return counts
            """,
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="add_card(front=book, back=libro)",
            after=added("/cards", {"front": "book", "back": "libro"}),
            right="""
                state["cards"].append({"front": "book", "back": "libro", "box": 1})
                return state["cards"][-1]
            """,
        ),
        Case(
            kind="write",
            call='move_to_box("to eat", 3)',
            after=becomes({"/cards/2/box": 3}),
            right="""
                for card in state["cards"]:
                    if card["front"] == "to eat":
                        card["box"] = 3
                        return card
            """,
        ),
        Case(
            kind="write",
            call="turn_shuffle_on()",
            after=becomes({"/shuffle": True}),
            right='state["shuffle"] = True\nreturn {"shuffle": True}',
            tags="flag",
        ),
        Case(
            kind="sentence",
            call="got red right, move it up one box",
            after=becomes({"/cards/3/box": 2}),
            right="""
                for card in state["cards"]:
                    if card["front"] == "red":
                        card["box"] += 1
                        return card
            """,
            tags="counter",
        ),
        Case(
            kind="mistyped",
            call="delte_crad(water)",
            after=becomes(drops=("/cards/4",)),
            right="""
                state["cards"] = [card for card in state["cards"] if card["front"] != "water"]
                return {"message": "deleted"}
            """,
        ),
        Case(
            kind="creative",
            call="add_five_animal_cards()",
            after=invented("/cards", "front", *[{}] * 5),
            right="""
                words = {"cat": "gato", "horse": "caballo", "cow": "vaca", "bird": "pájaro", "fish": "pez"}
                for front, back in words.items():
                    state["cards"].append({"front": front, "back": back, "box": 1})
                return state["cards"][-5:]
            """,
        ),
    ),
)
