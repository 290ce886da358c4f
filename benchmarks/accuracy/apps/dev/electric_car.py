"""A car: scalars, objects of scalars, and a list of trips without ids."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes

APP = App(
    name="electric_car",
    purpose="The app for my electric car; battery is in percent",
    state={
        "model": "Volta S",
        "battery": 64,
        "locked": True,
        "charging": {"pluggedIn": True, "active": False, "limit": 80},
        "climate": {"on": False, "temperature": 21},
        "windows": {
            "frontLeft": "closed",
            "frontRight": "open",
            "rearLeft": "closed",
            "rearRight": "open",
        },
        "trips": [
            {"from": "home", "to": "office", "km": 18.5},
            {"from": "office", "to": "airport", "km": 42},
            {"from": "airport", "to": "home", "km": 31.5},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="getBatteryLevel()",
            response=answers(64, also=("%", "percent")),
            right='return {"battery": state["battery"]}',
        ),
        Case(
            kind="read",
            call="listOpenWindows()",
            response=any_of(
                picks("/windows", "frontRight", "rearRight", also=("open",)),
                answers({"frontLeft": False, "frontRight": True, "rearLeft": False, "rearRight": True}),
                mentions("frontRight", "rearRight", omits=("frontLeft", "rearLeft", "closed")),
                mentions("front right", "rear right", omits=("front left", "rear left")),
            ),
            right='return [name for name, position in state["windows"].items() if position == "open"]',
            tags="filter key",
        ),
        Case(
            kind="write",
            call="startCharging()",
            after=becomes({"/charging/active": True}),
            right='state["charging"]["active"] = True\nreturn state["charging"]',
        ),
        Case(
            kind="write",
            call="closeAllWindows()",
            after=becomes({"/windows/frontRight": "closed", "/windows/rearRight": "closed"}),
            right="""
                for name in state["windows"]:
                    state["windows"][name] = "closed"
                return state["windows"]
            """,
            tags="all key",
        ),
        Case(
            kind="write",
            call='addTrip("home", "gym", 7.5)',
            after=added("/trips", {"from": "home", "to": "gym", "km": 7.5}),
            right="""
                trip = {"from": "home", "to": "gym", "km": 7.5}
                state["trips"].append(trip)
                return trip
            """,
        ),
        Case(
            kind="sentence",
            call="turn on the climate and set it to 24 degrees",
            after=becomes({"/climate": {"on": True, "temperature": 24}}),
            right='state["climate"] = {"on": True, "temperature": 24}\nreturn state["climate"]',
        ),
        Case(
            kind="sentence",
            call="how many km are all my trips together?",
            response=answers(92, also=("km", 3)),
            right='return sum(trip["km"] for trip in state["trips"])',
            tags="read aggregation",
        ),
        Case(
            kind="REST",
            call="DELETE /trips/1",
            after=becomes(drops=("/trips/1",)),
            right='return state["trips"].pop(1)',
            tags="index",
        ),
        Case(
            kind="mistyped",
            call="setChragLimti(90)",
            after=becomes({"/charging/limit": 90}),
            right='state["charging"]["limit"] = 90\nreturn state["charging"]',
        ),
    ),
)
