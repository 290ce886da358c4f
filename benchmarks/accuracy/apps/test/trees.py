"""The trees in a park: a list at the root, with ids that do not start at 1."""

import re
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, no_error, prose
from benchmarks.accuracy.seen import Seen, walk
from benchmarks.accuracy.states import added, any_of, becomes

TREES: list[dict[str, Any]] = [
    {"id": 101, "species": "oak", "height": 18.5, "planted": 1962, "sick": False},
    {"id": 102, "species": "linden", "height": 12, "planted": 1988, "sick": True},
    {"id": 103, "species": "birch", "height": 9.5, "planted": 2004, "sick": False},
    {"id": 104, "species": "oak", "height": 7, "planted": 2011, "sick": True},
    {"id": 105, "species": "maple", "height": 14, "planted": 1979, "sick": False},
]


def healthy(value: Any) -> bool:
    """Accept a tree that is not known to be sick."""
    return value is None or value is False


def is_csv(seen: Seen) -> str:
    """Accept a text, or texts, with a line for each tree that has all its values, parted by commas or so."""
    texts = [node for node in walk(seen.response) if isinstance(node, str)]
    rows = [_cells(line) for text in texts for line in text.splitlines()]
    for tree in TREES:
        values = [tree["id"], tree["species"], tree["height"], tree["planted"]]
        flags = {"true", "yes", "1"} if tree["sick"] else {"false", "no", "0"}
        if not any(set(_cells(",".join(map(str, values)))) <= set(row) and flags & set(row) for row in rows):
            return f"the response should have a line of CSV with {values}"
    return no_error(seen)


def _cells(line: str) -> list[str]:
    cells = [cell.strip(" \"'").casefold() for cell in re.split(r"[,;\t]", line)]
    return [re.sub(r"^(\d+)\.0+$", r"\1", cell) for cell in cells]


APP = App(
    name="trees",
    purpose="The trees in our park. height is in metres, planted is the year",
    state=TREES,
    cases=(
        Case(
            kind="read",
            call="average_height()",
            response=answers(12.2, also=(5,)),
            right='return {"average_height": sum(tree["height"] for tree in state) / len(state)}',
            tags="aggregation root-list",
        ),
        Case(
            kind="read",
            call="get_trees_as_csv()",
            response=is_csv,
            right="""
                lines = [",".join(str(value) for value in tree.values()) for tree in state]
                return "\\n".join([",".join(state[0]), *lines])
            """,
            tags="format root-list",
        ),
        Case(
            kind="write",
            call="add_tree(species=cherry, height=2.5, planted=2023)",
            after=added(
                "",
                {"species": "cherry", "height": 2.5, "planted": 2023, "sick": healthy},
                optional=("sick",),
            ),
            right="""
                tree = {"id": 106, "species": "cherry", "height": 2.5, "planted": 2023, "sick": False}
                state.append(tree)
                return tree
            """,
            tags="root-list",
        ),
        Case(
            kind="write",
            call="sort_by_height()",
            after=any_of(becomes(order={"": [3, 2, 1, 4, 0]}), becomes(order={"": [0, 4, 1, 2, 3]})),
            right='state.sort(key=lambda tree: tree["height"])\nreturn state',
            tags="sort root-list",
        ),
        Case(
            kind="sentence",
            call="cut down all the sick trees",
            after=becomes(drops=("/1", "/3")),
            right='state[:] = [tree for tree in state if not tree["sick"]]\nreturn state',
            tags="filter root-list",
        ),
        Case(
            kind="REST",
            call="GET /trees/104",
            response=answers(TREES[3]),
            right='return next(tree for tree in state if tree["id"] == 104)',
            tags="id root-list",
        ),
        Case(
            kind="REST",
            call="PATCH /trees/105",
            data={"height": 14.6, "sick": True},
            after=becomes({"/4/height": 14.6, "/4/sick": True}),
            right="state[4].update(height=14.6, sick=True)\nreturn state[4]",
            tags="id body root-list",
        ),
        Case(
            kind="mistyped",
            call="mark_haelthy(102)",
            after=becomes({"/1/sick": False}),
            right='state[1]["sick"] = False\nreturn state[1]',
            tags="id root-list",
        ),
        Case(
            kind="creative",
            call="write_a_poem_about_the_oldest_tree()",
            response=prose,
            right="""
                return {"poem": "Oak, you have stood since sixty-two,\\nand all the park looks up to you."}
            """,
        ),
    ),
)
