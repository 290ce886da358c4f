"""Jigsaw puzzles: a list of objects at the root, without ids."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented


def not_finished(value: Any) -> bool:
    """Accept that a puzzle is not finished."""
    return value is None or value is False


def none_missing(value: Any) -> bool:
    """Accept that no piece is missing."""
    return value is None or value == 0


def not_lent(value: Any) -> bool:
    """Accept that a puzzle is at home."""
    return value in (None, "")


APP = App(
    name="jigsaws",
    purpose="My jigsaw puzzles. missing is how many of the pieces got lost",
    state=[
        {"motif": "Castle in winter", "pieces": 1000, "finished": True, "missing": 0, "lent_to": None},
        {"motif": "Hot air balloons", "pieces": 500, "finished": False, "missing": 2, "lent_to": "Grandma"},
        {"motif": "World map", "pieces": 2000, "finished": False, "missing": 0, "lent_to": None},
        {"motif": "Sleeping kittens", "pieces": 300, "finished": True, "missing": 1, "lent_to": "Paula"},
        {"motif": "Coral reef", "pieces": 1500, "finished": True, "missing": 0, "lent_to": None},
    ],
    cases=(
        Case(
            kind="read",
            call="finished_puzzles()",
            response=picks("", 0, 3, 4, by="motif"),
            right='return [puzzle for puzzle in state if puzzle["finished"]]',
            tags="filter root",
        ),
        Case(
            kind="read",
            call="biggest_puzzle()",
            response=picks("", 2, by="motif"),
            right='return max(state, key=lambda puzzle: puzzle["pieces"])',
            tags="aggregation root",
        ),
        Case(
            kind="write",
            call='lend("Coral reef", "Sam")',
            after=becomes({"/4/lent_to": "Sam"}),
            right="""
                for puzzle in state:
                    if puzzle["motif"] == "Coral reef":
                        puzzle["lent_to"] = "Sam"
                        return puzzle
            """,
            tags="root",
        ),
        Case(
            kind="write",
            call="mark_finished(World map)",
            after=becomes({"/2/finished": True}),
            right="""
                for puzzle in state:
                    if puzzle["motif"] == "World map":
                        puzzle["finished"] = True
                        return puzzle
            """,
            tags="root",
        ),
        Case(
            kind="write",
            call='add_puzzle(motif="Old harbour", pieces=750)',
            after=added(
                "",
                {
                    "motif": "Old harbour",
                    "pieces": 750,
                    "finished": not_finished,
                    "missing": none_missing,
                    "lent_to": not_lent,
                },
                optional=("finished", "missing", "lent_to"),
            ),
            right="""
                puzzle = {"motif": "Old harbour", "pieces": 750}
                puzzle.update(finished=False, missing=0, lent_to=None)
                state.append(puzzle)
                return puzzle
            """,
            tags="root",
        ),
        Case(
            kind="sentence",
            call="how many pieces are missing altogether?",
            response=answers(3, also=(1, 2)),
            right='return sum(puzzle["missing"] for puzzle in state)',
            tags="read aggregation root",
        ),
        Case(
            kind="sentence",
            call="Grandma brought the balloons back and found the two missing pieces",
            after=becomes({"/1/lent_to": None, "/1/missing": 0}),
            right="""
                for puzzle in state:
                    if puzzle["lent_to"] == "Grandma":
                        puzzle.update(lent_to=None, missing=0)
                        return puzzle
            """,
            tags="root",
        ),
        Case(
            kind="mistyped",
            call="delet_puzle(Sleeping kitens)",
            after=becomes(drops=("/3",)),
            right="return state.pop(3)",
            tags="root",
        ),
        Case(
            kind="creative",
            call="add_two_animal_puzzles()",
            after=invented(
                "",
                "motif",
                {"lent_to": not_lent},
                {"lent_to": not_lent},
                optional=("finished", "missing", "lent_to"),
            ),
            right="""
                for motif, pieces in (("Owls at dusk", 1000), ("Penguin parade", 500)):
                    puzzle = {"motif": motif, "pieces": pieces}
                    state.append({**puzzle, "finished": False, "missing": 0, "lent_to": None})
                return state[-2:]
            """,
            tags="root",
        ),
    ),
)
