"""The parcels at a reception desk: a list of objects with ids, a list of strings, and a scalar."""

import re

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Check, Seen, walk
from benchmarks.accuracy.states import added, any_of, becomes


def parcels(*which: int) -> Check:
    """Accept these parcels, by id or by recipient."""
    return any_of(picks("/parcels", *which, by="id"), picks("/parcels", *which, by="recipient"))


def reminds_hannah(seen: Seen) -> str:
    """Accept a made-up text about the parcel, and not the mere news that there is one now."""
    texts = [node for node in walk(seen.response) if isinstance(node, str) and len(node.split()) > 4]
    news = r"\breminder\s+(\w+\s+){0,3}(sent|written|created|added)\b"
    if seen.status < 400 and any(
        re.search(r"parcel|package|hannah", text, re.IGNORECASE) and not re.search(news, text, re.IGNORECASE)
        for text in texts
    ):
        return ""
    return "the response should have a reminder for Hannah"


APP = App(
    name="mailroom",
    purpose="The parcels that our office reception keeps until people collect them",
    state={
        "parcels": [
            {
                "id": 101,
                "recipient": "Hannah Weiss",
                "carrier": "DHL",
                "size": "small",
                "shelf": "A",
                "collected": False,
            },
            {
                "id": 102,
                "recipient": "Omar Said",
                "carrier": "UPS",
                "size": "large",
                "shelf": "C",
                "collected": False,
            },
            {
                "id": 103,
                "recipient": "Victor Hale",
                "carrier": "UPS",
                "size": "medium",
                "shelf": "B",
                "collected": True,
            },
            {
                "id": 104,
                "recipient": "Petra Lind",
                "carrier": "DHL",
                "size": "large",
                "shelf": "C",
                "collected": False,
            },
            {
                "id": 105,
                "recipient": "Jon Bauer",
                "carrier": "FedEx",
                "size": "small",
                "shelf": "A",
                "collected": False,
            },
        ],
        "shelves": ["A", "B", "C"],
        "closes_at": "18:00",
    },
    cases=(
        Case(
            kind="read",
            call="uncollected_parcels()",
            response=parcels(0, 1, 3, 4),
            right='return [parcel for parcel in state["parcels"] if not parcel["collected"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="count_parcels(carrier=DHL)",
            response=answers(2),
            right='return sum(parcel["carrier"] == "DHL" for parcel in state["parcels"])',
            tags="aggregation filter",
        ),
        Case(
            kind="write",
            call="mark_collected(105)",
            after=becomes({"/parcels/4/collected": True}),
            right="""
                for parcel in state["parcels"]:
                    if parcel["id"] == 105:
                        parcel["collected"] = True
                        return parcel
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="move_to_shelf(102, B)",
            after=becomes({"/parcels/1/shelf": "B"}),
            right="""
                for parcel in state["parcels"]:
                    if parcel["id"] == 102:
                        parcel["shelf"] = "B"
                        return parcel
            """,
            tags="id move",
        ),
        Case(
            kind="write",
            call='add_parcel(recipient="Omar Said", carrier=FedEx, size=small, shelf=A)',
            after=added(
                "/parcels",
                {
                    "recipient": "Omar Said",
                    "carrier": "FedEx",
                    "size": "small",
                    "shelf": "A",
                    "collected": False,
                },
            ),
            right="""
                parcel = {"id": 106, "recipient": "Omar Said", "carrier": "FedEx", "size": "small"}
                parcel.update(shelf="A", collected=False)
                state["parcels"].append(parcel)
                return parcel
            """,
        ),
        Case(
            kind="sentence",
            call="Omar came by and took his parcel",
            after=becomes({"/parcels/1/collected": True}),
            right="""
                for parcel in state["parcels"]:
                    if parcel["recipient"] == "Omar Said":
                        parcel["collected"] = True
                        return parcel
            """,
        ),
        Case(
            kind="REST",
            call="GET /parcels?shelf=C",
            response=parcels(1, 3),
            right='return [parcel for parcel in state["parcels"] if parcel["shelf"] == "C"]',
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call='chnage_recipeint(104, "Petra Lindqvist")',
            after=becomes({"/parcels/3/recipient": "Petra Lindqvist"}),
            right="""
                for parcel in state["parcels"]:
                    if parcel["id"] == 104:
                        parcel["recipient"] = "Petra Lindqvist"
                        return parcel
            """,
            tags="id",
        ),
        Case(
            kind="creative",
            call="write_reminder(101)",
            response=reminds_hannah,
            right="""
                for parcel in state["parcels"]:
                    if parcel["id"] == 101:
                        name = parcel["recipient"]
                        return {"text": f"Dear {name}, your parcel waits for you until {state['closes_at']}."}
            """,
            tags="id",
        ),
    ),
)
