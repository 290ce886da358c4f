"""A scoreboard for darts: players under their names, a list of throws in each, whose turn it is."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, prose
from benchmarks.accuracy.states import added, any_of, becomes

STATE: dict[str, Any] = {
    "start": 501,
    "turn": "Sanne",
    "players": {
        "Mia": {"remaining": 321, "throws": [60, 45, 75]},
        "Olek": {"remaining": 354, "throws": [41, 80, 26]},
        "Sanne": {"remaining": 368, "throws": [100, 33]},
    },
    "winners": ["Olek", "Mia", "Olek"],
}
NEW_GAME: dict[str, Any] = {
    "/start": 301,
    **{f"/players/{name}": {"remaining": 301, "throws": []} for name in STATE["players"]},
}

APP = App(
    name="darts",
    purpose="Scoreboard for darts; winners lists who won the games so far",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="remaining_points_per_player()",
            response=answers({"Mia": 321, "Olek": 354, "Sanne": 368}),
            right='return {name: player["remaining"] for name, player in state["players"].items()}',
            tags="key",
        ),
        Case(
            kind="read",
            call="average_throw(Mia)",
            response=answers(60),
            right='throws = state["players"]["Mia"]["throws"]\nreturn sum(throws) / len(throws)',
            tags="aggregation key nested",
        ),
        Case(
            kind="read",
            call="highestThrow()",
            response=any_of(answers(100, also=("Sanne",)), answers("Sanne", also=(100,))),
            right='return max(throw for player in state["players"].values() for throw in player["throws"])',
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call="throw(Sanne, 57)",
            after=becomes({"/players/Sanne/throws/-": 57, "/players/Sanne/remaining": 311}, free=("/turn",)),
            right="""
                player = state["players"]["Sanne"]
                player["throws"].append(57)
                player["remaining"] -= 57
                state["turn"] = "Mia"
                return player
            """,
            tags="counter key nested",
        ),
        Case(
            kind="write",
            call="undo_last_throw(player=Olek)",
            after=becomes(
                {"/players/Olek/remaining": 380}, drops=("/players/Olek/throws/2",), free=("/turn",)
            ),
            right="""
                player = state["players"]["Olek"]
                player["remaining"] += player["throws"].pop()
                return player
            """,
            tags="counter key nested",
        ),
        Case(
            kind="write",
            call='add_player("Jonah")',
            after=added("/players", {"remaining": 501, "throws": lambda throws: throws == []}, key="Jonah"),
            right="""
                state["players"]["Jonah"] = {"remaining": state["start"], "throws": []}
                return state["players"]["Jonah"]
            """,
            tags="key",
        ),
        Case(
            kind="write",
            call="setTurn(Mia)",
            after=becomes({"/turn": "Mia"}),
            right='state["turn"] = "Mia"\nreturn {"turn": "Mia"}',
        ),
        Case(
            kind="mistyped",
            call="cuont_wnis(Olek)",
            response=answers(2),
            right='return state["winners"].count("Olek")',
            tags="aggregation",
        ),
        Case(
            kind="sentence",
            call="how many points does Mia still have to score?",
            response=answers(321),
            right='return state["players"]["Mia"]["remaining"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="start a new game from 301 with the same players",
            after=any_of(
                becomes(NEW_GAME, free=("/turn",)), becomes({**NEW_GAME, "/winners": []}, free=("/turn",))
            ),
            right="""
                state["start"] = 301
                for player in state["players"].values():
                    player["remaining"] = 301
                    player["throws"] = []
                return state
            """,
            tags="nested",
        ),
        Case(
            kind="creative",
            call="comment_like_a_tv_reporter()",
            response=prose,
            right='return "What a night! Mia is far ahead, but Sanne just hit a hundred!"',
        ),
    ),
)
