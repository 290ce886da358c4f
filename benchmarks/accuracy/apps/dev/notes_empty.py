"""Notes with tags, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions, nothing

APP = App(
    name="notes_empty",
    purpose="Short notes, each with a colour",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_notes()",
            response=nothing,
            right='return state.get("notes", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call="add_note(ring the plumber, red)",
            after=has(("ring the plumber", "red")),
            right="""
                text, colour = args[0].split(", ")
                state.setdefault("notes", []).append({"text": text, "colour": colour})
                return state["notes"][-1]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /notes",
            data={"text": "buy stamps", "colour": "blue"},
            state=FOLLOWS,
            after=has(("ring the plumber", "red"), ("buy stamps", "blue")),
            right="""
                state["notes"].append({"text": "buy stamps", "colour": "blue"})
                return state["notes"][-1]
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="find_notes(colour=red)",
            state=FOLLOWS,
            response=mentions("ring the plumber", omits=("buy stamps",)),
            right='return [n for n in state["notes"] if n["colour"] == args["colour"]]',
            tags="sequence read filter",
        ),
        Case(
            kind="empty",
            call="change_colour(buy stamps, green)",
            state=FOLLOWS,
            after=has(("ring the plumber", "red"), ("buy stamps", "green"), lacks=("blue",)),
            right="""
                text, colour = args[0].split(", ")
                for note in state["notes"]:
                    if note["text"] == text:
                        note["colour"] = colour
                return state["notes"]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="how many notes do I have?",
            state=FOLLOWS,
            response=answers(2),
            right='return len(state["notes"])',
            tags="sequence read sentence",
        ),
        Case(
            kind="empty",
            call="delete all notes",
            state=FOLLOWS,
            after=has(lacks=("ring the plumber", "buy stamps")),
            right='state["notes"] = []\nreturn {"message": "deleted"}',
            tags="sequence sentence",
        ),
        Case(
            kind="empty",
            call="add_four_notes_about_cooking()",
            after=makes_up(4),
            right="""
                texts = ["Salt the water", "Rest the dough", "Sharpen the knives", "Taste twice"]
                state["notes"] = [{"text": text, "colour": "yellow"} for text in texts]
                return state["notes"]
            """,
            tags="creative",
        ),
    ),
)
