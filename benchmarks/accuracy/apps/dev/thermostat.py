"""A thermostat: numbers and flags at the root, and a list of times."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes

APP = App(
    name="thermostat",
    purpose="The thermostat of our living room",
    state={
        "current": 19.5,
        "target": 21,
        "unit": "C",
        "mode": "heat",
        "fan": False,
        "away": False,
        "childLock": True,
        "schedule": [
            {"time": "06:30", "target": 20.5},
            {"time": "08:30", "target": 18},
            {"time": "17:00", "target": 21},
            {"time": "22:30", "target": 17},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="get_temperature()",
            response=answers(19.5, also=(21, "C", "°C", "heat")),
            right='return state["current"]',
        ),
        Case(
            kind="read",
            call="isChildLockOn()",
            response=answers(True),
            right='return state["childLock"]',
        ),
        Case(
            kind="write",
            call="set_target(22.5)",
            after=becomes({"/target": 22.5}),
            right='state["target"] = args[0]\nreturn {"target": state["target"]}',
        ),
        Case(
            kind="write",
            call="toggle_fan()",
            after=becomes({"/fan": True}),
            right='state["fan"] = not state["fan"]\nreturn {"fan": state["fan"]}',
        ),
        Case(
            kind="write",
            call='addSchedule("12:00", 19)',
            after=added("/schedule", {"time": "12:00", "target": 19}),
            right="""
                state["schedule"].append({"time": args[0], "target": args[1]})
                state["schedule"].sort(key=lambda entry: entry["time"])
                return state["schedule"]
            """,
        ),
        Case(
            kind="sentence",
            call="make it two degrees warmer",
            after=becomes({"/target": 23}),
            right='state["target"] += 2\nreturn {"target": state["target"]}',
            tags="counter",
        ),
        Case(
            kind="mistyped",
            call="set_mdoe(cool)",
            after=becomes({"/mode": "cool"}),
            right='state["mode"] = args[0]\nreturn {"mode": state["mode"]}',
        ),
        Case(
            kind="REST",
            call="GET /schedule",
            response=picks("/schedule", 0, 1, 2, 3, by="time"),
            right='return state["schedule"]',
        ),
        Case(
            kind="REST",
            call="PATCH /thermostat",
            data={"away": True, "target": 16},
            after=becomes({"/away": True, "/target": 16}),
            right='state.update(away=args["away"], target=args["target"])\nreturn state',
        ),
    ),
)
