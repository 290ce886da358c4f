"""A band's gigs: ISO dates out of order, ids that are words, and lists of songs."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes, unused


def three_new_songs(seen: Seen) -> str:
    """Accept a set list of three made-up titles for the second gig."""
    gigs: Any = seen.after.get("gigs") if isinstance(seen.after, dict) else None
    songs = gigs[1].get("setlist") if isinstance(gigs, list) and len(gigs) == 3 else None
    if not isinstance(songs, list) or any(not isinstance(song, str) for song in songs):
        return "the second gig should have a list of songs"
    stems = {song.strip("0123456789 _").casefold() for song in songs}
    if len(songs) != 3 or len(stems) != 3 or stems & {"", "rust", "paper moon"}:
        return f"these are no three made-up songs: {songs}"
    return ""


APP = App(
    name="gigs",
    purpose="Gigs of our band",
    state={
        "band": "The Wobbly Chairs",
        "members": ["Tess", "Rudi", "Kofi"],
        "gigs": [
            {
                "id": "g1",
                "date": "2024-07-12",
                "city": "Ghent",
                "venue": "Old Mill",
                "fee": 600,
                "confirmed": True,
                "setlist": ["Rust", "Paper Moon"],
            },
            {
                "id": "g2",
                "date": "2024-06-28",
                "city": "Lille",
                "venue": "Cave 9",
                "fee": 450,
                "confirmed": False,
                "setlist": [],
            },
            {
                "id": "g3",
                "date": "2024-08-03",
                "city": "Ghent",
                "venue": "Lantern",
                "fee": 300,
                "confirmed": True,
                "setlist": ["Rust"],
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="list_gigs(sort=date)",
            response=any_of(
                picks("/gigs", 1, 0, 2, by="id", ordered=True),
                picks("/gigs", 1, 0, 2, by="date", ordered=True),
                picks("/gigs", 1, 0, 2, by="venue", ordered=True),
            ),
            right='return sorted(state["gigs"], key=lambda g: g["date"])',
            tags="sort",
        ),
        Case(
            kind="read",
            call="fees_by_city()",
            response=answers({"Ghent": 900, "Lille": 450}),
            right="""
                fees = {}
                for gig in state["gigs"]:
                    fees[gig["city"]] = fees.get(gig["city"], 0) + gig["fee"]
                return fees
            """,
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="confirm_gig(g2)",
            after=becomes({"/gigs/1/confirmed": True}),
            right="""
                gig = next(g for g in state["gigs"] if g["id"] == "g2")
                gig["confirmed"] = True
                return gig
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call='add_song(g3, "Paper Moon")',
            after=becomes({"/gigs/2/setlist/-": "Paper Moon"}),
            right="""
                gig = next(g for g in state["gigs"] if g["id"] == "g3")
                gig["setlist"].append("Paper Moon")
                return gig["setlist"]
            """,
            tags="id nested",
        ),
        Case(
            kind="write",
            call='book_gig(date="2024-09-14", city="Utrecht", venue="Blue Barn", fee=500)',
            after=added(
                "/gigs",
                {
                    "id": unused("g1", "g2", "g3"),
                    "date": "2024-09-14",
                    "city": "Utrecht",
                    "venue": "Blue Barn",
                    "fee": 500,
                    "setlist": lambda songs: songs == [],
                },
            ),
            right="""
                gig = {"id": "g4", "date": "2024-09-14", "city": "Utrecht", "venue": "Blue Barn", "fee": 500}
                state["gigs"].append({**gig, "confirmed": False, "setlist": []})
                return state["gigs"][-1]
            """,
        ),
        Case(
            kind="mistyped",
            call="renmae_band(The Steady Chairs)",
            after=becomes({"/band": "The Steady Chairs"}),
            right='state["band"] = "The Steady Chairs"\nreturn {"band": state["band"]}',
        ),
        Case(
            kind="sentence",
            call="how much do all our gigs pay together?",
            response=answers(1350),
            right='return sum(g["fee"] for g in state["gigs"])',
            tags="aggregation",
        ),
        Case(
            kind="sentence",
            call="the gig at the Lantern was cancelled, delete it",
            after=becomes(drops=("/gigs/2",)),
            right="""
                state["gigs"] = [g for g in state["gigs"] if g["venue"] != "Lantern"]
                return {"message": "deleted"}
            """,
        ),
        Case(
            kind="REST",
            call="GET /gigs?city=Ghent",
            response=any_of(picks("/gigs", 0, 2, by="id"), picks("/gigs", 0, 2, by="venue")),
            right='return [g for g in state["gigs"] if g["city"] == "Ghent"]',
            tags="filter",
        ),
        Case(
            kind="REST",
            call="PATCH /gigs/g1",
            data={"fee": 650, "date": "2024-07-13"},
            after=becomes({"/gigs/0/fee": 650, "/gigs/0/date": "2024-07-13"}),
            right="""
                gig = next(g for g in state["gigs"] if g["id"] == "g1")
                gig.update(fee=650, date="2024-07-13")
                return gig
            """,
            tags="id",
        ),
        Case(
            kind="creative",
            call="add_three_made_up_songs_to_setlist(g2)",
            after=all_of(three_new_songs, becomes(free=("/gigs/1/setlist",))),
            right="""
                gig = next(g for g in state["gigs"] if g["id"] == "g2")
                gig["setlist"] += ["Tin Umbrella", "Last Tram Home", "Velvet Static"]
                return gig
            """,
            tags="id nested",
        ),
    ),
)
