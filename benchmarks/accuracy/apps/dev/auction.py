"""A charity auction: lots with lists of bids in them, and two scalars."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes, invented, unused

new_lot = unused(1, 2, 3, 4, 5)


def price(value: Any) -> bool:
    """Accept an amount of money."""
    return type(value) in (int, float) and value > 0


def numbered(seen: Seen) -> str:
    """Accept lots that all have a number of their own."""
    after: Any = seen.after
    numbers = [lot.get("lot") for lot in after["lots"]]
    return "" if len(set(numbers)) == len(numbers) else "two lots have the same number"


APP = App(
    name="auction",
    purpose=(
        "The charity auction of our school. A bid must be higher than the highest bid on its lot, "
        "or at least the start price if it is the first; other bids are refused"
    ),
    state={
        "open": True,
        "currency": "EUR",
        "lots": [
            {
                "lot": 1,
                "title": "Signed football",
                "start_price": 40,
                "bids": [{"bidder": "Marta", "amount": 45}, {"bidder": "Ken", "amount": 60}],
            },
            {
                "lot": 2,
                "title": "Weekend in a cabin",
                "start_price": 150,
                "bids": [{"bidder": "Ken", "amount": 150}],
            },
            {"lot": 3, "title": "Oil painting", "start_price": 80, "bids": []},
            {
                "lot": 4,
                "title": "Balloon ride",
                "start_price": 200,
                "bids": [
                    {"bidder": "Aisha", "amount": 210},
                    {"bidder": "Marta", "amount": 230},
                    {"bidder": "Aisha", "amount": 260},
                ],
            },
            {"lot": 5, "title": "Chocolate basket", "start_price": 15, "bids": []},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="lots_without_bids()",
            response=any_of(picks("/lots", 2, 4, by="title"), picks("/lots", 2, 4, by="lot")),
            right='return [lot for lot in state["lots"] if not lot["bids"]]',
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="highest_bid(4)",
            response=answers(
                260, {"bidder": "Aisha", "amount": 260}, also=(4, "Aisha", "Balloon ride", "EUR")
            ),
            right="""
                lot = next(lot for lot in state["lots"] if lot["lot"] == 4)
                return max(lot["bids"], key=lambda bid: bid["amount"])
            """,
            tags="aggregation nested id",
        ),
        Case(
            kind="write",
            call="bid(lot=1, bidder=Aisha, amount=55)",
            response=anything,
            right='return {"error": "the highest bid on lot 1 is 60"}, 409',
            tags="conditional nested",
        ),
        Case(
            kind="write",
            call='add_lot("Cooking class", start_price=50)',
            after=added("/lots", {"lot": new_lot, "title": "Cooking class", "start_price": 50, "bids": []}),
            right="""
                lot = {"lot": 6, "title": "Cooking class", "start_price": 50, "bids": []}
                state["lots"].append(lot)
                return lot
            """,
        ),
        Case(
            kind="write",
            call="close_auction()",
            after=becomes({"/open": False}),
            right='state["open"] = False\nreturn {"open": False}',
        ),
        Case(
            kind="sentence",
            call="who is winning the balloon ride right now?",
            response=any_of(
                answers("Aisha", {"bidder": "Aisha", "amount": 260}, also=(260, 4, "Balloon ride", "EUR")),
                mentions("Aisha", omits=("Marta", "Ken", "Signed football")),
            ),
            right="""
                lot = next(lot for lot in state["lots"] if lot["title"] == "Balloon ride")
                return max(lot["bids"], key=lambda bid: bid["amount"])["bidder"]
            """,
            tags="aggregation nested read",
        ),
        Case(
            kind="REST",
            call="POST /lots/2/bids",
            data={"bidder": "Aisha", "amount": 175},
            after=becomes({"/lots/1/bids/-": {"bidder": "Aisha", "amount": 175}}),
            right="""
                for lot in state["lots"]:
                    if lot["lot"] == 2:
                        lot["bids"].append({"bidder": "Aisha", "amount": 175})
                        return lot["bids"][-1], 201
            """,
            tags="nested id body",
        ),
        Case(
            kind="mistyped",
            call='renmae_lot(3, "Oil painting of the harbour")',
            after=becomes({"/lots/2/title": "Oil painting of the harbour"}),
            right="""
                for lot in state["lots"]:
                    if lot["lot"] == 3:
                        lot["title"] = "Oil painting of the harbour"
                        return lot
            """,
            tags="id",
        ),
        Case(
            kind="creative",
            call="add_three_funny_lots()",
            after=all_of(
                invented("/lots", "title", *[{"lot": new_lot, "start_price": price, "bids": []}] * 3),
                numbered,
            ),
            right="""
                titles = ["A haircut by the headmaster", "One excuse for late homework", "A sock with a past"]
                for number, title in enumerate(titles, start=6):
                    lot = {"lot": number, "title": title, "start_price": 10, "bids": []}
                    state["lots"].append(lot)
                return state["lots"][-3:]
            """,
        ),
    ),
)
