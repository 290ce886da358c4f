"""Noughts and crosses: a grid, a scalar at the root and counters."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers
from benchmarks.accuracy.states import becomes

BOARD = [["X", "", "O"], ["", "X", ""], ["", "", ""]]
FREE = ((0, 1), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2))

APP = App(
    name="tictactoe",
    purpose="A game of tic-tac-toe between X and O, on a board of rows and columns that count from 0",
    state={"board": BOARD, "next": "O", "wins": {"X": 2, "O": 1}},
    cases=(
        Case(
            kind="read",
            call="whose_turn()",
            response=answers("O"),
            right='return state["next"]',
        ),
        Case(
            kind="read",
            call="free_cells()",
            response=answers(
                [[r, c] for r, c in FREE],
                [{"row": r, "col": c} for r, c in FREE],
                [{"row": r, "column": c} for r, c in FREE],
            ),
            right='return [[r, c] for r in range(3) for c in range(3) if not state["board"][r][c]]',
            tags="filter grid",
        ),
        Case(
            kind="write",
            call="play(row=2, col=2)",
            after=becomes({"/board/2/2": "O", "/next": "X"}),
            right="""
                state["board"][args["row"]][args["col"]] = state["next"]
                state["next"] = "X" if state["next"] == "O" else "O"
                return state["board"]
            """,
            tags="grid",
        ),
        Case(
            kind="write",
            call="add_win(O)",
            after=becomes({"/wins/O": 2}),
            right='state["wins"][args[0]] += 1\nreturn state["wins"]',
            tags="counter",
        ),
        Case(
            kind="sentence",
            call="clear the board",
            after=becomes({"/board": [["", "", ""]] * 3}, free=("/next",)),
            right='state["board"] = [["", "", ""] for _ in range(3)]\nreturn state["board"]',
            tags="grid",
        ),
        Case(
            kind="mistyped",
            call="cuont_marks(X)",
            response=answers(2),
            right='return sum(row.count(args[0]) for row in state["board"])',
            tags="aggregation grid",
        ),
        Case(
            kind="REST",
            call="GET /wins/X",
            response=answers(2),
            right='return state["wins"]["X"]',
            tags="counter",
        ),
    ),
)
