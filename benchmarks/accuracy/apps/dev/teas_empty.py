"""A tea shelf, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions, nothing

APP = App(
    name="teas_empty",
    purpose="My tea shelf: what kind each tea is, and how many grams of it I have",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_teas()",
            response=nothing,
            right='return state.get("teas", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='add_tea("Earl Grey", kind=black, grams=100)',
            state=FOLLOWS,
            after=has(("Earl Grey", "black", 100)),
            right="""
                tea = {"name": "Earl Grey", "kind": "black", "grams": 100}
                state.setdefault("teas", []).append(tea)
                return tea
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /teas",
            data={"name": "Sencha", "kind": "green", "grams": 80},
            state=FOLLOWS,
            after=has(("Earl Grey", "black", 100), ("Sencha", "green", 80)),
            right="""
                tea = {"name": "Sencha", "kind": "green", "grams": 80}
                state["teas"].append(tea)
                return tea, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="add_tea(Assam, kind=black, grams=50)",
            state=FOLLOWS,
            after=has(("Earl Grey", "black", 100), ("Sencha", "green", 80), ("Assam", "black", 50)),
            right="""
                tea = {"name": "Assam", "kind": "black", "grams": 50}
                state["teas"].append(tea)
                return tea
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="which black teas do I have?",
            state=FOLLOWS,
            response=mentions("Earl Grey", "Assam", omits=("Sencha",)),
            right='return [tea for tea in state["teas"] if tea["kind"] == "black"]',
            tags="sequence read sentence filter",
        ),
        Case(
            kind="empty",
            call="I bought 40 more grams of Sencha",
            state=FOLLOWS,
            after=has(("Earl Grey", "black", 100), ("Sencha", "green", 120), ("Assam", "black", 50)),
            right="""
                for tea in state["teas"]:
                    if tea["name"] == "Sencha":
                        tea["grams"] += 40
                        return tea
            """,
            tags="sequence sentence counter",
        ),
        Case(
            kind="empty",
            call="total_grams()",
            state=FOLLOWS,
            response=answers(270, also=(3, "g", "grams")),
            right='return sum(tea["grams"] for tea in state["teas"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="delte_tea(Earl Gray)",
            state=FOLLOWS,
            after=has(("Sencha", "green", 120), ("Assam", "black", 50), lacks=("Earl Grey",)),
            right="""
                state["teas"] = [tea for tea in state["teas"] if tea["name"] != "Earl Grey"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_four_fruit_teas()",
            after=makes_up(4),
            right="""
                fruits = ["apple and cinnamon", "wild cherry", "peach and mango", "rose hip"]
                state["teas"] = [{"name": fruit, "kind": "fruit", "grams": 50} for fruit in fruits]
                return state["teas"]
            """,
        ),
    ),
)
