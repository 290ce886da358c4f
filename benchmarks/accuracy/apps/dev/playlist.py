"""A playlist: a list without ids, and an index and switches at the root."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented

APP = App(
    name="playlist",
    purpose="A music player's playlist",
    state={
        "name": "Road trip",
        "shuffle": False,
        "playing": 1,
        "tracks": [
            {"title": "Northern Line", "artist": "The Lanterns", "seconds": 214},
            {"title": "Salt Flats", "artist": "Miriam Oye", "seconds": 341},
            {"title": "Paper Maps", "artist": "The Lanterns", "seconds": 187},
            {"title": "Last Exit", "artist": "Dusk Radio", "seconds": 402},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="current_track()",
            response=picks("/tracks", 1, by="title"),
            right='return state["tracks"][state["playing"]]',
            tags="index",
        ),
        Case(
            kind="read",
            call="total_seconds()",
            response=answers(1144),
            right='return sum(track["seconds"] for track in state["tracks"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="next_track()",
            after=becomes({"/playing": 2}),
            right='state["playing"] += 1\nreturn state["tracks"][state["playing"]]',
            tags="index",
        ),
        Case(
            kind="write",
            call='rename_playlist("Night drive")',
            after=becomes({"/name": "Night drive"}),
            right='state["name"] = args[0]\nreturn {"name": args[0]}',
        ),
        Case(
            kind="write",
            call="move_track(3, 0)",
            after=becomes(order={"/tracks": [3, 0, 1, 2]}, free=("/playing",)),
            right='state["tracks"].insert(args[1], state["tracks"].pop(args[0]))\nreturn state["tracks"]',
            tags="move index",
        ),
        Case(
            kind="sentence",
            call="remove all songs by The Lanterns",
            after=becomes(drops=("/tracks/0", "/tracks/2"), free=("/playing",)),
            right="""
                state["tracks"] = [t for t in state["tracks"] if t["artist"] != "The Lanterns"]
                state["playing"] = 0
                return state["tracks"]
            """,
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call="shufle_onn()",
            after=becomes({"/shuffle": True}),
            right='state["shuffle"] = True\nreturn {"shuffle": True}',
        ),
        Case(
            kind="REST",
            call="POST /tracks",
            data={"title": "Blue Diesel", "artist": "Dusk Radio", "seconds": 251},
            after=added("/tracks", {"title": "Blue Diesel", "artist": "Dusk Radio", "seconds": 251}),
            right='state["tracks"].append(args)\nreturn args, 201',
        ),
        Case(
            kind="creative",
            call="add_three_songs_for_a_rainy_day()",
            after=invented("/tracks", "title", {}, {}, {}),
            right="""
                for title in "Grey Window", "Puddle Waltz", "Umbrella Weather":
                    state["tracks"].append({"title": title, "artist": "Wet Shoes", "seconds": 200})
                return state["tracks"][-3:]
            """,
        ),
    ),
)
