"""A private tutor: a list of lessons with ids, dates, hours and flags, and a rate."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes


def not_yet(paid: Any) -> bool:
    """Accept that a new lesson has not been paid."""
    return paid in (None, False)


APP = App(
    name="tutor",
    purpose="The private lessons I give; rate is what I take per hour, in euros",
    state={
        "rate": 30,
        "lessons": [
            {
                "id": 1,
                "student": "Mara",
                "subject": "maths",
                "date": "2025-03-03",
                "hours": 1,
                "paid": True,
            },
            {
                "id": 2,
                "student": "Theo",
                "subject": "physics",
                "date": "2025-03-04",
                "hours": 1.5,
                "paid": False,
            },
            {
                "id": 3,
                "student": "Mara",
                "subject": "maths",
                "date": "2025-03-10",
                "hours": 2,
                "paid": False,
            },
            {
                "id": 4,
                "student": "Lin",
                "subject": "chemistry",
                "date": "2025-03-06",
                "hours": 1,
                "paid": True,
            },
            {
                "id": 5,
                "student": "Theo",
                "subject": "physics",
                "date": "2025-03-11",
                "hours": 1,
                "paid": False,
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="get_lessons_of(Mara)",
            response=any_of(picks("/lessons", 0, 2, by="id"), picks("/lessons", 0, 2, by="date")),
            right='return [lesson for lesson in state["lessons"] if lesson["student"] == "Mara"]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="lessons_sorted_by_date()",
            response=any_of(
                picks("/lessons", 0, 1, 3, 2, 4, by="id", ordered=True),
                picks("/lessons", 0, 1, 3, 2, 4, by="date", ordered=True),
            ),
            right='return sorted(state["lessons"], key=lambda lesson: lesson["date"])',
            tags="sort date",
        ),
        Case(
            kind="read",
            call="total_unpaid_in_euros()",
            response=answers(135, also=(4.5, 3, 30, "EUR", "€", "euros")),
            right='return sum(x["hours"] for x in state["lessons"] if not x["paid"]) * state["rate"]',
            tags="aggregation filter",
        ),
        Case(
            kind="write",
            call="mark_paid(2)",
            after=becomes({"/lessons/1/paid": True}),
            right="""
                for lesson in state["lessons"]:
                    if lesson["id"] == 2:
                        lesson["paid"] = True
                        return lesson
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call='add_lesson(student="Lin", subject="chemistry", date="2025-03-13", hours=1)',
            after=added(
                "/lessons",
                {"student": "Lin", "subject": "chemistry", "date": "2025-03-13", "hours": 1, "paid": not_yet},
                optional=("paid",),
            ),
            right="""
                lesson = {"id": 6, "student": "Lin", "subject": "chemistry"}
                lesson.update(date="2025-03-13", hours=1, paid=False)
                state["lessons"].append(lesson)
                return lesson
            """,
            tags="date",
        ),
        Case(
            kind="sentence",
            call="how many hours of lessons does Theo have in total?",
            response=any_of(
                answers(2.5, "2h 30m", "2h 30min", "2 hours 30 minutes", "2 hours and 30 minutes", "2:30"),
                mentions("2.5", omits=("Mara", "Lin")),
            ),
            right='return sum(x["hours"] for x in state["lessons"] if x["student"] == "Theo")',
            tags="aggregation filter",
        ),
        Case(
            kind="sentence",
            call="move Lin's lesson to 2025-03-07",
            after=becomes({"/lessons/3/date": "2025-03-07"}),
            right="""
                for lesson in state["lessons"]:
                    if lesson["student"] == "Lin":
                        lesson["date"] = "2025-03-07"
                        return lesson
            """,
            tags="filter date",
        ),
        Case(
            kind="mistyped",
            call="set_raet(35)",
            after=becomes({"/rate": 35}),
            right='state["rate"] = 35\nreturn {"rate": 35}',
        ),
        Case(
            kind="REST",
            call="DELETE /lessons/5",
            after=becomes(drops=("/lessons/4",)),
            right='state["lessons"] = [x for x in state["lessons"] if x["id"] != 5]\nreturn "", 204',
            tags="id",
        ),
    ),
)
