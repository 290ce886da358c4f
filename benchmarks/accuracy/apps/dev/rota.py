"""A rota: lists of names under the days of the week, and a rule with its number in the state."""

from copy import deepcopy
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, mentions
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import becomes

STATE: dict[str, Any] = {
    "week": 23,
    "people_per_day": 2,
    "agents": ["Ola", "Finn", "Priya", "Marek"],
    "rota": {
        "monday": ["Ola", "Finn"],
        "tuesday": ["Priya"],
        "wednesday": ["Finn", "Ola"],
        "thursday": [],
        "friday": ["Priya", "Ola"],
    },
}


def no_gaps(seen: Seen) -> str:
    """Accept a rota with two different agents on each day, where those who were on it stay."""
    after: Any = deepcopy(seen.after)
    if not isinstance(after, dict) or not isinstance(after.get("rota"), dict):
        return "the rota is gone"
    for day, there in STATE["rota"].items():
        names = after["rota"].get(day)
        if not isinstance(names, list) or len(names) != 2 or any(n not in STATE["agents"] for n in names):
            return f"there should be two agents on {day}"
        if names[0] == names[1] or any(name not in names for name in there):
            return f"the agents on {day} should be {there} and others"
        after["rota"][day] = names if len(there) == 2 else there
    return becomes()(Seen(seen.call, seen.data, seen.before, after, seen.response, seen.status))


APP = App(
    name="rota",
    purpose="The weekly rota of a helpdesk: each day needs people_per_day agents, and never gets more",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="who_works_on(friday)",
            response=mentions("Priya", "Ola", omits=("Finn", "Marek")),
            right='return state["rota"][args[0]]',
            tags="key",
        ),
        Case(
            kind="read",
            call="shifts_per_agent()",
            response=answers(
                {"Ola": 3, "Finn": 2, "Priya": 2, "Marek": 0}, {"Ola": 3, "Finn": 2, "Priya": 2}
            ),
            right="""
                counts = {name: 0 for name in state["agents"]}
                for names in state["rota"].values():
                    for name in names:
                        counts[name] += 1
                return counts
            """,
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call="assign(Marek, thursday)",
            after=becomes({"/rota/thursday/-": "Marek"}),
            right="""
                names = state["rota"][args[1]]
                if len(names) >= state["people_per_day"]:
                    return {"error": "that day is full"}, 409
                names.append(args[0])
                return names
            """,
            tags="key nested",
        ),
        Case(
            kind="write",
            call="assign(Marek, monday)",
            response=anything,
            right="""
                names = state["rota"][args[1]]
                if len(names) >= state["people_per_day"]:
                    return {"error": "that day is full"}, 409
                names.append(args[0])
                return names
            """,
            tags="rule key nested",
        ),
        Case(
            kind="write",
            call="swap_days(monday, friday)",
            after=becomes({"/rota/monday": ["Priya", "Ola"], "/rota/friday": ["Ola", "Finn"]}),
            right="""
                rota, (one, two) = state["rota"], args
                rota[one], rota[two] = rota[two], rota[one]
                return rota
            """,
            tags="move key",
        ),
        Case(
            kind="sentence",
            call="which days do not have enough people yet?",
            response=mentions("tuesday", "thursday", omits=("monday", "wednesday", "friday")),
            right="""
                days = state["rota"].items()
                return [day for day, names in days if len(names) < state["people_per_day"]]
            """,
            tags="filter key",
        ),
        Case(
            kind="mistyped",
            call="clera_day(wendesday)",
            after=becomes({"/rota/wednesday": []}),
            right='state["rota"]["wednesday"] = []\nreturn state["rota"]',
            tags="key",
        ),
        Case(
            kind="creative",
            call="fill_all_gaps()",
            after=no_gaps,
            right="""
                for names in state["rota"].values():
                    for agent in reversed(state["agents"]):
                        if len(names) < state["people_per_day"] and agent not in names:
                            names.append(agent)
                return state["rota"]
            """,
            tags="nested",
        ),
    ),
)
