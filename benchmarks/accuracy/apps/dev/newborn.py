"""A baby's day: lists of objects without ids, counters, a list of strings, and an object of scalars."""

from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen, contains
from benchmarks.accuracy.states import added, becomes, unchanged


def asks_about_the_rash(seen: Seen) -> str:
    """Accept one more text, about the rash, among what to ask the doctor, and nothing else changed."""
    after: Any = seen.after
    old = APP.state["to_ask_doctor"]
    questions = after.get("to_ask_doctor") if isinstance(after, dict) else None
    if not isinstance(questions, list) or [text for text in questions if text in old] != old:
        return "the old questions should be there"
    fresh = [text for text in questions if text not in old]
    if len(fresh) != 1 or not isinstance(fresh[0], str) or not contains(fresh[0], "rash"):
        return "there should be one new question, about the rash"
    return unchanged(replace(seen, after={**after, "to_ask_doctor": old}))


APP = App(
    name="newborn",
    purpose="Log of our baby's day: bottles, naps and diapers",
    state={
        "baby": {"name": "Mila", "born": "2031-05-02", "weight_g": 3940},
        "bottles": [
            {"time": "06:15", "ml": 90, "by": "mum"},
            {"time": "09:40", "ml": 110, "by": "dad"},
            {"time": "13:05", "ml": 80, "by": "dad"},
            {"time": "16:20", "ml": 100, "by": "grandma"},
        ],
        "naps": [
            {"from": "07:00", "to": "08:30"},
            {"from": "10:30", "to": "12:00"},
            {"from": "14:10", "to": "15:00"},
        ],
        "diapers": {"wet": 5, "dirty": 2},
        "to_ask_doctor": ["vitamin D drops", "hiccups after feeding"],
    },
    cases=(
        Case(
            kind="read",
            call="total_ml()",
            response=answers(380, also=("ml", 4)),
            right='return sum(bottle["ml"] for bottle in state["bottles"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="last_bottle()",
            response=picks("/bottles", 3, by="time"),
            right='return state["bottles"][-1]',
        ),
        Case(
            kind="write",
            call="add_nap(17:00, 17:45)",
            after=added("/naps", {"from": "17:00", "to": "17:45"}),
            right="""
                state["naps"].append({"from": "17:00", "to": "17:45"})
                return state["naps"]
            """,
        ),
        Case(
            kind="write",
            call="set_weight(4010)",
            after=becomes({"/baby/weight_g": 4010}),
            right='state["baby"]["weight_g"] = 4010\nreturn state["baby"]',
            tags="nested",
        ),
        Case(
            kind="write",
            call="delete_last_bottle()",
            after=becomes(drops=("/bottles/3",)),
            right='return state["bottles"].pop()',
        ),
        Case(
            kind="sentence",
            call="how much did dad feed her?",
            response=answers(190, also=("ml", 2)),
            right='return sum(bottle["ml"] for bottle in state["bottles"] if bottle["by"] == "dad")',
            tags="read aggregation filter",
        ),
        Case(
            kind="sentence",
            call="we also want to ask the doctor about the rash on her arm",
            after=asks_about_the_rash,
            right="""
                state["to_ask_doctor"].append("rash on her arm")
                return state["to_ask_doctor"]
            """,
        ),
        Case(
            kind="REST",
            call="POST /bottles",
            data={"time": "19:30", "ml": 120, "by": "mum"},
            after=added("/bottles", {"time": "19:30", "ml": 120, "by": "mum"}),
            right="""
                bottle = {"time": "19:30", "ml": 120, "by": "mum"}
                state["bottles"].append(bottle)
                return bottle, 201
            """,
            tags="body",
        ),
        Case(
            kind="mistyped",
            call="add_wet_daiper()",
            after=becomes({"/diapers/wet": 6}),
            right='state["diapers"]["wet"] += 1\nreturn state["diapers"]',
            tags="counter",
        ),
    ),
)
