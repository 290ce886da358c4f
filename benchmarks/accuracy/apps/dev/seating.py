"""A seating plan: rows of names with empty seats in them, lists of strings, and two scalars."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes, letters, more_texts


def are_rules(rules: list[str]) -> bool:
    """Tell whether two rules are sentences of their own."""
    return len(letters(rules)) == 2 and all(len(rule.split()) > 1 for rule in rules)


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
            after=more_texts("/rules", 2, are_rules),
            right="""
                state["rules"] += ["Listen when others speak", "Keep your desk tidy"]
                return state["rules"]
            """,
        ),
    ),
)
