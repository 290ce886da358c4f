"""A router: scalars at the root, single objects, an object of devices, and a list of strings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes

APP = App(
    name="wifi",
    purpose="The wifi router at our home: its networks, the devices that it knows, and those it blocks",
    state={
        "network": "Sunflower",
        "password": "quiet-otter-42",
        "channel": 6,
        "guest_network": {"enabled": False, "name": "Sunflower Guest", "password": "welcome-in"},
        "devices": {
            "living-room-tv": {"ip": "192.168.1.20", "owner": "family", "online": True, "mb_today": 5400},
            "idas-phone": {"ip": "192.168.1.21", "owner": "Ida", "online": True, "mb_today": 820},
            "ralfs-laptop": {"ip": "192.168.1.24", "owner": "Ralf", "online": False, "mb_today": 640},
            "printer": {"ip": "192.168.1.30", "owner": "family", "online": False, "mb_today": 0},
            "idas-tablet": {"ip": "192.168.1.33", "owner": "Ida", "online": True, "mb_today": 1310},
        },
        "blocked": ["unknown-android", "old-camera"],
        "bedtime": {"from": "21:30", "to": "06:30"},
    },
    cases=(
        Case(
            kind="read",
            call="online_devices()",
            response=picks("/devices", "living-room-tv", "idas-phone", "idas-tablet"),
            right='return {k: v for k, v in state["devices"].items() if v["online"]}',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="data_used_today(owner=Ida)",
            response=any_of(
                answers(2130, also=("MB", 820, 1310, 2)),
                mentions("2130", omits=("Ralf", "family")),
                *(mentions(gb, omits=("Ralf", "family")) for gb in ("2.13", "2.1 GB", "2.08")),
            ),
            right='return sum(v["mb_today"] for v in state["devices"].values() if v["owner"] == "Ida")',
            tags="aggregation filter key",
        ),
        Case(
            kind="write",
            call="turn_on_guest_wifi()",
            after=becomes({"/guest_network/enabled": True}),
            right='state["guest_network"]["enabled"] = True\nreturn state["guest_network"]',
            tags="nested",
        ),
        Case(
            kind="write",
            call="unblock(old-camera)",
            after=becomes(drops=("/blocked/1",)),
            right='state["blocked"].remove("old-camera")\nreturn state["blocked"]',
        ),
        Case(
            kind="write",
            call='set_bedtime(from="22:00", to="07:00")',
            after=becomes({"/bedtime/from": "22:00", "/bedtime/to": "07:00"}),
            right='state["bedtime"] = {"from": "22:00", "to": "07:00"}\nreturn state["bedtime"]',
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="which device has used the most data today?",
            response=picks("/devices", "living-room-tv", also=("5400 MB", "MB", "5.4 GB")),
            right="""
                return max(state["devices"], key=lambda name: state["devices"][name]["mb_today"])
            """,
            tags="read aggregation key",
        ),
        Case(
            kind="sentence",
            call="change the password of Sunflower to blue-kettle-77",
            after=becomes({"/password": "blue-kettle-77"}),
            right='state["password"] = "blue-kettle-77"\nreturn {"message": "changed"}',
        ),
        Case(
            kind="REST",
            call="PATCH /guest_network",
            data={"name": "Sunflower Visitors", "password": "hello-there"},
            after=becomes(
                {"/guest_network/name": "Sunflower Visitors", "/guest_network/password": "hello-there"}
            ),
            right="""
                state["guest_network"].update(name="Sunflower Visitors", password="hello-there")
                return state["guest_network"]
            """,
            tags="nested body",
        ),
        Case(
            kind="mistyped",
            call="forgt_device(printer)",
            after=becomes(drops=("/devices/printer",)),
            right='return {"forgotten": "printer", "device": state["devices"].pop("printer")}',
            tags="key",
        ),
    ),
)
