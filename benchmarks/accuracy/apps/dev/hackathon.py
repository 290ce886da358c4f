"""A hackathon: teams with lists of members and objects of points, and some scalars; no ids."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.reading import Reading, Thing, are_things
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, becomes

RANKING = ((3, "Sleepless", 27), (0, "Null Pointers", 21), (1, "Byte Me", 16), (2, "Merge Conflict", 0))


def ranked(seen: Seen) -> str:
    """Accept the teams by their points, with or without points and ranks; one without points may lack."""
    right = [
        Thing.at(seen.before, f"/teams/{index}", "name", (total, rank))
        for rank, (index, _, total) in enumerate(RANKING, start=1)
    ]
    for candidate in Reading(seen).unwrapped():
        if isinstance(candidate, str):
            places = [candidate.find(name) for _, name, _ in RANKING[:3]]
            if -1 not in places and places == sorted(places):
                return ""
        rows: Any = candidate
        if isinstance(rows, list) and all(isinstance(row, list) and len(row) == 2 for row in rows):
            rows = [{str(name): points} for name, points in rows]
        if are_things(rows, right, ordered=True) or are_things(rows, right[:3], ordered=True):
            return ""
    return f"the response should be the ranking {[name for _, name, _ in RANKING]}"


def none_yet(value: Any) -> bool:
    """Accept nothing so far: null, or an empty text or object."""
    return value in (None, "", {})


APP = App(
    name="hackathon",
    purpose=(
        "Our weekend hackathon. The judges give points to the teams, "
        "and the team with the most points in total wins"
    ),
    state={
        "theme": "Green cities",
        "deadline": "Sunday 14:00",
        "maxTeamSize": 4,
        "judges": ["Ines", "Kofi", "Laura"],
        "teams": [
            {
                "name": "Null Pointers",
                "project": "TreeMap",
                "members": ["Ravi", "Sofia", "Jo"],
                "points": {"Ines": 7, "Kofi": 8, "Laura": 6},
            },
            {
                "name": "Byte Me",
                "project": "BikeBuddy",
                "members": ["Chen", "Olga"],
                "points": {"Ines": 9, "Kofi": 7},
            },
            {
                "name": "Merge Conflict",
                "project": None,
                "members": ["Pat", "Yusuf", "Emma", "Nils"],
                "points": {},
            },
            {
                "name": "Sleepless",
                "project": "Roof Garden",
                "members": ["Aiko", "Ben"],
                "points": {"Ines": 8, "Kofi": 9, "Laura": 10},
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="leaderboard()",
            response=ranked,
            right="""
                totals = [{"team": t["name"], "points": sum(t["points"].values())} for t in state["teams"]]
                return sorted(totals, key=lambda entry: -entry["points"])
            """,
            tags="aggregation sort nested",
        ),
        Case(
            kind="read",
            call="get_team_of(Olga)",
            response=picks("/teams", 1, by="name"),
            right='return next(team for team in state["teams"] if "Olga" in team["members"])',
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="count_participants()",
            response=answers(11),
            right='return sum(len(team["members"]) for team in state["teams"])',
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call='join_team("Byte Me", "Hamid")',
            after=becomes({"/teams/1/members/-": "Hamid"}),
            right="""
                for team in state["teams"]:
                    if team["name"] == "Byte Me":
                        team["members"].append("Hamid")
                        return team
            """,
            tags="nested",
        ),
        Case(
            kind="write",
            call='give_points(judge=Laura, team="Byte Me", points=9)',
            after=becomes({"/teams/1/points/Laura": 9}),
            right="""
                for team in state["teams"]:
                    if team["name"] == "Byte Me":
                        team["points"]["Laura"] = 9
                        return team
            """,
            tags="nested key",
        ),
        Case(
            kind="sentence",
            call="Merge Conflict's project is called CarbonCoach",
            after=becomes({"/teams/2/project": "CarbonCoach"}),
            right="""
                for team in state["teams"]:
                    if team["name"] == "Merge Conflict":
                        team["project"] = "CarbonCoach"
                        return team
            """,
        ),
        Case(
            kind="sentence",
            call="which teams has Laura not given points to yet?",
            response=picks("/teams", 1, 2, by="name"),
            right='return [team["name"] for team in state["teams"] if "Laura" not in team["points"]]',
            tags="read filter nested",
        ),
        Case(
            kind="mistyped",
            call='chnage_dedline("Sunday 16:00")',
            after=becomes({"/deadline": "Sunday 16:00"}),
            right='state["deadline"] = "Sunday 16:00"\nreturn {"deadline": state["deadline"]}',
        ),
        Case(
            kind="REST",
            call="POST /teams",
            data={"name": "Stack Heroes", "members": ["Lina", "Oskar"]},
            after=added(
                "/teams",
                {
                    "name": "Stack Heroes",
                    "members": ["Lina", "Oskar"],
                    "project": none_yet,
                    "points": none_yet,
                },
                optional=("project", "points"),
            ),
            right="""
                team = {"name": "Stack Heroes", "project": None, "members": ["Lina", "Oskar"], "points": {}}
                state["teams"].append(team)
                return team, 201
            """,
            tags="body nested",
        ),
    ),
)
