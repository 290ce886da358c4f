"""A bingo night: cards of rows of numbers under names, a list of numbers, and a list of strings."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen, walk
from benchmarks.accuracy.states import any_of, becomes

LEO: list[Any] = [[5, 12, 30], [9, 27, 44], [15, 36, 48]]
PRIZES = ("box of chocolates", "puzzle", "scented candle")


def five_and_thirty(seen: Seen) -> str:
    """Accept a response with the list of 5 and 30, beside which the row and its called number may stand."""
    nodes: list[Any] = list(walk(seen.response))
    lists = [sorted(node, key=str) for node in nodes if isinstance(node, list) and node]
    if seen.status < 400 and [30, 5] in lists and all(x in ([30, 5], [12], [12, 30, 5]) for x in lists):
        return ""
    return "the response should be [5, 30]"


APP = App(
    name="bingo",
    purpose=(
        "Our family's bingo night: the cards of the players, row by row, and the numbers called so far. "
        "A player with a row in which all three numbers have been called has a bingo"
    ),
    state={
        "caller": "Grandpa",
        "called": [7, 23, 41, 12, 36],
        "cards": {
            "Emma": [[3, 12, 25], [7, 23, 41], [18, 36, 50]],
            "Leo": LEO,
            "Nina": [[7, 16, 28], [11, 23, 39], [19, 34, 41]],
        },
        "prizes": [*PRIZES],
    },
    cases=(
        Case(
            kind="read",
            call="last_called()",
            response=answers(36, also=("Grandpa",)),
            right='return state["called"][-1]',
        ),
        Case(
            kind="read",
            call="get_card(Leo)",
            response=any_of(
                answers(LEO),
                mentions(*(str(n) for row in LEO for n in row), omits=("Emma", "Nina", "25", "16", "41")),
            ),
            right='return state["cards"]["Leo"]',
            tags="key grid",
        ),
        Case(
            kind="read",
            call="who_has_bingo()",
            response=any_of(
                mentions("Emma", omits=("Leo", "Nina")),
                answers({"Emma": True, "Leo": False, "Nina": False}),
            ),
            right="""
                called = state["called"]
                return [
                    name
                    for name, card in state["cards"].items()
                    if any(all(number in called for number in row) for row in card)
                ]
            """,
            tags="filter grid",
        ),
        Case(
            kind="write",
            call="call_number(30)",
            after=becomes({"/called/-": 30}),
            right='state["called"].append(30)\nreturn state["called"]',
        ),
        Case(
            kind="write",
            call="take_back_last_number()",
            after=becomes(drops=("/called/4",)),
            right='return {"taken_back": state["called"].pop()}',
        ),
        Case(
            kind="write",
            call="add_player(Oskar, card=[[2, 14, 26], [8, 21, 45], [10, 33, 49]])",
            after=becomes({"/cards/Oskar": [[2, 14, 26], [8, 21, 45], [10, 33, 49]]}),
            right="""
                state["cards"]["Oskar"] = [[2, 14, 26], [8, 21, 45], [10, 33, 49]]
                return {"Oskar": state["cards"]["Oskar"]}
            """,
            tags="key grid",
        ),
        Case(
            kind="sentence",
            call="which numbers does Leo still need in his first row?",
            response=any_of(
                answers([5, 30], [30, 5]),
                five_and_thirty,
                mentions("5", "30", omits=("12", "9", "27", "44", "15", "36", "48")),
            ),
            right="""
                row = state["cards"]["Leo"][0]
                return [number for number in row if number not in state["called"]]
            """,
            tags="filter grid read",
        ),
        Case(
            kind="sentence",
            call="we start a new round, clear the called numbers",
            after=becomes({"/called": []}),
            right='state["called"] = []\nreturn {"called": []}',
        ),
        Case(
            kind="mistyped",
            call="lsit_prizs()",
            response=any_of(picks("/prizes", 0, 1, 2), mentions(*PRIZES, omits=("Emma", "Leo", "Grandpa"))),
            right='return state["prizes"]',
            tags="read",
        ),
    ),
)
