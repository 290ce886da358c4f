"""The high scores of a game: a list of objects at the root, without ids."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented

APP = App(
    name="leaderboard",
    purpose="The high scores of my space shooter game",
    state=[
        {"player": "ZAP", "score": 12400, "level": 11},
        {"player": "KIM", "score": 9800, "level": 7},
        {"player": "LEO", "score": 15250, "level": 10},
        {"player": "ANA", "score": 4300, "level": 3},
        {"player": "BOB", "score": 7600, "level": 5},
    ],
    cases=(
        Case(
            kind="read",
            call="get_top_three()",
            response=picks("", 2, 0, 1, by="player", ordered=True, also=(1, 2, 3)),
            right='return sorted(state, key=lambda entry: entry["score"], reverse=True)[:3]',
            tags="sort root-list",
        ),
        Case(
            kind="read",
            call="get_average_score()",
            response=answers(9870, also=(5,)),
            right='return sum(entry["score"] for entry in state) / len(state)',
            tags="aggregation root-list",
        ),
        Case(
            kind="write",
            call="add_score(MIA, 8100, 6)",
            after=added("", {"player": "MIA", "score": 8100, "level": 6}),
            right="""
                state.append({"player": "MIA", "score": 8100, "level": 6})
                return state[-1]
            """,
            tags="root-list",
        ),
        Case(
            kind="write",
            call="sort_by_score_descending()",
            after=becomes(order={"": [2, 0, 1, 4, 3]}),
            right='state.sort(key=lambda entry: entry["score"], reverse=True)\nreturn state',
            tags="sort root-list",
        ),
        Case(
            kind="sentence",
            call="who reached the highest level?",
            response=picks("", 0, by="player"),
            right='return max(state, key=lambda entry: entry["level"])',
            tags="read aggregation root-list",
        ),
        Case(
            kind="sentence",
            call="double the score of ANA",
            after=becomes({"/3/score": 8600}),
            right="""
                for entry in state:
                    if entry["player"] == "ANA":
                        entry["score"] *= 2
                        return entry
            """,
            tags="arithmetic root-list",
        ),
        Case(
            kind="REST",
            call="PATCH /players/KIM",
            data={"score": 10500, "level": 8},
            after=becomes({"/1/score": 10500, "/1/level": 8}),
            right="""
                for entry in state:
                    if entry["player"] == "KIM":
                        entry.update(score=10500, level=8)
                        return entry
            """,
            tags="body root-list",
        ),
        Case(
            kind="mistyped",
            call="delte_player(bob)",
            after=becomes(drops=("/4",)),
            right="return state.pop(4)",
            tags="root-list",
        ),
        Case(
            kind="creative",
            call="add_five_random_players()",
            after=invented("", "player", {}, {}, {}, {}, {}),
            right="""
                players = [("NOX", 6150, 5), ("JOY", 11020, 9), ("REX", 2900, 2), ("UMA", 8840, 7)]
                players.append(("PIP", 13300, 10))
                state += [{"player": p, "score": s, "level": n} for p, s, n in players]
                return state[-5:]
            """,
            tags="root-list",
        ),
    ),
)
