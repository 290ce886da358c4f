"""Support tickets: ids that are strings, and priorities whose order is not alphabetical."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, picks
from benchmarks.accuracy.states import any_of, becomes, invented

APP = App(
    name="tickets",
    purpose="Support tickets with priorities low, medium and high",
    state={
        "tickets": [
            {"id": "T-100", "subject": "Cannot log in", "priority": "medium", "open": True, "agent": None},
            {
                "id": "T-101",
                "subject": "Typo on the start page",
                "priority": "low",
                "open": True,
                "agent": "eli",
            },
            {"id": "T-102", "subject": "Payments are down", "priority": "high", "open": True, "agent": None},
            {"id": "T-103", "subject": "Refund please", "priority": "medium", "open": False, "agent": "dana"},
        ]
    },
    cases=(
        Case(
            kind="read",
            call="get_ticket(T-101)",
            response=picks("/tickets", 1),
            right='return [t for t in state["tickets"] if t["id"] == args[0]][0]',
            tags="id",
        ),
        Case(
            kind="read",
            call="count_by_priority()",
            response=answers({"low": 1, "medium": 2, "high": 1}),
            right="""
                counts = {}
                for ticket in state["tickets"]:
                    counts[ticket["priority"]] = counts.get(ticket["priority"], 0) + 1
                return counts
            """,
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="open_tickets_without_agent()",
            response=picks("/tickets", 0, 2, by="subject"),
            right='return [t for t in state["tickets"] if t["open"] and not t["agent"]]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="close(T-102)",
            after=becomes({"/tickets/2/open": False}),
            right="""
                for ticket in state["tickets"]:
                    if ticket["id"] == args[0]:
                        ticket["open"] = False
                        return ticket
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="close(T-999)",
            response=anything,
            right='return {"error": "there is no ticket T-999"}, 404',
            tags="absent id",
        ),
        Case(
            kind="sentence",
            call="sort the tickets by priority, most urgent first",
            after=any_of(
                becomes(order={"/tickets": [2, 0, 3, 1]}),
                becomes(order={"/tickets": [2, 3, 0, 1]}),
            ),
            right="""
                state["tickets"].sort(key=lambda t: ["high", "medium", "low"].index(t["priority"]))
                return state["tickets"]
            """,
            tags="sort",
        ),
        Case(
            kind="sentence",
            call="give all medium tickets to dana",
            after=becomes({"/tickets/0/agent": "dana"}),
            right="""
                for ticket in state["tickets"]:
                    if ticket["priority"] == "medium":
                        ticket["agent"] = "dana"
                return state["tickets"]
            """,
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call="asignn(T-100, eli)",
            after=becomes({"/tickets/0/agent": "eli"}),
            right="""
                ticket = [t for t in state["tickets"] if t["id"] == args[0]][0]
                ticket["agent"] = args[1]
                return ticket
            """,
            tags="id",
        ),
        Case(
            kind="REST",
            call="PATCH /tickets/T-103",
            data={"open": True, "priority": "high"},
            after=becomes({"/tickets/3/open": True, "/tickets/3/priority": "high"}),
            right='ticket = state["tickets"][3]\nticket.update(open=True, priority="high")\nreturn ticket',
            tags="id",
        ),
        Case(
            kind="creative",
            call="add_a_ticket_about_a_broken_coffee_machine()",
            after=invented(
                "/tickets", "subject", {"open": True, "priority": lambda p: p in ("low", "medium", "high")}
            ),
            right="""
                ticket = {"id": "T-104", "subject": "The coffee machine leaks", "priority": "high"}
                state["tickets"].append({**ticket, "open": True, "agent": None})
                return ticket["id"]
            """,
        ),
    ),
)
