"""Money that friends owe, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions, nothing

APP = App(
    name="ious_empty",
    purpose="Keeps track of the money that my friends owe me",
    state={},
    cases=(
        Case(
            kind="empty",
            call="get_all_debts()",
            response=nothing,
            right='return state.get("debts", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call="add_debt(name=Leo, amount=20, reason=pizza)",
            state=FOLLOWS,
            after=has(("Leo", 20, "pizza")),
            right="""
                debt = {"name": "Leo", "amount": 20, "reason": "pizza"}
                state.setdefault("debts", []).append(debt)
                return debt
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /debts",
            data={"name": "Sara", "amount": 35.5, "reason": "concert ticket"},
            state=FOLLOWS,
            after=has(("Leo", 20, "pizza"), ("Sara", 35.5, "concert ticket")),
            right="""
                debt = {"name": "Sara", "amount": 35.5, "reason": "concert ticket"}
                state["debts"].append(debt)
                return debt, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="add_debt(name=Mike, amount=12, reason=taxi)",
            state=FOLLOWS,
            after=has(("Leo", 20, "pizza"), ("Sara", 35.5, "concert ticket"), ("Mike", 12, "taxi")),
            right="""
                debt = {"name": "Mike", "amount": 12, "reason": "taxi"}
                state["debts"].append(debt)
                return debt
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="get_total()",
            state=FOLLOWS,
            response=answers(67.5, also=(3,)),
            right='return sum(debt["amount"] for debt in state["debts"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="set_amount(Leo, 25)",
            state=FOLLOWS,
            after=has(("Leo", 25, "pizza"), ("Sara", 35.5, "concert ticket"), ("Mike", 12, "taxi")),
            right="""
                for debt in state["debts"]:
                    if debt["name"] == "Leo":
                        debt["amount"] = 25
                        return debt
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="who owes me the most?",
            state=FOLLOWS,
            response=mentions("Sara", omits=("Leo", "Mike")),
            right='return max(state["debts"], key=lambda debt: debt["amount"])',
            tags="sequence read sentence aggregation",
        ),
        Case(
            kind="empty",
            call="delet_debt(Mike)",
            state=FOLLOWS,
            after=has(("Leo", 25, "pizza"), ("Sara", 35.5, "concert ticket"), lacks=("Mike",)),
            right="""
                state["debts"] = [debt for debt in state["debts"] if debt["name"] != "Mike"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_five_sample_debts()",
            after=makes_up(5),
            right="""
                debts = [("Nora", 8, "lunch"), ("Emil", 15, "cinema"), ("Jana", 4.5, "coffee")]
                debts += [("Theo", 60, "train ticket"), ("Ruth", 22, "birthday gift")]
                state["debts"] = [{"name": n, "amount": a, "reason": r} for n, a, r in debts]
                return state["debts"]
            """,
        ),
    ),
)
