"""What a call asks for, as far as its words tell: an answer, a change, something new, a text. Pure.

A hint for the prompt and for a second look at an answer, never a rule: every call may mean anything.
"""

from __future__ import annotations

import re
from itertools import pairwise

from backendgpt.call import METHODS, Call
from backendgpt.grounding import verbs
from backendgpt.grounding.likeness import is_like
from backendgpt.grounding.outline import singular

_SUCH = """
    active all available busy current expired free missing monthly occupied overdue pending recent remaining
    upcoming vacant weekly
""".split()  # noqa: SIM905
"""Words that say which things a call asks for, if it asks for several: `free_lockers()`."""
COUNTS = "two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905

_MEASURED = """
    days degrees dollars euros grams hours kilos km meters minutes months percent points times weeks years
""".split()  # noqa: SIM905
"""What there is so much of, and what are no things that one adds."""

_NOUNS = """
    block book credit deposit drink exchange hire hold issue launch lock log mark pause pin plan post record
    refund rent repair report return ship star stop switch tag transfer use vote waste water
""".split()  # noqa: SIM905
"""Verbs that are nouns too: `vote_count()`, `water_level()`."""

_READ = """
    average count history leader list number percent percentage rank ranking rate ratio result results share
    stats sum total winner
""".split()  # noqa: SIM905
"""What a call ends with that begins with a noun."""

_RELATES = {"after", "before", "by", "for", "from", "near", "of", "with"}
"""What it ends with if it asks for what belongs to its argument: `stop_after(Oslo)`."""

_READ_ALONE = {"date", "details", "info", "level", "name", "price", "status", "time", "title", "value"}
"""What it ends with if it has no arguments."""

_RANKED = {"best", "most", "top", "worst"}
_ENDS = {*_RANKED, "first", "last", "least"}
"""Words for the one end or the other of what has an order."""

