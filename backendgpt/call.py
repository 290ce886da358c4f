"""A call: the text that somebody typed or requested, read into an endpoint and arguments. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import unquote, unquote_plus

from backendgpt.jsonvalue import Json, JsonError, compact, loads

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")

_REST = re.compile(rf"({'|'.join(METHODS)})\s+(/\S*)(?:\s+([{{[].*))?", re.IGNORECASE | re.DOTALL)
_CODE = re.compile(r"([A-Za-z_][\w.\-]*)\s*\((.*)\)\s*;?", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_][\w\-]*")
_NAMED = re.compile(r"\s*([A-Za-z_]\w*)\s*=(?!=)\s*(.*)", re.DOTALL)
_PAIR = re.compile(r"""\s*(["']?)([A-Za-z_$][\w$\-]*)\1\s*:(.*)""", re.DOTALL)
_DEEPEST = 20  # objects as JavaScript has them, in each other
_CLOSING = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True)
class Call:
    """One call to a backend.

    Attributes:
        text: The call as it was given, e.g. `add_todo("buy milk")`, `delete last todos`, `DELETE /items/3`.
        endpoint: What stays the same between calls of one kind: `add_todo`, `DELETE /items/{id}`, or
            the whole sentence.
        written: The arguments that stood in the text: a list of positional ones, an object of named ones, or
            a list whose last element is that object. A single argument that is an object is that object.
        body: The JSON value given beside the text, or None.
    """

    text: str
    endpoint: str
    written: list[Json] | dict[str, Json]
    body: Json | None = None

    @classmethod
    def parse(cls, text: str, body: Json | None = None) -> Call:
        """Read a call of any form; every text is a call, so this never fails.

        A stray `)` at the end and unquoted arguments are read as people mean them; unquoted prose with a
        comma in it stays one argument, see `readings`. A path may be followed by its JSON body.
        """
        text = text.strip()
        if text.startswith("/"):
            text = "GET " + text
        if (rest := _REST.fullmatch(text)) and not (rest[3] and body is not None):
            with suppress(JsonError):
                endpoint, named = _read_path(rest[1].upper(), rest[2])
                return cls(text, endpoint, named, loads(rest[3]) if rest[3] else body)
        if code := _CODE.fullmatch(text):
            return cls(text, code[1], _read_arguments(code[2]), body)
        if text.endswith(")") and text.count(")") > text.count("("):
            text = text[:-1].rstrip()
        if _NAME.fullmatch(text):
            return cls(text, text, [], body)
        return cls(text, " ".join(text.lower().split()), [], body)

    @property
    def args(self) -> list[Json] | dict[str, Json]:
        """What the function gets as `args`: the written arguments and the body as one value."""
        if self.body is None:
            return self.written
        if not self.written:
            return self.body if isinstance(self.body, list | dict) else [self.body]
        if isinstance(self.written, dict):
            return {**self.body, **self.written} if isinstance(self.body, dict) else [self.written, self.body]
        return [*self.written, self.body]

    @property
    def is_sentence(self) -> bool:
        """Whether the text is plain language: no name, no path, nothing that repeats from call to call."""
        return " " in self.endpoint and not self.endpoint.startswith(METHODS)

    def readings(self) -> tuple[Call, ...]:
        """Return the call as it may be read: as it is, and with unquoted prose cut at its commas.

        `add_todo(milk, eggs and bread)` has one argument, `set_topic(music, Jazz only)` has two: which one is
        meant shows when the function runs.
        """
        code = _CODE.fullmatch(self.text)
        if not code or self.written != [code[2].strip()]:
            return (self,)
        pieces = [_read_value(piece) for piece in _split(code[2])]
        return (self, replace(self, written=pieces)) if len(pieces) > 1 else (self,)


def _read_path(method: str, target: str) -> tuple[str, list[Json] | dict[str, Json]]:
    path, _, query = target.partition("?")
    segments = [unquote(segment) for segment in path.strip("/").split("/")]
    positional: list[Json] = []
    for i, segment in enumerate(segments):
        if segment.isdecimal():
            segments[i] = "{id}"
            positional.append(_read_value(segment))
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    named = {unquote_plus(key): _read_value(unquote_plus(value)) for key, _, value in pairs}
    return f"{method} /{'/'.join(segments)}", _joined(positional, named)


def _read_arguments(text: str) -> list[Json] | dict[str, Json]:
    pieces = list(_split(text))
    if (
        len(pieces) > 1
        and all(_is_prose(piece) for piece in pieces)
        and any(" " in p.strip() for p in pieces)
    ):
        return [text.strip()]
    positional: list[Json] = []
    named: dict[str, Json] = {}
    for piece in pieces:
        if match := _NAMED.fullmatch(piece):
            named[match[1]] = _read_value(match[2])
        else:
            positional.append(_read_value(piece))
    if len(positional) == 1 and isinstance(positional[0], dict) and not named:
        return positional[0]
    return _joined(positional, named)


def _joined(positional: list[Json], named: dict[str, Json]) -> list[Json] | dict[str, Json]:
    if not positional:
        return named or []
    return [*positional, named] if named else positional


def _split(text: str) -> Iterator[str]:
    """Cut at the commas that stand outside quotes and brackets; a quote opens only where a value begins."""
    start, closers, quote = 0, [], ""
    for i, char in enumerate(text):
        if quote:
            if char == quote and (i - len(text[:i].rstrip("\\"))) % 2 == 0:  # no odd number of backslashes
                quote = ""
        elif char in "\"'" and text[start:i].rstrip()[-1:] in ("", "=", ":", "[", "{", "(", ","):
            quote = char
        elif char in _CLOSING:
            closers.append(_CLOSING[char])
        elif closers and char == closers[-1]:
            closers.pop()
        elif char == "," and not closers:
            yield text[start:i]
            start = i + 1
    if text[start:].strip():
        yield text[start:]


def _is_prose(piece: str) -> bool:
    return not _NAMED.fullmatch(piece) and _read_value(piece) == piece.strip()


def _read_value(text: str) -> Json:
    """Read a JSON value, a Python literal, an object as JavaScript has it, or else the bare text itself."""
    text = text.strip()
    try:
        return loads(text)
    except JsonError:
        pass
    try:
        value = ast.literal_eval(text)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return text if is_number else loads(compact(value))
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return _read_object(text) or text


def _read_object(text: str) -> dict[str, Json] | None:
    """Read `{title: "Dune", pages: 412}`, names without quotes and values of any kind; None if it is none."""
    if text[:1] + text[-1:] != "{}" or text.count("{") > _DEEPEST:
        return None
    pairs = [_PAIR.fullmatch(piece) for piece in _split(text[1:-1])]
    found = {pair[2]: _read_value(pair[3]) for pair in pairs if pair}
    return found if len(found) == len(pairs) else None
