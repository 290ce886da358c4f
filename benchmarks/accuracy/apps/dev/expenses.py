"""Expenses: a list of flat objects with ids, amounts and dates, and a scalar beside it."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented, unused

APP = App(
    name="expenses",
    purpose="Keeps track of what I spend each month",
    state={
        "budget": 500,
        "expenses": [
            {"id": 1, "what": "groceries", "amount": 62.4, "category": "food", "date": "2024-05-02"},
            {"id": 2, "what": "train ticket", "amount": 29, "category": "travel", "date": "2024-05-03"},
            {"id": 3, "what": "pizza", "amount": 14.5, "category": "food", "date": "2024-05-09"},
            {"id": 5, "what": "cinema", "amount": 12, "category": "fun", "date": "2024-05-11"},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="remaining_budget()",
            response=answers(382.1),
            right='return state["budget"] - sum(e["amount"] for e in state["expenses"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="spent_by_category()",
            response=answers({"food": 76.9, "travel": 29, "fun": 12}),
            right="""
                totals = {}
                for e in state["expenses"]:
                    totals[e["category"]] = totals.get(e["category"], 0) + e["amount"]
                return totals
            """,
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="get_expenses(category=food)",
            response=picks("/expenses", 0, 2, by="what"),
            right='return [e for e in state["expenses"] if e["category"] == args["category"]]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="add_expense(bus, 3.2, travel, 2024-05-12)",
            after=added(
                "/expenses",
                {
                    "id": unused(1, 2, 3, 5),
                    "what": "bus",
                    "amount": 3.2,
                    "category": "travel",
                    "date": "2024-05-12",
                },
            ),
            right="""
                what, amount, category, date = args
                new = {"id": 6, "what": what, "amount": amount, "category": category, "date": date}
                state["expenses"].append(new)
                return new
            """,
        ),
        Case(
            kind="write",
            call="set_budget(650)",
            after=becomes({"/budget": 650}),
            right='state["budget"] = args[0]\nreturn {"budget": args[0]}',
        ),
        Case(
            kind="write",
            call="remove_expense(5)",
            after=becomes(drops=("/expenses/3",)),
            right='state["expenses"] = [e for e in state["expenses"] if e["id"] != args[0]]\nreturn "gone"',
            tags="id",
        ),
        Case(
            kind="sentence",
            call="how much did I spend on food?",
            response=answers(76.9),
            right='return sum(e["amount"] for e in state["expenses"] if e["category"] == "food")',
            tags="aggregation filter",
        ),
        Case(
            kind="sentence",
            call="the pizza was 16 euros, not 14.50",
            after=becomes({"/expenses/2/amount": 16}),
            right='state["expenses"][2]["amount"] = 16\nreturn state["expenses"][2]',
        ),
        Case(
            kind="mistyped",
            call="bigest_expens()",
            response=picks("/expenses", 0, by="what"),
            right='return max(state["expenses"], key=lambda e: e["amount"])',
            tags="aggregation",
        ),
        Case(
            kind="REST",
            call="PUT /expenses/2",
            data={"what": "train", "amount": 31, "category": "travel", "date": "2024-05-03"},
            after=becomes({"/expenses/1/what": "train", "/expenses/1/amount": 31}),
            right='expense = state["expenses"][1]\nexpense.update(args[1])\nreturn expense',
            tags="id",
        ),
        Case(
            kind="creative",
            call="add_two_travel_expenses()",
            after=invented("/expenses", "what", *[{"category": "travel", "id": unused(1, 2, 3, 5)}] * 2),
            right="""
                for i, what in (6, "taxi"), (7, "ferry"):
                    new = {"id": i, "what": what, "amount": 20, "category": "travel", "date": "2024-05-12"}
                    state["expenses"].append(new)
                return state["expenses"][-2:]
            """,
        ),
    ),
)
