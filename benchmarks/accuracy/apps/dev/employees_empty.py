"""The employees of a company, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions, nothing

APP = App(
    name="employees_empty",
    purpose="The employees of our small company, with their role and yearly salary",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_employees()",
            response=nothing,
            right='return state.get("employees", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='hire("Sofia Marin", role=designer, salary=52000)',
            state=FOLLOWS,
            after=has(("Sofia Marin", "designer", 52000)),
            right="""
                employee = {"name": "Sofia Marin", "role": "designer", "salary": 52000}
                state.setdefault("employees", []).append(employee)
                return employee
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call='hire("Ben Ortiz", role=accountant, salary=47000)',
            state=FOLLOWS,
            after=has(("Sofia Marin", "designer", 52000), ("Ben Ortiz", "accountant", 47000)),
            right="""
                employee = {"name": "Ben Ortiz", "role": "accountant", "salary": 47000}
                state["employees"].append(employee)
                return employee
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /employees",
            data={"name": "Kaya Demir", "role": "designer", "salary": 57000},
            state=FOLLOWS,
            after=has(
                ("Sofia Marin", "designer", 52000),
                ("Ben Ortiz", "accountant", 47000),
                ("Kaya Demir", "designer", 57000),
            ),
            right="""
                employee = {"name": "Kaya Demir", "role": "designer", "salary": 57000}
                state["employees"].append(employee)
                return employee, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="who are our designers?",
            state=FOLLOWS,
            response=mentions("Sofia Marin", "Kaya Demir", omits=("Ben Ortiz",)),
            right='return [person for person in state["employees"] if person["role"] == "designer"]',
            tags="sequence read sentence filter",
        ),
        Case(
            kind="empty",
            call='give_raise("Ben Ortiz", 3000)',
            state=FOLLOWS,
            after=has(
                ("Sofia Marin", "designer", 52000),
                ("Ben Ortiz", "accountant", 50000),
                ("Kaya Demir", "designer", 57000),
            ),
            right="""
                for person in state["employees"]:
                    if person["name"] == "Ben Ortiz":
                        person["salary"] += 3000
                        return person
            """,
            tags="sequence counter",
        ),
        Case(
            kind="empty",
            call="average_salary()",
            state=FOLLOWS,
            response=answers(53000, also=(159000, 3)),
            right="""
                salaries = [person["salary"] for person in state["employees"]]
                return sum(salaries) / len(salaries)
            """,
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="delet_employe(Ben Ortiz)",
            state=FOLLOWS,
            after=has(
                ("Sofia Marin", "designer", 52000), ("Kaya Demir", "designer", 57000), lacks=("Ben Ortiz",)
            ),
            right="""
                state["employees"] = [p for p in state["employees"] if p["name"] != "Ben Ortiz"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_five_made_up_employees()",
            after=makes_up(5),
            right="""
                people = {
                    "Mira Stone": "engineer",
                    "Theo Blanc": "cook",
                    "Aiko Mori": "writer",
                    "Rui Costa": "driver",
                    "Greta Holm": "analyst",
                }
                state["employees"] = [
                    {"name": name, "role": role, "salary": 45000} for name, role in people.items()
                ]
                return state["employees"]
            """,
        ),
    ),
)
