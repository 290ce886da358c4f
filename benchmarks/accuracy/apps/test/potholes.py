"""Reports from citizens: an object of objects under their numbers, and a list of strings."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Check
from benchmarks.accuracy.states import added, any_of, becomes


def reports(*which: str, ordered: bool = False) -> Check:
    """Accept these reports, by number or by street."""
    return any_of(
        picks("/reports", *which, ordered=ordered), picks("/reports", *which, by="street", ordered=ordered)
    )


def no_votes(value: Any) -> bool:
    """Accept no votes yet, or that of the reporter."""
    return value is None or (value in (0, 1) and not isinstance(value, bool))


APP = App(
    name="potholes",
    purpose=(
        "The potholes that citizens report to our town, and their votes for what to repair first. "
        "A pothole is reported, then scheduled, then fixed"
    ),
    state={
        "town": "Millbrook",
        "crews": ["North crew", "South crew"],
        "reports": {
            "P-101": {
                "street": "Mill Lane",
                "depth_cm": 6,
                "status": "fixed",
                "votes": 4,
                "crew": "North crew",
            },
            "P-102": {
                "street": "Station Road",
                "depth_cm": 11,
                "status": "reported",
                "votes": 17,
                "crew": None,
            },
            "P-103": {
                "street": "Harbour Street",
                "depth_cm": 4,
                "status": "scheduled",
                "votes": 2,
                "crew": "South crew",
            },
            "P-104": {
                "street": "Station Road",
                "depth_cm": 8,
                "status": "reported",
                "votes": 9,
                "crew": None,
            },
            "P-105": {
                "street": "Church Square",
                "depth_cm": 14,
                "status": "scheduled",
                "votes": 23,
                "crew": "North crew",
            },
        },
    },
    cases=(
        Case(
            kind="read",
            call="count_by_status()",
            response=answers({"fixed": 1, "reported": 2, "scheduled": 2}, also=(5,)),
            right="""
                counts = {}
                for report in state["reports"].values():
                    counts[report["status"]] = counts.get(report["status"], 0) + 1
                return counts
            """,
            tags="aggregation key",
        ),
        Case(
            kind="read",
            call="get_top_three_by_votes()",
            response=reports("P-105", "P-102", "P-104", ordered=True),
            right="""
                found = sorted(state["reports"].items(), key=lambda entry: entry[1]["votes"], reverse=True)
                return [{"id": number, **report} for number, report in found[:3]]
            """,
            tags="sort key",
        ),
        Case(
            kind="write",
            call="upvote(P-103)",
            after=becomes({"/reports/P-103/votes": 3}),
            right='state["reports"]["P-103"]["votes"] += 1\nreturn state["reports"]["P-103"]',
            tags="counter key",
        ),
        Case(
            kind="write",
            call='assign_crew(P-104, "South crew")',
            after=any_of(
                becomes({"/reports/P-104/crew": "South crew"}),
                becomes({"/reports/P-104/crew": "South crew", "/reports/P-104/status": "scheduled"}),
            ),
            right='state["reports"]["P-104"]["crew"] = "South crew"\nreturn state["reports"]["P-104"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="which pothole is the deepest?",
            response=reports("P-105"),
            right="""
                number = max(state["reports"], key=lambda number: state["reports"][number]["depth_cm"])
                return {"id": number, **state["reports"][number]}
            """,
            tags="read aggregation key",
        ),
        Case(
            kind="sentence",
            call="both potholes in Station Road have been fixed",
            after=becomes({"/reports/P-102/status": "fixed", "/reports/P-104/status": "fixed"}),
            right="""
                found = [r for r in state["reports"].values() if r["street"] == "Station Road"]
                for report in found:
                    report["status"] = "fixed"
                return found
            """,
            tags="filter key",
        ),
        Case(
            kind="REST",
            call="GET /reports?status=scheduled",
            response=reports("P-103", "P-105"),
            right='return {k: r for k, r in state["reports"].items() if r["status"] == "scheduled"}',
            tags="filter key",
        ),
        Case(
            kind="REST",
            call="POST /reports",
            data={"street": "Elm Road", "depth_cm": 7},
            after=added(
                "/reports",
                {"street": "Elm Road", "depth_cm": 7, "status": "reported", "votes": no_votes, "crew": None},
                optional=("votes", "crew"),
            ),
            right="""
                report = {"street": "Elm Road", "depth_cm": 7, "status": "reported", "votes": 0, "crew": None}
                state["reports"]["P-106"] = report
                return {"id": "P-106", **report}, 201
            """,
            tags="key body default",
        ),
        Case(
            kind="mistyped",
            call="delte_reprot(P-101)",
            after=becomes(drops=("/reports/P-101",)),
            right='return state["reports"].pop("P-101")',
            tags="key",
        ),
    ),
)
