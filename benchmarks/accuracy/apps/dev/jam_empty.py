"""Home-made jam, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions, nothing

APP = App(
    name="jam_empty",
    purpose="The jam that I have made, and how many jars of each I still have",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_jams()",
            response=nothing,
            right='return state.get("jams", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call="add_jam(fruit=strawberry, jars=6, year=2023)",
            state=FOLLOWS,
            after=has(("strawberry", 6, 2023)),
            right="""
                jam = {"fruit": "strawberry", "jars": 6, "year": 2023}
                state.setdefault("jams", []).append(jam)
                return jam
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="add_jam(fruit=apricot, jars=4, year=2022)",
            state=FOLLOWS,
            after=has(("strawberry", 6, 2023), ("apricot", 4, 2022)),
            right="""
                jam = {"fruit": "apricot", "jars": 4, "year": 2022}
                state["jams"].append(jam)
                return jam
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /jams",
            data={"fruit": "plum", "jars": 9, "year": 2022},
            state=FOLLOWS,
            after=has(("strawberry", 6, 2023), ("apricot", 4, 2022), ("plum", 9, 2022)),
            right="""
                jam = {"fruit": "plum", "jars": 9, "year": 2022}
                state["jams"].append(jam)
                return jam, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="total_jars()",
            state=FOLLOWS,
            response=answers(19),
            right='return sum(jam["jars"] for jam in state["jams"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="give_away(fruit=plum, jars=2)",
            state=FOLLOWS,
            after=has(("strawberry", 6, 2023), ("apricot", 4, 2022), ("plum", 7, 2022), lacks=("9",)),
            right="""
                for jam in state["jams"]:
                    if jam["fruit"] == "plum":
                        jam["jars"] -= 2
                        return jam
            """,
            tags="sequence counter",
        ),
        Case(
            kind="empty",
            call="which jams are from 2022?",
            state=FOLLOWS,
            response=mentions("apricot", "plum", omits=("strawberry",)),
            right='return [jam for jam in state["jams"] if jam["year"] == 2022]',
            tags="sequence read sentence filter",
        ),
        Case(
            kind="empty",
            call="delte_jam(apricott)",
            state=FOLLOWS,
            after=has(("strawberry", 6, 2023), ("plum", 7, 2022), lacks=("apricot",)),
            right="""
                state["jams"] = [jam for jam in state["jams"] if jam["fruit"] != "apricot"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_five_unusual_jams()",
            after=makes_up(5),
            right="""
                fruits = ["pumpkin and ginger", "green tomato", "lavender pear", "carrot cake", "rose hip"]
                state["jams"] = [{"fruit": fruit, "jars": 3, "year": 2023} for fruit in fruits]
                return state["jams"]
            """,
        ),
    ),
)
