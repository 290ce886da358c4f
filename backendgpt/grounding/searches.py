"""Calls that search for a text, and say no more: `search(guide)`, `find_notes(milk)`. Pure."""

from __future__ import annotations

from backendgpt.grounding import intent
from backendgpt.grounding.outline import singular
from backendgpt.grounding.scene import Scene

_SEARCHES = {"filter", "find", "search"}
_PLAIN = {*_SEARCHES, "all", "by", "entry", "for", "in", "item", "of", "text", "the", "thing", "with"}


def searched(scene: Scene) -> str:
    """Write the line that answers all that have a text in them, where only one field does.

    Args:
        scene: The call with the state in view.

    Returns:
        `    return [note for note in state["notes"] if args[0].lower() in note["text"].lower()]`.
    """
    call, words = scene.call, intent.words(scene.call)
    is_search = bool(_SEARCHES & {*words[:1]}) and len(call.args) == 1
    if not is_search or call.is_sentence or [len(notes) for notes in scene.found] != [1]:
        return ""
    note = scene.likeliest[0]
    if not note.those:
        return ""
    told = {singular(word) for step in note.path for word in intent.split(step[1])}
    told |= {singular(word) for word in intent.split(note.those)}
    if not {singular(word) for word in words} <= told | _PLAIN:
        return ""  # `search_open_tickets(printer)`
    return f"    return {note.text.partition(': ')[2]}\n"
