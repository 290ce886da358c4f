"""Alarms: a list of things with ids and lists of days, and an object of settings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, unused

APP = App(
    name="alarms",
    purpose="Backend for an alarm clock app",
    state={
        "alarms": [
            {
                "id": 1,
                "time": "06:45",
                "label": "Work",
                "days": ["mon", "tue", "wed", "thu", "fri"],
                "on": True,
            },
            {"id": 2, "time": "09:00", "label": "Lie-in", "days": ["sat", "sun"], "on": True},
            {"id": 3, "time": "22:15", "label": "Bedtime", "days": ["sun", "mon", "tue"], "on": True},
            {"id": 5, "time": "18:30", "label": "Yoga", "days": ["tue"], "on": False},
        ],
        "settings": {"sound": "birdsong", "volume": 60, "snooze_minutes": 9, "vibrate": False},
    },
    cases=(
        Case(
            kind="read",
            call="get_active_alarms()",
            response=any_of(picks("/alarms", 0, 1, 2, by="label"), picks("/alarms", 0, 1, 2, by="id")),
            right='return [alarm for alarm in state["alarms"] if alarm["on"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="get_alarms(day=sat)",
            response=any_of(picks("/alarms", 1, by="label"), picks("/alarms", 1, by="id")),
            right='return [alarm for alarm in state["alarms"] if "sat" in alarm["days"]]',
            tags="filter nested",
        ),
        Case(
            kind="write",
            call='add_alarm("07:30", "Swimming", days=["thu"])',
            after=added(
                "/alarms",
                {
                    "id": unused(1, 2, 3, 5),
                    "time": "07:30",
                    "label": "Swimming",
                    "days": ["thu"],
                    "on": True,
                },
            ),
            right="""
                alarm = {"id": max(alarm["id"] for alarm in state["alarms"]) + 1, "time": "07:30"}
                alarm.update(label="Swimming", days=["thu"], on=True)
                state["alarms"].append(alarm)
                return alarm
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="toggle_alarm(5)",
            after=becomes({"/alarms/3/on": True}),
            right="""
                for alarm in state["alarms"]:
                    if alarm["id"] == 5:
                        alarm["on"] = not alarm["on"]
                        return alarm
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="set_snooze(12)",
            after=becomes({"/settings/snooze_minutes": 12}),
            right='state["settings"]["snooze_minutes"] = 12\nreturn state["settings"]',
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="move the work alarm to 06:30",
            after=becomes({"/alarms/0/time": "06:30"}),
            right="""
                for alarm in state["alarms"]:
                    if alarm["label"] == "Work":
                        alarm["time"] = "06:30"
                        return alarm
            """,
        ),
        Case(
            kind="sentence",
            call="turn all alarms off",
            after=becomes({f"/alarms/{i}/on": False for i in range(4)}),
            right="""
                for alarm in state["alarms"]:
                    alarm["on"] = False
                return state["alarms"]
            """,
        ),
        Case(
            kind="REST",
            call="GET /alarms/3",
            response=answers(
                {"id": 3, "time": "22:15", "label": "Bedtime", "days": ["sun", "mon", "tue"], "on": True}
            ),
            right='return [alarm for alarm in state["alarms"] if alarm["id"] == 3][0]',
            tags="id",
        ),
        Case(
            kind="REST",
            call="PATCH /settings",
            data={"sound": "waves", "volume": 75},
            after=becomes({"/settings/sound": "waves", "/settings/volume": 75}),
            right='state["settings"].update(sound="waves", volume=75)\nreturn state["settings"]',
            tags="body",
        ),
    ),
)
