"""The lockers of a gym: objects under their numbers, prices under names, dates that may be null."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes

STATE: dict[str, Any] = {
    "monthlyFee": {"small": 5, "large": 8},
    "lockers": {
        "101": {"size": "small", "member": "Jonas", "until": "2025-06-30", "keys": 2},
        "102": {"size": "small", "member": None, "until": None, "keys": 2},
        "103": {"size": "large", "member": "Aisha", "until": "2025-04-30", "keys": 1},
        "104": {"size": "large", "member": None, "until": None, "keys": 2},
        "105": {"size": "small", "member": "Tomas", "until": "2025-12-31", "keys": 0},
    },
}

APP = App(
    name="lockers",
    purpose="Locker rental at a gym",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="freeLockers(size=large)",
            response=picks("/lockers", "104"),
            right="""
                lockers = state["lockers"].items()
                return [key for key, it in lockers if it["member"] is None and it["size"] == "large"]
            """,
            tags="filter key",
        ),
        Case(
            kind="read",
            call="whoHas(103)",
            response=answers("Aisha", STATE["lockers"]["103"], also=("large", "2025-04-30", 1)),
            right='return state["lockers"]["103"]["member"]',
            tags="key",
        ),
        Case(
            kind="read",
            call="monthlyIncome()",
            response=answers(18, also=(3, 8, 10)),
            right="""
                rented = [it for it in state["lockers"].values() if it["member"]]
                return sum(state["monthlyFee"][it["size"]] for it in rented)
            """,
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call="assignLocker(102, member=Priya, until=2025-09-30)",
            after=becomes({"/lockers/102/member": "Priya", "/lockers/102/until": "2025-09-30"}),
            right="""
                state["lockers"]["102"].update(member="Priya", until="2025-09-30")
                return state["lockers"]["102"]
            """,
            tags="key date",
        ),
        Case(
            kind="write",
            call="releaseLocker(101)",
            after=becomes({"/lockers/101/member": None, "/lockers/101/until": None}),
            right="""
                state["lockers"]["101"].update(member=None, until=None)
                return {"message": "released"}
            """,
            tags="key",
        ),
        Case(
            kind="sentence",
            call="which lockers run out before July 2025?",
            response=any_of(
                picks("/lockers", "101", "103"),
                mentions("Jonas", "Aisha", omits=("Tomas", "102", "104", "105")),
            ),
            right="""
                lockers = state["lockers"].items()
                return [key for key, it in lockers if it["until"] and it["until"] < "2025-07-01"]
            """,
            tags="filter date key",
        ),
        Case(
            kind="mistyped",
            call="mvoeMember(Aisha, 104)",
            after=becomes(
                {
                    "/lockers/104/member": "Aisha",
                    "/lockers/104/until": "2025-04-30",
                    "/lockers/103/member": None,
                    "/lockers/103/until": None,
                }
            ),
            right="""
                old, new = state["lockers"]["103"], state["lockers"]["104"]
                new.update(member=old["member"], until=old["until"])
                old.update(member=None, until=None)
                return new
            """,
            tags="move key",
        ),
        Case(
            kind="REST",
            call="PATCH /lockers/103",
            data={"until": "2025-10-31"},
            after=becomes({"/lockers/103/until": "2025-10-31"}),
            right='state["lockers"]["103"]["until"] = "2025-10-31"\nreturn state["lockers"]["103"]',
            tags="key date",
        ),
        Case(
            kind="REST",
            call="DELETE /lockers/105",
            after=becomes(drops=("/lockers/105",)),
            right='return state["lockers"].pop("105")',
            tags="key",
        ),
    ),
)
