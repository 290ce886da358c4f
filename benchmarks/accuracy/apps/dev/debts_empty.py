"""What friends owe, from the empty state."""

from typing import Any

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, mentions, nothing
from benchmarks.accuracy.seen import Check, Seen, walk
from benchmarks.accuracy.states import any_of


def paid_back(*others: tuple[str, float], lacks: tuple[str, ...] = ("no such text",)) -> Check:
    """Accept that Tom owes 15 of his 20, or 20 of which 5 are paid; `lacks` lets numbers become smaller."""
    return any_of(
        *(has(tom, *others, lacks=lacks) for tom in (("Tom", 15), ("Tom", 20, 5))),
        has(("Tom", 20), ("Tom", -5), *others, lacks=lacks),
    )


def three_debts(seen: Seen) -> str:
    """Accept a state with three debts of different people, in a list or under their names."""
    for node in walk(seen.after):
        things: list[Any] = (
            [*node.items()] if isinstance(node, dict) else node if isinstance(node, list) else []
        )
        debts: list[list[Any]] = [
            [*walk([*thing] if isinstance(thing, tuple) else thing)] for thing in things
        ]
        names = {
            "".join(filter(str.isalpha, "".join(x for x in debt if isinstance(x, str)))) for debt in debts
        }
        have_amounts = all(any(type(x) in (int, float) and x > 0 for x in debt) for debt in debts)
        if len(debts) == len(names) == 3 and "" not in names and have_amounts:
            return ""
    return "the state should have three debts of different people"


APP = App(
    name="debts_empty",
    purpose="The money that my friends owe me, in euros",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_debts()",
            response=nothing,
            right='return state.get("debts", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call="add_debt(Tom, 20)",
            state=FOLLOWS,
            after=has(("Tom", 20)),
            right="""
                state.setdefault("debts", []).append({"name": "Tom", "amount": 20})
                return state["debts"]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="add_debt(Sara, 35.5)",
            state=FOLLOWS,
            after=has(("Tom", 20), ("Sara", 35.5)),
            right='state["debts"].append({"name": "Sara", "amount": 35.5})\nreturn state["debts"]',
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /debts",
            data={"name": "Marek", "amount": 12},
            state=FOLLOWS,
            after=has(("Tom", 20), ("Sara", 35.5), ("Marek", 12)),
            right="""
                debt = {"name": "Marek", "amount": 12}
                state["debts"].append(debt)
                return debt, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="get_total()",
            state=FOLLOWS,
            response=answers(67.5, also=("EUR", "euro", "euros", "€", 3)),
            right='return sum(debt["amount"] for debt in state["debts"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="Tom paid me back 5 euros",
            state=FOLLOWS,
            after=paid_back(("Sara", 35.5), ("Marek", 12)),
            right="""
                for debt in state["debts"]:
                    if debt["name"] == "Tom":
                        debt["amount"] -= 5
                        return debt
            """,
            tags="sequence sentence",
        ),
        Case(
            kind="empty",
            call="who_owes_me_most()",
            state=FOLLOWS,
            response=mentions("Sara", omits=("Tom", "Marek")),
            right='return max(state["debts"], key=lambda debt: debt["amount"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="delte_dept(Marek)",
            state=FOLLOWS,
            after=paid_back(("Sara", 35.5), lacks=("Marek",)),
            right="""
                state["debts"] = [debt for debt in state["debts"] if debt["name"] != "Marek"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_three_sample_debts()",
            after=three_debts,
            right="""
                debts = [("Nadia", 14), ("Luis", 8.5), ("Hanna", 40)]
                state["debts"] = [{"name": name, "amount": amount} for name, amount in debts]
                return state["debts"]
            """,
        ),
    ),
)
