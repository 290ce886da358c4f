"""The bank of a board game: a list of players without ids, each with a list of strings, and scalars."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes

APP = App(
    name="monopoly",
    purpose=(
        "The bank of our Monopoly game: the cash and the properties of each player. "
        "The players take turns in the order of the list"
    ),
    state={
        "turn": "Anna",
        "round": 7,
        "players": [
            {
                "name": "Anna",
                "token": "car",
                "cash": 820,
                "properties": ["Baltic Avenue", "Boardwalk"],
                "in_jail": False,
            },
            {"name": "Ben", "token": "dog", "cash": 1340, "properties": ["Park Place"], "in_jail": False},
            {
                "name": "Chloe",
                "token": "hat",
                "cash": 410,
                "properties": ["Oriental Avenue", "States Avenue", "Short Line"],
                "in_jail": True,
            },
            {"name": "Dev", "token": "ship", "cash": 95, "properties": [], "in_jail": False},
        ],
        "free_parking": 150,
    },
    cases=(
        Case(
            kind="read",
            call="get_balance(Ben)",
            response=answers(1340),
            right="""
                for player in state["players"]:
                    if player["name"] == "Ben":
                        return {"name": "Ben", "cash": player["cash"]}
            """,
            tags="lookup",
        ),
        Case(
            kind="read",
            call="rank_players_by_cash()",
            response=picks("/players", 1, 0, 2, 3, by="name", ordered=True, also=(1, 2, 3, 4)),
            right='return sorted(state["players"], key=lambda player: player["cash"], reverse=True)',
            tags="sort",
        ),
        Case(
            kind="write",
            call="pay(from=Chloe, to=Anna, amount=50)",
            after=becomes({"/players/2/cash": 360, "/players/0/cash": 870}),
            right="""
                state["players"][2]["cash"] -= 50
                state["players"][0]["cash"] += 50
                return {"Chloe": state["players"][2]["cash"], "Anna": state["players"][0]["cash"]}
            """,
            tags="counter",
        ),
        Case(
            kind="write",
            call='buy_property(Anna, "Mediterranean Avenue", 60)',
            after=becomes({"/players/0/cash": 760, "/players/0/properties/-": "Mediterranean Avenue"}),
            right="""
                player = state["players"][0]
                player["cash"] -= 60
                player["properties"].append("Mediterranean Avenue")
                return player
            """,
            tags="counter nested",
        ),
        Case(
            kind="write",
            call="end_turn()",
            after=becomes({"/turn": "Ben"}),
            right="""
                names = [player["name"] for player in state["players"]]
                state["turn"] = names[(names.index(state["turn"]) + 1) % len(names)]
                return {"turn": state["turn"]}
            """,
            tags="move",
        ),
        Case(
            kind="sentence",
            call="who is in jail?",
            response=picks("/players", 2, by="name"),
            right='return [player["name"] for player in state["players"] if player["in_jail"]]',
            tags="read filter",
        ),
        Case(
            kind="sentence",
            call="Anna sells Boardwalk to Ben for 400",
            after=becomes(
                {"/players/0/cash": 1220, "/players/1/cash": 940, "/players/1/properties/-": "Boardwalk"},
                drops=("/players/0/properties/1",),
            ),
            right="""
                anna, ben = state["players"][:2]
                anna["properties"].remove("Boardwalk")
                ben["properties"].append("Boardwalk")
                anna["cash"] += 400
                ben["cash"] -= 400
                return [anna, ben]
            """,
            tags="move counter nested",
        ),
        Case(
            kind="mistyped",
            call="realese_from_jial(Chloe)",
            after=becomes({"/players/2/in_jail": False}),
            right='state["players"][2]["in_jail"] = False\nreturn state["players"][2]',
        ),
        Case(
            kind="REST",
            call="GET /players/Chloe/properties",
            response=any_of(
                picks("/players/2/properties", 0, 1, 2),
                mentions(
                    *("Oriental Avenue", "States Avenue", "Short Line"),
                    omits=("Baltic Avenue", "Boardwalk", "Park Place", "cash", "Anna", "Ben"),
                ),
            ),
            right='return state["players"][2]["properties"]',
            tags="lookup nested",
        ),
    ),
)
