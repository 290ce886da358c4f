"""A wedding: guests in a list without ids, called in camelCase."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.states import added, any_of, becomes

APP = App(
    name="wedding",
    purpose="Guest list for our wedding",
    state={
        "date": "2025-09-06",
        "couple": ["Nora", "Elias"],
        "guests": [
            {"name": "Aunt Ruth", "side": "Nora", "rsvp": "yes", "plusOne": False, "table": 1},
            {"name": "Ben", "side": "Elias", "rsvp": "pending", "plusOne": True, "table": 2},
            {"name": "Chloe", "side": "Nora", "rsvp": "yes", "plusOne": True, "table": 2},
            {"name": "Grandpa Joe", "side": "Elias", "rsvp": "no", "plusOne": False, "table": None},
            {"name": "Dilan", "side": "Elias", "rsvp": "pending", "plusOne": False, "table": None},
        ],
        "menu": {"starter": "Soup", "main": "Salmon", "dessert": "Cake"},
    },
    cases=(
        Case(
            kind="read",
            call="getGuestsAtTable(2)",
            response=picks("/guests", 1, 2, by="name"),
            right='return [g for g in state["guests"] if g["table"] == 2]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="countByRsvp()",
            response=answers({"yes": 2, "pending": 2, "no": 1}, also=(5,)),
            right="""
                counts = {}
                for guest in state["guests"]:
                    counts[guest["rsvp"]] = counts.get(guest["rsvp"], 0) + 1
                return counts
            """,
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="getPendingGuests()",
            response=picks("/guests", 1, 4, by="name"),
            right='return [g["name"] for g in state["guests"] if g["rsvp"] == "pending"]',
            tags="filter",
        ),
        Case(
            kind="write",
            call='setRsvp("Ben", "yes")',
            after=becomes({"/guests/1/rsvp": "yes"}),
            right="""
                guest = next(g for g in state["guests"] if g["name"] == "Ben")
                guest["rsvp"] = "yes"
                return guest
            """,
        ),
        Case(
            kind="write",
            call="addGuest(name=Farah, side=Elias)",
            after=added(
                "/guests",
                {
                    "name": "Farah",
                    "side": "Elias",
                    "rsvp": lambda value: value in ("pending", None),
                    "plusOne": lambda value: value in (False, None),
                    "table": None,
                },
            ),
            right="""
                guest = {"name": "Farah", "side": "Elias", "rsvp": "pending", "plusOne": False, "table": None}
                state["guests"].append(guest)
                return guest
            """,
        ),
        Case(
            kind="write",
            call="moveToTable(Chloe, 1)",
            after=becomes({"/guests/2/table": 1}),
            right="""
                for guest in state["guests"]:
                    if guest["name"] == "Chloe":
                        guest["table"] = 1
                return "Chloe sits at table 1"
            """,
        ),
        Case(
            kind="mistyped",
            call="removeGeust(Grandpa Joe)",
            after=becomes(drops=("/guests/3",)),
            right="""
                state["guests"] = [g for g in state["guests"] if g["name"] != "Grandpa Joe"]
                return {"success": True}
            """,
        ),
        Case(
            kind="sentence",
            call="how many people said yes, counting their plus ones?",
            response=answers(3, also=(1, 2)),
            right='return sum(1 + g["plusOne"] for g in state["guests"] if g["rsvp"] == "yes")',
            tags="aggregation filter",
        ),
        Case(
            kind="sentence",
            call="change the dessert to lemon tart",
            after=any_of(
                *(becomes({"/menu/dessert": tart}) for tart in ("lemon tart", "Lemon tart", "Lemon Tart"))
            ),
            right='state["menu"]["dessert"] = "Lemon tart"\nreturn state["menu"]',
            tags="nested",
        ),
        Case(
            kind="REST",
            call="GET /guests?side=Nora",
            response=picks("/guests", 0, 2, by="name"),
            right='return [g for g in state["guests"] if g["side"] == "Nora"]',
            tags="filter",
        ),
        Case(
            kind="creative",
            call='writeInvitation("Dilan")',
            response=prose,
            right='return "Dear Dilan, dance with us on the sixth of September!"',
        ),
    ),
)
