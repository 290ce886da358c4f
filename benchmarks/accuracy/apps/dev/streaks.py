"""A habit tracker: an object of habits with lists of days in them, and two scalars."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes

HABITS = ("meditate", "run", "read", "no sugar", "stretch")


def not_done(days: Any) -> bool:
    """Accept no days."""
    return days in (None, [])


def with_names(seen: Seen) -> str:
    """Accept new habits whose names are made up."""
    habits: Any = seen.after
    fresh = [name for name in habits["habits"] if name not in HABITS]
    names = {"".join(filter(str.isalpha, name)).casefold() for name in fresh}
    if len(names) != len(fresh) or names & {"", "habit", "newhabit", "healthyhabit"}:
        return "the new habits should have names of their own"
    return ""


APP = App(
    name="streaks",
    purpose=(
        "My habit tracker for this week. goal is on how many days I want to do a habit, "
        "done are the days on which I did it"
    ),
    state={
        "today": "thu",
        "habits": {
            "meditate": {"goal": 5, "done": ["mon", "tue", "wed"]},
            "run": {"goal": 3, "done": ["tue"]},
            "read": {"goal": 7, "done": ["mon", "tue", "wed", "thu"]},
            "no sugar": {"goal": 4, "done": ["mon", "wed"]},
            "stretch": {"goal": 2, "done": ["mon", "thu"]},
        },
        "reward": "pizza night",
    },
    cases=(
        Case(
            kind="read",
            call="habits_done_today()",
            response=any_of(
                picks("/habits", "read", "stretch", also=("thu", True)),
                answers({name: name in ("read", "stretch") for name in HABITS}),
            ),
            right='return [k for k, v in state["habits"].items() if state["today"] in v["done"]]',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="list_reached_goals()",
            response=picks("/habits", "stretch", also=(2, True)),
            right='return [k for k, v in state["habits"].items() if len(v["done"]) >= v["goal"]]',
            tags="filter key",
        ),
        Case(
            kind="write",
            call="mark_done(run)",
            after=becomes({"/habits/run/done/-": "thu"}),
            right="""
                state["habits"]["run"]["done"].append(state["today"])
                return state["habits"]["run"]
            """,
            tags="key nested",
        ),
        Case(
            kind="write",
            call='set_goal("no sugar", 5)',
            after=becomes({"/habits/no sugar/goal": 5}),
            right="""
                state["habits"]["no sugar"]["goal"] = 5
                return state["habits"]["no sugar"]
            """,
            tags="key",
        ),
        Case(
            kind="sentence",
            call="I did not run on tuesday after all",
            after=becomes(drops=("/habits/run/done/0",)),
            right='state["habits"]["run"]["done"].remove("tue")\nreturn state["habits"]["run"]',
            tags="key nested",
        ),
        Case(
            kind="sentence",
            call="which habit did I do on the most days this week?",
            response=any_of(picks("/habits", "read", also=(4,)), answers(["read", 4])),
            right='return max(state["habits"], key=lambda name: len(state["habits"][name]["done"]))',
            tags="read aggregation key",
        ),
        Case(
            kind="REST",
            call="POST /habits",
            data={"name": "drink water", "goal": 6},
            after=any_of(
                added("/habits", {"goal": 6, "done": not_done}, key="drink water"),
                added("/habits", {"name": "drink water", "goal": 6, "done": not_done}, key="drink water"),
            ),
            right="""
                state["habits"]["drink water"] = {"goal": 6, "done": []}
                return {"name": "drink water", **state["habits"]["drink water"]}, 201
            """,
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="renmae_habit(stretch, yoga)",
            after=becomes({"/habits/yoga": {"goal": 2, "done": ["mon", "thu"]}}, drops=("/habits/stretch",)),
            right="""
                state["habits"]["yoga"] = state["habits"].pop("stretch")
                return state["habits"]
            """,
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_three_healthy_habits()",
            after=all_of(
                added("/habits", {"done": not_done}, {"done": not_done}, {"done": not_done}), with_names
            ),
            right="""
                for name in "eat vegetables", "walk to work", "sleep by eleven":
                    state["habits"][name] = {"goal": 5, "done": []}
                return state["habits"]
            """,
            tags="key",
        ),
    ),
)
