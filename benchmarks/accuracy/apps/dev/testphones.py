"""The test devices of a team: the state is a bare list of things, which are known by their names."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes

FAIRPHONE: dict[str, Any] = {
    "name": "Fairphone 5",
    "os": "Android 14",
    "holder": None,
    "charged": False,
}

APP = App(
    name="testphones",
    purpose="The test phones and tablets of our app team, and who has them right now",
    state=[
        {"name": "Pixel 8", "os": "Android 15", "holder": "Noor", "charged": True},
        {"name": "iPhone 13", "os": "iOS 18", "holder": None, "charged": True},
        {"name": "Galaxy A54", "os": "Android 14", "holder": "Sven", "charged": False},
        {"name": "iPad Air", "os": "iOS 17", "holder": None, "charged": True},
        {"name": "Moto G", "os": "Android 14", "holder": None, "charged": True},
    ],
    cases=(
        Case(
            kind="read",
            call="available_devices()",
            response=picks("", 1, 3, 4, by="name"),
            right='return [device for device in state if device["holder"] is None]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="count_android()",
            response=answers(3),
            right='return sum(device["os"].startswith("Android") for device in state)',
            tags="aggregation filter",
        ),
        Case(
            kind="write",
            call='lend("Moto G", Yuki)',
            after=becomes({"/4/holder": "Yuki"}),
            right="""
                for device in state:
                    if device["name"] == "Moto G":
                        device["holder"] = "Yuki"
                        return device
            """,
        ),
        Case(
            kind="write",
            call='give_back("Pixel 8")',
            after=becomes({"/0/holder": None}),
            right="""
                for device in state:
                    if device["name"] == "Pixel 8":
                        device["holder"] = None
                        return device
            """,
        ),
        Case(
            kind="sentence",
            call="who has the Pixel?",
            response=any_of(answers("Noor", also=("Pixel 8",)), picks("", 0)),
            right='return [device["holder"] for device in state if "Pixel" in device["name"]][0]',
            tags="filter",
        ),
        Case(
            kind="sentence",
            call="the Galaxy is fully charged now",
            after=becomes({"/2/charged": True}),
            right="""
                for device in state:
                    if "Galaxy" in device["name"]:
                        device["charged"] = True
                        return device
            """,
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call='updaet_os("iPhone 13", "iOS 18.2")',
            after=becomes({"/1/os": "iOS 18.2"}),
            right="""
                for device in state:
                    if device["name"] == "iPhone 13":
                        device["os"] = "iOS 18.2"
                        return device
            """,
        ),
        Case(
            kind="REST",
            call="GET /devices?charged=true",
            response=picks("", 0, 1, 3, 4, by="name"),
            right='return [device for device in state if device["charged"]]',
            tags="filter",
        ),
        Case(
            kind="REST",
            call="POST /devices",
            data=FAIRPHONE,
            after=added("", FAIRPHONE),
            right="""
                device = {"name": "Fairphone 5", "os": "Android 14", "holder": None, "charged": False}
                state.append(device)
                return device, 201
            """,
            tags="body",
        ),
    ),
)
