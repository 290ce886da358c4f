"""A raffle: names under the numbers of tickets, prizes that may have a winner, and scalars at the root."""

import re

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen, walk
from benchmarks.accuracy.states import any_of, becomes, invented


def nobody(value: object) -> bool:
    """Accept that nobody has won a prize yet."""
    return value in (None, "")


def says_counts(seen: Seen) -> str:
    """Accept a sentence with each person beside the number of tickets: Beth has 3, Yusuf 2, Carol 1."""
    right = [{"Beth", "3"}, {"Yusuf", "2"}, {"Carol", "1"}]
    for node in walk(seen.response):
        if seen.status < 400 and isinstance(node, str):
            found = re.findall(r"Beth|Yusuf|Carol|\d+", node)
            pairs = [{*found[start : start + 2]} for start in range(0, len(found), 2)]
            if len(pairs) == len(right) and all(pair in pairs for pair in right):
                return ""
    return "the response should say how many tickets each person has bought"


APP = App(
    name="raffle",
    purpose=(
        "The raffle at our summer fair: tickets says who bought which number, "
        "and every prize is won by somebody with a ticket"
    ),
    state={
        "ticketPrice": 2.5,
        "salesOpen": True,
        "tickets": {"7": "Beth", "12": "Yusuf", "13": "Yusuf", "21": "Carol", "40": "Beth", "41": "Beth"},
        "prizes": [
            {"name": "picnic basket", "winner": None},
            {"name": "cinema vouchers", "winner": "Yusuf"},
            {"name": "garden gnome", "winner": None},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="moneyRaised()",
            response=answers(15, also=(6, 2.5)),
            right='return {"total": len(state["tickets"]) * state["ticketPrice"]}',
            tags="aggregation arithmetic",
        ),
        Case(
            kind="read",
            call="ticketsOf(Beth)",
            response=any_of(
                picks("/tickets", "7", "40", "41"), mentions("7", "40", "41", omits=("12", "13", "21"))
            ),
            right='return [number for number, name in state["tickets"].items() if name == "Beth"]',
            tags="filter key",
        ),
        Case(
            kind="write",
            call="sellTicket(22, Dimitri)",
            after=becomes({"/tickets/22": "Dimitri"}),
            right='state["tickets"]["22"] = "Dimitri"\nreturn {"22": "Dimitri"}',
            tags="key",
        ),
        Case(
            kind="write",
            call='drawWinner("picnic basket")',
            after=any_of(*(becomes({"/prizes/0/winner": name}) for name in ("Beth", "Yusuf", "Carol"))),
            right="""
                for prize in state["prizes"]:
                    if prize["name"] == "picnic basket":
                        prize["winner"] = state["tickets"]["21"]
                        return prize
            """,
            tags="lookup",
        ),
        Case(
            kind="sentence",
            call="how many tickets has each person bought?",
            response=any_of(answers({"Beth": 3, "Yusuf": 2, "Carol": 1}, also=(6,)), says_counts),
            right="""
                counts = {}
                for name in state["tickets"].values():
                    counts[name] = counts.get(name, 0) + 1
                return counts
            """,
            tags="read aggregation key",
        ),
        Case(
            kind="sentence",
            call="Carol gave her ticket to Yusuf",
            after=becomes({"/tickets/21": "Yusuf"}),
            right='state["tickets"]["21"] = "Yusuf"\nreturn state["tickets"]',
            tags="key",
        ),
        Case(
            kind="REST",
            call="DELETE /tickets/40",
            after=becomes(drops=("/tickets/40",)),
            right='return state["tickets"].pop("40")',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="clsoeSales()",
            after=becomes({"/salesOpen": False}),
            right='state["salesOpen"] = False\nreturn {"salesOpen": False}',
        ),
        Case(
            kind="creative",
            call="addThreePrizes()",
            after=invented("/prizes", "name", *[{"winner": nobody}] * 3, optional=("winner",)),
            right="""
                for name in "box of chocolates", "board game", "hand-knitted scarf":
                    state["prizes"].append({"name": name, "winner": None})
                return state["prizes"][-3:]
            """,
        ),
    ),
)
