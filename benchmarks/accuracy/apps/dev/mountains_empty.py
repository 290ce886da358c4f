"""Mountains and their heights, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions

APP = App(
    name="mountains_empty",
    purpose="The mountains I have climbed and their height in metres",
    state={},
    cases=(
        Case(
            kind="empty",
            call='add_mountain("Ben Nevis", 1345)',
            after=has(("Ben Nevis", 1345)),
            right="""
                mountain = {"name": "Ben Nevis", "height": 1345}
                state.setdefault("mountains", []).append(mountain)
                return mountain
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /mountains",
            data={"name": "Scafell Pike", "height": 968},
            state=FOLLOWS,
            after=has(("Ben Nevis", 1345), ("Scafell Pike", 968)),
            right="""
                mountain = {"name": "Scafell Pike", "height": 968}
                state["mountains"].append(mountain)
                return mountain, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call='set_height("Scafell Pike", 978)',
            state=FOLLOWS,
            after=has(("Ben Nevis", 1345), ("Scafell Pike", 978)),
            right="""
                for mountain in state["mountains"]:
                    if mountain["name"] == "Scafell Pike":
                        mountain["height"] = 978
                        return mountain
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="I was on Snowdon too, that's 1085 metres",
            state=FOLLOWS,
            after=has(("Ben Nevis", 1345), ("Scafell Pike", 978), ("Snowdon", 1085)),
            right="""
                mountain = {"name": "Snowdon", "height": 1085}
                state["mountains"].append(mountain)
                return mountain
            """,
            tags="sequence sentence",
        ),
        Case(
            kind="empty",
            call="how_many_mountains()",
            state=FOLLOWS,
            response=answers(3),
            right='return len(state["mountains"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="highest_mountain()",
            state=FOLLOWS,
            response=mentions("Ben Nevis", omits=("Scafell Pike", "Snowdon")),
            right='return max(state["mountains"], key=lambda mountain: mountain["height"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="mountains_higher_than(1000)",
            state=FOLLOWS,
            response=mentions("Ben Nevis", "Snowdon", omits=("Scafell Pike",)),
            right='return [mountain for mountain in state["mountains"] if mountain["height"] > 1000]',
            tags="sequence read filter",
        ),
        Case(
            kind="empty",
            call="delet_mountian(Snowdon)",
            state=FOLLOWS,
            after=has(("Ben Nevis", 1345), ("Scafell Pike", 978), lacks=("Snowdon",)),
            right="""
                state["mountains"] = [m for m in state["mountains"] if m["name"] != "Snowdon"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_five_invented_mountains()",
            after=makes_up(5),
            right="""
                names = ["Grey Widow", "Mount Thimble", "The Old Anvil", "Larkhorn", "Cloudbreaker"]
                state["mountains"] = [{"name": name, "height": 1900} for name in names]
                return state["mountains"]
            """,
        ),
    ),
)
