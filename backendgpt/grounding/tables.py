"""Calls that ask for things as a table of text: `invoices_as_csv()`. Pure."""

from __future__ import annotations

from backendgpt.grounding import intent
from backendgpt.grounding.outline import quoted, reach, reach_named
from backendgpt.grounding.scene import Scene

_JOINED = (
    """texts = [["" if cell is None else str(cell) for cell in row] for row in rows]""",
    """doubled = [[text.replace('"', '""') for text in row] for row in texts]""",
    """cells = [[f'"{text}"' if "," in text or '"' in text else text for text in row] for row in doubled]""",
    """return "\\n".join(",".join(row) for row in cells)""",
)
"""How rows of cells become text."""


def listed(scene: Scene) -> str:
    """Write the lines that answer things as comma-separated values, as RFC 4180 has them, with a header.

    Args:
        scene: The call with the state in view.

    Returns:
        The rows as lists, the name first of what is under names, and the line that joins them; nothing for
        things that have lists or objects in them.
    """
    call, words = scene.call, intent.words(scene.call)
    records = [each for each in scene.collections if each.fields and not each.is_deep]
    named = [each for each in records if each.name and intent.names(call, each.name)] or records
    if "csv" not in words or call.args or intent.changes(call) or intent.method(call) or len(named) != 1:
        return ""
    each = named[0]
    if any(isinstance(value, list | dict) for key in each.fields for value in each.values(key)):
        return ""
    loops, thing = (reach_named if each.named else reach)(each.inside)
    has_name = each.named and "name" not in each.fields
    header = [*["name"] * has_name, *each.fields]
    cells = [*["name"] * has_name, *(f"{thing}[{quoted(key)}]" for key in each.fields)]
    return "".join(
        f"    {line}\n"
        for line in (
            f"rows = [[{', '.join(map(quoted, header))}]]",
            f"rows += [[{', '.join(cells)}]{loops}]",
            *_JOINED,
        )
    )
