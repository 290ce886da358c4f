"""A gradebook: students keyed by name, subjects within, lists of numbers within those."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.states import added, becomes


def empty(value: object) -> bool:
    """Accept no grades: an empty list, or none."""
    return value in (None, [])


APP = App(
    name="gradebook",
    purpose="A teacher's gradebook: points from 0 to 100 per student and subject; 60 passes",
    state={
        "students": {
            "Ana": {"math": [90, 85], "art": [70, 64]},
            "Bo": {"math": [55, 71, 60], "art": [88]},
            "Cyd": {"math": [40, 52], "art": [91, 95]},
        }
    },
    cases=(
        Case(
            kind="read",
            call="average(Ana, math)",
            response=answers(87.5),
            right='grades = state["students"][args[0]][args[1]]\nreturn sum(grades) / len(grades)',
            tags="aggregation nested",
        ),
        Case(
            kind="read",
            call="best_grade_in(art)",
            response=answers(95, also=("Cyd", "art")),
            right='return max(grade for s in state["students"].values() for grade in s[args[0]])',
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call="add_grade(Bo, art, 79)",
            after=becomes({"/students/Bo/art/-": 79}),
            right="""
                state["students"][args[0]][args[1]].append(args[2])
                return state["students"][args[0]][args[1]]
            """,
            tags="nested",
        ),
        Case(
            kind="write",
            call="drop_lowest_grade(student=Bo, subject=math)",
            after=becomes(drops=("/students/Bo/math/0",)),
            right="""
                grades = state["students"][args["student"]][args["subject"]]
                grades.remove(min(grades))
                return grades
            """,
            tags="nested",
        ),
        Case(
            kind="write",
            call="enroll(Dev)",
            after=added("/students", {"math": empty, "art": empty}, key="Dev", optional=("math", "art")),
            right='state["students"][args[0]] = {"math": [], "art": []}\nreturn {"message": "enrolled"}',
        ),
        Case(
            kind="sentence",
            call="who is failing math on average?",
            response=picks("/students", "Cyd", also=(46,)),
            right="""
                students = state["students"].items()
                return [name for name, s in students if sum(s["math"]) / len(s["math"]) < 60]
            """,
            tags="aggregation filter nested",
        ),
        Case(
            kind="sentence",
            call="add 5 points to every art grade of Ana",
            after=becomes({"/students/Ana/art": [75, 69]}),
            right="""
                ana = state["students"]["Ana"]
                ana["art"] = [grade + 5 for grade in ana["art"]]
                return ana
            """,
            tags="nested",
        ),
        Case(
            kind="mistyped",
            call="grdaes_of(Cyd)",
            response=answers({"math": [40, 52], "art": [91, 95]}),
            right='return state["students"][args[0]]',
            tags="key",
        ),
        Case(
            kind="REST",
            call="GET /students/Bo/math",
            response=answers([55, 71, 60]),
            right='return state["students"]["Bo"]["math"]',
            tags="nested",
        ),
        Case(
            kind="creative",
            call="write_a_report_card_comment(Cyd)",
            response=prose,
            after=has(),  # it may be kept, beside what was there
            right='return "Cyd shines in art. In math a little practice every day would help."',
        ),
    ),
)
