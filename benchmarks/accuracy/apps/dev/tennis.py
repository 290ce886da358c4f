"""The ladder of a tennis club: a list of strings whose order counts, and a list of courts."""

import json

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, mentions, picks, prose
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import all_of, any_of, becomes


def best_first(seen: Seen) -> str:
    """Accept a response that names Ines before Paul before Kofi."""
    text = json.dumps(seen.response, ensure_ascii=False)
    places = [text.find(name) for name in ("Ines", "Paul", "Kofi")]
    return "" if places == sorted(places) else "the best player should come first"


APP = App(
    name="tennis",
    purpose=(
        "The ladder of our tennis club, best player first. Who beats a player further up takes that place, "
        "and those in between move down by one. New players start at the bottom"
    ),
    state={
        "club": "TC Seaview",
        "ladder": ["Ines", "Paul", "Kofi", "Marta", "Leo", "Yara"],
        "fee": 45,
        "fee_paid": ["Ines", "Kofi", "Yara"],
        "courts": [
            {"number": 1, "surface": "clay", "open": True},
            {"number": 2, "surface": "clay", "open": False},
            {"number": 3, "surface": "grass", "open": True},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="rank(Marta)",
            response=answers(4, also=(6,)),
            right='return state["ladder"].index("Marta") + 1',
        ),
        Case(
            kind="read",
            call="top(3)",
            response=all_of(
                mentions("Ines", "Paul", "Kofi", omits=("Marta", "Leo", "Yara", "clay")),
                best_first,
            ),
            right='return state["ladder"][:3]',
        ),
        Case(
            kind="write",
            call="add_player(Nils)",
            after=becomes({"/ladder/-": "Nils"}),
            right='state["ladder"].append("Nils")\nreturn state["ladder"]',
        ),
        Case(
            kind="write",
            call="mark_fee_paid(Paul)",
            after=any_of(
                becomes({"/fee_paid/-": "Paul"}),
                becomes({"/fee_paid": ["Ines", "Paul", "Kofi", "Yara"]}),
                becomes({"/fee_paid": ["Paul", "Ines", "Kofi", "Yara"]}),
            ),
            right='state["fee_paid"].append("Paul")\nreturn state["fee_paid"]',
        ),
        Case(
            kind="sentence",
            call="who has not paid the fee yet?",
            response=any_of(
                picks("/ladder", 1, 3, 4),
                mentions("Paul", "Marta", "Leo", omits=("Ines", "Kofi", "Yara")),
            ),
            right='return [name for name in state["ladder"] if name not in state["fee_paid"]]',
            tags="filter",
        ),
        Case(
            kind="sentence",
            call="Leo beat Paul today",
            after=becomes(order={"/ladder": [0, 4, 1, 2, 3, 5]}),
            right="""
                ladder = state["ladder"]
                ladder.remove("Leo")
                ladder.insert(ladder.index("Paul"), "Leo")
                return ladder
            """,
            tags="move",
        ),
        Case(
            kind="REST",
            call="GET /courts?surface=clay",
            response=picks("/courts", 0, 1, by="number"),
            right='return [court for court in state["courts"] if court["surface"] == "clay"]',
            tags="filter",
        ),
        Case(
            kind="creative",
            call="write_an_invitation_to_our_summer_party()",
            response=prose,
            after=has(),  # it may be kept, beside what was there
            right='return "Dear members of TC Seaview, come and celebrate the summer with us!"',
        ),
        Case(
            kind="mistyped",
            call="remvoe_playr(Leo)",
            after=becomes(drops=("/ladder/4",)),
            right='state["ladder"].remove("Leo")\nreturn state["ladder"]',
        ),
    ),
)
