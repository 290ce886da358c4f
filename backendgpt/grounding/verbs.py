"""The verbs that calls begin with, and how a misspelt one is told from another word. Pure."""

from __future__ import annotations

from functools import lru_cache

from backendgpt.grounding.likeness import is_like, is_slip
from backendgpt.grounding.outline import singular

ADDS = """
    add append attach create enroll enter grant insert invent invite issue log make new open plan post publish
    put record register report save schedule send sign spawn submit upload write
""".split()  # noqa: SIM905
"""What asks for something new."""

VAGUE = {*ADDS} - {*"add append attach create grant insert invent new register spawn".split()}  # noqa: SIM905
"""Those of them that often mean something else: `open_door()`."""

MORE = """
    credit deposit donate earn fill gain give grow increase increment raise receive refill replenish restock
    upvote vote
""".split()  # noqa: SIM905
"""What makes a number larger."""

LESS = """
    consume debit decrease decrement downvote drink eat lose lower reduce sell spend subtract take use waste
    withdraw
""".split()  # noqa: SIM905
"""What makes a number smaller."""

GATHERS = ["collect", "gather", "harvest"]
"""What makes a number larger, or takes a thing away: `collect_eggs(5)`, `collect_parcel(7)`."""

_OTHER_CHANGES = """
    accept activate adjust apply approve archive assign ban block book borrow bring buy cancel change clear
    clone close complete confirm connect deactivate delete deliver demote disable discard dismiss double
    drop duplicate edit empty enable exchange extend finish hide hire hold join launch leave lend lock
    mark merge move mute pause pay pick pin pop postpone promote push refund reject release remove rename
    rent reopen repair replace reschedule reserve reset restore resume retire return revoke rotate set
    ship shuffle skip snooze solve sort star start stop swap switch tag toggle transfer turn unassign
    unblock undo unlock unmark unmute unpin unstar update upgrade vacate water wipe
""".split()  # noqa: SIM905

KEEPS = "activate change deactivate disable edit enable set star switch toggle turn update".split()  # noqa: SIM905
"""Those of them after which nothing is gone."""

DELETES = "delete discard eject erase forget kick purge remove scrap trash uninstall".split()  # noqa: SIM905
"""What takes a thing away."""

CHANGES = [*_OTHER_CHANGES, *DELETES, *GATHERS, *MORE, *LESS]
"""What changes something that is there."""

ASKS = """
    are average cheapest compare count did does fetch filter find get has have how is largest latest list
    longest lookup newest oldest position progress rank read resolve search shortest show smallest sum total
    was were what when where which who whose
""".split()  # noqa: SIM905
"""What asks for data."""

TEXTS = """
    compose describe draft explain imagine joke poem praise recommend rephrase suggest summarise summarize
    tell translate why write
""".split()  # noqa: SIM905
"""What asks for a text that somebody has to write."""

KNOWN = [*ADDS, *CHANGES, *ASKS, *TEXTS]
"""All of them."""

_OTHERS = """
    by charge court debt delivery dose grain insect joint lunch movie plain plant ready remote rise shell
    short smell spell sport stair stat summit waiter wheat
""".split()  # noqa: SIM905
"""Words that are one letter away from a verb, and mean something else."""

_PASTS = {
    **{"ate": "eat", "began": "start", "bought": "buy", "brought": "bring", "drank": "drink"},
    **{"gave": "give", "grew": "grow", "held": "hold", "left": "leave", "lent": "lend"},
    **{"lost": "lose", "made": "make", "paid": "pay", "sent": "send", "sold": "sell"},
    **{"spent": "spend", "swapped": "swap", "took": "take", "wrote": "write"},
}
"""What did not get its form from an ending."""

_SHORT = 3  # letters


@lru_cache(maxsize=1024)
def known(word: str) -> str:
    """Return the verb that a word is, well spelt or not; the empty string for any other word.

    Args:
        word: In lower case.
    """
    if word in KNOWN:
        return word
    if word.startswith("re") and word[2:] in CHANGES:
        return word[2:]  # `reassign`
    if len(word) in (1, _SHORT) or word in _OTHERS or singular(word) != word:
        return ""
    if any(_is_form(word, each) for each in KNOWN):
        return ""
    alike = [each for each in KNOWN if each[:1] == word[:1] and (len(each) > _SHORT) == (len(word) > _SHORT)]
    slips = [each for each in alike if is_slip(word, each)]
    return next(iter(slips), "") or next((each for each in alike if is_like(word, each)), "")


def past(word: str) -> str:
    """Return the verb of which a word is the past, if it changes something: "sell" for "sold"."""
    stems = [word.removesuffix(ending) for ending in ("ed", "d") if word.endswith(ending)]
    stems += [stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]]
    return _PASTS.get(word) or next((stem for stem in stems if stem in CHANGES), "")


def _is_form(word: str, verb: str) -> bool:
    """Tell whether a word is another form of a verb: `completed_todos()` completes nothing."""
    return word in (f"{verb}ed", f"{verb}er", f"{verb}ing") or (
        verb.endswith("e") and word in (f"{verb}d", f"{verb}r", f"{verb[:-1]}ing")
    )
