"""A round of minigolf: names, and a list of numbers for each in the same order."""

import json
import re

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.reading import Reading
from benchmarks.accuracy.responses import answers, mentions
from benchmarks.accuracy.seen import Check, Seen, contains, walk
from benchmarks.accuracy.states import any_of, becomes

PLAYERS = ("Lena", "Marco", "Yuki")


def ranks(**totals: int) -> Check:
    """Accept these players in this order; what has numbers beside a rank must have each one's total."""

    def check(seen: Seen) -> str:
        for candidate in Reading(seen, also=(*PLAYERS, "Pirate Bay")).unwrapped():
            rows: object = candidate
            if isinstance(candidate, dict):
                rows = [{key: value} for key, value in candidate.items()]
            elif isinstance(candidate, str):
                rows = re.split(r"[,;\n]|\band\b", candidate)
            if not isinstance(rows, list) or len(rows) != len(totals):
                continue
            texts = [json.dumps(row, ensure_ascii=False) for row in rows]
            if all(
                [player for player in PLAYERS if contains(row, player)] == [name]
                and (contains(row, str(total)) or {*re.findall(r"\d+", row)} <= {str(rank)})
                for rank, (row, (name, total)) in enumerate(zip(texts, totals.items(), strict=True), start=1)
            ):
                return ""
        return f"the response should give {totals} in this order"

    return check


def a_rule(seen: Seen) -> str:
    """Accept a made-up sentence."""
    known = [node for node in walk(seen.before) if isinstance(node, str)]
    texts = [node for node in walk(seen.response) if isinstance(node, str) and node not in known]
    failed = seen.status >= 400 or (isinstance(seen.response, dict) and "error" in seen.response)
    return "" if not failed and any(len(text.split()) > 3 for text in texts) else "there should be a rule"


APP = App(
    name="minigolf",
    purpose=(
        "Our round of minigolf. scores has one row per player, in the order of players: the strokes on each "
        "hole played so far. Fewest strokes win"
    ),
    state={
        "course": "Pirate Bay",
        "pars": [2, 3, 3, 2, 4, 3],
        "players": [*PLAYERS],
        "scores": [
            [2, 4, 3, 2],
            [3, 3, 5, 2],
            [1, 3, 3, 3],
        ],
    },
    cases=(
        Case(
            kind="read",
            call="total_strokes(Marco)",
            response=answers(13, also=(4,)),
            right='return sum(state["scores"][state["players"].index("Marco")])',
            tags="aggregation grid",
        ),
        Case(
            kind="read",
            call="leaderboard()",
            response=ranks(Yuki=10, Lena=11, Marco=13),
            right="""
                rows = zip(state["players"], state["scores"])
                totals = [{"player": player, "total": sum(row)} for player, row in rows]
                return sorted(totals, key=lambda entry: entry["total"])
            """,
            tags="sort aggregation grid",
        ),
        Case(
            kind="write",
            call="add_score(Yuki, 4)",
            after=becomes({"/scores/2/-": 4}),
            right="""
                state["scores"][state["players"].index("Yuki")].append(4)
                return {"Yuki": state["scores"][2]}
            """,
            tags="grid",
        ),
        Case(
            kind="write",
            call="change_score(player=Marco, hole=3, strokes=4)",
            after=becomes({"/scores/1/2": 4}),
            right="""
                row = state["scores"][state["players"].index("Marco")]
                row[2] = 4
                return {"Marco": row}
            """,
            tags="grid",
        ),
        Case(
            kind="sentence",
            call="hole 5: Lena 4, Marco 3, Yuki 5",
            after=becomes({"/scores/0/-": 4, "/scores/1/-": 3, "/scores/2/-": 5}),
            right="""
                for row, strokes in zip(state["scores"], [4, 3, 5]):
                    row.append(strokes)
                return state["scores"]
            """,
            tags="grid",
        ),
        Case(
            kind="sentence",
            call="who needed the most strokes on hole 2?",
            response=mentions("Lena", omits=("Marco", "Yuki")),
            right="""
                strokes = [row[1] for row in state["scores"]]
                return state["players"][strokes.index(max(strokes))]
            """,
            tags="read aggregation grid",
        ),
        Case(
            kind="REST",
            call="GET /players/Lena/scores",
            response=answers(
                [2, 4, 3, 2],
                {"1": 2, "2": 4, "3": 3, "4": 2},
                [
                    {"hole": 1, "strokes": 2},
                    {"hole": 2, "strokes": 4},
                    {"hole": 3, "strokes": 3},
                    {"hole": 4, "strokes": 2},
                ],
                [
                    {"hole": 1, "score": 2},
                    {"hole": 2, "score": 4},
                    {"hole": 3, "score": 3},
                    {"hole": 4, "score": 2},
                ],
                also=(4, 11),
            ),
            right='return state["scores"][state["players"].index("Lena")]',
            tags="grid",
        ),
        Case(
            kind="mistyped",
            call="ad_palyer(Tom)",
            after=any_of(
                becomes({"/players/-": "Tom", "/scores/-": []}),
                becomes({"/players/-": "Tom", "/scores/-": [0, 0, 0, 0]}),
                becomes({"/players/-": "Tom", "/scores/-": [None, None, None, None]}),
            ),
            right='state["players"].append("Tom")\nstate["scores"].append([])\nreturn state["players"]',
            tags="grid",
        ),
        Case(
            kind="creative",
            call="suggest_a_silly_rule()",
            response=a_rule,
            right='return {"rule": "On the next hole everybody putts with their eyes shut, shouting Ahoy!"}',
        ),
    ),
)
