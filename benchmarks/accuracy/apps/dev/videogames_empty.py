"""Video games, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions

APP = App(
    name="videogames_empty",
    purpose="The video games I own, and how many hours I have played each",
    state={},
    cases=(
        Case(
            kind="empty",
            call='add_game("Hollow Knight", platform=Switch, hours=8)',
            after=has(("Hollow Knight", "Switch", 8)),
            right="""
                game = {"title": "Hollow Knight", "platform": "Switch", "hours": 8}
                state.setdefault("games", []).append(game)
                return game
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /games",
            data={"title": "Stardew Valley", "platform": "PC", "hours": 12},
            state=FOLLOWS,
            after=has(("Hollow Knight", "Switch", 8), ("Stardew Valley", "PC", 12)),
            right="""
                game = {"title": "Stardew Valley", "platform": "PC", "hours": 12}
                state["games"].append(game)
                return game, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call='add_game("Celeste", platform=Switch, hours=5)',
            state=FOLLOWS,
            after=has(("Hollow Knight", "Switch", 8), ("Stardew Valley", "PC", 12), ("Celeste", "Switch", 5)),
            right="""
                game = {"title": "Celeste", "platform": "Switch", "hours": 5}
                state["games"].append(game)
                return game
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="list_games(platform=Switch)",
            state=FOLLOWS,
            response=mentions("Hollow Knight", "Celeste", omits=("Stardew Valley",)),
            right='return [game for game in state["games"] if game["platform"] == "Switch"]',
            tags="sequence read filter",
        ),
        Case(
            kind="empty",
            call="I played Stardew Valley for another 4 hours",
            state=FOLLOWS,
            after=has(("Hollow Knight", "Switch", 8), ("Stardew Valley", "PC", 16), ("Celeste", "Switch", 5)),
            right="""
                for game in state["games"]:
                    if game["title"] == "Stardew Valley":
                        game["hours"] += 4
                        return game
            """,
            tags="sequence sentence counter",
        ),
        Case(
            kind="empty",
            call="set_status(Celeste, finished)",
            state=FOLLOWS,
            after=has(
                ("Hollow Knight", "Switch", 8),
                ("Stardew Valley", "PC", 16),
                ("Celeste", "Switch", 5),
                ("Celeste", "finished"),
            ),
            right="""
                for game in state["games"]:
                    if game["title"] == "Celeste":
                        game["status"] = "finished"
                        return game
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="total_hours()",
            state=FOLLOWS,
            response=answers(29, also=(3, "hours")),
            right='return sum(game["hours"] for game in state["games"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call='delte_game("Hollow Knigth")',
            state=FOLLOWS,
            after=has(
                ("Stardew Valley", "PC", 16),
                ("Celeste", "Switch", 5),
                ("Celeste", "finished"),
                lacks=("Hollow Knight",),
            ),
            right="""
                state["games"] = [game for game in state["games"] if game["title"] != "Hollow Knight"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="creative",
            call="add_five_games_i_might_like()",
            after=makes_up(5),
            right="""
                titles = ["Moss Kingdom", "Tiny Rockets", "The Long Ferry", "Beekeeper Saga", "Night Kiosk"]
                state["games"] = [{"title": title, "platform": "PC", "hours": 0} for title in titles]
                return state["games"]
            """,
        ),
    ),
)
