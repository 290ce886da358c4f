"""The log of a server: a list of flat objects with ids and times, and a scalar beside it."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Check
from benchmarks.accuracy.states import added, any_of, becomes, invented

MESSAGES = (
    "Server started",
    "Card service timed out",
    "Slow response on /cart",
    "Mailbox of the shop is full",
    "Cache cleared",
    "Refund issued",
)


def entries(*which: int) -> Check:
    """Accept these entries, by id or by message, or a text that has their messages."""
    others = [message for i, message in enumerate(MESSAGES) if i not in which]
    return any_of(
        picks("/entries", *which, by="id"),
        picks("/entries", *which, by="message"),
        mentions(*(MESSAGES[i] for i in which), omits=(*others, "keep_days")),
    )


APP = App(
    name="logs",
    purpose="The log of our web shop. The level of an entry is info, warning or error",
    state={
        "keep_days": 14,
        "entries": [
            {
                "id": 501,
                "time": "2025-04-02 08:14",
                "level": "info",
                "source": "web",
                "message": MESSAGES[0],
            },
            {
                "id": 502,
                "time": "2025-04-02 08:31",
                "level": "error",
                "source": "payments",
                "message": MESSAGES[1],
            },
            {
                "id": 503,
                "time": "2025-04-02 09:05",
                "level": "warning",
                "source": "web",
                "message": MESSAGES[2],
            },
            {
                "id": 504,
                "time": "2025-04-02 09:40",
                "level": "error",
                "source": "mail",
                "message": MESSAGES[3],
            },
            {
                "id": 505,
                "time": "2025-04-02 10:02",
                "level": "info",
                "source": "web",
                "message": MESSAGES[4],
            },
            {
                "id": 506,
                "time": "2025-04-02 10:15",
                "level": "info",
                "source": "payments",
                "message": MESSAGES[5],
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="get_errors()",
            response=entries(1, 3),
            right='return [entry for entry in state["entries"] if entry["level"] == "error"]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="count_by_level()",
            response=answers({"info": 3, "warning": 1, "error": 2}, also=(6,)),
            right="""
                counts = {}
                for entry in state["entries"]:
                    counts[entry["level"]] = counts.get(entry["level"], 0) + 1
                return counts
            """,
            tags="aggregation",
        ),
        Case(
            kind="write",
            call='log(warning, web, "Disk almost full")',
            after=added(
                "/entries",
                {"level": "warning", "source": "web", "message": "Disk almost full"},
                optional=("time",),
            ),
            right="""
                entry = {"id": 507, "time": "2025-04-02 10:20", "level": "warning", "source": "web"}
                entry["message"] = "Disk almost full"
                state["entries"].append(entry)
                return entry
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="delete_entry(505)",
            after=becomes(drops=("/entries/4",)),
            right="""
                state["entries"] = [entry for entry in state["entries"] if entry["id"] != 505]
                return {"message": "deleted"}
            """,
            tags="id",
        ),
        Case(
            kind="sentence",
            call="what happened after 9:30?",
            response=entries(3, 4, 5),
            right='return [entry for entry in state["entries"] if entry["time"] > "2025-04-02 09:30"]',
            tags="read filter date",
        ),
        Case(
            kind="REST",
            call="GET /entries/503",
            response=answers(
                {
                    "id": 503,
                    "time": "2025-04-02 09:05",
                    "level": "warning",
                    "source": "web",
                    "message": "Slow response on /cart",
                }
            ),
            right='return next(entry for entry in state["entries"] if entry["id"] == 503)',
            tags="id",
        ),
        Case(
            kind="REST",
            call="PATCH /entries/504",
            data={"level": "warning"},
            after=becomes({"/entries/3/level": "warning"}),
            right="""
                for entry in state["entries"]:
                    if entry["id"] == 504:
                        entry["level"] = "warning"
                        return entry
            """,
            tags="id body",
        ),
        Case(
            kind="mistyped",
            call="delte_all_info_entires()",
            after=becomes(drops=("/entries/0", "/entries/4", "/entries/5")),
            right="""
                state["entries"] = [entry for entry in state["entries"] if entry["level"] != "info"]
                return state["entries"]
            """,
            tags="filter bulk",
        ),
        Case(
            kind="creative",
            call="add_three_fake_errors()",
            after=invented(
                "/entries",
                "message",
                *[{"level": "error"}] * 3,
                optional=("time",),
            ),
            right="""
                messages = ["Image upload crashed", "Database connection lost", "Coupon service is down"]
                for number, message in enumerate(messages, start=507):
                    entry = {"id": number, "time": "2025-04-02 11:00", "level": "error", "source": "web"}
                    state["entries"].append({**entry, "message": message})
                return state["entries"][-3:]
            """,
        ),
    ),
)
