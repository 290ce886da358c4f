"""A calendar: times as strings, lists of people in each event."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented, unused

APP = App(
    name="agenda",
    purpose="Our team calendar",
    state={
        "events": [
            {
                "id": "e1",
                "title": "Standup",
                "date": "2024-06-03",
                "start": "09:00",
                "people": ["ana", "joe"],
            },
            {"id": "e2", "title": "Review", "date": "2024-06-03", "start": "14:30", "people": ["ana"]},
            {"id": "e3", "title": "Retro", "date": "2024-06-07", "start": "16:00", "people": ["joe", "sam"]},
        ]
    },
    cases=(
        Case(
            kind="read",
            call="events_on(2024-06-03)",
            response=picks("/events", 0, 1, by="title"),
            right='return [e for e in state["events"] if e["date"] == args[0]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="who_attends(e3)",
            response=answers(["joe", "sam"]),
            right='return next(e["people"] for e in state["events"] if e["id"] == args[0])',
            tags="id nested",
        ),
        Case(
            kind="read",
            call="events_of(ana)",
            response=picks("/events", 0, 1, by="title"),
            right='return [e for e in state["events"] if args[0] in e["people"]]',
            tags="filter nested",
        ),
        Case(
            kind="write",
            call="invite(e2, sam)",
            after=becomes({"/events/1/people/-": "sam"}),
            right="""
                event = next(e for e in state["events"] if e["id"] == args[0])
                event["people"].append(args[1])
                return event
            """,
            tags="id nested",
        ),
        Case(
            kind="write",
            call="reschedule(Retro, 2024-06-10, 15:00)",
            after=becomes({"/events/2/date": "2024-06-10", "/events/2/start": "15:00"}),
            right="""
                event = next(e for e in state["events"] if e["title"] == args[0])
                event["date"], event["start"] = args[1], args[2]
                return event
            """,
        ),
        Case(
            kind="write",
            call='create_event(title="Lunch", date="2024-06-04", start="12:00", people=["sam"])',
            after=added(
                "/events",
                {
                    "id": unused("e1", "e2", "e3"),
                    "title": "Lunch",
                    "date": "2024-06-04",
                    "start": "12:00",
                    "people": ["sam"],
                },
            ),
            right='event = {"id": "e4", **args}\nstate["events"].append(event)\nreturn event',
        ),
        Case(
            kind="sentence",
            call="take joe off all events",
            after=becomes({"/events/0/people": ["ana"], "/events/2/people": ["sam"]}),
            right="""
                for event in state["events"]:
                    event["people"] = [p for p in event["people"] if p != "joe"]
                return state["events"]
            """,
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="when is the review?",
            response=answers(
                "14:30", "2024-06-03", "2024-06-03 14:30", {"date": "2024-06-03", "start": "14:30"}
            ),
            right="""
                event = next(e for e in state["events"] if e["title"] == "Review")
                return event["date"] + " " + event["start"]
            """,
        ),
        Case(
            kind="mistyped",
            call="cancle_evnet(e1)",
            after=becomes(drops=("/events/0",)),
            right='state["events"] = [e for e in state["events"] if e["id"] != args[0]]\nreturn "cancelled"',
            tags="id",
        ),
        Case(
            kind="REST",
            call="PATCH /events/e2",
            data={"start": "15:30"},
            after=becomes({"/events/1/start": "15:30"}),
            right="""
                event = next(e for e in state["events"] if e["id"] == args[0])
                event.update(args[1])
                return event
            """,
            tags="id",
        ),
        Case(
            kind="creative",
            call="add_two_social_events_for(sam)",
            after=invented("/events", "title", *[{"people": ["sam"]}] * 2),
            right="""
                for i, title in ("e4", "Bowling night"), ("e5", "Picnic"):
                    event = {"id": i, "title": title, "date": "2024-06-14", "start": "18:00"}
                    state["events"].append({**event, "people": [args[0]]})
                return state["events"][-2:]
            """,
        ),
    ),
)
