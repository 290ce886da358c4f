"""A seating plan: rows of names with empty seats in them, lists of strings, and two scalars."""

from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of, becomes, unchanged


def two_rules(seen: Seen) -> str:
    """Accept two more sentences among the rules, and nothing else changed."""
    after: Any = seen.after
    old = APP.state["rules"]
    rules = after.get("rules") if isinstance(after, dict) else None
    if not isinstance(rules, list) or [rule for rule in rules if rule in old] != old:
        return "the old rules should be there"
    fresh = [rule for rule in rules if rule not in old]
    if len(fresh) != 2 or not all(isinstance(rule, str) for rule in fresh):
        return "there should be two new rules, both texts"
    letters = {"".join(filter(str.isalpha, rule)).casefold() for rule in fresh}
    if len(letters) != 2 or any(len(rule.split()) < 2 for rule in fresh):
        return "the new rules should be made up"
    return unchanged(replace(seen, after={**after, "rules": old}))


STUDENTS = ("Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gus")

APP = App(
    name="seating",
    purpose="The seating plan of my class. The first row is at the front, and null is an empty seat",
    state={
        "class": "5a",
        "teacher": "Ms Novak",
        "rows": [
            ["Ada", "Ben", "Cleo"],
            ["Dan", None, "Eva"],
            ["Finn", "Gus", None],
        ],
        "absent": ["Gus"],
        "rules": ["Raise your hand", "No phones in class"],
    },
    cases=(
        Case(
            kind="read",
            call="list_students()",
            response=any_of(
                picks("/rows", "0/0", "0/1", "0/2", "1/0", "1/2", "2/0", "2/1"),
                mentions(*STUDENTS, omits=("null", "rows", "rules", "teacher", "absent")),
            ),
            right='return [name for row in state["rows"] for name in row if name]',
            tags="filter grid",
        ),
        Case(
            kind="read",
            call="count_empty_seats()",
            response=answers(2),
            right='return sum(row.count(None) for row in state["rows"])',
            tags="aggregation grid",
        ),
        Case(
            kind="write",
            call="swap_seats(Ada, Eva)",
            after=becomes({"/rows/0/0": "Eva", "/rows/1/2": "Ada"}),
            right="""
                other = {"Ada": "Eva", "Eva": "Ada"}
                state["rows"] = [[other.get(name, name) for name in row] for row in state["rows"]]
                return state["rows"]
            """,
            tags="move grid",
        ),
        Case(
            kind="write",
            call="mark_absent(Cleo)",
            after=becomes({"/absent/-": "Cleo"}),
            right='state["absent"].append("Cleo")\nreturn state["absent"]',
        ),
        Case(
            kind="write",
            call="add_student(Hugo)",
            after=any_of(becomes({"/rows/1/1": "Hugo"}), becomes({"/rows/2/2": "Hugo"})),
            right="""
                for row in state["rows"]:
                    if None in row:
                        row[row.index(None)] = "Hugo"
                        return state["rows"]
            """,
            tags="grid",
        ),
        Case(
            kind="sentence",
            call="who sits in the front row?",
            response=any_of(
                picks("/rows/0", 0, 1, 2),
                mentions("Ada", "Ben", "Cleo", omits=("Dan", "Eva", "Finn", "Gus")),
            ),
            right='return state["rows"][0]',
            tags="grid",
        ),
        Case(
            kind="sentence",
            call="Gus is back, he is not absent any more",
            after=becomes(drops=("/absent/0",)),
            right='state["absent"].remove("Gus")\nreturn state["absent"]',
        ),
        Case(
            kind="mistyped",
            call='set_techer("Mr Okafor")',
            after=becomes({"/teacher": "Mr Okafor"}),
            right='state["teacher"] = "Mr Okafor"\nreturn {"teacher": state["teacher"]}',
        ),
        Case(
            kind="creative",
            call="add_two_more_rules()",
            after=two_rules,
            right="""
                state["rules"] += ["Listen when others speak", "Keep your desk tidy"]
                return state["rules"]
            """,
        ),
    ),
)
