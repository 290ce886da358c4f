"""Bank accounts, with a rule that stands in the purpose."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, picks
from benchmarks.accuracy.states import becomes, invented, unused

APP = App(
    name="bank",
    purpose="Bank accounts. No balance may ever go below zero: refuse what would cause that.",
    state={
        "accounts": [
            {"number": "A1", "owner": "Ines", "balance": 1200.5},
            {"number": "B2", "owner": "Omar", "balance": 80},
            {"number": "C3", "owner": "Yuki", "balance": 560.25},
        ]
    },
    cases=(
        Case(
            kind="read",
            call="get_balance(Omar)",
            response=answers(80),
            right='return [a["balance"] for a in state["accounts"] if a["owner"] == args[0]][0]',
        ),
        Case(
            kind="read",
            call="total_deposits()",
            response=answers(1840.75),
            right='return sum(a["balance"] for a in state["accounts"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="transfer(from=Ines, to=Omar, amount=100)",
            after=becomes({"/accounts/0/balance": 1100.5, "/accounts/1/balance": 180}),
            right="""
                accounts = {a["owner"]: a for a in state["accounts"]}
                accounts[args["from"]]["balance"] -= args["amount"]
                accounts[args["to"]]["balance"] += args["amount"]
                return {"message": "transferred"}
            """,
        ),
        Case(
            kind="write",
            call="withdraw(B2, 500)",
            response=anything,
            right='return {"error": "there are only 80 on B2"}, 409',
            tags="conditional",
        ),
        Case(
            kind="write",
            call="deposit(C3, 39.75)",
            after=becomes({"/accounts/2/balance": 600}),
            right="""
                account = [a for a in state["accounts"] if a["number"] == args[0]][0]
                account["balance"] += args[1]
                return account
            """,
        ),
        Case(
            kind="sentence",
            call="give everyone a bonus of 10",
            after=becomes({f"/accounts/{i}/balance": b for i, b in enumerate((1210.5, 90, 570.25))}),
            right='for a in state["accounts"]:\n    a["balance"] += 10\nreturn state["accounts"]',
        ),
        Case(
            kind="REST",
            call="GET /accounts?owner=Yuki",
            response=picks("/accounts", 2),
            right='return [a for a in state["accounts"] if a["owner"] == args["owner"]]',
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call="delte_acount(B2)",
            after=becomes(drops=("/accounts/1",)),
            right="""
                state["accounts"] = [a for a in state["accounts"] if a["number"] != args[0]]
                return "deleted"
            """,
        ),
        Case(
            kind="creative",
            call="open_accounts_for_two_new_customers()",
            after=invented("/accounts", "owner", *[{"number": unused("A1", "B2", "C3")}] * 2),
            right="""
                for number, owner in ("D4", "Amara"), ("E5", "Jonas"):
                    state["accounts"].append({"number": number, "owner": owner, "balance": 0})
                return state["accounts"][-2:]
            """,
        ),
    ),
)
