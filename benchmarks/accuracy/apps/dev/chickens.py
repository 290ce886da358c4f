"""A chicken coop: a list of strings, numbers under the days of the week, and scalars."""

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions
from benchmarks.accuracy.states import any_of, becomes, letters, more_texts

HENS: list[Json] = ["Henrietta", "Peggy", "Dotty", "Marge"]


def are_names(hens: list[str]) -> bool:
    """Tell whether two hens have names of their own."""
    dull = {"", "hen", "newhen", "chicken", "name", "funnyname", "elvis"}
    return len(letters(hens)) == 2 and not letters(hens) & dull


APP = App(
    name="chickens",
    purpose=(
        "My chickens and their eggs this week. Eggs that I collect count for their day and go into "
        "the stock; those that I sell come out of it"
    ),
    state={
        "hens": [*HENS],
        "rooster": "Elvis",
        "eggs": {"monday": 3, "tuesday": 4, "wednesday": 2, "thursday": 3},
        "eggs_in_stock": 9,
        "price_per_egg": 0.4,
        "feed_kg": 12.5,
        "coop": {"door": "open", "last_cleaned": "2025-04-12"},
    },
    cases=(
        Case(
            kind="read",
            call="total_eggs_this_week()",
            response=answers(12),
            right='return sum(state["eggs"].values())',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="best_day()",
            response=answers("tuesday", {"tuesday": 4}, ["tuesday", 4], also=(4,)),
            right='return max(state["eggs"], key=lambda day: state["eggs"][day])',
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call="sell_eggs(6)",
            after=becomes({"/eggs_in_stock": 3}),
            right='state["eggs_in_stock"] -= 6\nreturn {"eggs_in_stock": state["eggs_in_stock"]}',
            tags="counter",
        ),
        Case(
            kind="write",
            call="collect_eggs(friday, 5)",
            after=becomes({"/eggs/friday": 5, "/eggs_in_stock": 14}),
            right="""
                state["eggs"]["friday"] = state["eggs"].get("friday", 0) + 5
                state["eggs_in_stock"] += 5
                return {"friday": 5, "eggs_in_stock": state["eggs_in_stock"]}
            """,
            tags="counter key",
        ),
        Case(
            kind="write",
            call="add_hen(Nugget)",
            after=any_of(becomes({"/hens/-": "Nugget"}), becomes({"/hens": ["Nugget", *HENS]})),
            right='state["hens"].append("Nugget")\nreturn state["hens"]',
        ),
        Case(
            kind="sentence",
            call="Marge now lives with my neighbour, take her off the list",
            after=becomes(drops=("/hens/3",)),
            right='state["hens"].remove("Marge")\nreturn state["hens"]',
        ),
        Case(
            kind="sentence",
            call="how much money would I get for all the eggs in stock?",
            response=any_of(
                answers(3.6, also=(9, 0.4)),
                mentions("3.6", omits=("Elvis", "Peggy")),
                mentions("3.60", omits=("Elvis", "Peggy")),
            ),
            right='return round(state["eggs_in_stock"] * state["price_per_egg"], 2)',
            tags="aggregation read",
        ),
        Case(
            kind="mistyped",
            call="clsoe_coop_dor()",
            after=becomes({"/coop/door": "closed"}),
            right='state["coop"]["door"] = "closed"\nreturn state["coop"]',
            tags="nested",
        ),
        Case(
            kind="creative",
            call="add_two_hens_with_funny_names()",
            after=more_texts("/hens", 2, are_names),
            right='state["hens"] += ["Princess Lay-a", "Attila the Hen"]\nreturn state["hens"]',
        ),
    ),
)
