"""A guestbook that begins empty: its shape is whatever the first call makes it."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions, nothing

APP = App(
    name="guestbook",
    purpose="A guestbook: visitors leave their name and a message",
    state={},
    cases=(
        Case(
            kind="empty",
            call="get_entries()",
            response=nothing,
            right='return state.get("entries", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='sign(Nora, "lovely place")',
            after=has(("Nora", "lovely place")),
            right="""
                state.setdefault("entries", []).append({"name": args[0], "message": args[1]})
                return state["entries"][-1]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call='sign("Piet", "thank you")',
            state=FOLLOWS,
            after=has(("Nora", "lovely place"), ("Piet", "thank you")),
            right="""
                state["entries"].append({"name": args[0], "message": args[1]})
                return state["entries"][-1]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="get_entries()",
            state=FOLLOWS,
            response=mentions("Nora", "lovely place", "Piet", "thank you"),
            right='return state["entries"]',
            tags="sequence read",
        ),
        Case(
            kind="empty",
            call="how many people signed?",
            state=FOLLOWS,
            response=answers(2),
            right='return len(state["entries"])',
            tags="sequence read sentence",
        ),
        Case(
            kind="empty",
            call="delete_entry_of(Nora)",
            state=FOLLOWS,
            after=has(("Piet", "thank you"), lacks=("Nora", "lovely place")),
            right="""
                state["entries"] = [e for e in state["entries"] if e["name"] != args[0]]
                return state["entries"]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /entries",
            data={"name": "Ravi", "message": "see you again"},
            after=has(("Ravi", "see you again")),
            right='state.setdefault("entries", []).append(args)\nreturn args, 201',
            tags="REST",
        ),
        Case(
            kind="empty",
            call="add_three_entries_by_famous_painters()",
            after=makes_up(3),
            right="""
                state["entries"] = [
                    {"name": "Frida Kahlo", "message": "I would paint here."},
                    {"name": "Claude Monet", "message": "What a light!"},
                    {"name": "Vincent van Gogh", "message": "The stars turn well over this house."},
                ]
                return state["entries"]
            """,
            tags="creative",
        ),
    ),
)
