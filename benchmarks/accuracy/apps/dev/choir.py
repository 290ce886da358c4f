"""A choir: lists of names under voices, songs without ids, and a plain list of dates."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import becomes, invented

APP = App(
    name="choir",
    purpose="Our choir: who sings which voice, what we sing at the next concert, and when we rehearse",
    state={
        "voices": {
            "soprano": ["Mara", "Ines"],
            "alto": ["Ruth", "Paula", "Kim"],
            "tenor": ["Leo"],
            "bass": ["Hugo", "Otis"],
        },
        "songs": [
            {"title": "Ave Verum", "composer": "Mozart", "minutes": 4, "learned": True},
            {"title": "Shenandoah", "composer": "traditional", "minutes": 3.5, "learned": False},
            {"title": "Locus Iste", "composer": "Bruckner", "minutes": 3, "learned": False},
        ],
        "rehearsals": ["2025-11-04", "2025-11-11", "2025-11-18"],
        "concert": "2025-11-29",
    },
    cases=(
        Case(
            kind="read",
            call="voice_of(Otis)",
            response=answers("bass"),
            right='return [voice for voice, names in state["voices"].items() if args[0] in names][0]',
            tags="filter key nested",
        ),
        Case(
            kind="read",
            call="total_minutes()",
            response=answers(10.5, "10:30"),
            right='return sum(song["minutes"] for song in state["songs"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="add_singer(Noah, tenor)",
            after=becomes({"/voices/tenor/-": "Noah"}),
            right='state["voices"][args[1]].append(args[0])\nreturn state["voices"][args[1]]',
            tags="key nested",
        ),
        Case(
            kind="write",
            call="cancel_rehearsal(2025-11-11)",
            after=becomes(drops=("/rehearsals/1",)),
            right='state["rehearsals"].remove(args[0])\nreturn state["rehearsals"]',
            tags="date",
        ),
        Case(
            kind="sentence",
            call="which songs do we still have to learn?",
            response=picks("/songs", 1, 2, by="title"),
            right='return [song["title"] for song in state["songs"] if not song["learned"]]',
            tags="filter",
        ),
        Case(
            kind="sentence",
            call="Kim moves from alto to soprano",
            after=becomes({"/voices/soprano/-": "Kim"}, drops=("/voices/alto/2",)),
            right="""
                state["voices"]["alto"].remove("Kim")
                state["voices"]["soprano"].append("Kim")
                return state["voices"]
            """,
            tags="move nested",
        ),
        Case(
            kind="mistyped",
            call="mark_leraned(Shenandoah)",
            after=becomes({"/songs/1/learned": True}),
            right="""
                for song in state["songs"]:
                    if song["title"] == args[0]:
                        song["learned"] = True
                        return song
            """,
        ),
        Case(
            kind="REST",
            call="DELETE /songs/Shenandoah",
            after=becomes(drops=("/songs/1",)),
            right="""
                state["songs"] = [song for song in state["songs"] if song["title"] != "Shenandoah"]
                return {"message": "deleted"}
            """,
        ),
        Case(
            kind="creative",
            call="add_two_christmas_songs()",
            after=invented("/songs", "title", {}, {}),
            right="""
                for title, composer in ("Silent Night", "Gruber"), ("In dulci jubilo", "traditional"):
                    song = {"title": title, "composer": composer, "minutes": 3, "learned": False}
                    state["songs"].append(song)
                return state["songs"][-2:]
            """,
        ),
    ),
)
