"""A weather diary: a list of days without ids, with lists of strings and notes in them."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks, prose
from benchmarks.accuracy.states import added, any_of, becomes

OTHERS = ("2025-03-01", "2025-03-02", "2025-03-04", "2025-03-05")

APP = App(
    name="weather",
    purpose="The diary of the weather station in my garden, an entry a day, in °C and mm",
    state={
        "station": "Back garden",
        "elevation": 212,
        "days": [
            {"date": "2025-03-01", "min": -2, "max": 6.5, "rain": 0, "sky": ["fog", "sun"], "note": None},
            {"date": "2025-03-02", "min": 1, "max": 8, "rain": 4.2, "sky": ["clouds"], "note": None},
            {
                "date": "2025-03-03",
                "min": 3.5,
                "max": 9,
                "rain": 11,
                "sky": ["clouds"],
                "note": "gutter overflowed",
            },
            {"date": "2025-03-04", "min": -1, "max": 7.2, "rain": 0, "sky": ["sun"], "note": None},
            {
                "date": "2025-03-05",
                "min": 0.5,
                "max": 12.3,
                "rain": 1.3,
                "sky": ["sun", "clouds"],
                "note": "first crocus",
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="list_days_with_frost()",
            response=picks("/days", 0, 3, by="date"),
            right='return [day for day in state["days"] if day["min"] < 0]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="average_max()",
            response=answers(8.6, also=("°C", 5)),
            right="""
                return round(sum(day["max"] for day in state["days"]) / len(state["days"]), 2)
            """,
            tags="aggregation",
        ),
        Case(
            kind="write",
            call='add_day(date=2025-03-06, min=2, max=10.5, rain=0, sky=["sun"])',
            after=added(
                "/days",
                {"date": "2025-03-06", "min": 2, "max": 10.5, "rain": 0, "sky": ["sun"]},
                optional=("note",),
            ),
            right="""
                day = {"date": "2025-03-06", "min": 2, "max": 10.5, "rain": 0, "sky": ["sun"], "note": None}
                state["days"].append(day)
                return day
            """,
            tags="date",
        ),
        Case(
            kind="write",
            call='add_note(2025-03-04, "storks are back")',
            after=becomes({"/days/3/note": "storks are back"}),
            right="""
                for day in state["days"]:
                    if day["date"] == "2025-03-04":
                        day["note"] = "storks are back"
                        return day
            """,
            tags="date",
        ),
        Case(
            kind="sentence",
            call="which day had the most rain?",
            response=any_of(
                picks("/days", 2, by="date", also=("mm",)),
                mentions("2025-03-03", omits=OTHERS),
                mentions("March 3", omits=OTHERS),
                mentions("March 3rd", omits=OTHERS),
                mentions("3 March", omits=OTHERS),
            ),
            right='return max(state["days"], key=lambda day: day["rain"])["date"]',
            tags="read aggregation date",
        ),
        Case(
            kind="sentence",
            call="on March 2nd it rained 5.2 mm, not 4.2",
            after=becomes({"/days/1/rain": 5.2}),
            right="""
                for day in state["days"]:
                    if day["date"] == "2025-03-02":
                        day["rain"] = 5.2
                        return day
            """,
            tags="date",
        ),
        Case(
            kind="REST",
            call="DELETE /days/2025-03-01",
            after=becomes(drops=("/days/0",)),
            right='return state["days"].pop(0)',
            tags="date",
        ),
        Case(
            kind="mistyped",
            call="totl_rian()",
            response=answers(16.5, also=("mm", 5)),
            right='return round(sum(day["rain"] for day in state["days"]), 2)',
            tags="read aggregation",
        ),
        Case(
            kind="creative",
            call="write_haiku_about_the_weather()",
            response=prose,
            right="""
                lines = ["Fog lifts from the lawn", "a gutter sings all night long", "one crocus, then sun"]
                return {"haiku": " / ".join(lines)}
            """,
        ),
    ),
)
