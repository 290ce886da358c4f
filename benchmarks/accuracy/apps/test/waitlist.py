"""The waiting list of a restaurant: parties in order and without ids, a list of strings, and scalars."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes, invented


def not_outside(value: Any) -> bool:
    """Accept a party that did not ask for a table outside."""
    return value is None or value is False


def kim_is_last(seen: Seen) -> str:
    """Accept a list at whose end Kim stands."""
    after: Any = seen.after
    return "" if after["waiting"][-1]["name"] == "Kim" else "Kim should be the last"


APP = App(
    name="waitlist",
    purpose=(
        "The waiting list of our restaurant: the first party in waiting gets the next table, "
        "and seated has the names of those who have one"
    ),
    state={
        "restaurant": "Casa Luna",
        "open": True,
        "waiting": [
            {"name": "Lopez", "people": 4, "since": "18:35", "outside": False},
            {"name": "Schmidt", "people": 2, "since": "18:40", "outside": True},
            {"name": "Okoye", "people": 6, "since": "18:52", "outside": True},
            {"name": "Bianchi", "people": 2, "since": "19:05", "outside": False},
        ],
        "seated": ["Huber", "Nakamura"],
    },
    cases=(
        Case(
            kind="read",
            call="count_people_waiting()",
            response=any_of(answers(14, also=(4,)), mentions("14 people")),
            right='return sum(party["people"] for party in state["waiting"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="seat_next()",
            after=any_of(
                becomes({"/seated/-": "Lopez"}, drops=("/waiting/0",)),
                becomes({"/seated": ["Lopez", "Huber", "Nakamura"]}, drops=("/waiting/0",)),
            ),
            right="""
                party = state["waiting"].pop(0)
                state["seated"].append(party["name"])
                return party
            """,
            tags="move",
        ),
        Case(
            kind="write",
            call='add_party("Kim", 3)',
            after=all_of(
                added(
                    "/waiting",
                    {"name": "Kim", "people": 3, "outside": not_outside},
                    optional=("since", "outside"),
                ),
                kim_is_last,
            ),
            right="""
                party = {"name": "Kim", "people": 3, "since": "19:10", "outside": False}
                state["waiting"].append(party)
                return party
            """,
        ),
        Case(
            kind="write",
            call="cancel(Schmidt)",
            after=becomes(drops=("/waiting/1",)),
            right='return state["waiting"].pop(1)',
        ),
        Case(
            kind="sentence",
            call="who wants to sit outside?",
            response=picks("/waiting", 1, 2, by="name"),
            right='return [party["name"] for party in state["waiting"] if party["outside"]]',
            tags="read filter",
        ),
        Case(
            kind="sentence",
            call="the Okoyes are only 5 people now",
            after=becomes({"/waiting/2/people": 5}),
            right='state["waiting"][2]["people"] = 5\nreturn state["waiting"][2]',
        ),
        Case(
            kind="REST",
            call="GET /waiting?people=2",
            response=picks("/waiting", 1, 3, by="name"),
            right='return [party for party in state["waiting"] if party["people"] == 2]',
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call="mvoe_to_frnot(Bianchi)",
            after=becomes(order={"/waiting": [3, 0, 1, 2]}),
            right="""
                state["waiting"].insert(0, state["waiting"].pop())
                return state["waiting"]
            """,
            tags="move",
        ),
        Case(
            kind="creative",
            call="add_three_sample_parties()",
            after=invented("/waiting", "name", {}, {}, {}),
            right="""
                for name, people in (("Petrov", 3), ("Dubois", 5), ("Larsen", 2)):
                    party = {"name": name, "people": people, "since": "19:15", "outside": False}
                    state["waiting"].append(party)
                return state["waiting"][-3:]
            """,
        ),
    ),
)
