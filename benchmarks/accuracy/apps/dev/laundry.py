"""A laundry room: an object of machines under short keys, an object of amounts, and a list of notices."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import added, becomes

APP = App(
    name="laundry",
    purpose="The laundry room that our house shares; credit is the money that each flat has left for it",
    state={
        "machines": {
            "W1": {"type": "washer", "status": "running", "minutes_left": 25, "used_by": "Flat 3"},
            "W2": {"type": "washer", "status": "free", "minutes_left": 0, "used_by": None},
            "W3": {"type": "washer", "status": "broken", "minutes_left": 0, "used_by": None},
            "D1": {"type": "dryer", "status": "free", "minutes_left": 0, "used_by": None},
            "D2": {"type": "dryer", "status": "running", "minutes_left": 40, "used_by": "Flat 1"},
        },
        "credit": {"Flat 1": 6.5, "Flat 2": 12.0, "Flat 3": 1.5, "Flat 4": 9.0},
        "hours": {"from": "07:00", "to": "22:00"},
        "notices": [
            {"from": "Flat 2", "text": "Please clean the lint filter"},
            {"from": "Flat 4", "text": "Who took my blue basket?"},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="get_free_washers()",
            response=picks("/machines", "W2"),
            right="""
                machines = state["machines"].items()
                return [key for key, m in machines if m["type"] == "washer" and m["status"] == "free"]
            """,
            tags="filter key",
        ),
        Case(
            kind="read",
            call='get_credit("Flat 2")',
            response=answers(12.0),
            right='return {"flat": "Flat 2", "credit": state["credit"]["Flat 2"]}',
            tags="key",
        ),
        Case(
            kind="write",
            call='top_up("Flat 3", 10)',
            after=becomes({"/credit/Flat 3": 11.5}),
            right='state["credit"]["Flat 3"] += 10\nreturn {"credit": state["credit"]["Flat 3"]}',
            tags="counter key",
        ),
        Case(
            kind="write",
            call='start(machine=D1, flat="Flat 4", minutes=45)',
            after=becomes(
                {
                    "/machines/D1/status": "running",
                    "/machines/D1/minutes_left": 45,
                    "/machines/D1/used_by": "Flat 4",
                }
            ),
            right="""
                state["machines"]["D1"].update(status="running", minutes_left=45, used_by="Flat 4")
                return state["machines"]["D1"]
            """,
            tags="key",
        ),
        Case(
            kind="sentence",
            call="W3 is repaired and free again",
            after=becomes({"/machines/W3/status": "free"}),
            right='state["machines"]["W3"]["status"] = "free"\nreturn state["machines"]["W3"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="how many minutes until Flat 1's dryer is done?",
            response=mentions("40", omits=("25", "W1", "W2", "W3", "D1", "notices")),
            right="""
                for machine in state["machines"].values():
                    if machine["type"] == "dryer" and machine["used_by"] == "Flat 1":
                        return machine["minutes_left"]
            """,
            tags="read filter key",
        ),
        Case(
            kind="REST",
            call="GET /machines/W1",
            response=answers(
                {"type": "washer", "status": "running", "minutes_left": 25, "used_by": "Flat 3"}
            ),
            right='return state["machines"]["W1"]',
            tags="read key",
        ),
        Case(
            kind="REST",
            call="POST /notices",
            data={"from": "Flat 1", "text": "I found a red sock in the dryer"},
            after=added("/notices", {"from": "Flat 1", "text": "I found a red sock in the dryer"}),
            right="""
                notice = {"from": "Flat 1", "text": "I found a red sock in the dryer"}
                state["notices"].append(notice)
                return notice, 201
            """,
            tags="body",
        ),
        Case(
            kind="mistyped",
            call="report_brokn(D1)",
            after=becomes({"/machines/D1/status": "broken"}),
            right='state["machines"]["D1"]["status"] = "broken"\nreturn state["machines"]["D1"]',
            tags="key",
        ),
    ),
)
