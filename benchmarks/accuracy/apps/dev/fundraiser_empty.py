"""The donations for a school trip, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions, nothing

APP = App(
    name="fundraiser_empty",
    purpose="Collects the donations for our school trip",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_donations()",
            response=nothing,
            right='return state.get("donations", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='add_donation("Mrs Ito", 50)',
            state=FOLLOWS,
            after=has(("Mrs Ito", 50)),
            right="""
                donation = {"from": "Mrs Ito", "amount": 50}
                state.setdefault("donations", []).append(donation)
                return donation
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /donations",
            data={"from": "Bakery Roth", "amount": 120},
            state=FOLLOWS,
            after=has(("Mrs Ito", 50), ("Bakery Roth", 120)),
            right="""
                donation = {"from": "Bakery Roth", "amount": 120}
                state["donations"].append(donation)
                return donation, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="Karl gave 30",
            state=FOLLOWS,
            after=has(("Mrs Ito", 50), ("Bakery Roth", 120), ("Karl", 30)),
            right="""
                donation = {"from": "Karl", "amount": 30}
                state["donations"].append(donation)
                return donation
            """,
            tags="sequence sentence",
        ),
        Case(
            kind="empty",
            call="total()",
            state=FOLLOWS,
            response=answers(200, also=(3, "EUR", "USD", "€", "$")),
            right='return sum(donation["amount"] for donation in state["donations"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="who gave the most so far?",
            state=FOLLOWS,
            response=mentions("Bakery Roth", omits=("Mrs Ito", "Karl")),
            right='return max(state["donations"], key=lambda donation: donation["amount"])["from"]',
            tags="sequence read sentence aggregation",
        ),
        Case(
            kind="empty",
            call='chnage_amuont("Mrs Ito", 80)',
            state=FOLLOWS,
            after=has(("Mrs Ito", 80), ("Bakery Roth", 120), ("Karl", 30), lacks=("50",)),
            right="""
                for donation in state["donations"]:
                    if donation["from"] == "Mrs Ito":
                        donation["amount"] = 80
                        return donation
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="empty",
            call="delete_donation(Karl)",
            state=FOLLOWS,
            after=has(("Mrs Ito", 80), ("Bakery Roth", 120), lacks=("Karl",)),
            right="""
                state["donations"] = [d for d in state["donations"] if d["from"] != "Karl"]
                return {"message": "deleted"}
            """,
            tags="sequence",
        ),
        Case(
            kind="creative",
            call="add_five_donations_with_made_up_names()",
            after=makes_up(5),
            right="""
                names = ["Aunt Rosa", "Mr Bell", "Book Corner", "The Hansen family", "Dr Amin"]
                state["donations"] = [{"from": name, "amount": 20} for name in names]
                return state["donations"]
            """,
        ),
    ),
)
