"""A retrospective board: lists of strings under names with spaces, a list of actions, and scalars."""

from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, any_of, becomes, unchanged


def not_yet(value: Any) -> bool:
    """Accept no, or nothing."""
    return value in (None, False)


def two_more_ideas(seen: Seen) -> str:
    """Accept two more texts among the ideas, each of its own, and nothing else changed."""
    after: Any = seen.after
    columns: Any = after.get("columns") if isinstance(after, dict) else None
    ideas = columns.get("ideas") if isinstance(columns, dict) else None
    if not isinstance(ideas, list) or not all(isinstance(idea, str) for idea in ideas):
        return "the ideas should be texts"
    fresh = [idea for idea in ideas if idea != "walking standup"]
    letters = {"".join(filter(str.isalpha, idea)).casefold() for idea in fresh}
    if len(ideas) != 3 or len(letters) != 2 or letters & {"", "idea", "funnyidea", "newidea"}:
        return "there should be two new ideas and the old one"
    columns = {**columns, "ideas": ["walking standup"]}
    return unchanged(replace(seen, after={**after, "columns": columns}))


APP = App(
    name="retro",
    purpose="The retrospective board of our dev team: notes in columns, and the actions we agreed on",
    state={
        "sprint": 14,
        "date": "2025-03-14",
        "columns": {
            "went well": ["shipped the new login", "pair programming"],
            "to improve": ["flaky tests", "too many meetings", "slow reviews"],
            "ideas": ["walking standup"],
        },
        "actions": [
            {"what": "fix the build server", "who": "Amara", "done": False},
            {"what": "one day without meetings", "who": "Jules", "done": True},
            {"what": "set up a review rota", "who": "Amara", "done": False},
            {"what": "write a style guide", "who": "Priya", "done": False},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="count_notes(to improve)",
            response=answers(3),
            right='return len(state["columns"]["to improve"])',
            tags="aggregation key",
        ),
        Case(
            kind="read",
            call="open_actions(Amara)",
            response=picks("/actions", 0, 2, by="what"),
            right='return [a for a in state["actions"] if a["who"] == args[0] and not a["done"]]',
            tags="filter",
        ),
        Case(
            kind="write",
            call='move_note("slow reviews", ideas)',
            after=any_of(
                becomes(
                    {"/columns/ideas": ["walking standup", "slow reviews"]},
                    drops=("/columns/to improve/2",),
                ),
                becomes(
                    {"/columns/ideas": ["slow reviews", "walking standup"]},
                    drops=("/columns/to improve/2",),
                ),
            ),
            right="""
                note, column = args
                for notes in state["columns"].values():
                    if note in notes:
                        notes.remove(note)
                state["columns"][column].append(note)
                return state["columns"]
            """,
            tags="move key nested",
        ),
        Case(
            kind="write",
            call='rename_column("to improve", "to do better")',
            after=becomes(
                {"/columns/to do better": ["flaky tests", "too many meetings", "slow reviews"]},
                drops=("/columns/to improve",),
            ),
            right="""
                old, new = args
                state["columns"][new] = state["columns"].pop(old)
                return state["columns"]
            """,
            tags="key",
        ),
        Case(
            kind="sentence",
            call="what went well this sprint?",
            response=mentions(
                "shipped the new login",
                "pair programming",
                omits=("flaky tests", "too many meetings", "slow reviews", "walking standup"),
            ),
            right='return state["columns"]["went well"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="Jules takes over the review rota from Amara",
            after=becomes({"/actions/2/who": "Jules"}),
            right="""
                for action in state["actions"]:
                    if "review rota" in action["what"]:
                        action["who"] = "Jules"
                        return action
            """,
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call='finsh_acton("write a style guide")',
            after=becomes({"/actions/3/done": True}),
            right="""
                for action in state["actions"]:
                    if action["what"] == args[0]:
                        action["done"] = True
                        return action
            """,
        ),
        Case(
            kind="REST",
            call="POST /actions",
            data={"what": "buy a bigger whiteboard", "who": "Priya"},
            after=added(
                "/actions",
                {"what": "buy a bigger whiteboard", "who": "Priya", "done": not_yet},
                optional=("done",),
            ),
            right="""
                action = {"what": "buy a bigger whiteboard", "who": "Priya", "done": False}
                state["actions"].append(action)
                return action, 201
            """,
            tags="body",
        ),
        Case(
            kind="creative",
            call="add_two_funny_ideas()",
            after=two_more_ideas,
            right="""
                state["columns"]["ideas"] += ["a gong for every merge", "rubber ducks for the reviewers"]
                return state["columns"]["ideas"]
            """,
            tags="key nested",
        ),
    ),
)
