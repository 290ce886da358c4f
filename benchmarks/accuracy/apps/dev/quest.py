"""A small role-playing game: one object with fields, a list of strings in it, and a list of enemies."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, picks
from benchmarks.accuracy.states import becomes, invented

APP = App(
    name="quest",
    purpose="A text adventure. The player can carry at most four things.",
    state={
        "player": {"name": "Ravi", "hp": 20, "gold": 15, "inventory": ["sword", "rope", "apple"]},
        "place": "forest",
        "enemies": [{"name": "goblin", "hp": 7}, {"name": "troll", "hp": 30}],
    },
    cases=(
        Case(
            kind="read",
            call="get_inventory()",
            response=answers(["sword", "rope", "apple"]),
            right='return state["player"]["inventory"]',
            tags="nested",
        ),
        Case(
            kind="read",
            call="has_item(rope)",
            response=answers(True),
            right='return args[0] in state["player"]["inventory"]',
            tags="nested",
        ),
        Case(
            kind="read",
            call="strongest_enemy()",
            response=picks("/enemies", 1, by="name"),
            right='return max(state["enemies"], key=lambda e: e["hp"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="pick_up(lantern)",
            after=becomes({"/player/inventory/-": "lantern"}),
            right='state["player"]["inventory"].append(args[0])\nreturn state["player"]["inventory"]',
            tags="nested",
        ),
        Case(
            kind="write",
            call="take_damage(6)",
            after=becomes({"/player/hp": 14}),
            right='state["player"]["hp"] -= args[0]\nreturn state["player"]',
            tags="nested",
        ),
        Case(
            kind="write",
            call="hit(goblin, 3)",
            after=becomes({"/enemies/0/hp": 4}),
            right="""
                enemy = next(e for e in state["enemies"] if e["name"] == args[0])
                enemy["hp"] -= args[1]
                return enemy
            """,
        ),
        Case(
            kind="write",
            call="buy(shield, 40)",
            response=anything,
            right='return {"error": "not enough gold"}, 400',
            tags="conditional",
        ),
        Case(
            kind="sentence",
            call="go to the castle",
            after=becomes({"/place": "castle"}),
            right='state["place"] = "castle"\nreturn {"place": "castle"}',
        ),
        Case(
            kind="sentence",
            call="drop the rope",
            after=becomes(drops=("/player/inventory/1",)),
            right='state["player"]["inventory"].remove("rope")\nreturn state["player"]["inventory"]',
            tags="nested",
        ),
        Case(
            kind="mistyped",
            call="eran_gold(10)",
            after=becomes({"/player/gold": 25}),
            right='state["player"]["gold"] += args[0]\nreturn state["player"]',
            tags="nested",
        ),
        Case(
            kind="REST",
            call="GET /player/hp",
            response=answers(20),
            right='return state["player"]["hp"]',
            tags="nested",
        ),
        Case(
            kind="REST",
            call="DELETE /enemies/troll",
            after=becomes(drops=("/enemies/1",)),
            right='state["enemies"] = [e for e in state["enemies"] if e["name"] != args[0]]\nreturn "gone"',
        ),
        Case(
            kind="creative",
            call="spawn_two_enemies()",
            after=invented("/enemies", "name", {}, {}),
            right='state["enemies"] += [{"name": "wolf", "hp": 9}, {"name": "bat", "hp": 2}]\nreturn "howl"',
        ),
    ),
)
