"""A taxi company: drivers and rides, both with ids, and rides that refer to drivers."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes


def not_driving(status: Any) -> bool:
    """Accept the status of a driver who has no ride."""
    return status in (None, "free", "off")


APP = App(
    name="taxi",
    purpose=(
        "Dispatch for our small taxi company. A ride is waiting until it gets a driver, then driving, "
        "and in the end done. A driver is busy while on a ride, otherwise free, or off when not at work"
    ),
    state={
        "drivers": [
            {"id": 1, "name": "Yusuf", "car": "Toyota Prius", "seats": 4, "status": "busy"},
            {"id": 2, "name": "Carla", "car": "VW Touran", "seats": 6, "status": "free"},
            {"id": 3, "name": "Dmitri", "car": "Skoda Octavia", "seats": 4, "status": "off"},
            {"id": 4, "name": "Amina", "car": "Tesla Model 3", "seats": 4, "status": "free"},
        ],
        "rides": [
            {
                "id": 101,
                "customer": "Mrs Holt",
                "from": "Station",
                "to": "Airport",
                "passengers": 2,
                "driver_id": 1,
                "status": "driving",
                "fare": None,
            },
            {
                "id": 102,
                "customer": "Jan Peeters",
                "from": "Old Town",
                "to": "Hospital",
                "passengers": 1,
                "driver_id": None,
                "status": "waiting",
                "fare": None,
            },
            {
                "id": 103,
                "customer": "Ms Sato",
                "from": "Hotel Bellevue",
                "to": "Concert Hall",
                "passengers": 5,
                "driver_id": None,
                "status": "waiting",
                "fare": None,
            },
            {
                "id": 104,
                "customer": "Bruno Keller",
                "from": "Harbour",
                "to": "Station",
                "passengers": 3,
                "driver_id": 2,
                "status": "done",
                "fare": 14.5,
            },
            {
                "id": 105,
                "customer": "Edith Moss",
                "from": "Airport",
                "to": "Old Town",
                "passengers": 1,
                "driver_id": 4,
                "status": "done",
                "fare": 31,
            },
            {
                "id": 106,
                "customer": "Pim de Wit",
                "from": "Station",
                "to": "Stadium",
                "passengers": 5,
                "driver_id": 2,
                "status": "done",
                "fare": 22,
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="waiting_rides()",
            response=any_of(picks("/rides", 1, 2, by="id"), picks("/rides", 1, 2, by="customer")),
            right='return [ride for ride in state["rides"] if ride["status"] == "waiting"]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="earnings(Carla)",
            response=any_of(
                answers(36.5, also=(2, 14.5, 22)),
                mentions("36.5", omits=("Yusuf", "Amina", "Mrs Holt", "Edith Moss")),
                mentions("36.50", omits=("Yusuf", "Amina", "Mrs Holt", "Edith Moss")),
            ),
            right="""
                driver = next(d for d in state["drivers"] if d["name"] == "Carla")
                return sum(r["fare"] or 0 for r in state["rides"] if r["driver_id"] == driver["id"])
            """,
            tags="aggregation lookup id",
        ),
        Case(
            kind="write",
            call="assign(102, Amina)",
            after=becomes(
                {"/rides/1/driver_id": 4, "/rides/1/status": "driving", "/drivers/3/status": "busy"}
            ),
            right="""
                ride = next(r for r in state["rides"] if r["id"] == 102)
                driver = next(d for d in state["drivers"] if d["name"] == "Amina")
                ride.update(driver_id=driver["id"], status="driving")
                driver["status"] = "busy"
                return ride
            """,
            tags="lookup id",
        ),
        Case(
            kind="write",
            call="finish_ride(101, fare=41.5)",
            after=becomes({"/rides/0/status": "done", "/rides/0/fare": 41.5, "/drivers/0/status": "free"}),
            right="""
                ride = next(r for r in state["rides"] if r["id"] == 101)
                ride.update(status="done", fare=41.5)
                for driver in state["drivers"]:
                    if driver["id"] == ride["driver_id"]:
                        driver["status"] = "free"
                return ride
            """,
            tags="lookup id",
        ),
        Case(
            kind="write",
            call='add_driver(Lucia, car="Kia Niro", seats=4)',
            after=added(
                "/drivers",
                {"name": "Lucia", "car": "Kia Niro", "seats": 4, "status": not_driving},
                optional=("status",),
            ),
            right="""
                driver = {"id": 5, "name": "Lucia", "car": "Kia Niro", "seats": 4, "status": "free"}
                state["drivers"].append(driver)
                return driver
            """,
        ),
        Case(
            kind="sentence",
            call="Dmitri has started work and can take rides now",
            after=becomes({"/drivers/2/status": "free"}),
            right="""
                for driver in state["drivers"]:
                    if driver["name"] == "Dmitri":
                        driver["status"] = "free"
                        return driver
            """,
        ),
        Case(
            kind="REST",
            call="GET /rides/104",
            response=picks("/rides", 3, by="id", also=("Carla", "VW Touran")),
            right='return next(ride for ride in state["rides"] if ride["id"] == 104)',
            tags="read id",
        ),
        Case(
            kind="REST",
            call="POST /rides",
            data={"customer": "Ms Lindqvist", "from": "Harbour", "to": "Concert Hall", "passengers": 3},
            after=added(
                "/rides",
                {
                    "customer": "Ms Lindqvist",
                    "from": "Harbour",
                    "to": "Concert Hall",
                    "passengers": 3,
                    "driver_id": None,
                    "status": "waiting",
                    "fare": None,
                },
                optional=("driver_id", "fare"),
            ),
            right="""
                ride = {"id": max(r["id"] for r in state["rides"]) + 1, "customer": "Ms Lindqvist"}
                ride.update({"from": "Harbour", "to": "Concert Hall", "passengers": 3})
                ride.update(driver_id=None, status="waiting", fare=None)
                state["rides"].append(ride)
                return ride, 201
            """,
            tags="body",
        ),
        Case(
            kind="mistyped",
            call="cancle_ride(103)",
            after=any_of(
                becomes(drops=("/rides/2",)),
                becomes({"/rides/2/status": "cancelled"}),
                becomes({"/rides/2/status": "canceled"}),
            ),
            right="""
                state["rides"] = [ride for ride in state["rides"] if ride["id"] != 103]
                return {"cancelled": 103}
            """,
            tags="id",
        ),
    ),
)
