"""backend-GPT's chess state: an 8x8 grid of letters, and scalars at the root."""

import json
import re
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, no_error
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import becomes

STATE: dict[str, Any] = {
    "board": [list(row) for row in ("rnbqkbnr", "pppppppp", *["        "] * 4, "PPPPPPPP", "RNBQKBNR")],
    "turn": "white",
    "white_castle_kingside": True,
    "white_castle_queenside": True,
    "black_castle_kingside": True,
    "black_castle_queenside": True,
    "en_passant": None,
    "halfmove_clock": 0,
    "fullmove_number": 1,
}


def the_board(seen: Seen) -> str:
    """Accept the board, as rows of letters or as rows of text, alone or with other parts of the state."""
    rows = ["".join(row) for row in STATE["board"]]
    for board in (STATE["board"], rows, "\n".join(rows)):
        for part in (seen.response, *(seen.response.values() if isinstance(seen.response, dict) else ())):
            if part == board:
                extra = seen.response if isinstance(seen.response, dict) else {}
                wrong = [
                    key for key, value in extra.items() if key in STATE and value not in (STATE[key], board)
                ]
                return f"the response has other values of {wrong}" if wrong else no_error(seen)
    return "the response should be the board"


def a_first_move(seen: Seen) -> str:
    """Accept a response that names a legal first move for white, in whatever notation."""
    pattern = r"\b((?:[a-h]2[- ]?)?[a-h][34]|N[acfh]3|[bg]1[- ]?[acfh]3)\b"
    found = re.search(pattern, json.dumps(seen.response))
    return "" if found else "the response should name a legal first move"


APP = App(
    name="chess",
    purpose="You are a chess assistant",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="get_board_state()",
            response=the_board,
            right='return state["board"]',
            tags="grid",
        ),
        Case(
            kind="read",
            call="get_board_state_as_fen()",
            response=answers("rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w KQkq - 0 1"),
            right="""
                rows = []
                for row in state["board"]:
                    text, gap = "", 0
                    for cell in row + ["."]:
                        if cell == " ":
                            gap += 1
                            continue
                        text += (str(gap) if gap else "") + cell
                        gap = 0
                    rows.append(text[:-1])
                rights = ""
                for letter, name in zip("KQkq", list(state)[2:6]):
                    rights += letter if state[name] else ""
                fields = ["/".join(rows), state["turn"][0], rights or "-", state["en_passant"] or "-"]
                return " ".join(fields + [str(state["halfmove_clock"]), str(state["fullmove_number"])])
            """,
            tags="grid",
        ),
        Case(
            kind="read",
            call="get_piece_at(d8)",
            response=answers("q", "queen", "black queen", also=("q", "queen", "black")),
            right='return state["board"][8 - int(args[0][1])]["abcdefgh".index(args[0][0])]',
            tags="grid",
        ),
        Case(
            kind="write",
            call="move(e2, e4)",
            after=becomes(
                {"/board/6/4": " ", "/board/4/4": "P", "/turn": "black"},
                free=("/en_passant", "/halfmove_clock"),
            ),
            right="""
                (from_col, from_row), (to_col, to_row) = args
                source, target = state["board"][8 - int(from_row)], state["board"][8 - int(to_row)]
                start, end = "abcdefgh".index(from_col), "abcdefgh".index(to_col)
                source[start], target[end] = " ", source[start]
                state["turn"] = "black"
                state["en_passant"] = "e3"
                return state["board"]
            """,
            tags="grid move",
        ),
        Case(
            kind="sentence",
            call="whose turn is it?",
            response=answers("white"),
            right='return state["turn"]',
        ),
        Case(
            kind="mistyped",
            call="cuont_peices(white)",
            response=answers(16),
            right='return sum(cell.isupper() for row in state["board"] for cell in row)',
            tags="aggregation grid",
        ),
        Case(
            kind="REST",
            call="GET /board/0",
            response=answers(STATE["board"][0], "rnbqkbnr"),
            right='return state["board"][args[0]]',
            tags="grid index",
        ),
        Case(
            kind="creative",
            call="suggest_a_first_move()",
            response=a_first_move,
            right='return {"from": "d2", "to": "d4"}',
        ),
    ),
)
