"""A dinner planner that begins empty."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions

APP = App(
    name="dinners_empty",
    purpose="Plans the dinners of the week",
    state={},
    cases=(
        Case(
            kind="empty",
            call="plan_dinner(monday, lasagna)",
            after=has(("monday", "lasagna")),
            right="""
                state.setdefault("dinners", {})[args[0]] = {"dish": args[1]}
                return state["dinners"]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call='plan_dinner(tuesday, "fish tacos")',
            state=FOLLOWS,
            after=has(("monday", "lasagna"), ("tuesday", "fish tacos")),
            right="""
                state.setdefault("dinners", {})[args[0]] = {"dish": args[1]}
                return state["dinners"]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="what's for dinner on tuesday?",
            state=FOLLOWS,
            response=mentions("fish tacos", omits=("lasagna",)),
            right='return state["dinners"]["tuesday"]["dish"]',
            tags="sequence read sentence",
        ),
        Case(
            kind="empty",
            call="POST /dinners",
            data={"day": "friday", "dish": "ramen", "cook": "Ben"},
            state=FOLLOWS,
            after=has(("monday", "lasagna"), ("tuesday", "fish tacos"), ("friday", "ramen", "Ben")),
            right="""
                state["dinners"]["friday"] = {"dish": "ramen", "cook": "Ben"}
                return state["dinners"]["friday"], 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="change_dinner(monday, risotto)",
            state=FOLLOWS,
            after=has(
                ("monday", "risotto"),
                ("tuesday", "fish tacos"),
                ("friday", "ramen", "Ben"),
                lacks=("lasagna",),
            ),
            right='state["dinners"][args[0]]["dish"] = args[1]\nreturn state["dinners"]',
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="cancle_diner(tuesday)",
            state=FOLLOWS,
            after=has(("monday", "risotto"), ("friday", "ramen", "Ben"), lacks=("fish tacos",)),
            right='return state["dinners"].pop(args[0])',
            tags="sequence mistyped",
        ),
        Case(
            kind="empty",
            call="count_dinners()",
            state=FOLLOWS,
            response=answers(2),
            right='return len(state["dinners"])',
            tags="sequence read",
        ),
        Case(
            kind="empty",
            call="plan_seven_vegetarian_dinners()",
            after=makes_up(7),
            right="""
                days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
                dishes = ["dal", "pumpkin soup", "falafel", "gnocchi", "chana masala", "pizza", "ratatouille"]
                state["dinners"] = {day: {"dish": dish} for day, dish in zip(days, dishes)}
                return state["dinners"]
            """,
            tags="creative",
        ),
    ),
)
