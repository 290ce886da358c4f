"""A school play: roles and their actors, scenes with lists of roles in them, and props."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks, prose
from benchmarks.accuracy.states import added, any_of, becomes

APP = App(
    name="schoolplay",
    purpose="Our school play: who plays which role, the scenes with their roles, and the props that we need",
    state={
        "title": "The Lost Lantern",
        "cast": {"Captain": "Wen", "Witch": "Sofia", "Lighthouse keeper": "Jonas", "Parrot": None},
        "scenes": [
            {"number": 1, "place": "harbour", "roles": ["Captain", "Parrot"], "minutes": 8},
            {"number": 2, "place": "forest", "roles": ["Witch"], "minutes": 6},
            {
                "number": 3,
                "place": "lighthouse",
                "roles": ["Captain", "Witch", "Lighthouse keeper"],
                "minutes": 12,
            },
        ],
        "props": [
            {"name": "lantern", "ready": True},
            {"name": "broom", "ready": False},
            {"name": "treasure map", "ready": False},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="who_plays(Witch)",
            response=answers("Sofia"),
            right='return state["cast"]["Witch"]',
            tags="key lookup",
        ),
        Case(
            kind="read",
            call="scenes_with(Captain)",
            response=any_of(
                picks("/scenes", 0, 2, by="number"),
                picks("/scenes", 0, 2, by="place"),
            ),
            right='return [scene for scene in state["scenes"] if "Captain" in scene["roles"]]',
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="total_minutes()",
            response=answers(26, also=(3, "The Lost Lantern")),
            right='return sum(scene["minutes"] for scene in state["scenes"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="set_actor(Parrot, Ling)",
            after=becomes({"/cast/Parrot": "Ling"}),
            right='state["cast"]["Parrot"] = "Ling"\nreturn state["cast"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="mark_ready(broom)",
            after=becomes({"/props/1/ready": True}),
            right="""
                for prop in state["props"]:
                    if prop["name"] == "broom":
                        prop["ready"] = True
                        return prop
            """,
        ),
        Case(
            kind="sentence",
            call="which role has nobody to play it yet?",
            response=mentions("Parrot", omits=("Captain", "Witch", "Lighthouse keeper")),
            right='return [role for role, actor in state["cast"].items() if actor is None]',
            tags="read filter key",
        ),
        Case(
            kind="REST",
            call="POST /scenes",
            data={"number": 4, "place": "beach", "roles": ["Captain", "Parrot"], "minutes": 5},
            after=added(
                "/scenes", {"number": 4, "place": "beach", "roles": ["Captain", "Parrot"], "minutes": 5}
            ),
            right="""
                scene = {"number": 4, "place": "beach", "roles": ["Captain", "Parrot"], "minutes": 5}
                state["scenes"].append(scene)
                return scene, 201
            """,
            tags="nested body",
        ),
        Case(
            kind="mistyped",
            call="swpa_actors(Captain, Witch)",
            after=becomes({"/cast/Captain": "Sofia", "/cast/Witch": "Wen"}),
            right="""
                cast = state["cast"]
                cast["Captain"], cast["Witch"] = cast["Witch"], cast["Captain"]
                return cast
            """,
            tags="key",
        ),
        Case(
            kind="creative",
            call="write_a_slogan_for_the_poster()",
            response=prose,
            right='return {"slogan": "Follow the light before the night is over!"}',
        ),
    ),
)
