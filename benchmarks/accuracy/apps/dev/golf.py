"""A score card: lists of numbers under the players' names."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions
from benchmarks.accuracy.states import any_of, becomes

APP = App(
    name="golf",
    purpose=(
        "The score card of our minigolf round: each player's strokes, from hole 1 on. "
        "Whoever needs the fewest strokes wins"
    ),
    state={
        "course": "Seaside Minigolf",
        "date": "2031-06-14",
        "par": [2, 3, 3, 4, 3, 4],
        "scores": {
            "Anna": [2, 4, 3, 5, 3],
            "Bo": [3, 3, 2, 4, 4],
            "Chidi": [2, 2, 4, 6, 4],
        },
    },
    cases=(
        Case(
            kind="read",
            call="total(Anna)",
            response=answers(17, also=(5,)),
            right='return sum(state["scores"]["Anna"])',
            tags="aggregation key",
        ),
        Case(
            kind="read",
            call="who_is_leading()",
            response=mentions("Bo", omits=("Anna", "Chidi")),
            right="""
                totals = {name: sum(strokes) for name, strokes in state["scores"].items()}
                return min(totals, key=totals.get)
            """,
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call="add_score(Anna, 4)",
            after=becomes({"/scores/Anna/-": 4}),
            right='state["scores"]["Anna"].append(4)\nreturn state["scores"]["Anna"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="set_score(player=Bo, hole=2, strokes=5)",
            after=becomes({"/scores/Bo/1": 5}),
            right='state["scores"]["Bo"][1] = 5\nreturn state["scores"]["Bo"]',
            tags="key position",
        ),
        Case(
            kind="write",
            call="add_player(Dana)",
            after=any_of(
                becomes({"/scores/Dana": []}),
                becomes({"/scores/Dana": [None] * 5}),
                becomes({"/scores/Dana": [None] * 6}),
            ),
            right='state["scores"]["Dana"] = []\nreturn state["scores"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="Chidi needed only 5 strokes on hole 4, not 6",
            after=becomes({"/scores/Chidi/3": 5}),
            right='state["scores"]["Chidi"][3] = 5\nreturn state["scores"]["Chidi"]',
            tags="key position",
        ),
        Case(
            kind="REST",
            call="GET /scores/Bo",
            response=answers([3, 3, 2, 4, 4], also=(16,)),
            right='return state["scores"]["Bo"]',
            tags="read key",
        ),
        Case(
            kind="REST",
            call="DELETE /players/Chidi",
            after=becomes(drops=("/scores/Chidi",)),
            right='return {"deleted": "Chidi", "scores": state["scores"].pop("Chidi")}',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="averge_strokes(Chidi)",
            response=answers(3.6, also=(18, 5)),
            right='return sum(state["scores"]["Chidi"]) / len(state["scores"]["Chidi"])',
            tags="read aggregation key",
        ),
    ),
)
