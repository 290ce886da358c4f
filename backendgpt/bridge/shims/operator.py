"""`operator`: getters, and the operators as functions."""

from __future__ import annotations

from typing import Any


def itemgetter(*keys: Any) -> Any:
    """Return a function that takes one item, or a tuple of several, from its argument."""
    if len(keys) == 1:
        return lambda owner: owner[keys[0]]
    return lambda owner: tuple([owner[key] for key in keys])


def attrgetter(*names: str) -> Any:
    """Return a function that takes one attribute, or a tuple of several, from its argument."""
    if len(names) == 1:
        return lambda owner: getattr(owner, names[0])
    return lambda owner: tuple([getattr(owner, name) for name in names])


add = lambda a, b: a + b  # noqa: E731 - a table of operators
sub = lambda a, b: a - b  # noqa: E731
mul = lambda a, b: a * b  # noqa: E731
truediv = lambda a, b: a / b  # noqa: E731
floordiv = lambda a, b: a // b  # noqa: E731
mod = lambda a, b: a % b  # noqa: E731
pow = lambda a, b: a**b  # noqa: E731
neg = lambda a: -a  # noqa: E731
eq = lambda a, b: a == b  # noqa: E731
ne = lambda a, b: a != b  # noqa: E731
lt = lambda a, b: a < b  # noqa: E731
le = lambda a, b: a <= b  # noqa: E731
gt = lambda a, b: a > b  # noqa: E731
ge = lambda a, b: a >= b  # noqa: E731
not_ = lambda a: not a  # noqa: E731
and_ = lambda a, b: a & b  # noqa: E731
or_ = lambda a, b: a | b  # noqa: E731
xor = lambda a, b: a ^ b  # noqa: E731
getitem = lambda a, b: a[b]  # noqa: E731
contains = lambda a, b: b in a  # noqa: E731
concat = add
