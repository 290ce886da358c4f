"""A drinking log: an object of lists of numbers, and scalars that say what they mean."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes

APP = App(
    name="hydration",
    purpose="How much I drink, in ml. drinks has the drinks of each day, in the order in which I had them",
    state={
        "goal": 2000,
        "glass_ml": 250,
        "today": "Thu",
        "drinks": {
            "Mon": [300, 500, 500, 400, 400],
            "Tue": [250, 500, 330],
            "Wed": [500, 500, 250, 750, 250],
            "Thu": [300, 250],
        },
    },
    cases=(
        Case(
            kind="read",
            call="get_totals_per_day()",
            response=answers({"Mon": 2100, "Tue": 1080, "Wed": 2250, "Thu": 550}),
            right='return {day: sum(drinks) for day, drinks in state["drinks"].items()}',
            tags="aggregation key",
        ),
        Case(
            kind="read",
            call="remaining_today()",
            response=any_of(answers(1450, also=(550, 2000, "Thu")), mentions("1450"), mentions("1,450")),
            right='return state["goal"] - sum(state["drinks"][state["today"]])',
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call="drink(330)",
            after=becomes({"/drinks/Thu/-": 330}),
            right='state["drinks"][state["today"]].append(330)\nreturn state["drinks"][state["today"]]',
            tags="key nested",
        ),
        Case(
            kind="write",
            call="set_goal(2500)",
            after=becomes({"/goal": 2500}),
            right='state["goal"] = 2500\nreturn {"goal": 2500}',
        ),
        Case(
            kind="write",
            call="undo_last_drink()",
            after=becomes(drops=("/drinks/Thu/1",)),
            right='return state["drinks"][state["today"]].pop()',
            tags="key nested position",
        ),
        Case(
            kind="sentence",
            call="on which days did I reach my goal?",
            response=any_of(
                picks("/drinks", "Mon", "Wed", also=(2100, 2250, 2000, True)),
                answers({"Mon": 2100, "Wed": 2250}, {"Mon": True, "Tue": False, "Wed": True, "Thu": False}),
                mentions("Monday", "Wednesday", omits=("Tuesday", "Thursday", "Tue", "Thu")),
            ),
            right='return [day for day, drinks in state["drinks"].items() if sum(drinks) >= state["goal"]]',
            tags="read filter aggregation key",
        ),
        Case(
            kind="sentence",
            call="I just had two glasses of water",
            after=any_of(
                becomes({"/drinks/Thu": [300, 250, 250, 250]}), becomes({"/drinks/Thu": [300, 250, 500]})
            ),
            right="""
                state["drinks"][state["today"]] += [state["glass_ml"]] * 2
                return state["drinks"][state["today"]]
            """,
            tags="key nested",
        ),
        Case(
            kind="REST",
            call="POST /drinks",
            data={"day": "Wed", "ml": 200},
            after=becomes({"/drinks/Wed/-": 200}),
            right='state["drinks"]["Wed"].append(200)\nreturn {"day": "Wed", "ml": 200}, 201',
            tags="key body nested",
        ),
        Case(
            kind="mistyped",
            call="get_dirnks(Tue)",
            response=any_of(
                answers([250, 500, 330], also=(1080,)),
                mentions("250", "500", "330", omits=("300", "400", "750", "goal")),
            ),
            right='return state["drinks"]["Tue"]',
            tags="read key",
        ),
    ),
)
