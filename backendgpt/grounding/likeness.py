"""Whether a word is another one that somebody misspelt. Pure."""

from __future__ import annotations

from difflib import SequenceMatcher

_TELLING, _LONG = 5, 8  # letters
_ALIKE = 0.87  # by difflib `trasnlate` is 0.89 like `translate`, `transplant` 0.84


def is_like(word: str, other: str) -> bool:
    """Tell whether two words are the same but for a slip, or in a long word for a few letters."""
    if word == other or is_slip(word, other):
        return True
    return len(word) >= _LONG and SequenceMatcher(None, other, word).ratio() >= _ALIKE


def is_slip(word: str, other: str) -> bool:
    """Tell whether one slip makes a word of another: a letter more or less, two swapped, or another one.

    That is a distance of 1 by Damerau (A technique for computer detection and correction of spelling errors,
    1964). In a short word, another letter makes another word.
    """
    longer, shorter = (word, other) if len(word) > len(other) else (other, word)
    if len(longer) > len(shorter):
        return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    places = [i for i, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
    is_swap = len(places) == 2 and places[1] == places[0] + 1 and sorted(word) == sorted(other)
    return is_swap or (len(places) == 1 and len(word) > _TELLING)
