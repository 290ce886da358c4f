"""What speaks against an outcome, as far as that can be seen from outside. Pure.

A function may run and still be wrong: a question that changes the state, a new thing without the fields of
the others, three things where five were asked for. What is said here is for the model to read, which then
looks again. It is a doubt and no verdict: what the model stands by is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from backendgpt.call import Call
from backendgpt.grounding import intent, locate
from backendgpt.grounding.additions import proposes
from backendgpt.grounding.forms import kind_of
from backendgpt.grounding.marks import describes
from backendgpt.grounding.outline import Collection, Path, collections, is_map, nodes, quoted, reach
from backendgpt.jsonvalue import Json, compact
from backendgpt.sandbox import Outcome

_FAILURE = re.compile(r"\b(error|not found|no such|failed|cannot|unable|invalid)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_NUMBERED_ONLY = "the new ones are only numbered; make up real ones, each as a literal"
_NUMBERED = re.compile(r"(.*[^\W\d_]\W*)\d+")


def doubt(call: Call, state: Json, outcome: Outcome, *, writes: bool = False) -> str:
    """Say what speaks against an outcome of a call; empty if nothing does.

    Args:
        call: The call.
        state: The state before.
        outcome: What a function made of it.
        writes: Whether it writes whatever it finds: then what changes nothing was so already.
    """
    return next(_doubts(call, state, outcome, writes=writes), "")


def _doubts(call: Call, state: Json, outcome: Outcome, *, writes: bool) -> Iterator[str]:
    changed = outcome.state is not state
    if intent.asks(call) and changed:
        yield "the call only asks for data, so leave `state` as it is"
    if (
        intent.asks(call)
        and isinstance(outcome.response, list)
        and set(map(type, outcome.response)) == {type(None)}
    ):
        yield "the answer is None alone; return what has none"
    if intent.asks(call) and outcome.response is None:
        yield "return what the call asks for"
    if not intent.asks(call) and not changed and not writes:
        yield from _idle(call, state, outcome)
    if intent.wants_text(call) and not _has_text(outcome.response, state):
        is_known = intent.translates(call) and locate(call, state)
        if not is_known and not proposes(call, collections(state)):
            yield "the call asks for a text; write one yourself"
    if changed:
        said = set(_WORD.findall(f"{call.text} {compact(call.args)}".casefold()))
        if not intent.adds(call):
            yield from _gains(state, outcome.state, "state", said)
        yield from _drifts(call, state, outcome.state, said)
        if intent.keeps(call):
            yield from _losses(state, outcome.state, "state")


def _idle(call: Call, state: Json, outcome: Outcome) -> Iterator[str]:
    """Say why a call that may ask for a change should have made one."""
    must_change = intent.changes(call) and not describes(call, collections(state))
    if outcome.status < 400 and not _FAILURE.search(compact(outcome.response)[:500]):
        yield from ["the call asks for a change of `state`"] * must_change
    elif notes := locate(call, state):
        yield f"do what the call says, without checks; what it names is there: {'; '.join(notes)}"
    elif must_change and outcome.status != 404:
        yield "do what the call says, without checks"


def _has_text(response: Json, state: Json) -> bool:
    """Tell whether an answer has some words that do not stand in the state."""
    known = compact(state)
    texts = re.findall(r'"((?:[^"\\]|\\.)*)"', compact(response))
    return any(" " in text and text not in known for text in texts)


def _gains(before: Json, after: Json, place: str, said: set[str]) -> Iterator[str]:
    """Find keys that an object got though the call names them nowhere."""
    if isinstance(before, dict) and isinstance(after, dict):
        new = [key for key in after if key not in before and not _words(key) <= said]
        if before and new:
            yield f"{place} has no {_listed(new)}"
        for key in before.keys() & after.keys():
            yield from _gains(before[key], after[key], f"{place}[{quoted(key)}]", said)
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for i, (old, new_item) in enumerate(zip(before, after, strict=True)):
            yield from _gains(old, new_item, f"{place}[{i}]", said)


def _losses(before: Json, after: Json, place: str) -> Iterator[str]:
    """Find what an object or a list has lost."""
    if isinstance(before, dict) and isinstance(after, dict):
        if lost := [key for key in before if key not in after]:
            yield f"{place} must keep {_listed(lost)}"
        for key in before.keys() & after.keys():
            yield from _losses(before[key], after[key], f"{place}[{quoted(key)}]")
    elif isinstance(before, list) and isinstance(after, list):
        if len(after) < len(before):
            yield f"{place} must keep what it has"
        for i, (old, new) in enumerate(zip(before, after, strict=False)):
            yield from _losses(old, new, f"{place}[{i}]")


def _drifts(call: Call, before: Json, after: Json, said: set[str]) -> Iterator[str]:
    """Compare the things of each collection that was there with what it has now."""
    now = {held.path: held for held in collections(after)}
    was = {held.path: held for held in collections(before)}
    added, records = 0, [held for held in was.values() if held.fields]
    for held in (held for held in now.values() if held.path in was and not was[held.path].fields):
        yield from _mixes(was[held.path], held)
    yield from _doubles(was, now)
    if intent.moves(call):
        yield from _leftovers(was, now)
    for held in records:
        things = now[held.path].things if held.path in now else _things_at(held, after)
        added += max(0, len(things) - len(held.things))
        if intent.count(call) and (same := [new for new in _more(held.things, things) if new in held.things]):
            yield f"{same[0]!r:.60} is there already; make up others"
        fresh = [thing for thing in things if thing not in held.things]
        yield from _misfits(call, held, fresh, said, is_more=len(things) > len(held.things))
    count = intent.count(call) if intent.adds(call) and not intent.is_vague(call) else 0
    if records and added < count and (added or not _is_larger(before, after)):
        yield f"the call asks for {count} new things, but this adds {added}"
    if count and not was:
        yield from _first_ones(count, list(now.values()))
    for held in now.values() if count and not added else ():
        if held.path in was and was[held.path].is_texts:
            yield from _copies(count, was[held.path], held)
    if records and isinstance(before, dict) and isinstance(after, dict) and not is_map(before):
        new = [key for key in after if key not in before and isinstance(after[key], dict | list)]
        if new and intent.adds(call):
            where = _listed([held.name for held in records])
            yield f"`state` has no {_listed(new)}; what is new belongs to {where}"


def _things_at(held: Collection, state: Json) -> list[Json]:
    """Return what is under names where a collection was, though no longer alike."""
    if held.is_deep or not held.named:
        return []
    for _, key in held.path:
        state = state.get(key) if isinstance(state, dict) else None
    return [*state.values()] if isinstance(state, dict) else []


def _is_larger(before: Json, after: Json) -> bool:
    """Tell whether a state has more in it than before, wherever that is."""
    return sum(1 for _ in nodes(after)) > sum(1 for _ in nodes(before))


def _mixes(before: Collection, after: Collection) -> Iterator[str]:
    """Say that a list of texts or numbers has got something else in it."""
    kinds = {type(thing) for thing in before.things}
    new = [thing for thing in after.things if isinstance(thing, list | dict) and type(thing) not in kinds]
    if kinds and new:
        each = reach(after.inside)[1]
        yield f"each {each} is a {'/'.join(kind.__name__ for kind in kinds)}, but this adds {new[0]!r:.60}"


def _copies(count: int, before: Collection, after: Collection) -> Iterator[str]:
    """Say that the texts that a call wants made up are too few, or some of those that are there."""
    new = _more(before.things, after.things)
    yield from (f"{thing!r:.60} is there already; make up others" for thing in new if thing in before.things)
    if 0 < len(new) < count:
        yield f"the call asks for {count} new texts, but this adds {len(new)}"


def _more(before: list[Json], after: list[Json]) -> list[Json]:
    """Return what a list has more than before, the same as often as it is new."""
    new = after.copy()
    for thing in before:
        if thing in new:
            new.remove(thing)
    return new


def _doubles(was: dict[Path, Collection], now: dict[Path, Collection]) -> Iterator[str]:
    """Say that a text is now in two lists that had none in common: what is sold out is not available."""
    lists = [held for held in was.values() if held.is_texts and not held.named]
    for one, other in permutations((held for held in lists if held.path in now), 2):
        if not one.is_deep and not set(map(str, one.things)) & set(map(str, other.things)):
            new = [thing for thing in now[other.path].things if thing not in other.things]
            both = [thing for thing in new if thing in now[one.path].things]
            old, other_one = reach(one.path)[1], reach(other.path)[1]
            yield from (f"{thing!r:.60} goes from {old} to {other_one}: do both" for thing in both)


def _leftovers(was: dict[Path, Collection], now: dict[Path, Collection]) -> Iterator[str]:
    """Say that a text was moved to another list of its like, and is still in the one that it was in."""
    for path, held in was.items():
        things = now[path].things if held.is_texts and path in now else []
        left = [text for text in held.things if things.count(text) == 2 and held.things.count(text) == 1]
        yield from (f"{text!r:.60} is still where it was too: take it out of there" for text in left)


def _first_ones(count: int, held: list[Collection]) -> Iterator[str]:
    """Say that the first things of all are too few, or only numbered."""
    if max((len(each.things) for each in held), default=0) < count:
        yield f"the call asks for {count} new things: put a list of them under a key of `state`"
    if any(_are_numbered(each.values(key)) for each in held for key in each.fields):
        yield _NUMBERED_ONLY


def _misfits(
    call: Call, held: Collection, fresh: list[Json], said: set[str], *, is_more: bool
) -> Iterator[str]:
    """Say what the new and changed things of a collection lack or have that the others do not."""
    thing = reach(held.inside)[1]
    known = {key for other in held.things if isinstance(other, dict) for key in other}
    for new in fresh:
        if not isinstance(new, dict):
            yield f"each {thing} is an object with {_listed(held.fields)}, but this makes one {new!r:.60}"
            return
        if missing := [key for key in held.fields if key not in new]:
            yield f"each {thing} has {_listed(held.fields)}; the new one lacks {_listed(missing)}"
        if surplus := [key for key in new if key not in known and not _words(key) <= said]:
            yield f"no other {thing} has {_listed(surplus)}"
        for key in held.fields:
            kinds = {kind_of(value) for value in held.values(key)} - {""}
            if kinds and new.get(key) is not None and kind_of(new[key]) not in kinds:
                yield f"{quoted(key)} of each {thing} is a {min(kinds)}, but this makes it {new[key]!r:.60}"
    records = [new for new in fresh if isinstance(new, dict)]
    for key in held.fields:
        values = [new.get(key) for new in records]
        if held.counted(key) is not None and len(set(map(compact, values))) < len(values):
            yield f"each new {thing} needs {quoted(key)} of its own, e.g. first + i"
        if held.counted(key) is None and intent.count(call) and _are_numbered(values):
            yield _NUMBERED_ONLY
        old = [thing[key] for thing in held.things if isinstance(thing, dict) and isinstance(thing[key], str)]
        is_name = key == next(filter(held.is_text, held.fields), "")
        taken = [*old, *(value for value in values if is_name and values.count(value) > 1)]
        twice = {value for value in taken if value in values} if 1 < len(set(old)) == len(old) else set()
        if intent.count(call) and twice and is_more and held.is_text(key):
            yield f"{min(map(repr, twice))} is there already; make up others"


def _words(key: str) -> set[str]:
    return set(_WORD.findall(key.casefold()))


def _are_numbered(values: list[Json]) -> bool:
    parts = [_NUMBERED.fullmatch(value) for value in values if isinstance(value, str)]
    return len(parts) == len(values) > 1 and len({part[1] if part else "" for part in parts} - {""}) == 1


def _listed(keys: list[str]) -> str:
    return ", ".join(map(repr, keys))
