"""An elevator: scalars at the root, lists of numbers, and names under numbers."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, prose
from benchmarks.accuracy.states import any_of, becomes

APP = App(
    name="elevator",
    purpose="Controls the elevator in our office. nextStops are the floors it goes to next, in order",
    state={
        "currentFloor": 2,
        "doorsOpen": False,
        "nextStops": [3, 0],
        "loadKg": 210,
        "maxLoadKg": 630,
        "music": "Bossa Nova",
        "floors": {"0": "Lobby", "1": "Archive", "2": "Sales", "3": "Kitchen", "4": "Management"},
        "lockedFloors": [1],
    },
    cases=(
        Case(
            kind="read",
            call="getCurrentFloor()",
            response=answers(2, "Sales", "2", also=(2, "Sales")),
            right='return {"currentFloor": state["currentFloor"]}',
        ),
        Case(
            kind="read",
            call="remainingCapacity()",
            response=answers(420, also=(210, 630, "kg")),
            right='return {"kg": state["maxLoadKg"] - state["loadKg"]}',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="openDoors()",
            after=becomes({"/doorsOpen": True}),
            right='state["doorsOpen"] = True\nreturn {"doorsOpen": True}',
        ),
        Case(
            kind="write",
            call="lockFloor(4)",
            after=any_of(becomes({"/lockedFloors/-": 4}), becomes({"/lockedFloors": [4, 1]})),
            right='state["lockedFloors"].append(4)\nreturn state["lockedFloors"]',
        ),
        Case(
            kind="write",
            call="goToNextStop()",
            after=becomes({"/currentFloor": 3}, drops=("/nextStops/0",), free=("/doorsOpen",)),
            right="""
                state["currentFloor"] = state["nextStops"].pop(0)
                return {"currentFloor": state["currentFloor"], "nextStops": state["nextStops"]}
            """,
            tags="move",
        ),
        Case(
            kind="sentence",
            call="a man of 80 kilos gets in",
            after=becomes({"/loadKg": 290}),
            right='state["loadKg"] += 80\nreturn {"loadKg": state["loadKg"]}',
            tags="counter",
        ),
        Case(
            kind="sentence",
            call="is the archive locked?",
            response=any_of(
                answers(True, also=(1, "1")),
                mentions("is locked", omits=("not", "no", "false", "is not")),
            ),
            right='return {"locked": 1 in state["lockedFloors"]}',
            tags="read lookup",
        ),
        Case(
            kind="mistyped",
            call='setMuisc("Smooth Jazz")',
            after=becomes({"/music": "Smooth Jazz"}),
            right='state["music"] = "Smooth Jazz"\nreturn {"music": state["music"]}',
        ),
        Case(
            kind="creative",
            call="tellJoke()",
            response=prose,
            right='return {"joke": "I like elevator jokes. They work on so many levels."}',
        ),
    ),
)
