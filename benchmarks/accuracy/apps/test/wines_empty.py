"""Wines that somebody tasted, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions, nothing

APP = App(
    name="wines_empty",
    purpose="The wines that I have tasted, each with my rating from 1 to 10",
    state={},
    cases=(
        Case(
            kind="empty",
            call="get_wines()",
            response=nothing,
            right='return state.get("wines", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='add_wine(name="Barolo", color="red", rating=9)',
            state=FOLLOWS,
            after=has(("Barolo", "red", 9)),
            right="""
                wine = {"name": "Barolo", "color": "red", "rating": 9}
                state.setdefault("wines", []).append(wine)
                return wine
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /wines",
            data={"name": "Sancerre", "color": "white", "rating": 7},
            state=FOLLOWS,
            after=has(("Barolo", "red", 9), ("Sancerre", "white", 7)),
            right="""
                wine = {"name": "Sancerre", "color": "white", "rating": 7}
                state["wines"].append(wine)
                return wine, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call='add_wine("Rioja", "red", 6)',
            state=FOLLOWS,
            after=has(("Barolo", "red", 9), ("Sancerre", "white", 7), ("Rioja", "red", 6)),
            right="""
                wine = {"name": "Rioja", "color": "red", "rating": 6}
                state["wines"].append(wine)
                return wine
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="how many red wines have I tasted?",
            state=FOLLOWS,
            response=answers(2),
            right='return sum(wine["color"] == "red" for wine in state["wines"])',
            tags="sequence read sentence aggregation",
        ),
        Case(
            kind="empty",
            call="set_rating(Sancerre, 8)",
            state=FOLLOWS,
            after=has(("Barolo", "red", 9), ("Sancerre", "white", 8), ("Rioja", "red", 6)),
            right="""
                for wine in state["wines"]:
                    if wine["name"] == "Sancerre":
                        wine["rating"] = 8
                        return wine
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="best_wine()",
            state=FOLLOWS,
            response=mentions("Barolo", omits=("Sancerre", "Rioja")),
            right='return max(state["wines"], key=lambda wine: wine["rating"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="delete_wien(Rioja)",
            state=FOLLOWS,
            after=has(("Barolo", "red", 9), ("Sancerre", "white", 8), lacks=("Rioja",)),
            right="""
                state["wines"] = [wine for wine in state["wines"] if wine["name"] != "Rioja"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_five_sample_wines()",
            after=makes_up(5),
            right="""
                names = ["Chianti", "Riesling", "Malbec", "Chablis", "Tempranillo"]
                state["wines"] = [{"name": name, "rating": 7} for name in names]
                return state["wines"]
            """,
        ),
    ),
)
