"""A football league: counters that hang together."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented

ZEROS = {"played": 0, "won": 0, "drawn": 0, "lost": 0, "points": 0}

APP = App(
    name="league",
    purpose="A football league table: 3 points for a win, 1 for a draw",
    state={
        "season": "2024",
        "teams": [
            {"name": "Rovers", "played": 3, "won": 1, "drawn": 1, "lost": 1, "points": 4},
            {"name": "United", "played": 3, "won": 3, "drawn": 0, "lost": 0, "points": 9},
            {"name": "Athletic", "played": 3, "won": 0, "drawn": 1, "lost": 2, "points": 1},
            {"name": "Wanderers", "played": 3, "won": 0, "drawn": 2, "lost": 1, "points": 2},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="leader()",
            response=picks("/teams", 1, by="name"),
            right='return max(state["teams"], key=lambda t: t["points"])["name"]',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="get_standings()",
            response=picks("/teams", 1, 0, 3, 2, by="name", ordered=True, also=(1, 2, 3, 4)),
            right='return sorted(state["teams"], key=lambda t: -t["points"])',
            tags="sort",
        ),
        Case(
            kind="write",
            call="record_win(winner=Athletic, loser=Rovers)",
            after=becomes(
                {
                    "/teams/2/played": 4,
                    "/teams/2/won": 1,
                    "/teams/2/points": 4,
                    "/teams/0/played": 4,
                    "/teams/0/lost": 2,
                }
            ),
            right="""
                for team in state["teams"]:
                    if team["name"] in (args["winner"], args["loser"]):
                        team["played"] += 1
                    if team["name"] == args["winner"]:
                        team["won"] += 1
                        team["points"] += 3
                    if team["name"] == args["loser"]:
                        team["lost"] += 1
                return state["teams"]
            """,
            tags="counter",
        ),
        Case(
            kind="write",
            call="deduct_points(United, 2)",
            after=becomes({"/teams/1/points": 7}),
            right="""
                for team in state["teams"]:
                    if team["name"] == args[0]:
                        team["points"] -= args[1]
                        return team
            """,
            tags="counter",
        ),
        Case(
            kind="sentence",
            call="how many points does Wanderers have?",
            response=answers(2),
            right='return [t["points"] for t in state["teams"] if t["name"] == "Wanderers"][0]',
            tags="filter",
        ),
        Case(
            kind="sentence",
            call="reset the table for the 2025 season",
            after=becomes(
                {"/season": "2025", **{f"/teams/{i}/{key}": 0 for i in range(4) for key in ZEROS}},
            ),
            right="""
                state["season"] = "2025"
                for team in state["teams"]:
                    team.update(played=0, won=0, drawn=0, lost=0, points=0)
                return state["teams"]
            """,
            tags="counter",
        ),
        Case(
            kind="mistyped",
            call="tems_without_a_win()",
            response=picks("/teams", 2, 3, by="name"),
            right='return [t["name"] for t in state["teams"] if t["won"] == 0]',
            tags="filter",
        ),
        Case(
            kind="REST",
            call="POST /teams",
            data={"name": "City"},
            after=added("/teams", {"name": "City", **ZEROS}),
            right="""
                team = {"name": args["name"], "played": 0, "won": 0, "drawn": 0, "lost": 0, "points": 0}
                state["teams"].append(team)
                return team, 201
            """,
        ),
        Case(
            kind="creative",
            call="add_two_new_teams()",
            after=invented("/teams", "name", ZEROS, ZEROS),
            right="""
                for name in "Harbour FC", "Hillside":
                    state["teams"].append(
                        {"name": name, "played": 0, "won": 0, "drawn": 0, "lost": 0, "points": 0}
                    )
                return state["teams"][-2:]
            """,
        ),
    ),
)
