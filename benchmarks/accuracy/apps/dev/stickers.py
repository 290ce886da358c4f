"""A sticker album: lists of numbers, counts under numbers, a list of swaps, and scalars."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks, prose
from benchmarks.accuracy.states import any_of, becomes

HAVE: Any = [1, 2, 4, 7, 8, 11, 12, 15, 19, 23]
MISSING: Any = [n for n in range(1, 26) if n not in HAVE]
SPARES: Any = {4: 1, 11: 3, 19: 2}
SWAP: Any = {"with": "Leo", "gave": 19, "got": 5}

APP = App(
    name="stickers",
    purpose=(
        "My sticker album, it has room for the numbers 1 to total. have are the stickers in the album, "
        "spares is how many extra ones of a number I can give away, swaps are the swaps that I have made"
    ),
    state={
        "album": "Dinosaur World",
        "total": 25,
        "have": [*HAVE],
        "spares": {"4": 1, "11": 3, "19": 2},
        "swaps": [{"with": "Mina", "gave": 8, "got": 23}, {"with": "Leo", "gave": 4, "got": 12}],
    },
    cases=(
        Case(
            kind="read",
            call="completion_percent()",
            response=any_of(
                answers(40, also=(10, 25, 15, "%", "Dinosaur World")),
                mentions("40", "10", "25", omits=("19",)),
            ),
            right='return 100 * len(state["have"]) / state["total"]',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="list_spares()",
            response=any_of(
                answers({"4": 1, "11": 3, "19": 2}, also=(6, "Dinosaur World")),
                answers(SPARES, also=(6, "Dinosaur World")),
                answers([4, 11, 11, 11, 19, 19]),
                picks("/spares", "4", "11", "19"),
            ),
            right='return state["spares"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="add_sticker(20)",
            after=any_of(becomes({"/have/-": 20}), becomes({"/have": sorted([*HAVE, 20])})),
            right='state["have"].append(20)\nreturn state["have"]',
        ),
        Case(
            kind="write",
            call="add_spares(7, 2)",
            after=becomes({"/spares/7": 2}),
            right='state["spares"]["7"] = 2\nreturn state["spares"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="swap(give=19, get=5, with=Leo)",
            after=any_of(
                becomes({"/spares/19": 1, "/have/-": 5, "/swaps/-": SWAP}),
                becomes({"/spares/19": 1, "/have": sorted([*HAVE, 5]), "/swaps/-": SWAP}),
            ),
            right="""
                state["spares"]["19"] -= 1
                state["have"].append(5)
                state["swaps"].append({"with": "Leo", "gave": 19, "got": 5})
                return state["swaps"][-1]
            """,
            tags="key counter",
        ),
        Case(
            kind="sentence",
            call="which sticker do I have the most spares of?",
            response=any_of(
                answers(11, "11", {"11": 3}, ["11", 3], [11, 3], also=(3,)),
                mentions("11", "3", omits=("1", "2", "4", "19")),
            ),
            right='return int(max(state["spares"], key=lambda n: state["spares"][n]))',
            tags="read aggregation key",
        ),
        Case(
            kind="REST",
            call="DELETE /spares/4",
            after=becomes(drops=("/spares/4",)),
            right='del state["spares"]["4"]\nreturn state["spares"]',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="mising_stickers()",
            response=any_of(
                answers(MISSING, [str(n) for n in MISSING], also=(10, 25, "Dinosaur World")),
                mentions(*map(str, MISSING), omits=("1", "2", "4", "7", "8", "11", "12", "19", "23")),
            ),
            right="""
                return [n for n in range(1, state["total"] + 1) if n not in state["have"]]
            """,
            tags="read filter",
        ),
        Case(
            kind="creative",
            call="write_swap_offer(Leo)",
            response=prose,
            right='return {"offer": "Hi Leo! I can give you number 11. Do you have number 3 for me?"}',
        ),
    ),
)
