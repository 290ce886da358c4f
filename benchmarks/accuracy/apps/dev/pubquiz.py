"""A pub quiz: teams with a list of points, which goes with a list of rounds."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.states import added, any_of, becomes


def none_yet(points: Any) -> bool:
    """Accept no points, in no round or in each."""
    return points in ([], [0, 0, 0], [None, None, None])


APP = App(
    name="pubquiz",
    purpose="Our pub quiz night. A team's points are those of each round, in the order of the rounds",
    state={
        "host": "Nadia",
        "rounds": ["history", "music", "sport"],
        "teams": [
            {"name": "Quizzard", "table": 3, "points": [7, 9, 4]},
            {"name": "Les Quizerables", "table": 1, "points": [8, 6, 8]},
            {"name": "The Know Nots", "table": 5, "points": [3, 5, 6]},
            {"name": "Brainstorm", "table": 2, "points": [9, 4, 5]},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="total(Brainstorm)",
            response=answers(18, also=(2,)),
            right="""
                for team in state["teams"]:
                    if team["name"] == "Brainstorm":
                        return sum(team["points"])
            """,
            tags="aggregation nested",
        ),
        Case(
            kind="read",
            call="get_ranking()",
            response=any_of(
                picks("/teams", 1, 0, 3, 2, by="name", ordered=True, also=(22, 20, 18, 14, *(1, 2, 3, 4))),
                answers(
                    [["Les Quizerables", 22], ["Quizzard", 20], ["Brainstorm", 18], ["The Know Nots", 14]]
                ),
            ),
            right="""
                teams = sorted(state["teams"], key=lambda team: -sum(team["points"]))
                return [{"name": team["name"], "total": sum(team["points"])} for team in teams]
            """,
            tags="sort aggregation nested",
        ),
        Case(
            kind="read",
            call="best_team_in(music)",
            response=picks("/teams", 0, by="name", also=(9, "music")),
            right="""
                i = state["rounds"].index("music")
                return max(state["teams"], key=lambda team: team["points"][i])["name"]
            """,
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call='add_team("Agatha Quiztie", table=4)',
            after=added("/teams", {"name": "Agatha Quiztie", "table": 4, "points": none_yet}),
            right="""
                team = {"name": "Agatha Quiztie", "table": 4, "points": []}
                state["teams"].append(team)
                return team
            """,
        ),
        Case(
            kind="write",
            call='set_points("The Know Nots", sport, 8)',
            after=becomes({"/teams/2/points/2": 8}),
            right="""
                for team in state["teams"]:
                    if team["name"] == "The Know Nots":
                        team["points"][state["rounds"].index("sport")] = 8
                        return team
            """,
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="Brainstorm now sit at table 6",
            after=becomes({"/teams/3/table": 6}),
            right="""
                for team in state["teams"]:
                    if team["name"] == "Brainstorm":
                        team["table"] = 6
                        return team
            """,
        ),
        Case(
            kind="mistyped",
            call='remvoe_taem("Quizzard")',
            after=becomes(drops=("/teams/0",)),
            right="""
                state["teams"] = [team for team in state["teams"] if team["name"] != "Quizzard"]
                return {"message": "removed"}
            """,
        ),
        Case(
            kind="REST",
            call="GET /teams/Quizzard/points",
            response=answers([7, 9, 4], {"history": 7, "music": 9, "sport": 4}, also=(3, 20)),
            right='return [team["points"] for team in state["teams"] if team["name"] == "Quizzard"][0]',
            tags="nested",
        ),
        Case(
            kind="creative",
            call="suggest_a_music_question()",
            response=prose,
            right='return {"question": "Which band sang Waterloo?", "answer": "ABBA"}',
        ),
    ),
)
