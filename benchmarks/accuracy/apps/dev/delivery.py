"""A courier service: an object of parcels under their tracking numbers, and a list of couriers."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes


def not_delivered(status: Any) -> bool:
    """Accept the status of a parcel that just came in, or none."""
    return status is None or (isinstance(status, str) and status.casefold() != "delivered")


def nobody(courier: Any) -> bool:
    """Accept no courier."""
    return courier in (None, "")


def not_fragile(fragile: Any) -> bool:
    """Accept that nothing was said of breaking."""
    return fragile is None or fragile is False


APP = App(
    name="delivery",
    purpose="The parcels of a small courier service, by tracking number",
    state={
        "depot": "Northgate",
        "couriers": ["Milan", "Aisha"],
        "parcels": {
            "PX101": {
                "to": "Hanna Weber",
                "street": "Mill Lane 4",
                "kg": 2.5,
                "status": "out for delivery",
                "courier": "Milan",
                "fragile": False,
            },
            "PX102": {
                "to": "Tomas Reyes",
                "street": "Oak Street 19",
                "kg": 11.0,
                "status": "delivered",
                "courier": "Aisha",
                "fragile": False,
            },
            "PX103": {
                "to": "Green Bakery",
                "street": "Market Square 2",
                "kg": 7.2,
                "status": "out for delivery",
                "courier": "Aisha",
                "fragile": True,
            },
            "PX104": {
                "to": "Ivy Chen",
                "street": "Oak Street 7",
                "kg": 0.8,
                "status": "at depot",
                "courier": None,
                "fragile": False,
            },
            "PX105": {
                "to": "Paul Brandt",
                "street": "Station Road 31",
                "kg": 4.6,
                "status": "out for delivery",
                "courier": "Milan",
                "fragile": True,
            },
        },
    },
    cases=(
        Case(
            kind="read",
            call="track(PX103)",
            response=any_of(
                picks("/parcels", "PX103"),
                answers("out for delivery", also=("Green Bakery", "Market Square 2", 7.2, "Aisha", True)),
            ),
            right='return {"tracking": "PX103", "status": state["parcels"]["PX103"]["status"]}',
            tags="lookup key",
        ),
        Case(
            kind="read",
            call="list_undelivered_parcels()",
            response=picks("/parcels", "PX101", "PX103", "PX104", "PX105", by="to"),
            right='return {k: v for k, v in state["parcels"].items() if v["status"] != "delivered"}',
            tags="filter key",
        ),
        Case(
            kind="write",
            call="mark_delivered(PX101)",
            after=becomes({"/parcels/PX101/status": "delivered"}),
            right="""
                state["parcels"]["PX101"]["status"] = "delivered"
                return state["parcels"]["PX101"]
            """,
            tags="key",
        ),
        Case(
            kind="write",
            call="assign(PX104, Aisha)",
            after=any_of(
                becomes({"/parcels/PX104/courier": "Aisha"}),
                becomes({"/parcels/PX104/courier": "Aisha", "/parcels/PX104/status": "out for delivery"}),
            ),
            right="""
                state["parcels"]["PX104"]["courier"] = "Aisha"
                return state["parcels"]["PX104"]
            """,
            tags="key",
        ),
        Case(
            kind="write",
            call='change_address(PX105, "Harbour Road 12")',
            after=becomes({"/parcels/PX105/street": "Harbour Road 12"}),
            right="""
                state["parcels"]["PX105"]["street"] = "Harbour Road 12"
                return state["parcels"]["PX105"]
            """,
            tags="key",
        ),
        Case(
            kind="sentence",
            call="give all of Milan's parcels to Aisha",
            after=becomes({"/parcels/PX101/courier": "Aisha", "/parcels/PX105/courier": "Aisha"}),
            right="""
                for parcel in state["parcels"].values():
                    if parcel["courier"] == "Milan":
                        parcel["courier"] = "Aisha"
                return state["parcels"]
            """,
            tags="filter key",
        ),
        Case(
            kind="REST",
            call="GET /parcels/PX104",
            response=picks("/parcels", "PX104", by="to"),
            right='return state["parcels"]["PX104"]',
            tags="read lookup key",
        ),
        Case(
            kind="REST",
            call="POST /parcels",
            data={"to": "Omar Haddad", "street": "Elm Court 3", "kg": 4.2},
            after=added(
                "/parcels",
                {
                    "to": "Omar Haddad",
                    "street": "Elm Court 3",
                    "kg": 4.2,
                    "status": not_delivered,
                    "courier": nobody,
                    "fragile": not_fragile,
                },
                optional=("status", "courier", "fragile"),
            ),
            right="""
                parcel = {"to": "Omar Haddad", "street": "Elm Court 3", "kg": 4.2}
                parcel.update(status="at depot", courier=None, fragile=False)
                state["parcels"]["PX106"] = parcel
                return {"tracking": "PX106", **parcel}, 201
            """,
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="delte_parcel(PX102)",
            after=becomes(drops=("/parcels/PX102",)),
            right='return state["parcels"].pop("PX102")',
            tags="key",
        ),
    ),
)
