"""A vegetable garden: lists of strings within objects under names, dates and counters under names."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, mentions, picks, prose
from benchmarks.accuracy.states import added, any_of, becomes

APP = App(
    name="garden",
    purpose="Planner for my vegetable garden",
    state={
        "beds": {
            "north": {"sun": False, "square_meters": 4, "plants": ["kale", "mint"]},
            "south": {"sun": True, "square_meters": 6.5, "plants": ["tomato", "basil", "pepper"]},
            "greenhouse": {"sun": True, "square_meters": 3, "plants": []},
        },
        "last_watered": {"north": "2025-05-02", "south": "2025-05-04", "greenhouse": "2025-04-29"},
        "seeds": {"carrot": 40, "kale": 12, "bean": 0},
    },
    cases=(
        Case(
            kind="read",
            call="plants_in(south)",
            response=any_of(
                picks("/beds/south/plants", 0, 1, 2),
                mentions("tomato", "basil", "pepper", omits=("kale", "mint", "square_meters")),
            ),
            right='return state["beds"][args[0]]["plants"]',
            tags="key nested",
        ),
        Case(
            kind="read",
            call="driest_bed()",
            response=any_of(
                picks("/beds", "greenhouse", also=("2025-04-29",)),
                picks("/last_watered", "greenhouse"),
            ),
            right="""
                bed = min(state["last_watered"], key=lambda name: state["last_watered"][name])
                return {"bed": bed, "last_watered": state["last_watered"][bed]}
            """,
            tags="aggregation date key",
        ),
        Case(
            kind="write",
            call="plant(greenhouse, cucumber)",
            after=becomes({"/beds/greenhouse/plants/-": "cucumber"}),
            right='state["beds"][args[0]]["plants"].append(args[1])\nreturn state["beds"][args[0]]',
            tags="key nested",
        ),
        Case(
            kind="write",
            call='water(north, "2025-05-06")',
            after=becomes({"/last_watered/north": "2025-05-06"}),
            right='state["last_watered"][args[0]] = args[1]\nreturn {"message": "watered"}',
            tags="key date",
        ),
        Case(
            kind="write",
            call="transplant(basil, from=south, to=greenhouse)",
            after=becomes({"/beds/greenhouse/plants/-": "basil"}, drops=("/beds/south/plants/1",)),
            right="""
                state["beds"][args[1]["from"]]["plants"].remove(args[0])
                state["beds"][args[1]["to"]]["plants"].append(args[0])
                return state["beds"]
            """,
            tags="move key nested",
        ),
        Case(
            kind="sentence",
            call="how many carrot seeds do I have left?",
            response=answers(40),
            right='return state["seeds"]["carrot"]',
            tags="counter",
        ),
        Case(
            kind="mistyped",
            call="buy_sedes(bean, 30)",
            after=becomes({"/seeds/bean": 30}),
            right='state["seeds"][args[0]] += args[1]\nreturn state["seeds"]',
            tags="counter",
        ),
        Case(
            kind="REST",
            call="PUT /beds/herbs",
            data={"sun": True, "square_meters": 1.5, "plants": ["sage"]},
            after=added("/beds", {"sun": True, "square_meters": 1.5, "plants": ["sage"]}, key="herbs"),
            right="""
                state["beds"]["herbs"] = {"sun": True, "square_meters": 1.5, "plants": ["sage"]}
                return state["beds"]["herbs"], 201
            """,
            tags="key",
        ),
        Case(
            kind="creative",
            call="write_a_haiku_about_the_garden()",
            response=prose,
            after=has(),  # it may be kept, beside what was there
            right='return "Kale in morning shade / tomatoes lean to the light / the hose starts to sing"',
        ),
    ),
)
