"""A running log: dated records whose ids have a gap, and objects of settings beside them."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, unused

APP = App(
    name="runs",
    purpose="My running log",
    state={
        "runner": {"name": "Ida", "weekly_goal_km": 30},
        "runs": [
            {"id": 1, "date": "2025-03-02", "km": 8, "minutes": 44},
            {"id": 2, "date": "2025-03-05", "km": 5, "minutes": 25},
            {"id": 3, "date": "2025-03-09", "km": 14.5, "minutes": 90},
            {"id": 5, "date": "2025-04-01", "km": 6, "minutes": 33},
        ],
        "personal_bests": {"5k": "24:10", "10k": "51:30"},
    },
    cases=(
        Case(
            kind="read",
            call="longest_run()",
            response=any_of(
                picks("/runs", 2, by="date"),
                answers(14.5, also=(3, "2025-03-09", 90)),
            ),
            right='return max(state["runs"], key=lambda run: run["km"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="pace(5)",
            response=answers(
                5.5, "5:30", "05:30", also=(6, 33, "2025-04-01", "min/km", "minutes per km", "minutes/km")
            ),
            right="""
                run = [run for run in state["runs"] if run["id"] == args[0]][0]
                return {"id": run["id"], "pace": run["minutes"] / run["km"]}
            """,
            tags="id aggregation",
        ),
        Case(
            kind="read",
            call="km_per_month()",
            response=answers(
                {"2025-03": 27.5, "2025-04": 6},
                {"03": 27.5, "04": 6},
                {"3": 27.5, "4": 6},
                {"March": 27.5, "April": 6},
                {"march": 27.5, "april": 6},
                {"Mar": 27.5, "Apr": 6},
                {"March 2025": 27.5, "April 2025": 6},
                {"2025": {"03": 27.5, "04": 6}},
                {"2025": {"3": 27.5, "4": 6}},
            ),
            right="""
                totals = {}
                for run in state["runs"]:
                    month = run["date"][:7]
                    totals[month] = totals.get(month, 0) + run["km"]
                return totals
            """,
            tags="aggregation date",
        ),
        Case(
            kind="write",
            call='log_run(date="2025-04-03", km=10, minutes=56)',
            after=added("/runs", {"id": unused(1, 2, 3, 5), "date": "2025-04-03", "km": 10, "minutes": 56}),
            right="""
                run = {"id": max(run["id"] for run in state["runs"]) + 1, **args}
                state["runs"].append(run)
                return run
            """,
            tags="id date",
        ),
        Case(
            kind="write",
            call="delete_run(2)",
            after=becomes(drops=("/runs/1",)),
            right='state["runs"] = [r for r in state["runs"] if r["id"] != args[0]]\nreturn state["runs"]',
            tags="id",
        ),
        Case(
            kind="write",
            call="set_weekly_goal(35)",
            after=becomes({"/runner/weekly_goal_km": 35}),
            right='state["runner"]["weekly_goal_km"] = args[0]\nreturn state["runner"]',
        ),
        Case(
            kind="sentence",
            call="my new 10k best is 50:45",
            after=becomes({"/personal_bests/10k": "50:45"}),
            right='state["personal_bests"]["10k"] = "50:45"\nreturn state["personal_bests"]',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="fastets_rnu()",
            response=any_of(
                picks("/runs", 1, by="date", also=(5, 12, "5:00", "5:00 min/km")),
                answers(2, also=(5, 12, "5:00", "5:00 min/km", 25)),
            ),
            right='return min(state["runs"], key=lambda run: run["minutes"] / run["km"])',
            tags="aggregation",
        ),
        Case(
            kind="REST",
            call="PATCH /runs/3",
            data={"minutes": 88},
            after=becomes({"/runs/2/minutes": 88}),
            right='state["runs"][2]["minutes"] = 88\nreturn state["runs"][2]',
            tags="id",
        ),
    ),
)
