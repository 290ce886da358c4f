"""An email inbox: a list of messages with ids and flags, a list of strings, and settings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.seen import Check
from benchmarks.accuracy.states import any_of, becomes


def messages(*which: int) -> Check:
    """Accept these messages, by subject or by id."""
    return any_of(picks("/messages", *which, by="subject"), picks("/messages", *which, by="id"))


APP = App(
    name="inbox",
    purpose="My email inbox",
    state={
        "messages": [
            {
                "id": 101,
                "from": "Nora Lind",
                "subject": "Lunch on Thursday?",
                "folder": "inbox",
                "isRead": False,
                "starred": False,
            },
            {
                "id": 102,
                "from": "City Library",
                "subject": "Your books are due",
                "folder": "inbox",
                "isRead": True,
                "starred": False,
            },
            {
                "id": 103,
                "from": "Marco Diaz",
                "subject": "Photos from the lake",
                "folder": "family",
                "isRead": False,
                "starred": True,
            },
            {
                "id": 104,
                "from": "Deal Hunter",
                "subject": "70% off everything",
                "folder": "inbox",
                "isRead": False,
                "starred": False,
            },
            {
                "id": 105,
                "from": "Nora Lind",
                "subject": "Minutes of the meeting",
                "folder": "work",
                "isRead": True,
                "starred": True,
            },
            {
                "id": 106,
                "from": "Deal Hunter",
                "subject": "Last chance to save",
                "folder": "spam",
                "isRead": True,
                "starred": False,
            },
        ],
        "folders": ["inbox", "work", "family", "spam"],
        "settings": {"signature": "Best, Tilda", "vacationReply": False},
    },
    cases=(
        Case(
            kind="read",
            call="unreadCount()",
            response=answers(3),
            right='return sum(not message["isRead"] for message in state["messages"])',
            tags="aggregation filter",
        ),
        Case(
            kind="read",
            call='getMessagesFrom("Nora Lind")',
            response=messages(0, 4),
            right='return [message for message in state["messages"] if message["from"] == "Nora Lind"]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="star(101)",
            after=becomes({"/messages/0/starred": True}),
            right="""
                for message in state["messages"]:
                    if message["id"] == 101:
                        message["starred"] = True
                        return message
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="moveToFolder(104, spam)",
            after=becomes({"/messages/3/folder": "spam"}),
            right="""
                for message in state["messages"]:
                    if message["id"] == 104:
                        message["folder"] = "spam"
                        return message
            """,
            tags="id",
        ),
        Case(
            kind="sentence",
            call="delete all messages from Deal Hunter",
            after=becomes(drops=("/messages/3", "/messages/5")),
            right="""
                state["messages"] = [m for m in state["messages"] if m["from"] != "Deal Hunter"]
                return state["messages"]
            """,
            tags="filter",
        ),
        Case(
            kind="REST",
            call="GET /messages?folder=inbox",
            response=messages(0, 1, 3),
            right='return [message for message in state["messages"] if message["folder"] == "inbox"]',
            tags="filter read",
        ),
        Case(
            kind="REST",
            call="PATCH /settings",
            data={"vacationReply": True},
            after=becomes({"/settings/vacationReply": True}),
            right='state["settings"]["vacationReply"] = True\nreturn state["settings"]',
            tags="body",
        ),
        Case(
            kind="mistyped",
            call="mark_as_raed(103)",
            after=becomes({"/messages/2/isRead": True}),
            right="""
                for message in state["messages"]:
                    if message["id"] == 103:
                        message["isRead"] = True
                        return message
            """,
            tags="id",
        ),
        Case(
            kind="creative",
            call="suggest_reply(101)",
            response=prose,
            right='return {"reply": "Hi Nora, Thursday sounds lovely. Shall we meet at noon? Best, Tilda"}',
            tags="id",
        ),
    ),
)
