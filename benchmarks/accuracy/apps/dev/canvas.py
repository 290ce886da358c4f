"""A pixel canvas: a grid of colours, a plain list of strings, a title and a flag."""

from copy import deepcopy
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import becomes, unchanged

PIXELS = [
    ["white", "red", "white", "red"],
    ["red", "red", "blue", "red"],
    ["white", "red", "red", "white"],
    ["white", "white", "white", "white"],
]
STATE: dict[str, Any] = {
    "title": "untitled",
    "show_grid": True,
    "palette": ["white", "red", "blue", "yellow"],
    "pixels": PIXELS,
}


def a_pattern(seen: Seen) -> str:
    """Accept another picture of the same size in two or more colours of the palette."""
    after: Any = deepcopy(seen.after)
    pixels = after.get("pixels") if isinstance(after, dict) else None
    if not isinstance(pixels, list) or len(pixels) != 4:
        return "there should be four rows"
    if any(not isinstance(row, list) or len(row) != 4 for row in pixels):
        return "each row should have four pixels"
    colours = [colour for row in pixels for colour in row]
    if any(colour not in STATE["palette"] for colour in colours) or len(set(colours)) < 2:
        return "the pixels should have colours of the palette"
    if pixels == PIXELS:
        return "the picture should be another"
    after["pixels"] = PIXELS
    return unchanged(Seen(seen.call, seen.data, seen.before, after, seen.response, seen.status))


APP = App(
    name="canvas",
    purpose="A pixel art canvas for my coding class; rows and columns count from 0",
    state=STATE,
    cases=(
        Case(
            kind="read",
            call="get_pixel(row=1, col=2)",
            response=answers("blue"),
            right='return state["pixels"][1][2]',
            tags="grid",
        ),
        Case(
            kind="write",
            call="set_pixel(3, 0, blue)",
            after=becomes({"/pixels/3/0": "blue"}),
            right='state["pixels"][3][0] = "blue"\nreturn state["pixels"]',
            tags="grid",
        ),
        Case(
            kind="write",
            call="fill_row(3, yellow)",
            after=becomes({"/pixels/3": ["yellow"] * 4}),
            right='state["pixels"][3] = ["yellow"] * len(state["pixels"][3])\nreturn state["pixels"][3]',
            tags="grid",
        ),
        Case(
            kind="write",
            call="add_to_palette(green)",
            after=becomes({"/palette/-": "green"}),
            right='state["palette"].append("green")\nreturn state["palette"]',
        ),
        Case(
            kind="sentence",
            call="turn every red pixel blue",
            after=becomes(
                {"/pixels": [["blue" if colour == "red" else colour for colour in row] for row in PIXELS]}
            ),
            right="""
                for row in state["pixels"]:
                    row[:] = ["blue" if colour == "red" else colour for colour in row]
                return state["pixels"]
            """,
            tags="grid",
        ),
        Case(
            kind="mistyped",
            call="conut_pixles(red)",
            response=answers(7),
            right='return sum(row.count("red") for row in state["pixels"])',
            tags="aggregation grid",
        ),
        Case(
            kind="mistyped",
            call="toglle_grid()",
            after=becomes({"/show_grid": False}),
            right='state["show_grid"] = not state["show_grid"]\nreturn {"show_grid": state["show_grid"]}',
            tags="flag",
        ),
        Case(
            kind="REST",
            call="PUT /pixels/2",
            data=["blue", "white", "white", "blue"],
            after=becomes({"/pixels/2": ["blue", "white", "white", "blue"]}),
            right='state["pixels"][2] = ["blue", "white", "white", "blue"]\nreturn state["pixels"][2]',
            tags="grid index body",
        ),
        Case(
            kind="creative",
            call="draw_random_pattern()",
            after=a_pattern,
            right="""
                colours = state["palette"]
                state["pixels"] = [[colours[(r + 2 * c) % len(colours)] for c in range(4)] for r in range(4)]
                return state["pixels"]
            """,
            tags="grid",
        ),
    ),
)
