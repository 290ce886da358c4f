"""A star chart: children under their names with lists of strings in them, and two objects of numbers."""

import re
from copy import deepcopy
from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of, becomes, unchanged


def three_rewards(seen: Seen) -> str:
    """Accept three more made-up rewards with a number of stars, and nothing else changed."""
    old = APP.state["rewards"]
    after: Any = deepcopy(seen.after)
    rewards = after.get("rewards") if isinstance(after, dict) else None
    if not isinstance(rewards, dict):
        return "the rewards are gone"
    fresh = {name: stars for name, stars in rewards.items() if name not in old}
    names = {re.sub(r"[\W\d_]+", "", name).casefold() for name in fresh}
    if len(fresh) != 3 or len(names) != 3 or names & {"", "reward", "newreward"}:
        return "there should be three new rewards with names"
    if any(type(stars) not in (int, float) or stars <= 0 for stars in fresh.values()):
        return "each reward should cost some stars"
    after["rewards"] = {name: stars for name, stars in rewards.items() if name in old}
    return unchanged(replace(seen, after=after))


APP = App(
    name="rewards",
    purpose=(
        "The star chart of our kids. chores says how many stars each chore gives, rewards how many each "
        "reward costs, and done lists the chores that a kid has done today"
    ),
    state={
        "kids": {
            "Mia": {"age": 9, "stars": 12, "done": ["dishes", "laundry"]},
            "Leo": {"age": 6, "stars": 4, "done": []},
            "Zoe": {"age": 11, "stars": 20, "done": ["vacuuming"]},
        },
        "chores": {"dishes": 2, "laundry": 3, "vacuuming": 4, "feed the cat": 1},
        "rewards": {"ice cream": 5, "cinema": 15, "stay up late": 8},
    },
    cases=(
        Case(
            kind="read",
            call="get_stars(Mia)",
            response=answers(12),
            right='return {"stars": state["kids"]["Mia"]["stars"]}',
            tags="key",
        ),
        Case(
            kind="read",
            call="affordable_rewards(Mia)",
            response=any_of(
                mentions("ice cream", "stay up late", omits=("cinema",)),
                answers({"ice cream": True, "cinema": False, "stay up late": True}, also=(12,)),
            ),
            right="""
                stars = state["kids"]["Mia"]["stars"]
                return {name: cost for name, cost in state["rewards"].items() if cost <= stars}
            """,
            tags="filter lookup key",
        ),
        Case(
            kind="write",
            call="do_chore(Leo, dishes)",
            after=becomes({"/kids/Leo/stars": 6, "/kids/Leo/done/-": "dishes"}),
            right="""
                kid = state["kids"]["Leo"]
                kid["stars"] += state["chores"]["dishes"]
                kid["done"].append("dishes")
                return kid
            """,
            tags="counter lookup key",
        ),
        Case(
            kind="write",
            call="redeem(Zoe, cinema)",
            after=becomes({"/kids/Zoe/stars": 5}),
            right="""
                kid = state["kids"]["Zoe"]
                kid["stars"] -= state["rewards"]["cinema"]
                return kid
            """,
            tags="counter lookup key",
        ),
        Case(
            kind="write",
            call='add_chore("water the plants", 2)',
            after=becomes({"/chores/water the plants": 2}),
            right='state["chores"]["water the plants"] = 2\nreturn state["chores"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="who has the most stars?",
            response=picks("/kids", "Zoe"),
            right='return max(state["kids"], key=lambda name: state["kids"][name]["stars"])',
            tags="read aggregation key",
        ),
        Case(
            kind="REST",
            call="PATCH /kids/Mia",
            data={"age": 10},
            after=becomes({"/kids/Mia/age": 10}),
            right='state["kids"]["Mia"]["age"] = 10\nreturn state["kids"]["Mia"]',
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="ad_satrs(Leo, 3)",
            after=becomes({"/kids/Leo/stars": 7}),
            right='state["kids"]["Leo"]["stars"] += 3\nreturn state["kids"]["Leo"]',
            tags="counter key",
        ),
        Case(
            kind="creative",
            call="add_three_new_rewards()",
            after=three_rewards,
            right="""
                state["rewards"].update({"pizza night": 10, "trip to the zoo": 25, "new comic": 12})
                return state["rewards"]
            """,
            tags="key",
        ),
    ),
)
