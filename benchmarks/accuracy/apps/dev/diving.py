"""A diving log: a list of dives without ids, gear under its names, and a list of strings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.seen import Check
from benchmarks.accuracy.states import added, any_of, becomes


def dives(*which: int) -> Check:
    """Accept these dives, by site or by date."""
    return any_of(picks("/dives", *which, by="site"), picks("/dives", *which, by="date"))


APP = App(
    name="diving",
    purpose="My scuba diving log, with my gear and the sites that I would like to dive. Depth is in meters",
    state={
        "diver": "Nora Lind",
        "dives": [
            {"date": "2031-05-03", "site": "Blue Grotto", "depth": 18, "minutes": 42, "buddy": "Luca"},
            {"date": "2031-05-04", "site": "Coral Garden", "depth": 12, "minutes": 55, "buddy": "Mei"},
            {"date": "2031-07-19", "site": "Old Wreck", "depth": 27, "minutes": 31, "buddy": "Luca"},
            {"date": "2031-07-20", "site": "Seal Rock", "depth": 9, "minutes": 48, "buddy": "Mei"},
            {"date": "2031-08-10", "site": "Pier Nine", "depth": 15, "minutes": 36, "buddy": "Tom"},
        ],
        "gear": {"mask": "ok", "fins": "ok", "regulator": "in repair", "wetsuit": "ok"},
        "wishlist": ["Manta Point", "Kelp Forest"],
    },
    cases=(
        Case(
            kind="read",
            call="deepest_dive()",
            response=any_of(dives(2), answers(27, also=("Old Wreck", "2031-07-19", "Luca", 31))),
            right='return max(state["dives"], key=lambda dive: dive["depth"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="total_minutes()",
            response=answers(212),
            right='return sum(dive["minutes"] for dive in state["dives"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="dives_with(Luca)",
            response=dives(0, 2),
            right='return [dive for dive in state["dives"] if dive["buddy"] == "Luca"]',
            tags="filter",
        ),
        Case(
            kind="write",
            call='log_dive(date="2031-08-24", site="Turtle Bay", depth=21, minutes=38, buddy="Mei")',
            after=added(
                "/dives",
                {"date": "2031-08-24", "site": "Turtle Bay", "depth": 21, "minutes": 38, "buddy": "Mei"},
            ),
            right="""
                dive = {"date": "2031-08-24", "site": "Turtle Bay", "depth": 21, "minutes": 38}
                dive["buddy"] = "Mei"
                state["dives"].append(dive)
                return dive
            """,
            tags="date",
        ),
        Case(
            kind="write",
            call="remove_last_dive()",
            after=becomes(drops=("/dives/4",)),
            right='return state["dives"].pop()',
            tags="position",
        ),
        Case(
            kind="sentence",
            call="how deep was I at Coral Garden?",
            response=answers(12, also=("2031-05-04",)),
            right='return next(dive["depth"] for dive in state["dives"] if dive["site"] == "Coral Garden")',
            tags="read lookup",
        ),
        Case(
            kind="sentence",
            call="my regulator is back from repair and ok again",
            after=becomes({"/gear/regulator": "ok"}),
            right='state["gear"]["regulator"] = "ok"\nreturn state["gear"]',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call='add_to_wihslist("Shark Alley")',
            after=any_of(
                becomes({"/wishlist/-": "Shark Alley"}),
                becomes({"/wishlist": ["Shark Alley", "Manta Point", "Kelp Forest"]}),
            ),
            right='state["wishlist"].append("Shark Alley")\nreturn state["wishlist"]',
        ),
        Case(
            kind="creative",
            call='suggest_photo_caption("Old Wreck")',
            response=prose,
            right='return {"caption": "Rust, silence and one very curious grouper"}',
        ),
    ),
)
