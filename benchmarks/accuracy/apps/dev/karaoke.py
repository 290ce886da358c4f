"""A karaoke night: one object, a queue of objects without ids, a list of strings, and scalars."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import becomes, letters, more_texts


def are_titles(songs: list[str]) -> bool:
    """Tell whether three songs have titles of their own."""
    return len(letters(songs)) == 3 and "" not in letters(songs)


APP = App(
    name="karaoke",
    purpose="The karaoke night in our pub: who is singing now, and who comes next in the queue",
    state={
        "now": {"singer": "Mia", "song": "Dancing Queen"},
        "queue": [
            {"singer": "Jonas", "song": "Sweet Caroline"},
            {"singer": "Priya", "song": "Valerie"},
            {"singer": "Lou", "song": "Bohemian Rhapsody"},
            {"singer": "Ed", "song": "Jolene"},
        ],
        "songbook": [
            "Dancing Queen",
            "Wonderwall",
            "Jolene",
            "Sweet Caroline",
            "Bohemian Rhapsody",
            "Valerie",
        ],
        "signup_open": True,
        "microphones": 2,
    },
    cases=(
        Case(
            kind="read",
            call="whos_next()",
            response=picks("/queue", 0, by="singer", also=(1,)),
            right='return state["queue"][0]',
        ),
        Case(
            kind="read",
            call="position_in_queue(Lou)",
            response=answers(3, also=("Bohemian Rhapsody",)),
            right="""
                singers = [entry["singer"] for entry in state["queue"]]
                return {"position": singers.index("Lou") + 1}
            """,
        ),
        Case(
            kind="write",
            call='sign_up("Hanna", "Wonderwall")',
            after=becomes({"/queue/-": {"singer": "Hanna", "song": "Wonderwall"}}),
            right="""
                entry = {"singer": "Hanna", "song": "Wonderwall"}
                state["queue"].append(entry)
                return entry
            """,
        ),
        Case(
            kind="write",
            call="start_next_song()",
            after=becomes({"/now": {"singer": "Jonas", "song": "Sweet Caroline"}}, drops=("/queue/0",)),
            right='state["now"] = state["queue"].pop(0)\nreturn state["now"]',
            tags="move",
        ),
        Case(
            kind="write",
            call="add_to_songbook(Africa)",
            after=becomes({"/songbook/-": "Africa"}),
            right='state["songbook"].append("Africa")\nreturn state["songbook"]',
        ),
        Case(
            kind="sentence",
            call="Lou would rather sing Wonderwall",
            after=becomes({"/queue/2/song": "Wonderwall"}),
            right="""
                for entry in state["queue"]:
                    if entry["singer"] == "Lou":
                        entry["song"] = "Wonderwall"
                        return entry
            """,
        ),
        Case(
            kind="REST",
            call="DELETE /queue/Priya",
            after=becomes(drops=("/queue/1",)),
            right='return state["queue"].pop(1)',
        ),
        Case(
            kind="mistyped",
            call="close_singup()",
            after=becomes({"/signup_open": False}),
            right='state["signup_open"] = False\nreturn {"signup_open": False}',
        ),
        Case(
            kind="creative",
            call="add_three_love_songs_to_songbook()",
            after=more_texts("/songbook", 3, are_titles),
            right="""
                state["songbook"] += ["Endless Love", "Your Song", "I Will Always Love You"]
                return state["songbook"]
            """,
        ),
    ),
)
