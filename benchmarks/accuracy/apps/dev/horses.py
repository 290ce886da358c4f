"""A riding stable: an object of horses under their names, lists of names under keys, and a list of visits."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import mentions, picks, prose
from benchmarks.accuracy.states import added, becomes


def no_rider(value: Any) -> bool:
    """Accept that nobody rides."""
    return value in (None, "")


APP = App(
    name="horses",
    purpose=(
        "The horses of our riding stable. rider is who is riding a horse right now, "
        "and pastures says which horses are out on which pasture"
    ),
    state={
        "horses": {
            "Bella": {
                "breed": "Haflinger",
                "age": 9,
                "stall": 2,
                "feed": ["hay", "oats"],
                "rider": "Tom",
            },
            "Storm": {
                "breed": "Hanoverian",
                "age": 6,
                "stall": 5,
                "feed": ["hay", "muesli"],
                "rider": None,
            },
            "Pepper": {"breed": "Shetland pony", "age": 17, "stall": 1, "feed": ["hay"], "rider": None},
            "Duke": {
                "breed": "Friesian",
                "age": 12,
                "stall": 4,
                "feed": ["hay", "oats", "carrots"],
                "rider": "Marie",
            },
        },
        "pastures": {"north": ["Pepper"], "river": []},
        "vet_visits": [
            {"date": "2024-02-10", "horse": "Duke", "reason": "limping"},
            {"date": "2024-05-20", "horse": "Duke", "reason": "vaccination"},
            {"date": "2024-06-03", "horse": "Bella", "reason": "teeth check"},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="horses_without_rider()",
            response=picks("/horses", "Storm", "Pepper"),
            right='return [name for name, horse in state["horses"].items() if not horse["rider"]]',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="last_vet_visit(Duke)",
            response=mentions("2024-05-20", omits=("2024-02-10", "2024-06-03")),
            right="""
                visits = [visit for visit in state["vet_visits"] if visit["horse"] == "Duke"]
                return max(visits, key=lambda visit: visit["date"])
            """,
            tags="filter date",
        ),
        Case(
            kind="write",
            call='bring_to_pasture("Storm", "river")',
            after=becomes({"/pastures/river/-": "Storm"}),
            right='state["pastures"]["river"].append("Storm")\nreturn state["pastures"]',
            tags="key",
        ),
        Case(
            kind="write",
            call='add_horse(name=Luna, breed="Welsh pony", age=4, stall=3)',
            after=added(
                "/horses",
                {"breed": "Welsh pony", "age": 4, "stall": 3, "rider": no_rider},
                key="Luna",
                optional=("feed", "rider"),
            ),
            right="""
                horse = {"breed": "Welsh pony", "age": 4, "stall": 3, "feed": [], "rider": None}
                state["horses"]["Luna"] = horse
                return horse
            """,
            tags="key",
        ),
        Case(
            kind="write",
            call="change_stall(Duke, 6)",
            after=becomes({"/horses/Duke/stall": 6}),
            right='state["horses"]["Duke"]["stall"] = 6\nreturn state["horses"]["Duke"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="Marie got off Duke, she is riding Storm now",
            after=becomes({"/horses/Duke/rider": None, "/horses/Storm/rider": "Marie"}),
            right="""
                state["horses"]["Duke"]["rider"] = None
                state["horses"]["Storm"]["rider"] = "Marie"
                return state["horses"]["Storm"]
            """,
            tags="move key",
        ),
        Case(
            kind="REST",
            call="PATCH /horses/Bella",
            data={"age": 10, "stall": 7},
            after=becomes({"/horses/Bella/age": 10, "/horses/Bella/stall": 7}),
            right='state["horses"]["Bella"].update(age=10, stall=7)\nreturn state["horses"]["Bella"]',
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="ad_feed(Peper, apples)",
            after=becomes({"/horses/Pepper/feed/-": "apples"}),
            right='state["horses"]["Pepper"]["feed"].append("apples")\nreturn state["horses"]["Pepper"]',
            tags="key nested",
        ),
        Case(
            kind="creative",
            call="write_ad_for_riding_lessons()",
            response=prose,
            right='return {"ad": "Saddle up! Friendly horses and patient teachers are waiting for you."}',
        ),
    ),
)
