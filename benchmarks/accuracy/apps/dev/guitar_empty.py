"""Songs for the guitar, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions, nothing

APP = App(
    name="guitar_empty",
    purpose="The songs that I am learning on the guitar; difficulty goes from 1 to 5",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_songs()",
            response=nothing,
            right='return state.get("songs", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='add_song(title="Wonderwall", artist="Oasis", difficulty=2)',
            state=FOLLOWS,
            after=has(("Wonderwall", "Oasis", 2)),
            right="""
                song = {"title": "Wonderwall", "artist": "Oasis", "difficulty": 2}
                state.setdefault("songs", []).append(song)
                return song
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /songs",
            data={"title": "Blackbird", "artist": "The Beatles", "difficulty": 4},
            state=FOLLOWS,
            after=has(("Wonderwall", "Oasis", 2), ("Blackbird", "The Beatles", 4)),
            right="""
                song = {"title": "Blackbird", "artist": "The Beatles", "difficulty": 4}
                state["songs"].append(song)
                return song, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call='add_song(title="Hallelujah", artist="Leonard Cohen", difficulty=3)',
            state=FOLLOWS,
            after=has(
                ("Wonderwall", "Oasis", 2),
                ("Blackbird", "The Beatles", 4),
                ("Hallelujah", "Leonard Cohen", 3),
            ),
            right="""
                song = {"title": "Hallelujah", "artist": "Leonard Cohen", "difficulty": 3}
                state["songs"].append(song)
                return song
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="count_songs()",
            state=FOLLOWS,
            response=answers(3),
            right='return len(state["songs"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="set_difficulty(Blackbird, 5)",
            state=FOLLOWS,
            after=has(
                ("Wonderwall", "Oasis", 2),
                ("Blackbird", "The Beatles", 5),
                ("Hallelujah", "Leonard Cohen", 3),
            ),
            right="""
                for song in state["songs"]:
                    if song["title"] == "Blackbird":
                        song["difficulty"] = 5
                        return song
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="which song is the easiest?",
            state=FOLLOWS,
            response=mentions("Wonderwall", omits=("Blackbird", "Hallelujah")),
            right='return min(state["songs"], key=lambda song: song["difficulty"])',
            tags="sequence read sentence aggregation",
        ),
        Case(
            kind="empty",
            call="remvoe_song(Wonderwal)",
            state=FOLLOWS,
            after=has(
                ("Blackbird", "The Beatles", 5), ("Hallelujah", "Leonard Cohen", 3), lacks=("Wonderwall",)
            ),
            right="""
                state["songs"] = [song for song in state["songs"] if song["title"] != "Wonderwall"]
                return {"message": "removed"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_four_made_up_songs()",
            after=makes_up(4),
            right="""
                titles = ["Paper Moon Road", "Six Rusty Strings", "Waltz for a Snail", "Harbour Light"]
                state["songs"] = [{"title": title, "difficulty": 2} for title in titles]
                return state["songs"]
            """,
        ),
    ),
)
