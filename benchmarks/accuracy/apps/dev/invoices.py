"""Invoices: lists of lines within a list, dates, and the number that comes next."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, mentions, picks, prose
from benchmarks.accuracy.states import all_of, becomes

APP = App(
    name="invoices",
    purpose="The invoices of a freelance designer",
    state={
        "currency": "EUR",
        "next_number": 1045,
        "invoices": [
            {
                "number": 1041,
                "client": "Kestrel Ltd",
                "due": "2024-05-31",
                "paid": True,
                "lines": [
                    {"text": "Logo design", "quantity": 1, "price": 450},
                    {"text": "Business cards", "quantity": 200, "price": 0.25},
                ],
            },
            {
                "number": 1042,
                "client": "Bakery Olsen",
                "due": "2024-06-15",
                "paid": False,
                "lines": [{"text": "Website update", "quantity": 6, "price": 65}],
            },
            {
                "number": 1043,
                "client": "Kestrel Ltd",
                "due": "2024-06-30",
                "paid": False,
                "lines": [
                    {"text": "Poster", "quantity": 3, "price": 120},
                    {"text": "Printing", "quantity": 50, "price": 1.2},
                ],
            },
            {
                "number": 1044,
                "client": "Studio Brandt",
                "due": "2024-07-10",
                "paid": False,
                "lines": [{"text": "Consulting", "quantity": 2.5, "price": 80}],
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="invoice_total(1043)",
            response=answers(420, also=("EUR", "Kestrel Ltd")),
            right="""
                invoice = [i for i in state["invoices"] if i["number"] == args[0]][0]
                return sum(line["quantity"] * line["price"] for line in invoice["lines"])
            """,
            tags="aggregation nested id",
        ),
        Case(
            kind="read",
            call="amount_unpaid_by_client()",
            response=answers(
                {"Bakery Olsen": 390, "Kestrel Ltd": 420, "Studio Brandt": 200}, also=("EUR", 1010)
            ),
            right="""
                totals = {}
                for invoice in state["invoices"]:
                    if not invoice["paid"]:
                        amount = sum(line["quantity"] * line["price"] for line in invoice["lines"])
                        totals[invoice["client"]] = totals.get(invoice["client"], 0) + amount
                return totals
            """,
            tags="aggregation filter nested",
        ),
        Case(
            kind="write",
            call="mark_paid(1042)",
            after=becomes({"/invoices/1/paid": True}),
            right="""
                for invoice in state["invoices"]:
                    if invoice["number"] == args[0]:
                        invoice["paid"] = True
                        return invoice
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="add_line(1044, text=Travel, quantity=1, price=35.5)",
            after=becomes({"/invoices/3/lines/-": {"text": "Travel", "quantity": 1, "price": 35.5}}),
            right="""
                invoice = [i for i in state["invoices"] if i["number"] == args[0]][0]
                invoice["lines"].append(args[1])
                return invoice
            """,
            tags="id nested",
        ),
        Case(
            kind="sentence",
            call="which invoices are overdue on 2024-07-01?",
            response=all_of(
                picks("/invoices", 1, 2, by="number", also=(390, 420, 16, 1, "EUR")),
                mentions("1042", "1043", omits=("1041", "1044")),
            ),
            right="""
                unpaid = [i for i in state["invoices"] if not i["paid"]]
                return [i["number"] for i in unpaid if i["due"] < "2024-07-01"]
            """,
            tags="filter date",
        ),
        Case(
            kind="mistyped",
            call="chnage_due_dat(1044, 2024-07-31)",
            after=becomes({"/invoices/3/due": "2024-07-31"}),
            right="""
                invoice = [i for i in state["invoices"] if i["number"] == args[0]][0]
                invoice["due"] = args[1]
                return invoice
            """,
            tags="id date",
        ),
        Case(
            kind="REST",
            call="POST /invoices",
            data={
                "client": "Kestrel Ltd",
                "due": "2024-08-01",
                "lines": [{"text": "Banner", "quantity": 2, "price": 90}],
            },
            after=becomes(
                {
                    "/invoices/-": {
                        "number": 1045,
                        "client": "Kestrel Ltd",
                        "due": "2024-08-01",
                        "paid": False,
                        "lines": [{"text": "Banner", "quantity": 2, "price": 90}],
                    },
                    "/next_number": 1046,
                }
            ),
            right="""
                invoice = {"number": state["next_number"], "paid": False, **args}
                state["next_number"] += 1
                state["invoices"].append(invoice)
                return invoice, 201
            """,
            tags="counter nested",
        ),
        Case(
            kind="REST",
            call="GET /invoices?paid=false",
            response=picks("/invoices", 1, 2, 3, also=("EUR", False)),
            right='return [i for i in state["invoices"] if not i["paid"]]',
            tags="filter",
        ),
        Case(
            kind="creative",
            call="write_a_payment_reminder(1042)",
            response=prose,
            after=has(),  # it may be kept, beside what was there
            right="""
                invoice = [i for i in state["invoices"] if i["number"] == args[0]][0]
                return f"Dear {invoice['client']}, may we remind you that payment was due {invoice['due']}?"
            """,
            tags="id",
        ),
    ),
)
