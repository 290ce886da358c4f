"""What the interpreter's own types and functions lack; `syntax.py` rewrites programs to call these."""

from __future__ import annotations

import datetime
from typing import Any

_UTC = datetime.timezone.utc  # noqa: UP017 - the sandbox's datetime has no UTC


def first(items: Any, test: Any, make: Any, *default: Any) -> Any:
    """Do `next((make(item) for item in items if test(item)), *default)`, and stop at the first one."""
    for item in items:
        if test(item):
            return make(item)
    if default:
        return default[0]
    raise StopIteration


def method(owner: Any, attribute: Any, call: Any) -> Any:
    """Return an attribute; in place of a built-in method, which is no value here, a function calling it."""
    try:
        return attribute(owner)
    except AttributeError:
        return lambda *args, **kwargs: call(owner, *args, **kwargs)


def delete_slice(items: Any, start: Any, stop: Any, step: Any) -> None:
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


def sub(pattern: Any, *args: Any, **kwargs: Any) -> Any:
    """Do `pattern.sub(repl, string)`."""
    if type(pattern).__name__ != "Pattern":
        return pattern.sub(*args, **kwargs)
    return _bgpt_re.sub(pattern, *args, **kwargs)  # type: ignore[name-defined]  # noqa: F821 - shims/re.py


def callable(value: Any) -> bool:
    """Do `callable(value)`."""
    kinds = ("function", "builtin_function_or_method", "type", "partial", "method")
    return type(value).__name__ in kinds or hasattr(value, "__call__")  # noqa: B004 - there is no callable()


def timedelta(days: Any = 0, seconds: Any = 0, microseconds: Any = 0, **more: Any) -> Any:
    """Do `timedelta(...)`, of which the sandbox's own takes no fractions."""
    units = {"weeks": 604800, "hours": 3600, "minutes": 60, "milliseconds": 0.001}
    if all(isinstance(n, int) for n in [days, seconds, microseconds, *more.values()]):
        return datetime.timedelta(days, seconds, microseconds, **more)
    seconds = days * 86400 + seconds + sum([more[unit] * units[unit] for unit in more])
    return datetime.timedelta(0, int(seconds), round(seconds % 1 * 1e6 + microseconds))


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
    start = datetime.datetime(1970, 1, 1, tzinfo=tz and _UTC)
    moment = start + timedelta(seconds=seconds)
    return moment.astimezone(tz) if tz else moment


def utcfromtimestamp(owner: Any, seconds: Any) -> Any:
    """Do `datetime.utcfromtimestamp`."""
    return fromtimestamp(owner, seconds)
