"""A smart home: objects in objects, switches and numbers."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes

APP = App(
    name="home",
    purpose="Controls the lights and the heating of a house",
    state={
        "mode": "home",
        "rooms": {
            "kitchen": {"temperature": 20.5, "lights": {"ceiling": True, "counter": False}},
            "bedroom": {"temperature": 18, "lights": {"ceiling": False, "bedside": True}},
            "hall": {"temperature": 17, "lights": {"ceiling": True}},
        },
    },
    cases=(
        Case(
            kind="read",
            call="get_temperature(bedroom)",
            response=answers(18),
            right='return state["rooms"][args[0]]["temperature"]',
            tags="key",
        ),
        Case(
            kind="read",
            call="average_temperature()",
            response=answers(18.5),
            right="""
                rooms = state["rooms"].values()
                return sum(room["temperature"] for room in rooms) / len(rooms)
            """,
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="is_on(kitchen, counter)",
            response=answers(False),
            right='return state["rooms"][args[0]]["lights"][args[1]]',
            tags="nested",
        ),
        Case(
            kind="write",
            call="set_temperature(hall, 19)",
            after=becomes({"/rooms/hall/temperature": 19}),
            right='state["rooms"][args[0]]["temperature"] = args[1]\nreturn state["rooms"][args[0]]',
            tags="key",
        ),
        Case(
            kind="write",
            call="turn_on(bedroom, ceiling)",
            after=becomes({"/rooms/bedroom/lights/ceiling": True}),
            right='state["rooms"][args[0]]["lights"][args[1]] = True\nreturn state["rooms"][args[0]]',
            tags="nested",
        ),
        Case(
            kind="write",
            call="add_room(office)",
            after=added("/rooms", {}, key="office"),
            right='state["rooms"][args[0]] = {"temperature": 20, "lights": {}}\nreturn state["rooms"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="switch off all the lights",
            after=becomes(
                {
                    "/rooms/kitchen/lights/ceiling": False,
                    "/rooms/bedroom/lights/bedside": False,
                    "/rooms/hall/lights/ceiling": False,
                }
            ),
            right="""
                for room in state["rooms"].values():
                    for name in room["lights"]:
                        room["lights"][name] = False
                return {"message": "off"}
            """,
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="make every room one degree warmer",
            after=becomes(
                {
                    "/rooms/kitchen/temperature": 21.5,
                    "/rooms/bedroom/temperature": 19,
                    "/rooms/hall/temperature": 18,
                }
            ),
            right="""
                for room in state["rooms"].values():
                    room["temperature"] += 1
                return state["rooms"]
            """,
        ),
        Case(
            kind="mistyped",
            call="wramest_room()",
            response=picks("/rooms", "kitchen"),
            right='return max(state["rooms"], key=lambda name: state["rooms"][name]["temperature"])',
            tags="aggregation",
        ),
        Case(
            kind="REST",
            call="PUT /mode",
            data={"mode": "away"},
            after=becomes({"/mode": "away"}),
            right='state["mode"] = args["mode"]\nreturn state',
        ),
        Case(
            kind="REST",
            call="GET /rooms/kitchen/lights",
            response=answers({"ceiling": True, "counter": False}),
            right='return state["rooms"]["kitchen"]["lights"]',
            tags="nested",
        ),
    ),
)
