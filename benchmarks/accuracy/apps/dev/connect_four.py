"""A game of Connect Four: a board of rows, a list of moves, and objects of scalars."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions
from benchmarks.accuracy.seen import Seen, walk
from benchmarks.accuracy.states import any_of, becomes

ROWS = (".......", ".......", ".......", "...Y...", "..RR...", ".YRRY.Y")
SIGNS = str.maketrans({"🔴": "R", "🟡": "Y", "⚪": ".", "⚫": ".", "_": ".", "·": "."})


def cells(line: str) -> str:
    """Return the cells of a line of text, one sign each."""
    if line.count("|") >= 6:
        return "".join(cell.strip() or "." for cell in line.strip().strip("|").split("|"))
    return "".join(sign for sign in line if sign in ".RY")


def as_text(seen: Seen) -> str:
    """Accept the board as one text, or as a text for each row; what stands around its cells is free."""
    texts: list[Any] = []
    nodes: list[Any] = [*walk(seen.response)]
    for node in nodes:
        if isinstance(node, str):
            texts.append(node)
        elif isinstance(node, list) and len(node) >= 6 and all(isinstance(item, str) for item in node):
            texts.append("\n".join(node))
    for text in texts:
        shown = text.translate(SIGNS)
        for variant in (shown, shown.replace("-", "."), shown.replace(" ", ".")):
            rows = [row for row in map(cells, variant.splitlines()) if len(row) == 7]
            if rows == [*ROWS] or cells(variant) == "".join(ROWS):
                return ""
    return "the response should have the board as a text"


APP = App(
    name="connect_four",
    purpose=(
        "A game of Connect Four. R is red and Y is yellow, the first row of the board is at the top, "
        "discs fall to the lowest empty cell of a column, moves are the columns that were played so far, "
        "turn is who plays next"
    ),
    state={
        "board": [[*row] for row in ROWS],
        "turn": "R",
        "moves": [3, 4, 2, 1, 3, 3, 2, 6],
        "players": {"R": "Mila", "Y": "Jon"},
        "wins": {"R": 2, "Y": 1},
    },
    cases=(
        Case(
            kind="read",
            call="whose_turn()",
            response=answers("R", "Mila", "red", "Red", also=("R", "Mila", "red", "Red")),
            right='return {"turn": state["turn"], "player": state["players"][state["turn"]]}',
            tags="lookup",
        ),
        Case(
            kind="read",
            call="get_cell(row=5, col=4)",
            response=answers("Y", "yellow", "Yellow", also=("Y", "Jon", "yellow", "Yellow")),
            right='return state["board"][5][4]',
            tags="grid index",
        ),
        Case(
            kind="read",
            call="get_board_as_text()",
            response=as_text,
            right='return "\\n".join("".join(row) for row in state["board"])',
            tags="grid form",
        ),
        Case(
            kind="write",
            call="drop(3)",
            after=becomes({"/board/2/3": "R", "/turn": "Y", "/moves/-": 3}),
            right="""
                for row in reversed(state["board"]):
                    if row[3] == ".":
                        row[3] = state["turn"]
                        break
                state["moves"].append(3)
                state["turn"] = "Y" if state["turn"] == "R" else "R"
                return state["board"]
            """,
            tags="grid index",
        ),
        Case(
            kind="write",
            call="undo_last_move()",
            after=becomes({"/board/5/6": ".", "/turn": "Y"}, drops=("/moves/7",)),
            right="""
                column = state["moves"].pop()
                for row in state["board"]:
                    if row[column] != ".":
                        row[column] = "."
                        break
                state["turn"] = "Y" if state["turn"] == "R" else "R"
                return state["board"]
            """,
            tags="grid",
        ),
        Case(
            kind="write",
            call="clear_board()",
            after=any_of(
                becomes({"/board": [["."] * 7 for _ in range(6)], "/moves": []}, free=("/turn",)),
                becomes({"/board": [["."] * 7 for _ in range(6)]}),
            ),
            right="""
                state["board"] = [["."] * 7 for _ in range(6)]
                state["moves"] = []
                return state["board"]
            """,
            tags="grid",
        ),
        Case(
            kind="sentence",
            call="how many games has Jon won so far?",
            response=any_of(
                answers(1, also=("Y", "Jon", "yellow", "Yellow")),
                mentions("Jon", "one", omits=("two", "three", "no one", "2", "3")),
            ),
            right="""
                for color, name in state["players"].items():
                    if name == "Jon":
                        return state["wins"][color]
            """,
            tags="read lookup",
        ),
        Case(
            kind="REST",
            call="PATCH /players",
            data={"Y": "Priya"},
            after=becomes({"/players/Y": "Priya"}),
            right='state["players"]["Y"] = "Priya"\nreturn state["players"]',
            tags="body",
        ),
        Case(
            kind="mistyped",
            call="swicth_trun()",
            after=becomes({"/turn": "Y"}),
            right="""
                state["turn"] = "Y" if state["turn"] == "R" else "R"
                return {"turn": state["turn"]}
            """,
        ),
    ),
)
