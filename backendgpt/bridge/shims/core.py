"""What the interpreter's own types and functions lack; `syntax.py` rewrites programs to call these."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

_UTC = timezone.utc  # noqa: UP017 - the sandbox's datetime has no UTC


def first(items: Any, test: Any, make: Any, *default: Any) -> Any:
    """Do `next((make(item) for item in items if test(item)), *default)`, and stop at the first one."""
    for item in items:
        if test(item):
            return make(item)
    if default:
        return default[0]
    raise StopIteration


def method(owner: Any, name: str, call: Any) -> Any:
    """Return an attribute; in place of a built-in method, which is no value here, a function calling it."""
    try:
        return getattr(owner, name)
    except AttributeError:
        return lambda *args, **kwargs: call(owner, *args, **kwargs)


def delete_steps(items: Any, start: Any, stop: Any, step: Any) -> None:
    """Do `del items[start:stop:step]`."""
    gone = set(range(len(items))[start:stop:step])
    items[:] = [item for i, item in enumerate(items) if i not in gone]


def maketrans(x: Any, y: Any = None, z: str = "") -> dict[Any, Any]:
    """Do `str.maketrans`."""
    if y is None:
        return {ord(key) if isinstance(key, str) else key: x[key] for key in x}
    table: dict[Any, Any] = {ord(a): b for a, b in zip(x, y, strict=True)}
    for char in z:
        table[ord(char)] = None
    return table


def translate(text: Any, table: Any) -> Any:
    """Do `text.translate(table)`."""
    if not isinstance(text, str):
        return text.translate(table)
    out = []
    for char in text:
        new = table.get(ord(char), char)
        if new is not None:
            out.append(new if isinstance(new, str) else chr(new))
    return "".join(out)


def utcnow(owner: Any) -> Any:
    """Do `datetime.utcnow()`."""
    return owner.now(_UTC).replace(tzinfo=None)


def today(owner: Any) -> Any:
    """Do `datetime.today()` or `date.today()`."""
    try:
        return owner.now()
    except AttributeError:
        return owner.today()


def strptime(owner: Any, text: str, form: str) -> Any:
    """Do `datetime.strptime`, also for a time without a date."""
    if any(part in form for part in ("%d", "%m", "%Y", "%y", "%b", "%B", "%j", "%x", "%c")):
        return owner.strptime(text, form)
    return owner.strptime("1900-01-01 " + text, "%Y-%m-%d " + form)


def fromtimestamp(_owner: Any, seconds: Any, tz: Any = None) -> Any:
    """Do `datetime.fromtimestamp`; the local zone is UTC."""
    start = datetime(1970, 1, 1, tzinfo=tz and _UTC)
    moment = start + timedelta(seconds=int(seconds), microseconds=round(seconds % 1 * 1e6))
    return moment.astimezone(tz) if tz else moment


def utcfromtimestamp(owner: Any, seconds: Any) -> Any:
    """Do `datetime.utcfromtimestamp`."""
    return fromtimestamp(owner, seconds)