_ARTICLES = {"a", "an", "the", "new", "another", "one", "my", "to", "more", "some", *COUNTS}
_AUXILIARIES = {"are", "did", "does", "had", "has", "have", "is", "was", "were"}
_DETERMINERS = {"a", "all", "an", "any", "every", "just", "my", "no", "not", "only", "our", "the", "these"}
_DONE = {"complete": "done", "finish": "done", "pay": "paid", "sell": "sold", "send": "sent", "take": "taken"}
_DONE_SO = {*_DONE.values(), "favorite", "favourite", "finished", "read", "seen", "starred", "watched"}
_SO = {"activate": {"active"}, "open": {"open"}, "start": {"running"}, "enable": {"on"}, "show": {"visible"}}
_NO_LONGER_SO = {
    **{"close": {"open"}, "deactivate": {"active"}, "disable": {"enabled", "on"}, "hide": {"visible"}},
    **{"enable": {"disabled"}, "open": {"closed"}, "resume": {"paused"}, "show": {"hidden"}},
    **{"stop": {"running", "started"}},
}
_STARTS = {"activate", "enable", "open", "resume", "start"}
_STOPS = {"close", "deactivate", "disable", "pause", "stop"}
_ADVERBS = {"away", "back", "down", "in", "off", "out", "up"}
"""What makes another verb of one: `give_out` is not `give`."""
_OUT = re.compile(
    r"\b(ran|run|are|is|be) out of\b|\bno (more|.* left)\b|\bused up\b|\b(is|are) (all )?gone\b|\bate all\b"
)
_WORD = re.compile(r"[^\W\d_]+|\d+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def words(call: Call) -> list[str]:
    """Return the words of a call's name, path or sentence, in lower case."""
    text = call.text if call.is_sentence else call.endpoint
    return split(text.removeprefix(method(call)))


def names(call: Call, key: str) -> bool:
    """Tell whether a call's words name a key of the state: in the singular or plural, well spelt or not.

    "rename" names a "name", "restock" the "stock".
    """
    said, parts = list(map(singular, words(call))), list(map(singular, split(key)))
    said += [word.removeprefix("re") for word in said if word.startswith("re")]
    return bool(parts) and all(any(_means(word, part) for word in said) for part in parts)


def _means(word: str, part: str) -> bool:
    """Tell whether a word is a part of a key, well spelt or not: "set" is a verb, and no "seat"."""
    return part.startswith(word) if word in verbs.KNOWN else is_like(word, part)


def says(call: Call, name: str) -> bool:
    """Tell whether a call's text has a name in it as whole words, in whatever case."""
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", call.text, re.IGNORECASE))


def method(call: Call) -> str:
    """Return the HTTP method that a call has, or the empty string."""
    first = call.endpoint.partition(" ")[0]
    return first if first in METHODS and "/" in call.endpoint else ""


def adds(call: Call) -> bool:
    """Tell whether a call asks for something new in the state; `sign_out` does not."""
    is_undone = any(
        is_like(word, other) for word in words(call)[1:2] for other in ("away", "back", "off", "out")
    )
    return method(call) == "POST" or (not method(call) and _verb(call) in verbs.ADDS and not is_undone)


def noun(call: Call) -> str:
    """Return what a call is about, in the singular: `todo` for `add_new_todo` and for `POST /todos`."""
    if method(call):
        segments = [part for part in call.endpoint.split("/")[1:] if not part.startswith("{")]
        return singular(segments[-1].lower()) if segments else ""
    return singular(_object(call))


def is_about(call: Call, collection: str) -> bool:
    """Tell whether the words after a call's verb name a collection: "vetVisits" in `add_vet_visit`."""
    named, said = list(map(singular, split(collection))), list(map(singular, words(call)[1:]))
    return len(named) > 1 and said[: len(named)] == named and not method(call)


def is_short(call: Call) -> bool:
    """Tell whether a call says no more than what to do, and with what: `add_todo_twice(x)` does."""
    return not call.is_sentence and len([word for word in words(call)[1:] if word not in _ARTICLES]) <= 1


def is_plural(call: Call) -> bool:
    """Tell whether a call is about several things: `add_todos`, `open_tickets`."""
    name = _object(call)
    return not method(call) and singular(name) != name


def wants_one(call: Call, collection: str) -> bool:
    """Tell whether a call asks for one of the things in a collection: `find_todo` does, `search_todo` not."""
    is_singular = not is_plural(call) and noun(call) == singular(collection.lower()) != ""
    return is_singular and not method(call) and _verb(call) != "search"


def is_first(call: Call) -> bool:
    """Tell whether a number of a call says how many of the first or the last it is about.

    `top(3)`, `most_liked(2)` and `last_messages(5)` do; `last_inspection(1)` is about one thing.
    """
    said = words(call)
    if method(call) or not any(word in _ENDS or (word.endswith("est") and len(word) > 4) for word in said):
        return False
    return len(said) == 1 or said[0] in _RANKED or is_plural(call)


def is_vague(call: Call) -> bool:
    """Tell whether `adds` rests on a word that often means something else: `open`, `make`, `put`."""
    return not method(call) and _verb(call) in verbs.VAGUE


def asks(call: Call) -> bool:
    """Tell whether a call only asks for data."""
    if method(call):
        return method(call) in ("GET", "HEAD")
    first = _first(call)
    is_such = (first in _SUCH or verbs.known(first) == "empty") and is_plural(call)
    is_noun = (
        singular(first) != first and first not in verbs.KNOWN and not call.is_sentence
    )  # `movies_before(1990)`
    return is_such or is_noun or _verb(call) in (*verbs.ASKS, "-est")


def changes(call: Call) -> bool:
    """Tell whether a call asks for a change of the state."""
    return method(call) in ("POST", "PUT", "PATCH", "DELETE") or (
        not method(call) and _verb(call) in (*verbs.ADDS, *verbs.CHANGES) and not wants_text(call)
    )


def states(call: Call) -> bool:
    """Tell whether a sentence says that something is so, or asks for a change, and is no question."""
    return call.is_sentence and not (asks(call) or wants_text(call) or call.text.rstrip().endswith("?"))


def keeps(call: Call) -> bool:
    """Tell whether a call makes something new, more or other, so that nothing should be gone after it."""
    verb = _verb(call)
    return not method(call) and verb in {*verbs.ADDS, *verbs.MORE, *verbs.KEEPS} - verbs.VAGUE


def deletes(call: Call) -> bool:
    """Tell whether a call asks to take something away."""
    return method(call) == "DELETE" or (not method(call) and _verb(call) in verbs.DELETES)


def sets(call: Call) -> bool:
    """Tell whether a call gives something a new value, and may name that value alone: `set_title(Dune)`."""
    return not method(call) and _verb(call) in ("change", "edit", "rename", "replace", "set", "update")


def renames(call: Call) -> bool:
    """Tell whether a call gives a thing another name."""
    return not method(call) and _verb(call) == "rename"


def moves(call: Call) -> bool:
    """Tell whether a call moves something from one place to another; what is brought back is returned."""
    is_brought = _verb(call) in ("bring", "transfer") and "back" not in words(call)
    return not method(call) and (_verb(call) == "move" or is_brought)


def says_done(key: str) -> bool:
    """Tell whether a key says what was done to the things under it: "bought", "sold_out"."""
    return any(word in _DONE_SO or verbs.past(word) for word in split(key))


def releases(call: Call) -> bool:
    """Tell whether a call ends that somebody has a thing."""
    return not method(call) and _verb(call) in ("release", "return", "revoke", "unassign", "vacate")


def runs_out(call: Call) -> bool:
    """Tell whether a sentence says that there is nothing left of something: "we ran out of milk"."""
    return states(call) and bool(_OUT.search(call.text.casefold()))


def starts(call: Call) -> bool | None:
    """Tell whether a call makes something so, or no longer so; None if it does neither: `start_music()`."""
    verb, said = "" if method(call) else _verb(call), words(call)[:2]
    if verb in _STARTS or (verb in ("switch", "turn") and "on" in said):
        return True
    return False if verb in _STOPS or (verb in ("switch", "turn") and "off" in said) else None


def clears(call: Call) -> bool:
    """Tell whether a call empties something and keeps it."""
    return not method(call) and _verb(call) in ("clear", "empty", "reset", "wipe")


def cancels(call: Call) -> bool:
    """Tell whether a call calls something off."""
    return not method(call) and _verb(call) == "cancel"


def doubles(call: Call) -> bool:
    """Tell whether a call makes another one of a thing."""
    return not method(call) and _verb(call) in ("clone", "duplicate")


def swaps(call: Call) -> bool:
    """Tell whether a call has two things change places."""
    return not method(call) and _verb(call) in ("exchange", "swap")


def sign(call: Call) -> str:
    """Return `+` for a call that makes something more, `-` for one that makes it less, else nothing."""
    if words(call)[:2] == ["top", "up"]:
        return "+"
    if method(call) or set(words(call)[1:2]) & _ADVERBS:
        return ""
    verb = _verb(call)
    is_more = verb in ("add", *verbs.MORE, *verbs.GATHERS)
    return "+" if is_more else "-" if verb in ("remove", *verbs.LESS) else ""


def sign_of(call: Call, key: str) -> str:
    """Return the sign of a call whose first word is what a field counts: `like(3)`, `unlike(3)`."""
    first, one = _first(call), singular(key)
    if not first or _is_noun(call):
        return ""
    return {one: "+", f"un{one}": "-"}.get(first, "") if one != key else ""


def participles(call: Call, *, is_so: bool = True) -> set[str]:
    """Return what is said of things that a call is made for: "archived" for `archive(3)`.

    Args:
        call: The call.
        is_so: False for what is no longer said of them: "muted" for `unmute(3)`.
    """
    verb = verbs.known(_first(call)) or _first(call)
    others = (_SO if is_so else _NO_LONGER_SO).get(verb, set[str]())
    if not is_so:
        verb = verb.removeprefix("un") if verb.startswith("un") else ""
    if not verb:
        return others
    if verb == "mark":
        return set(words(call)[1:2])
    forms = {f"{verb}ed", f"{verb}d", f"{verb}{verb[-1]}ed", f"{verb[:-1]}ied", _DONE.get(verb, "")} - {""}
    return forms | others


def wants_text(call: Call) -> bool:
    """Tell whether a call asks for a text that somebody has to write."""
    return not method(call) and _verb(call) in verbs.TEXTS


def translates(call: Call) -> bool:
    """Tell whether a call asks for a translation, which the state may have."""
    return not method(call) and _verb(call) == "translate"


def count(call: Call) -> int:
    """Return the number of things that a call names in words: 3 for `add_three_todos`; 0 if it names none."""
    said = words(call)
    is_measure = any(word in COUNTS and after in _MEASURED for word, after in pairwise(said))
    return 0 if is_measure else amount(call)


def amount(call: Call) -> int:
    """Return the first number that a call has in words: 5 for "five minutes later"; 0 if it has none."""
    named = [word for word in words(call) if word in COUNTS]
    return COUNTS.index(named[0]) + 2 if named else 0


def _first(call: Call) -> str:
    """Return the first word of a call, spelt as it is; the empty string for a path."""
    return "" if method(call) else next(iter(words(call)), "")


def _object(call: Call) -> str:
    """Return the first word after the verb that may say what a call is about."""
    rest = words(call)[1:]
    return next((word for word in rest if word not in _ARTICLES and not word.isdecimal()), "")


def _verb(call: Call) -> str:
    """Return what a call begins with, spelt right; of a sentence's first words the first that is known."""
    first, *others = words(call)[: 3 if call.is_sentence else 1] or [""]
    is_adjective = first == "open" or (verbs.known(first) == "empty" and not call.args)
    is_sort = is_adjective and not call.is_sentence and is_plural(call) and not count(call)
    if is_sort or (first in _NOUNS and _is_noun(call)):
        return ""  # `open_tickets(Ann)`
    others = [
        (word.removesuffix("s") if word.removesuffix("s") in verbs.CHANGES else "")
        or (verbs.past(word) if before not in _DETERMINERS else "")  # "we ate it", but "all sold books"
        or word
        for before, word in pairwise([first, *others])
        if word not in _AUXILIARIES  # "is it late?" asks, "it is late" does not
    ]
    superlative = "-est" if first.endswith("est") and len(first) > 4 else ""
    return verbs.known(first) or superlative or next((word for word in others if word in verbs.KNOWN), "")


def _is_noun(call: Call) -> bool:
    """Tell whether the first word of a call is a noun whatever it looks like: `vote_count(pizza)`."""
    last = words(call)[-1]
    is_alone = last in _READ_ALONE and not call.args
    return not call.is_sentence and (last in _READ or last in _RELATES or is_alone)


def split(text: str) -> list[str]:
    """Return the words of a name or a sentence, in lower case."""
    return _WORD.findall(_HUMP.sub(" ", text).lower())
