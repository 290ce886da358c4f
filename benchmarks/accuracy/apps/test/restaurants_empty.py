"""Restaurants to try, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up, things
from benchmarks.accuracy.responses import answers, mentions, nothing
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import all_of


def no_other_rating(seen: Seen) -> str:
    """Accept a state in which the other two restaurants did not get the 4."""
    for thing in things(seen.after):
        names = {str(scalar).casefold() for scalar in thing}
        if names & {"casa mia", "taj palace"} and any(type(s) in (int, float) and s == 4 for s in thing):
            return "only Golden Wok should be rated 4"
    return ""


APP = App(
    name="restaurants_empty",
    purpose="The restaurants that I want to try, and how I rate them (1 to 5) once I have been there",
    state={},
    cases=(
        Case(
            kind="empty",
            call="get_all_restaurants()",
            response=nothing,
            right='return state.get("restaurants", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='add_restaurant("Casa Mia", cuisine="Italian")',
            state=FOLLOWS,
            after=has(("Casa Mia", "Italian")),
            right="""
                restaurant = {"name": "Casa Mia", "cuisine": "Italian"}
                state.setdefault("restaurants", []).append(restaurant)
                return restaurant
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call='add_restaurant("Golden Wok", cuisine="Chinese")',
            state=FOLLOWS,
            after=has(("Casa Mia", "Italian"), ("Golden Wok", "Chinese")),
            right="""
                restaurant = {"name": "Golden Wok", "cuisine": "Chinese"}
                state["restaurants"].append(restaurant)
                return restaurant
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /restaurants",
            data={"name": "Taj Palace", "cuisine": "Indian"},
            state=FOLLOWS,
            after=has(("Casa Mia", "Italian"), ("Golden Wok", "Chinese"), ("Taj Palace", "Indian")),
            right="""
                restaurant = {"name": "Taj Palace", "cuisine": "Indian"}
                state["restaurants"].append(restaurant)
                return restaurant, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="count_restaurants()",
            state=FOLLOWS,
            response=answers(3),
            right='return len(state["restaurants"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call='rate("Golden Wok", 4)',
            state=FOLLOWS,
            after=all_of(
                has(
                    ("Casa Mia", "Italian"),
                    ("Golden Wok", "Chinese"),
                    ("Golden Wok", 4),
                    ("Taj Palace", "Indian"),
                    lacks=("unrated",),  # an older rating of none may go
                ),
                no_other_rating,
            ),
            right="""
                for restaurant in state["restaurants"]:
                    if restaurant["name"] == "Golden Wok":
                        restaurant["rating"] = 4
                        return restaurant
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="which Indian restaurant is on my list?",
            state=FOLLOWS,
            response=mentions("Taj Palace", omits=("Casa Mia", "Golden Wok")),
            right="""
                found = [r for r in state["restaurants"] if r["cuisine"] == "Indian"]
                return [restaurant["name"] for restaurant in found]
            """,
            tags="sequence read sentence filter",
        ),
        Case(
            kind="empty",
            call="remvoe_restaurant(Casa Mia)",
            state=FOLLOWS,
            after=has(
                ("Golden Wok", "Chinese"),
                ("Golden Wok", 4),
                ("Taj Palace", "Indian"),
                lacks=("Casa Mia",),
            ),
            right="""
                state["restaurants"] = [r for r in state["restaurants"] if r["name"] != "Casa Mia"]
                return {"message": "removed"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_five_sample_restaurants()",
            after=makes_up(5),
            right="""
                found = {
                    "Olive & Thyme": "Greek",
                    "Sakura Corner": "Japanese",
                    "El Mercado": "Mexican",
                    "Bistro Lune": "French",
                    "The Green Fork": "vegetarian",
                }
                state["restaurants"] = [{"name": name, "cuisine": found[name]} for name in found]
                return state["restaurants"]
            """,
        ),
    ),
)
