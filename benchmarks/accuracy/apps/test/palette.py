"""Colors of a website: an object of strings, a list of pairs, a list of strings, and scalars."""

import json
import re
from copy import deepcopy
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, no_error
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of, becomes, unchanged

COLORS = {
    "primary": "#2563eb",
    "accent": "#f59e0b",
    "text": "#111827",
    "background": "#f9fafb",
    "danger": "#dc2626",
}


def css_variables(seen: Seen) -> str:
    """Accept all colors as CSS variables, in one text or several."""
    text = json.dumps(seen.response, ensure_ascii=False)
    missing = [
        name
        for name, color in COLORS.items()
        if not re.search(rf"--[\w-]*{name}\b[^#]{{0,25}}{color}", text, re.IGNORECASE)
    ]
    return f"the response should have CSS variables for {missing}" if missing else no_error(seen)


def three_pastels(seen: Seen) -> str:
    """Accept three more names with light colors, and nothing else changed."""
    after: Any = deepcopy(seen.after)
    colors = after.get("colors") if isinstance(after, dict) else None
    if not isinstance(colors, dict):
        return "the colors are gone"
    fresh = {name: color for name, color in colors.items() if name not in COLORS}
    if len(fresh) != 3 or len({str(color).casefold() for color in fresh.values()}) != 3:
        return "there should be three new colors, all different"
    for color in fresh.values():
        digits = re.fullmatch(r"#([0-9a-f]{6})", str(color), re.IGNORECASE)
        if not digits or sum(bytes.fromhex(digits[1])) < 3 * 128:
            return f"{color!r} is no pastel color written like the others"
    after["colors"] = {name: color for name, color in colors.items() if name not in fresh}
    return unchanged(Seen(seen.call, seen.data, seen.before, after, seen.response, seen.status))


APP = App(
    name="palette",
    purpose="The colors and fonts of our website. A gradient goes from one of the colors to another",
    state={
        "colors": COLORS,
        "gradients": [["primary", "accent"], ["accent", "danger"]],
        "fonts": ["Inter", "Lora", "JetBrains Mono"],
        "borderRadius": 8,
        "darkMode": False,
    },
    cases=(
        Case(
            kind="read",
            call="getColor(danger)",
            response=answers("#dc2626"),
            right='return {"danger": state["colors"]["danger"]}',
            tags="key",
        ),
        Case(
            kind="read",
            call="getColorsAsCssVariables()",
            response=css_variables,
            right="""
                lines = [f"  --{name}: {color};" for name, color in state["colors"].items()]
                return ":root {\\n" + "\\n".join(lines) + "\\n}"
            """,
            tags="form key",
        ),
        Case(
            kind="write",
            call='setColor(accent, "#10b981")',
            after=any_of(becomes({"/colors/accent": "#10b981"}), becomes({"/colors/accent": "#10B981"})),
            right='state["colors"]["accent"] = "#10b981"\nreturn state["colors"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="addGradient(primary, danger)",
            after=becomes({"/gradients/-": ["primary", "danger"]}),
            right='state["gradients"].append(["primary", "danger"])\nreturn state["gradients"]',
            tags="nested",
        ),
        Case(
            kind="write",
            call="removeGradient(0)",
            after=becomes(drops=("/gradients/0",)),
            right='return state["gradients"].pop(0)',
            tags="index nested",
        ),
        Case(
            kind="sentence",
            call="make the corners a bit rounder, 12 instead of 8",
            after=becomes({"/borderRadius": 12}),
            right='state["borderRadius"] = 12\nreturn {"borderRadius": 12}',
        ),
        Case(
            kind="REST",
            call="POST /colors",
            data={"success": "#16a34a"},
            after=becomes({"/colors/success": "#16a34a"}),
            right='state["colors"]["success"] = "#16a34a"\nreturn state["colors"], 201',
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="removFont(Lroa)",
            after=becomes(drops=("/fonts/1",)),
            right='state["fonts"].remove("Lora")\nreturn state["fonts"]',
        ),
        Case(
            kind="creative",
            call="addThreePastelColors()",
            after=three_pastels,
            right="""
                pastels = {"blush": "#fbcfe8", "mint": "#bbf7d0", "lavender": "#ddd6fe"}
                state["colors"].update(pastels)
                return pastels
            """,
            tags="key",
        ),
    ),
)
