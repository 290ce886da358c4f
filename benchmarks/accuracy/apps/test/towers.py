"""The Towers of Hanoi: a list of lists of numbers, scalars, and a list of scores without ids."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions
from benchmarks.accuracy.states import added, any_of, becomes

APP = App(
    name="towers",
    purpose=(
        "A game of Towers of Hanoi. Each peg lists its disks from bottom to top, a larger number is a larger "
        "disk, and all of them start on the first peg. moves counts the moves in this game"
    ),
    state={
        "player": "Mia",
        "moves": 2,
        "pegs": [[5, 4, 3], [1], [2]],
        "scores": [
            {"name": "Mia", "disks": 3, "moves": 7},
            {"name": "Oskar", "disks": 4, "moves": 19},
            {"name": "Lea", "disks": 3, "moves": 9},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="get_pegs()",
            response=any_of(
                answers([[5, 4, 3], [1], [2]], also=(2,)),
                mentions("[5, 4, 3]", "[1]", "[2]", omits=("scores", "Mia")),
            ),
            right='return state["pegs"]',
            tags="grid",
        ),
        Case(
            kind="read",
            call="top_disk(0)",
            response=answers(3),
            right='return state["pegs"][0][-1]',
            tags="grid index",
        ),
        Case(
            kind="read",
            call="is_solved()",
            response=answers(False, also=(2,)),
            right='return {"solved": state["pegs"][-1] == [5, 4, 3, 2, 1]}',
            tags="grid",
        ),
        Case(
            kind="write",
            call="move(1, 2)",
            after=becomes({"/pegs/1": [], "/pegs/2": [2, 1], "/moves": 3}),
            right="""
                state["pegs"][2].append(state["pegs"][1].pop())
                state["moves"] += 1
                return state["pegs"]
            """,
            tags="grid index move counter",
        ),
        Case(
            kind="write",
            call="reset()",
            after=becomes({"/pegs": [[5, 4, 3, 2, 1], [], []], "/moves": 0}),
            right="""
                state["pegs"], state["moves"] = [[5, 4, 3, 2, 1], [], []], 0
                return state["pegs"]
            """,
            tags="grid",
        ),
        Case(
            kind="write",
            call='add_score("Tom", 4, 15)',
            after=added("/scores", {"name": "Tom", "disks": 4, "moves": 15}),
            right="""
                score = {"name": "Tom", "disks": 4, "moves": 15}
                state["scores"].append(score)
                return score
            """,
        ),
        Case(
            kind="sentence",
            call="how many moves did Lea need?",
            response=any_of(answers(9, also=("Lea", 3)), mentions("Lea", "9", omits=("Mia", "Oskar"))),
            right='return next(score["moves"] for score in state["scores"] if score["name"] == "Lea")',
            tags="read lookup",
        ),
        Case(
            kind="sentence",
            call="move the smallest disk to the first peg",
            after=becomes({"/pegs/0/-": 1, "/pegs/1": [], "/moves": 3}),
            right="""
                state["pegs"][1].remove(1)
                state["pegs"][0].append(1)
                state["moves"] += 1
                return state["pegs"]
            """,
            tags="grid move counter",
        ),
        Case(
            kind="mistyped",
            call="remvoe_score(Oskra)",
            after=becomes(drops=("/scores/1",)),
            right='return state["scores"].pop(1)',
        ),
    ),
)
