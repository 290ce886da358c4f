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

REPORTING = _stems("""
    a about above access across active add after all allow already also an and another any are as asc
    ascending at available back bad balance be been before below between both busy but by can cancel cannot
    change check choose clear clone close closed code complete confirm contain copy correct count could
    create current data date day decrease delete desc descending description detail did different disable do
    does done down draft draw duplicate each edit element empty enable end enough entry equal error exceed
    exist expect expire fail failure false field filter finish first for format found free from full game
    get give given good got greater group had has have help high id if in inactive incomplete increase index
    info input insert insufficient invalid is it item join key last leave left length less level limit list
    lock log low lower make many mark match max may medium message min missing more most move moved must
    name need negative new next no none normal not nothing now null number of off ok old on once one only
    open or order other out over own paid part pass pending per place please position positive present
    previous priority progress provide put range reach read ready receive record register reject remain
    remove rename reopen replace request require reset resolve result return reverse run same save search
    see select send sent set should show size some sort start started state status still stop store success
    successful successfully sum take than that the their them there they this time title to todo toggle too
    total transfer true try turn type unable unavailable undo uncheck unchecked unknown unlock unread
    unresolved up update upper urgent use user valid value view wait was were what when which while will
    with within without word wrong yes you your zero
""")
"""What a program says about its own work: `Todo not found`, `Successfully added`, `high` and `low`."""

ASKING = REPORTING | _stems("""
    alphabetic alphabetical alphabetically amount archive array as at average backward between big biggest
    bottom bulk busiest cheap cheaper cheapest chronological contain content cost costliest csv current
    cut display distinct double dozen duplicate earliest early eight eighth either even ever every
    everyone everything exceed exist expensive export fetch fewest fifth find first five flip forward four
    fourth get greatest group half heavier heaviest high higher highest history how hundred in index
    insert into inventory its json keys larger largest last lately latest least list longer longest lookup
    lot lower lowest maximum mean median minimum money more most much my name new newer newest next nine
    ninth nonempty occupied odd old older oldest opposite our overview own pages pair peek people per
    percent percentage poorest pop post price print push put quantity random randomly rank ranking rate
    ratio raw read recent recently redo rename restore rich richer richest rotate round rows second seven
    seventh share shortest shuffle single six sixth size slice smaller smallest snapshot sorted stat
    statistic statistics stats stock sub such sum swap switch table tell ten tenth text than these thing
    things third those three top triple twice two under undo unique unless until unused used vacant values
    version visible void which who whole whose with year young youngest zero
""")
"""What a call may ask for in any app: `count`, `cheapest`, `alphabetically`, `twice`."""

JUDGEMENT = _stems("""
    suggest recommend advise advice invent imagine generate translate rewrite rephrase paraphrase improve
    summarize summarise explain describe classify categorize categorise tag guess predict estimate evaluate
    analyze analyse assess judge joke funny funniest story poem haiku slogan motivate inspire idea creative
    interesting healthy healthiest favorite favourite fun nice coolest compose write draft
    brainstorm similar related sentiment mood tone opinion spell grammar sample example dummy fake demo seed
    feel think compliment roast greet quote fact trivia emoji rhyme pun horoscope fortune weather news
""")
"""What asks for knowledge or taste: a function cannot have either."""

POSITIONS = _stems("""
    first last latest newest oldest next recent previous pop front back end begin beginning
    start head tail earliest final undo dequeue shift peek
""")
"""What names an end of a list."""
