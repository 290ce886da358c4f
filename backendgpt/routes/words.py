"""The words that a general function may say without having made them up. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(r"[a-z]{2,}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_FORMAT = re.compile(r"%-?[A-Za-z%]")
_SUFFIXES = ("ation", "ion", "ing", "ed", "ie", "er", "ly", "y", "e")


_CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth"


def words(text: str) -> set[str]:
    """Return the words of a text, or of a name, in a form in which `deleted` is `deletes`."""
    return set(ordered_words(text))


def ordered_words(text: str) -> list[str]:
    """Return the same in their order."""
    return [stem(word) for word in _WORD.findall(_spaced(text).lower())]


def numbers(text: str) -> set[float]:
    """Return the numbers that a text names, in digits and in words: `delete last two` names 2."""
    found = {float(number) for number in _NUMBER.findall(_FORMAT.sub(" ", text))}
    return found | {n for word in _WORD.findall(_spaced(text).lower()) for n in _NAMED.get(word, ())}


def stem(word: str) -> str:
    """Cut the ending of an English word, roughly: enough to compare two forms of one word."""
    if word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        word = word[:-1]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def _spaced(text: str) -> str:
    return _HUMP.sub(" ", _FORMAT.sub(" ", text))


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, text.split()))


def _named() -> Iterator[tuple[str, tuple[float, ...]]]:
    yield from ((word, (n,)) for n, word in enumerate(_CARDINALS.split()))
    # `the second todo` is at index 1.
    yield from ((word, (n, n - 1)) for n, word in enumerate(_ORDINALS.split(), 1))
    yield from (("once", (1,)), ("twice", (2,)), ("double", (2,)), ("pair", (2,)), ("couple", (2,)))
    yield from (("half", (2, 0.5)), ("triple", (3,)), ("dozen", (12,)), ("hundred", (100,)), ("week", (7,)))


_NAMED = dict(_named())

COMMON = _stems("""
    a about above access across active add after all allow alphabetic alphabetical alphabetically already
    also amount an and another any archive are array as asc ascending at available average back backward
    bad balance be been before below between big biggest both bottom bulk busiest busy but by can cancel
    cannot change cheap cheaper cheapest check chronological clear clone close closed code complete
    confirm contain content copy correct cost costliest could count create csv current cut data date day
    decrease delete desc descending description detail did different disable display distinct do does done
    double down dozen draft draw duplicate each earliest early edit eight eighth either element empty
    enable end enough entry equal error even ever every everyone everything exceed exist expect expensive
    expire export fail failure false fetch fewest field fifth filter find finish first five flip for
    format forward found four fourth free from full game get give given good got greater greatest group
    had half has have heavier heaviest help high higher highest history how hundred id if in inactive
    incomplete increase index info input insert insufficient into invalid inventory is it item its join
    json key keys larger largest last lately latest least leave left length less level limit list lock log
    longer longest lookup lot low lower lowest make many mark match max maximum may mean median medium
    message min minimum missing money more most move moved much must my name need negative new newer
    newest next nine ninth no none nonempty normal not nothing now null number occupied odd of off ok old
    older oldest on once one only open opposite or order other our out over overview own pages paid pair
    part pass peek pending people per percent percentage place please poorest pop position positive post
    present previous price print priority progress provide push put quantity random randomly range rank
    ranking rate ratio raw reach read ready receive recent recently record redo register reject remain
    remove rename reopen replace request require reset resolve restore result return reverse rich richer
    richest rotate round rows run same save search second see select send sent set seven seventh share
    shortest should show shuffle single six sixth size slice smaller smallest snapshot some sort sorted
    start started stat state statistic statistics stats status still stock stop store sub success
    successful successfully such sum swap switch table take tell ten tenth text than that the their them
    there these they thing things third this those three time title to todo toggle too top total transfer
    triple true try turn twice two type unable unavailable uncheck unchecked under undo unique unknown
    unless unlock unread unresolved until unused up update upper urgent use used user vacant valid value
    values version view visible void wait was were what when which while who whole whose will with within
    without word wrong year yes you young youngest your zero
""")
"""What calls ask for in any app, and what functions say about their own work: `cheapest`, `not found`."""

JUDGEMENT = _stems("""
    suggest recommend advise advice invent imagine generate translate rewrite rephrase paraphrase improve
    summarize summarise explain describe classify categorize categorise tag guess predict estimate evaluate
    analyze analyse assess judge joke funny funniest story poem haiku slogan motivate inspire idea creative
    interesting healthy healthiest favorite favourite fun nice coolest compose write draft
    brainstorm similar related sentiment mood tone opinion spell grammar sample example dummy fake demo seed
    should would will
    feel think compliment roast greet quote fact trivia emoji rhyme pun horoscope fortune weather news
""")
"""What asks for knowledge or taste: a function cannot have either."""

DEGREES = _stems("""
    low high cheap expensive big small large old young rich poor long short heavy busy urgent late early
    good bad
""")
"""What is measured by a standard of one's own, unless the state has the word or the call gives a number."""

ORDER = _stems("sort order rank most least")
"""What needs no such standard: an order."""

CHANCE = _stems("random randomly shuffle dice coin lottery raffle")
"""What asks for chance."""

TIME = _stems("time minute hour day week month year date duration since until deadline start end due")
MONEY = _stems("money price cost fee balance budget salary paid expense revenue amount")
"""What speaks of time and of money: only a state that does so, too, can say anything about it."""

VERDICTS = _stems("good bad great best worst nice well")
"""What a function says only about a judgement of its own."""

POSITIONS = _stems("""
    first last latest newest oldest next recent previous pop front back end begin beginning
    start head tail earliest final undo dequeue shift peek
""")
"""What names an end of a list."""
