"""The hours of a team, and at first none."""

import json
import re
from collections.abc import Iterator
from typing import Any

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.responses import answers, mentions, nothing
from benchmarks.accuracy.seen import Check, Seen, contains, same

FIELDS = {
    *("name", "person", "employee", "member", "worker", "user", "client", "project", "task", "activity"),
    *("hours", "date", "day", "note", "title", "description"),
}


def scalars_with(node: Any, around: tuple[Any, ...] = (), *, is_root: bool = True) -> Iterator[list[Any]]:
    """Go through the numbers of a state, each with the keys above it and the scalars beside and above it."""
    if isinstance(node, dict | list):
        items = list(node.items()) if isinstance(node, dict) else [(None, item) for item in node]
        beside = () if is_root else tuple(item for _, item in items if not isinstance(item, dict | list))
        for key, item in items:
            yield from scalars_with(item, (*around, *beside, key), is_root=False)
    elif isinstance(node, int | float) and not isinstance(node, bool):
        yield [node, *around]


def fold(value: Any) -> Any:
    """Make upper and lower case the same."""
    return value.casefold() if isinstance(value, str) else value


def is_entry(number: list[Any], entry: tuple[Any, ...]) -> bool:
    """Tell whether a number of the state, with what is around it, is this entry."""
    around = [fold(scalar) for scalar in number[1:]]
    return same(number[0], entry[0]) and all(
        any(same(fold(scalar), other) for other in around) for scalar in entry[1:]
    )


def logged(*entries: tuple[Any, ...], gone: tuple[Any, ...] = (), lacks: tuple[str, ...] = ()) -> Check:
    """Accept a state with these hours, each by its person and project, however they are grouped.

    Args:
        entries: The hours, and what stands with them.
        gone: An entry that must not be there any more.
        lacks: Texts that must be gone.
    """

    def check(seen: Seen) -> str:
        found = list(scalars_with(seen.after))
        missing = [entry for entry in entries if not any(is_entry(number, entry) for number in found)]
        if missing:
            return f"the state should have {missing[0][0]} hours with {missing[0][1:]}"
        if gone and any(is_entry(number, gone) for number in found):
            return f"the state should no longer have {gone[0]} hours with {gone[1:]}"
        surplus = [text for text in lacks if contains(json.dumps(seen.after, ensure_ascii=False), text)]
        return f"the state should no longer have {surplus}" if surplus else ""

    return check


def three_entries(seen: Seen) -> str:
    """Accept a state with three different things, in a list or under keys, near the root."""
    nodes: list[Any] = [seen.after]
    for _ in range(2):
        nodes += [item for node in nodes if isinstance(node, dict) for item in node.values()]
    for node in nodes:
        if not isinstance(node, list | dict) or (isinstance(node, dict) and FIELDS & node.keys()):
            continue  # a dict with such keys is one entry
        items = list(node.items()) if isinstance(node, dict) else node
        kinds = {type(item) for item in (node.values() if isinstance(node, dict) else node)}
        texts = [re.sub(r"[\W\d_]", "", json.dumps(item)).casefold() for item in items]
        if len(set(texts)) == len(texts) == 3 and "" not in texts and len(kinds) == 1:
            return ""
    return "the state should have three different entries"


APP = App(
    name="timesheet_empty",
    purpose="Tracks the hours that my small team works",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_entries()",
            response=nothing,
            right='return state.get("entries", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call="log_hours(name=Mara, hours=3, project=website)",
            state=FOLLOWS,
            after=logged((3, "Mara", "website")),
            right="""
                state.setdefault("entries", []).append(dict(args))
                return args
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /entries",
            data={"name": "Jonas", "hours": 2.5, "project": "app", "note": "fixed the login"},
            state=FOLLOWS,
            after=logged((3, "Mara", "website"), (2.5, "Jonas", "app", "fixed the login")),
            right='state["entries"].append(dict(args))\nreturn args, 201',
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="log_hours(name=Mara, hours=4, project=app)",
            state=FOLLOWS,
            after=logged(
                (3, "Mara", "website"), (2.5, "Jonas", "app", "fixed the login"), (4, "Mara", "app")
            ),
            right="""
                state.setdefault("entries", []).append(dict(args))
                return args
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="total_hours(Mara)",
            state=FOLLOWS,
            response=answers(7, also=(2, 3, 4)),
            right='return sum(e["hours"] for e in state["entries"] if e["name"] == args[0])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="Jonas worked 3.5 hours on the app, not 2.5",
            state=FOLLOWS,
            after=logged(
                (3, "Mara", "website"),
                (3.5, "Jonas", "app", "fixed the login"),
                (4, "Mara", "app"),
                gone=(2.5, "Jonas"),
            ),
            right="""
                for entry in state["entries"]:
                    if entry["name"] == "Jonas" and entry["project"] == "app":
                        entry["hours"] = 3.5
                        return entry
            """,
            tags="sequence sentence",
        ),
        Case(
            kind="empty",
            call="who worked on the website?",
            state=FOLLOWS,
            response=mentions("Mara", omits=("Jonas",)),
            right='return sorted({e["name"] for e in state["entries"] if e["project"] == "website"})',
            tags="sequence read sentence filter",
        ),
        Case(
            kind="empty",
            call="delte_entires_of(Jonas)",
            state=FOLLOWS,
            after=logged((3, "Mara", "website"), (4, "Mara", "app"), lacks=("Jonas",)),
            right="""
                state["entries"] = [e for e in state["entries"] if e["name"] != args[0]]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_three_made_up_entries()",
            after=three_entries,
            right="""
                team = {"Alma": "website", "Kenji": "app", "Lou": "newsletter"}
                state["entries"] = [{"name": name, "hours": 2, "project": team[name]} for name in team]
                return state["entries"]
            """,
        ),
    ),
)
