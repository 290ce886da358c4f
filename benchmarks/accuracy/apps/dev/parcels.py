"""A parcel shop: a list of objects with ids that have gaps, dates and states, and opening hours."""

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Check
from benchmarks.accuracy.states import added, any_of, becomes


def is_waiting(status: object) -> bool:
    """Accept the status of a parcel that just came in."""
    return isinstance(status, str) and status.casefold() not in ("", "collected", "returned")


def gone(index: int, status: str) -> Check:
    """Accept that a parcel has this status, whether or not its shelf is kept."""
    change: dict[str, Json] = {f"/parcels/{index}/status": status}
    return any_of(becomes(change), becomes({**change, f"/parcels/{index}/shelf": None}))


APP = App(
    name="parcels",
    purpose=(
        "The parcels in our parcel shop, and the shelf that each lies on. "
        "A parcel is waiting, collected by its recipient, or returned to its sender"
    ),
    state={
        "parcels": [
            {
                "id": 101,
                "recipient": "Olga Brandt",
                "carrier": "DHL",
                "shelf": "A1",
                "weight_kg": 2.4,
                "arrived": "2031-05-03",
                "status": "waiting",
            },
            {
                "id": 102,
                "recipient": "Tom Reyes",
                "carrier": "UPS",
                "shelf": None,
                "weight_kg": 0.8,
                "arrived": "2031-05-01",
                "status": "collected",
            },
            {
                "id": 104,
                "recipient": "Lin Zhao",
                "carrier": "DHL",
                "shelf": "A2",
                "weight_kg": 5.1,
                "arrived": "2031-05-06",
                "status": "waiting",
            },
            {
                "id": 105,
                "recipient": "Olga Brandt",
                "carrier": "Hermes",
                "shelf": "C1",
                "weight_kg": 1.2,
                "arrived": "2031-05-07",
                "status": "waiting",
            },
            {
                "id": 108,
                "recipient": "Sami Noor",
                "carrier": "UPS",
                "shelf": "B1",
                "weight_kg": 12.5,
                "arrived": "2031-05-02",
                "status": "waiting",
            },
        ],
        "hours": {"weekdays": "9:00-18:00", "saturday": "9:00-13:00"},
    },
    cases=(
        Case(
            kind="read",
            call='parcels_for("Olga Brandt")',
            response=picks("/parcels", 0, 3, by="id"),
            right='return [parcel for parcel in state["parcels"] if parcel["recipient"] == "Olga Brandt"]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="heaviest_parcel()",
            response=any_of(picks("/parcels", 4, by="id"), picks("/parcels", 4, by="recipient")),
            right='return max(state["parcels"], key=lambda parcel: parcel["weight_kg"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="move_to_shelf(101, C3)",
            after=becomes({"/parcels/0/shelf": "C3"}),
            right="""
                for parcel in state["parcels"]:
                    if parcel["id"] == 101:
                        parcel["shelf"] = "C3"
                        return parcel
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call='register_parcel(recipient="Nina Falk", carrier=UPS, shelf=C2, weight_kg=3.3)',
            after=added(
                "/parcels",
                {
                    "recipient": "Nina Falk",
                    "carrier": "UPS",
                    "shelf": "C2",
                    "weight_kg": 3.3,
                    "status": is_waiting,
                },
                optional=("arrived",),
            ),
            right="""
                parcel = {"id": 109, "recipient": "Nina Falk", "carrier": "UPS", "shelf": "C2"}
                parcel.update(weight_kg=3.3, arrived=None, status="waiting")
                state["parcels"].append(parcel)
                return parcel
            """,
        ),
        Case(
            kind="sentence",
            call="where is Lin Zhao's parcel?",
            response=answers("A2", also=(104, "Lin Zhao", "DHL", 5.1, "2031-05-06", "waiting")),
            right="""
                for parcel in state["parcels"]:
                    if parcel["recipient"] == "Lin Zhao":
                        return {"shelf": parcel["shelf"]}
            """,
            tags="read lookup",
        ),
        Case(
            kind="sentence",
            call="Sami Noor's parcel went back to the sender today",
            after=gone(4, "returned"),
            right="""
                for parcel in state["parcels"]:
                    if parcel["recipient"] == "Sami Noor":
                        parcel["status"] = "returned"
                        return parcel
            """,
        ),
        Case(
            kind="REST",
            call="GET /parcels/108",
            response=picks("/parcels", 4),
            right='return next(parcel for parcel in state["parcels"] if parcel["id"] == 108)',
            tags="id",
        ),
        Case(
            kind="REST",
            call="PATCH /parcels/105",
            data={"shelf": "B3", "weight_kg": 1.4},
            after=becomes({"/parcels/3/shelf": "B3", "/parcels/3/weight_kg": 1.4}),
            right="""
                for parcel in state["parcels"]:
                    if parcel["id"] == 105:
                        parcel.update(shelf="B3", weight_kg=1.4)
                        return parcel
            """,
            tags="id body",
        ),
        Case(
            kind="mistyped",
            call="mark_colected(104)",
            after=gone(2, "collected"),
            right="""
                for parcel in state["parcels"]:
                    if parcel["id"] == 104:
                        parcel["status"] = "collected"
                        return parcel
            """,
            tags="id",
        ),
    ),
)
