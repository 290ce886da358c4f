"""After-school clubs: a list of objects with lists of names in them, and a rule in the purpose."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, picks
from benchmarks.accuracy.states import becomes

SIGN_UP = """
    child, wanted = args
    for club in state["clubs"]:
        if club["name"] == wanted:
            if len(club["children"]) >= club["max"]:
                return {"error": "the club is full"}, 409
            club["children"].append(child)
            return club
"""

APP = App(
    name="afterschool",
    purpose="Sign-ups for our after-school clubs. No club ever takes more children than its max",
    state={
        "term": "autumn",
        "signups_open": True,
        "clubs": [
            {
                "name": "Drama",
                "day": "Monday",
                "teacher": "Ms Ode",
                "max": 4,
                "children": ["Lily", "Omar", "Zara"],
            },
            {
                "name": "Coding",
                "day": "Wednesday",
                "teacher": "Mr Finch",
                "max": 3,
                "children": ["Ben", "Omar", "Suki"],
            },
            {"name": "Judo", "day": "Wednesday", "teacher": "Ms Ode", "max": 10, "children": ["Lily"]},
            {"name": "Cooking", "day": "Friday", "teacher": "Mrs Hall", "max": 6, "children": []},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="clubs_of(Omar)",
            response=picks("/clubs", 0, 1, by="name"),
            right='return [club["name"] for club in state["clubs"] if args[0] in club["children"]]',
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="free_places(Drama)",
            response=answers(1, also=(3, 4)),
            right="""
                club = [club for club in state["clubs"] if club["name"] == args[0]][0]
                return club["max"] - len(club["children"])
            """,
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call="sign_up(Noor, Judo)",
            after=becomes({"/clubs/2/children/-": "Noor"}),
            right=SIGN_UP,
            tags="nested",
        ),
        Case(
            kind="write",
            call="sign_up(Noor, Coding)",
            response=anything,
            right=SIGN_UP,
            tags="rule nested",
        ),
        Case(
            kind="write",
            call="close_signups()",
            after=becomes({"/signups_open": False}),
            right='state["signups_open"] = False\nreturn {"signups_open": False}',
        ),
        Case(
            kind="sentence",
            call="which clubs are on Wednesday?",
            response=picks("/clubs", 1, 2, by="name"),
            right='return [club["name"] for club in state["clubs"] if club["day"] == "Wednesday"]',
            tags="filter",
        ),
        Case(
            kind="sentence",
            call="move Zara from Drama to Cooking",
            after=becomes({"/clubs/3/children/-": "Zara"}, drops=("/clubs/0/children/2",)),
            right="""
                clubs = {club["name"]: club for club in state["clubs"]}
                clubs["Drama"]["children"].remove("Zara")
                clubs["Cooking"]["children"].append("Zara")
                return state["clubs"]
            """,
            tags="move nested",
        ),
        Case(
            kind="mistyped",
            call="remvoe_chlid(Ben, Codng)",
            after=becomes(drops=("/clubs/1/children/0",)),
            right='state["clubs"][1]["children"].remove("Ben")\nreturn state["clubs"][1]',
            tags="nested",
        ),
        Case(
            kind="REST",
            call="PATCH /clubs/Judo",
            data={"day": "Thursday", "max": 12},
            after=becomes({"/clubs/2/day": "Thursday", "/clubs/2/max": 12}),
            right="""
                for club in state["clubs"]:
                    if club["name"] == "Judo":
                        club.update(day="Thursday", max=12)
                        return club
            """,
            tags="body",
        ),
    ),
)
