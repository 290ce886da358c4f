"""Departures of a station: times as text, and lists of strings within a list of objects."""

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import mentions, picks, prose
from benchmarks.accuracy.states import added, any_of, becomes

AIRPORT: Json = {
    "train": "S3",
    "to": "Airport",
    "at": "08:40",
    "platform": 2,
    "delay": 0,
    "stops": ["Fairground", "Airport"],
}
NEW: dict[str, Json] = {
    "train": "R23",
    "to": "Harbour",
    "at": "10:15",
    "platform": 1,
    "delay": 0,
    "stops": ["Mill", "Harbour"],
}

OTHERS = ("R21", "R22", "S3")
OTHER_TIMES = ("08:15", "8:15", "07:50", "7:50", "09:15", "9:15")

APP = App(
    name="timetable",
    purpose="The departure board of a small train station; delays are in minutes",
    state={
        "station": "Linden",
        "departures": [
            {
                "train": "R21",
                "to": "Harbour",
                "at": "08:15",
                "platform": 1,
                "delay": 0,
                "stops": ["Mill", "Oakham", "Harbour"],
            },
            {
                "train": "IC7",
                "to": "Capital",
                "at": "07:50",
                "platform": 3,
                "delay": 12,
                "stops": ["Oakham", "Capital"],
            },
            {
                "train": "R22",
                "to": "Harbour",
                "at": "09:15",
                "platform": 1,
                "delay": 5,
                "stops": ["Mill", "Harbour"],
            },
            AIRPORT,
        ],
    },
    cases=(
        Case(
            kind="read",
            call="trains_calling_at(Oakham)",
            response=picks("/departures", 0, 1, by="train"),
            right='return [d for d in state["departures"] if args[0] in d["stops"]]',
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="expected_departure(IC7)",
            response=any_of(mentions("08:02", omits=OTHERS), mentions("8:02", omits=OTHERS)),
            right="""
                train = [d for d in state["departures"] if d["train"] == args[0]][0]
                hours, minutes = train["at"].split(":")
                total = int(hours) * 60 + int(minutes) + train["delay"]
                return f"{total // 60:02}:{total % 60:02}"
            """,
            tags="date",
        ),
        Case(
            kind="read",
            call="departures_by_time()",
            response=picks("/departures", 1, 0, 3, 2, by="train", ordered=True),
            right='return sorted(state["departures"], key=lambda d: d["at"])',
            tags="sort",
        ),
        Case(
            kind="write",
            call="set_delay(S3, 20)",
            after=becomes({"/departures/3/delay": 20}),
            right="""
                for departure in state["departures"]:
                    if departure["train"] == args[0]:
                        departure["delay"] = args[1]
                        return departure
            """,
        ),
        Case(
            kind="write",
            call="remove_train(R22)",
            after=becomes(drops=("/departures/2",)),
            right="""
                state["departures"] = [d for d in state["departures"] if d["train"] != args[0]]
                return {"message": "removed"}
            """,
        ),
        Case(
            kind="sentence",
            call="when does the train to the airport leave?",
            response=any_of(mentions("08:40", omits=OTHER_TIMES), mentions("8:40", omits=OTHER_TIMES)),
            right='return [d["at"] for d in state["departures"] if d["to"] == "Airport"][0]',
            tags="filter",
        ),
        Case(
            kind="sentence",
            call="the 9:15 to Harbour is now on time",
            after=becomes({"/departures/2/delay": 0}),
            right='state["departures"][2]["delay"] = 0\nreturn state["departures"][2]',
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call="chnage_platfrom(R21, 4)",
            after=becomes({"/departures/0/platform": 4}),
            right="""
                for departure in state["departures"]:
                    if departure["train"] == args[0]:
                        departure["platform"] = args[1]
                        return departure
            """,
        ),
        Case(
            kind="REST",
            call="POST /departures",
            data=NEW,
            after=added("/departures", NEW),
            right='state["departures"].append(args)\nreturn args, 201',
        ),
        Case(
            kind="creative",
            call="write_an_apology_for_the_delay(IC7)",
            response=prose,
            after=has(),  # it may be kept, beside what was there
            right='return "We are sorry: the IC7 to Capital is 12 minutes late today."',
        ),
    ),
)
