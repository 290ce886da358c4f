"""An oven: scalars at the root, a list of strings, and an object of programs under their names."""

import re
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.reading import Reading
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes

MODES = ("top and bottom heat", "fan", "grill")


def says_on(seen: Seen) -> str:
    """Accept a text that says that it is on."""
    for candidate in Reading(seen).unwrapped():
        words = re.findall(r"[\w']+", candidate.casefold()) if isinstance(candidate, str) else []
        if {"on", "active", "enabled"} & {*words} and not {"no", "not", "isn't", "off"} & {*words}:
            return ""
    return "the response should say that it is on"


def lasagna(seen: Seen) -> str:
    """Accept a program that is named after the lasagna."""
    after: Any = seen.after
    return "" if any("lasagna" in name.casefold() for name in after["programs"]) else "it is not for lasagna"


APP = App(
    name="oven",
    purpose="The smart oven in our kitchen, temperatures in °C",
    state={
        "on": False,
        "mode": "grill",
        "temp": 180,
        "timer_minutes": 0,
        "light": False,
        "child_lock": True,
        "modes": [*MODES],
        "programs": {
            "pizza": {"mode": "top and bottom heat", "temp": 250, "minutes": 12},
            "roast chicken": {"mode": "fan", "temp": 190, "minutes": 75},
            "muffins": {"mode": "fan", "temp": 175, "minutes": 25},
        },
    },
    cases=(
        Case(
            kind="read",
            call="is_child_lock_on()",
            response=any_of(answers(True), says_on),
            right='return {"child_lock": state["child_lock"]}',
        ),
        Case(
            kind="read",
            call="programs_under_30_minutes()",
            response=any_of(
                picks("/programs", "pizza", "muffins"),
                mentions("pizza", "muffins", omits=("roast chicken", "modes")),
            ),
            right='return {k: v for k, v in state["programs"].items() if v["minutes"] < 30}',
            tags="filter key",
        ),
        Case(
            kind="write",
            call="set_timer(45)",
            after=becomes({"/timer_minutes": 45}),
            right='state["timer_minutes"] = 45\nreturn {"timer_minutes": 45}',
        ),
        Case(
            kind="write",
            call="turn_on(mode=fan, temp=200)",
            after=becomes({"/on": True, "/mode": "fan", "/temp": 200}),
            right="""
                state.update(on=True, mode="fan", temp=200)
                return {"on": True, "mode": "fan", "temp": 200}
            """,
        ),
        Case(
            kind="write",
            call="start_program(muffins)",
            after=becomes({"/on": True, "/mode": "fan", "/temp": 175, "/timer_minutes": 25}),
            right="""
                program = state["programs"]["muffins"]
                state.update(on=True, mode=program["mode"], temp=program["temp"])
                state["timer_minutes"] = program["minutes"]
                return {"message": "muffins started"}
            """,
            tags="lookup key",
        ),
        Case(
            kind="sentence",
            call="switch the light on and the child lock off",
            after=becomes({"/light": True, "/child_lock": False}),
            right="""
                state["light"], state["child_lock"] = True, False
                return {"light": True, "child_lock": False}
            """,
        ),
        Case(
            kind="REST",
            call="DELETE /programs/pizza",
            after=becomes(drops=("/programs/pizza",)),
            right='return state["programs"].pop("pizza")',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="incraese_temprature(10)",
            after=becomes({"/temp": 190}),
            right='state["temp"] += 10\nreturn {"temp": state["temp"]}',
            tags="counter",
        ),
        Case(
            kind="creative",
            call="add_a_program_for_lasagna()",
            after=all_of(
                added(
                    "/programs",
                    {
                        "mode": lambda mode: mode in MODES,
                        "temp": lambda temp: type(temp) in (int, float) and 120 <= temp <= 260,
                        "minutes": lambda minutes: type(minutes) in (int, float) and 10 <= minutes <= 180,
                    },
                ),
                lasagna,
            ),
            right="""
                state["programs"]["lasagna"] = {"mode": "top and bottom heat", "temp": 180, "minutes": 40}
                return state["programs"]["lasagna"]
            """,
            tags="key",
        ),
    ),
)
