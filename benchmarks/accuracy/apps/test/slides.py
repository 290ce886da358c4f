"""The slides of a talk: objects without ids, a list of strings in each, and an index at the root."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import any_of, becomes, invented

APP = App(
    name="slides",
    purpose="The slides of my talk; current is the index of the slide that is on the screen",
    state={
        "title": "Growing tomatoes on a balcony",
        "speaker": "Nadia Brandt",
        "current": 2,
        "slides": [
            {"heading": "Why tomatoes?", "bullets": ["They taste better", "Kids love them"], "minutes": 3},
            {"heading": "The right pot", "bullets": ["At least 20 litres", "Holes below"], "minutes": 4},
            {
                "heading": "Soil and water",
                "bullets": ["Peat-free soil", "Keep the leaves dry", "Feed once a week"],
                "minutes": 6,
            },
            {"heading": "Common mistakes", "bullets": ["Too little sun", "Planting too early"], "minutes": 5},
            {"heading": "Questions", "bullets": [], "minutes": 10},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="show_current_slide()",
            response=picks(
                "/slides", 2, by="heading", also=(2, 5, "Growing tomatoes on a balcony", "Nadia Brandt")
            ),
            right='return state["slides"][state["current"]]',
            tags="index",
        ),
        Case(
            kind="read",
            call="total_minutes()",
            response=answers(28, also=(5,)),
            right='return sum(slide["minutes"] for slide in state["slides"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="next_slide()",
            after=becomes({"/current": 3}),
            right='state["current"] += 1\nreturn state["slides"][state["current"]]',
            tags="counter index",
        ),
        Case(
            kind="write",
            call='add_bullet(2, "Water in the morning")',
            after=becomes({"/slides/2/bullets/-": "Water in the morning"}),
            right='state["slides"][2]["bullets"].append("Water in the morning")\nreturn state["slides"][2]',
            tags="index nested",
        ),
        Case(
            kind="write",
            call="delete_last_slide()",
            after=becomes(drops=("/slides/4",)),
            right='return state["slides"].pop()',
            tags="index",
        ),
        Case(
            kind="sentence",
            call="swap the first two slides",
            after=becomes(order={"/slides": [1, 0, 2, 3, 4]}),
            right="""
                slides = state["slides"]
                slides[0], slides[1] = slides[1], slides[0]
                return slides
            """,
            tags="move index",
        ),
        Case(
            kind="sentence",
            call="which slide takes the longest?",
            response=any_of(picks("/slides", 4, by="heading", also=(4,)), answers(4, also=("Questions", 10))),
            right='return max(state["slides"], key=lambda slide: slide["minutes"])',
            tags="read aggregation",
        ),
        Case(
            kind="mistyped",
            call='renmae_slide(3, "Typical mistakes")',
            after=becomes({"/slides/3/heading": "Typical mistakes"}),
            right='state["slides"][3]["heading"] = "Typical mistakes"\nreturn state["slides"][3]',
            tags="index",
        ),
        Case(
            kind="creative",
            call="add_two_slides_about_pests()",
            after=invented("/slides", "heading", {}, {}),
            right="""
                aphids = {"heading": "Aphids", "bullets": ["Look under the leaves", "Spray with soap"]}
                snails = {"heading": "Slugs and snails", "bullets": ["Copper tape around the pot"]}
                new = [{**aphids, "minutes": 3}, {**snails, "minutes": 2}]
                state["slides"] += new
                return new
            """,
        ),
    ),
)
