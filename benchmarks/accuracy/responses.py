"""Checkers of responses. What they forgive is written in seen.py."""

from __future__ import annotations

import json
import re

from backendgpt.jsonvalue import Json
from benchmarks.accuracy.reading import Reading, Thing, are_things
from benchmarks.accuracy.seen import Check, Seen, contains, walk


def anything(_: Seen) -> str:
    """Accept every response and every status, e.g. of a call for something that is not there."""
    return ""


def no_error(seen: Seen) -> str:
    """Accept every response that does not say that the call failed."""
    response = seen.response
    if seen.status >= 400:
        return f"the status is {seen.status}"
    text = response
    if isinstance(response, dict):
        if response.get("error") or False in (response.get("success"), response.get("ok")):
            return f"the response reports a failure: {response}"
        text = response.get("message")
    found = re.search(r"\b(error|not found|invalid|failed|cannot|unable|no such)\b", str(text), re.IGNORECASE)
    known = json.dumps([seen.call, seen.data, seen.before], ensure_ascii=False).casefold()
    if isinstance(text, str) and found and found[0].casefold() not in known:
        return f"the response reports a failure: {text}"
    return ""


def answers(*values: Json, also: tuple[Json, ...] = ()) -> Check:
    """Accept a response that gives one of `values`, bare or wrapped.

    Args:
        values: The right answers.
        also: Scalars that a wrapper may hold beside it.
    """

    def check(seen: Seen) -> str:
        reading = Reading(seen, also)
        if seen.status < 400 and any(reading.gives(value) for value in values):
            return ""
        return f"the response should be {json.dumps(values[0], ensure_ascii=False)}"

    return check


def picks(
    where: str,
    *which: str | int,
    by: str | None = None,
    ordered: bool = False,
    also: tuple[Json, ...] = (),
) -> Check:
    """Accept a response that gives these things and no others.

    Args:
        where: JSON Pointer to a list, or to an object of things, in the state before.
        which: Indexes or keys of the right things, or pointers to them from there (without the first slash).
        by: The field that names a thing.
        ordered: Whether the order counts.
        also: Scalars that the response may hold beside what stands in the things.
    """

    def check(seen: Seen) -> str:
        right = [Thing.at(seen.before, f"{where}/{key}", by, also) for key in which]
        reading = Reading(seen, also)
        names = [str(thing.names[0]) for thing in right if thing.names]
        for candidate in reading.unwrapped():
            if isinstance(candidate, str) and names and reading.has_names(candidate, names):
                return ""
            if are_things(candidate, right, ordered) or (len(right) == 1 and right[0].is_meant_by(candidate)):
                return ""
        values = [thing.value for thing in right]
        return f"the response should give {json.dumps(values, ensure_ascii=False)}"

    return check


def mentions(*texts: str, omits: tuple[str, ...] = ()) -> Check:
    """Accept a response in which all of `texts` occur and none of `omits`, whatever its shape."""

    def check(seen: Seen) -> str:
        text = json.dumps(seen.response, ensure_ascii=False)
        missing = [phrase for phrase in texts if not contains(text, phrase)]
        surplus = [phrase for phrase in omits if contains(text, phrase)]
        wrong = f"the response lacks {missing}" if missing else ""
        return wrong or (f"the response should not have {surplus}" if surplus else no_error(seen))

    return check


def nothing(seen: Seen) -> str:
    """Accept a response that says that there is nothing: empty, null, zero, or a sentence."""
    for candidate in Reading(seen).unwrapped():
        if candidate in ([], {}, None, 0, ""):
            return ""
        if isinstance(candidate, str) and re.search(r"\b(no|empty|nothing)\b", candidate, re.IGNORECASE):
            return ""
    return "the response should say that there is nothing"


def prose(seen: Seen) -> str:
    """Accept a response with a made-up text of two words or more in it, and nothing like it in the state."""
    known = {node for node in walk(seen.before) if isinstance(node, str)}
    texts = [node for node in walk(seen.response) if isinstance(node, str) and node not in known]
    if not any(len(text.split()) > 1 for text in texts):
        return "the response should have a text of its own"
    return no_error(seen)
