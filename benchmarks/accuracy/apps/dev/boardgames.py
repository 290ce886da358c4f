"""A shelf of board games: the state is a bare object of things under their names."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, becomes


def is_range(value: Any) -> bool:
    """Accept the fewest and the most players."""
    return (
        isinstance(value, list)
        and [type(number) for number in value] == [int, int]
        and value == sorted(value)
    )


def two_new_games(seen: Seen) -> str:
    """Accept two games with made-up names that look like the others, and nothing else changed."""
    fresh = seen.after.keys() - APP.state if isinstance(seen.after, dict) else set()
    names = {name.strip("0123456789 _").casefold() for name in fresh}
    if len(names) != 2 or names & {"", "game", "party game", "new game", "party_game", "new_game"}:
        return "there should be two new games with names"
    like_others = {"players": is_range, "lent_to": None}
    return added("", like_others, like_others)(seen)


APP = App(
    name="boardgames",
    purpose="Our shelf of board games; players is the fewest and the most",
    state={
        "Catan": {"players": [3, 4], "minutes": 90, "rating": 7, "lent_to": None, "plays": 11},
        "Azul": {"players": [2, 4], "minutes": 40, "rating": 8.5, "lent_to": "Nadia", "plays": 6},
        "Pandemic": {"players": [2, 4], "minutes": 45, "rating": 8, "lent_to": None, "plays": 0},
        "Codenames": {"players": [4, 8], "minutes": 15, "rating": 7.5, "lent_to": None, "plays": 23},
        "Dixit": {"players": [3, 6], "minutes": 30, "rating": 6.5, "lent_to": None, "plays": 2},
    },
    cases=(
        Case(
            kind="read",
            call="games_for(players=5)",
            response=picks("", "Codenames", "Dixit", also=(5,)),
            right="""
                number = args["players"]
                return [name for name, g in state.items() if g["players"][0] <= number <= g["players"][1]]
            """,
            tags="filter key nested",
        ),
        Case(
            kind="read",
            call="top_rated_game()",
            response=picks("", "Azul"),
            right="return max(state, key=lambda name: state[name]['rating'])",
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call="log_play(Pandemic)",
            after=becomes({"/Pandemic/plays": 1}),
            right="state[args[0]]['plays'] += 1\nreturn state[args[0]]",
            tags="counter key",
        ),
        Case(
            kind="write",
            call="lend(Monopoly, to=Omar)",
            response=anything,
            right='return {"error": "there is no game Monopoly"}, 404',
            tags="absent key",
        ),
        Case(
            kind="sentence",
            call="Nadia brought Azul back",
            after=becomes({"/Azul/lent_to": None}),
            right="state['Azul']['lent_to'] = None\nreturn {'message': 'Azul is back on the shelf'}",
            tags="key",
        ),
        Case(
            kind="sentence",
            call="what can we play in half an hour or less?",
            response=picks("", "Codenames", "Dixit", also=(30,)),
            right="return [name for name, game in state.items() if game['minutes'] <= 30]",
            tags="filter key",
        ),
        Case(
            kind="mistyped",
            call="who_hsa(Azull)",
            response=answers("Nadia", also=("Azul",)),
            right="return state['Azul']['lent_to']",
            tags="key",
        ),
        Case(
            kind="REST",
            call="PATCH /Codenames",
            data={"rating": 8, "minutes": 20},
            after=becomes({"/Codenames/rating": 8, "/Codenames/minutes": 20}),
            right="state['Codenames'].update(rating=8, minutes=20)\nreturn state['Codenames']",
            tags="key",
        ),
        Case(
            kind="REST",
            call="DELETE /Catan",
            after=becomes(drops=("/Catan",)),
            right="return state.pop('Catan')",
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_two_party_games()",
            after=two_new_games,
            right="""
                for name in "Wavelength", "Just One":
                    state[name] = {"players": [3, 8], "minutes": 30, "rating": 7, "lent_to": None, "plays": 0}
                return {"message": "added"}
            """,
            tags="key",
        ),
    ),
)
