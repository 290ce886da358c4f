"""The meters of a house: objects in objects, with readings under the months."""

import json
import re

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, prose
from benchmarks.accuracy.seen import Seen, walk
from benchmarks.accuracy.states import any_of, becomes

WATER: dict[str, Json] = {"Jan": 612, "Feb": 620, "Mar": 629, "Apr": 637}


def tells_25(seen: Seen) -> str:
    """Accept a sentence with this number in it, e.g. beside the readings that it comes from."""
    texts = [node for node in walk(seen.response) if isinstance(node, str)]
    found = any(re.search(r"(?<![\w.,])25(?!\w|[.,][1-9])", text) for text in texts)
    return "" if found and seen.status < 400 else "the response should say 25"


def three_tips(seen: Seen) -> str:
    """Accept a collection of three different texts, or a single text with three sentences or lines."""
    if problem := prose(seen):
        return problem
    nodes = list(walk(seen.response))
    for node in nodes:
        if isinstance(node, list | dict):
            items = [v for k, v in node.items() if k != "message"] if isinstance(node, dict) else node
            tips = {text for text in map(json.dumps, items) if len(text.split()) > 1}
            if len(tips) == 3:
                return ""
    texts = [node for node in nodes if isinstance(node, str) and len(node.split()) > 2]
    parts = [part for part in re.split(r"[.!;\n]+|\d\)", texts[0]) if len(part.split()) > 1] if texts else []
    return "" if len(texts) == 1 and len(parts) >= 3 else "the response should have three tips"


APP = App(
    name="utilities",
    purpose=(
        "The meter readings of our house, taken on the first of each month; price is what one unit costs in €"
    ),
    state={
        "address": "Birch Lane 12",
        "meters": {
            "electricity": {
                "unit": "kWh",
                "price": 0.32,
                "readings": {"Jan": 10450, "Feb": 10712, "Mar": 10961, "Apr": 11240},
            },
            "gas": {
                "unit": "m³",
                "price": 1.15,
                "readings": {"Jan": 3120, "Feb": 3305, "Mar": 3428, "Apr": 3490},
            },
            "water": {"unit": "m³", "price": 4.2, "readings": WATER},
        },
    },
    cases=(
        Case(
            kind="read",
            call="latest_reading(gas)",
            response=answers(3490, ["Apr", 3490], also=("Apr", "m³")),
            right='return state["meters"]["gas"]["readings"]["Apr"]',
            tags="key nested",
        ),
        Case(
            kind="read",
            call="list_readings(water)",
            response=any_of(
                answers(WATER, [*WATER.values()], also=("m³",)),
                mentions("612", "620", "629", "637", omits=("10450", "3120", "4.2", "4.20")),
            ),
            right='return state["meters"]["water"]["readings"]',
            tags="key nested",
        ),
        Case(
            kind="read",
            call="total_cost(from=Mar, to=Apr)",
            response=any_of(answers(194.18, also=(89.28, 71.3, 33.6, "€", "EUR")), mentions("194.18")),
            right="""
                total = 0
                for meter in state["meters"].values():
                    total += (meter["readings"]["Apr"] - meter["readings"]["Mar"]) * meter["price"]
                return round(total, 2)
            """,
            tags="aggregation key nested",
        ),
        Case(
            kind="write",
            call="add_reading(meter=electricity, month=May, value=11498)",
            after=becomes({"/meters/electricity/readings/May": 11498}),
            right="""
                state["meters"]["electricity"]["readings"]["May"] = 11498
                return state["meters"]["electricity"]["readings"]
            """,
            tags="key nested",
        ),
        Case(
            kind="write",
            call="correct_reading(gas, Mar, 3438)",
            after=becomes({"/meters/gas/readings/Mar": 3438}),
            right="""
                state["meters"]["gas"]["readings"]["Mar"] = 3438
                return state["meters"]["gas"]["readings"]
            """,
            tags="key nested",
        ),
        Case(
            kind="sentence",
            call="how much water did we use from January to April?",
            response=any_of(
                answers(25, also=(612, 637, "m³", "Jan", "Apr", "January", "April", "water")), tells_25
            ),
            right="""
                readings = state["meters"]["water"]["readings"]
                return readings["Apr"] - readings["Jan"]
            """,
            tags="read aggregation key nested",
        ),
        Case(
            kind="sentence",
            call="electricity costs 0.35 now",
            after=becomes({"/meters/electricity/price": 0.35}),
            right='state["meters"]["electricity"]["price"] = 0.35\nreturn state["meters"]["electricity"]',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="delte_readng(water, Jan)",
            after=becomes(drops=("/meters/water/readings/Jan",)),
            right="""
                del state["meters"]["water"]["readings"]["Jan"]
                return state["meters"]["water"]["readings"]
            """,
            tags="key nested",
        ),
        Case(
            kind="creative",
            call="give_me_three_energy_saving_tips()",
            response=three_tips,
            right="""
                return [
                    "Switch off devices at the wall instead of leaving them on standby.",
                    "Air the rooms briefly with the heating turned down.",
                    "Wash at 30 degrees and only with a full machine.",
                ]
            """,
        ),
    ),
)
