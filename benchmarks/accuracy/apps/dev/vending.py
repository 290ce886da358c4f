"""A vending machine: slots under their labels, and a credit."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import becomes

APP = App(
    name="vending",
    purpose=(
        "A vending machine. You put in money, which becomes credit, and buy with it what is left in a slot. "
        "All money is in euros"
    ),
    state={
        "location": "2nd floor, next to the lift",
        "credit": 2.5,
        "acceptsCards": True,
        "slots": {
            "A1": {"product": "Crisps", "price": 1.5, "left": 6},
            "A2": {"product": "Salted nuts", "price": 1.8, "left": 0},
            "A3": {"product": "Chocolate bar", "price": 1.4, "left": 11},
            "B1": {"product": "Cola", "price": 2, "left": 9},
            "B2": {"product": "Water", "price": 1.2, "left": 12},
            "B3": {"product": "Iced tea", "price": 2.2, "left": 3},
        },
    },
    cases=(
        Case(
            kind="read",
            call="getSoldOutSlots()",
            response=picks("/slots", "A2", by="product"),
            right='return [slot for slot, entry in state["slots"].items() if entry["left"] == 0]',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="getPrice(B2)",
            response=answers(1.2, also=("Water", "EUR", "euros", "€")),
            right='return {"price": state["slots"]["B2"]["price"]}',
            tags="key",
        ),
        Case(
            kind="write",
            call="insertCoin(2)",
            after=becomes({"/credit": 4.5}),
            right='state["credit"] += 2\nreturn {"credit": state["credit"]}',
            tags="counter",
        ),
        Case(
            kind="write",
            call="buy(A1)",
            after=becomes({"/credit": 1, "/slots/A1/left": 5}),
            right="""
                slot = state["slots"]["A1"]
                slot["left"] -= 1
                state["credit"] -= slot["price"]
                return {"product": slot["product"], "credit": state["credit"]}
            """,
            tags="counter key",
        ),
        Case(
            kind="write",
            call="refill(A2, 8)",
            after=becomes({"/slots/A2/left": 8}),
            right='state["slots"]["A2"]["left"] += 8\nreturn state["slots"]["A2"]',
            tags="counter key",
        ),
        Case(
            kind="sentence",
            call="make everything 10 cents more expensive",
            after=becomes(
                {
                    "/slots/A1/price": 1.6,
                    "/slots/A2/price": 1.9,
                    "/slots/A3/price": 1.5,
                    "/slots/B1/price": 2.1,
                    "/slots/B2/price": 1.3,
                    "/slots/B3/price": 2.3,
                }
            ),
            right="""
                for slot in state["slots"].values():
                    slot["price"] = round(slot["price"] + 0.1, 2)
                return state["slots"]
            """,
            tags="bulk key",
        ),
        Case(
            kind="REST",
            call="GET /slots",
            response=picks("/slots", "A1", "A2", "A3", "B1", "B2", "B3"),
            right='return state["slots"]',
            tags="read key",
        ),
        Case(
            kind="REST",
            call="PUT /slots/B3",
            data={"product": "Lemonade", "price": 2.4, "left": 10},
            after=becomes(
                {"/slots/B3/product": "Lemonade", "/slots/B3/price": 2.4, "/slots/B3/left": 10},
            ),
            right="""
                state["slots"]["B3"] = {"product": "Lemonade", "price": 2.4, "left": 10}
                return state["slots"]["B3"]
            """,
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="retrunCredit()",
            after=becomes({"/credit": 0}),
            right="""
                returned = state["credit"]
                state["credit"] = 0
                return {"returned": returned}
            """,
            tags="counter",
        ),
    ),
)
