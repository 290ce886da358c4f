"""A medal table: an object of objects of numbers, a list of strings, and a scalar."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes

VILLAGES: dict[str, Any] = {
    "Ashford": {"gold": 4, "silver": 2, "bronze": 5},
    "Milltown": {"gold": 3, "silver": 6, "bronze": 1},
    "Oakley": {"gold": 4, "silver": 3, "bronze": 0},
    "Stonebridge": {"gold": 1, "silver": 1, "bronze": 4},
}
EVENTS = ("tug of war", "sack race", "relay")
RANKING = ("Oakley", "Ashford", "Milltown", "Stonebridge")
TOTALS = (7, 11, 10, 6)

APP = App(
    name="medals",
    purpose="Medal table of the village games. Villages are ranked by gold, then silver, then bronze",
    state={"day": 2, "villages": VILLAGES, "remaining_events": [*EVENTS]},
    cases=(
        Case(
            kind="read",
            call="get_ranking()",
            response=any_of(
                picks(
                    "/villages",
                    *RANKING,
                    ordered=True,
                    also=(1, 2, 3, 4, *TOTALS, *map(VILLAGES.get, RANKING)),
                ),
                answers([[name, VILLAGES[name]] for name in RANKING]),
                answers([[name, VILLAGES[name]["gold"]] for name in RANKING]),
                answers([[name, *VILLAGES[name].values()] for name in RANKING]),
            ),
            right="""
                def rank(item):
                    return [-item[1][medal] for medal in ("gold", "silver", "bronze")]
                villages = sorted(state["villages"].items(), key=rank)
                return [{"name": name, **medals} for name, medals in villages]
            """,
            tags="sort key",
        ),
        Case(
            kind="read",
            call="total_medals(Milltown)",
            response=answers(10, also=(3, 6, 1)),
            right='return sum(state["villages"]["Milltown"].values())',
            tags="aggregation key",
        ),
        Case(
            kind="read",
            call="who_has_most_bronze()",
            response=any_of(
                picks("/villages", "Ashford"),
                mentions("Ashford", omits=("Milltown", "Oakley", "Stonebridge")),
            ),
            right='return max(state["villages"], key=lambda name: state["villages"][name]["bronze"])',
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call="award_gold(Stonebridge)",
            after=becomes({"/villages/Stonebridge/gold": 2}),
            right="""
                state["villages"]["Stonebridge"]["gold"] += 1
                return state["villages"]["Stonebridge"]
            """,
            tags="counter key",
        ),
        Case(
            kind="write",
            call='add_village("Ferndale")',
            after=becomes({"/villages/Ferndale": {"gold": 0, "silver": 0, "bronze": 0}}),
            right="""
                state["villages"]["Ferndale"] = {"gold": 0, "silver": 0, "bronze": 0}
                return state["villages"]["Ferndale"]
            """,
            tags="key",
        ),
        Case(
            kind="sentence",
            call="how many gold medals have been won so far?",
            response=answers(12),
            right='return sum(medals["gold"] for medals in state["villages"].values())',
            tags="read aggregation",
        ),
        Case(
            kind="sentence",
            call="the sack race is over: gold for Oakley, silver for Milltown, bronze for Ashford",
            after=becomes(
                {
                    "/villages/Oakley/gold": 5,
                    "/villages/Milltown/silver": 7,
                    "/villages/Ashford/bronze": 6,
                },
                drops=("/remaining_events/1",),
            ),
            right="""
                state["villages"]["Oakley"]["gold"] += 1
                state["villages"]["Milltown"]["silver"] += 1
                state["villages"]["Ashford"]["bronze"] += 1
                state["remaining_events"].remove("sack race")
                return state["villages"]
            """,
            tags="counter key",
        ),
        Case(
            kind="REST",
            call="PATCH /villages/Oakley",
            data={"bronze": 2},
            after=becomes({"/villages/Oakley/bronze": 2}),
            right='state["villages"]["Oakley"]["bronze"] = 2\nreturn state["villages"]["Oakley"]',
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="get_remaning_evnets()",
            response=any_of(
                picks("/remaining_events", 0, 1, 2),
                mentions(*EVENTS, omits=("gold", "Ashford", "Oakley")),
            ),
            right='return state["remaining_events"]',
            tags="read",
        ),
    ),
)
