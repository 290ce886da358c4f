"""What a request line means: which backend, and the text of the call. Pure.

The rest of the path after the backend's name is the call, as it was sent:

    GET    /todo/add_todo(buy%20milk)     add_todo(buy milk)
    GET    /todo/add_todo(why?)           add_todo(why?)
    GET    /todo/delete%20last%20todos)   delete last todos)
    POST   /todo/add_todo                 add_todo               the body is its DATA
    GET    /todo/book?seat=A1             book(seat="A1")
    GET    /todo/items?done=true          GET /items?done=true
    DELETE /todo/items/3                  DELETE /items/3

A lone word reads as a procedure if it begins with a verb, as a resource otherwise. Either is a call that
works: the choice only decides what the model sees and under which name a route is learned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from backendgpt.call import Call
from backendgpt.errors import UsageError
from backendgpt.jsonvalue import compact

MAX_TARGET = 8192
"""Bytes of path and query that a request may have."""

_VERBS = """
accept add answer append apply approve archive ask assign block book borrow buy calculate cancel change
check clean clear close complete compute confirm convert copy count create decrease decrement delete
describe disable do draw drop duplicate edit empty enable end estimate export fetch fill filter find finish
fix flip generate get give guess hide import increase increment insert invite is join leave lend like list
load lock login logout make mark merge move open order pay pick pin place play pop promote publish purchase
push put query raise randomize rank rate read receive refund register reject remove rename reorder repeat
replace reply reschedule reserve reset resolve restart restore resume retry return reverse revert roll run
save schedule search select sell send set share show shuffle sign simulate skip solve sort split start stop
subtract suggest sum summarize swap take tell toggle transfer translate turn undo unlike unlock unmark unpin
unsubscribe update upload use validate view vote what where which who withdraw write"""

VERBS = frozenset(_VERBS.split())
"""How the name of a procedure begins."""

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_ESCAPES = str.maketrans({char: f"%{ord(char):02X}" for char in "%/?#"})


@dataclass(frozen=True)
class Target:
    """A request's path in its parts.

    Attributes:
        name: The backend's name, decoded; not checked.
        rest: What follows it, still percent-encoded.
        query: The query, still percent-encoded.
    """

    name: str
    rest: str
    query: str

    @classmethod
    def parse(cls, raw_path: bytes, query: bytes) -> Target:
        """Take a request target apart.

        Raises:
            UsageError: It is too long, not UTF-8, or holds control characters.
        """
        if len(raw_path) + len(query) > MAX_TARGET:
            raise UsageError(f"The path has over {MAX_TARGET:,} bytes.", hint="Send DATA as a JSON body.")
        name, _, rest = raw_path.decode("ascii", "replace").removeprefix("/").partition("/")
        for part in (name, rest, query.decode("ascii", "replace")):
            _decoded(part)
        return cls(_decoded(name), rest, query.decode("ascii", "replace"))

    @property
    def is_reserved(self) -> bool:
        """Whether the path is ours and not the model's."""
        return "-" in (self.name, _decoded(self.rest.partition("/")[0]))

    def call_text(self, method: str) -> str:
        """Return the text of the call that the request makes.

        Args:
            method: The request's method, in upper case. `HEAD` reads as `GET`.
        """
        method = "GET" if method == "HEAD" else method
        first = _decoded(self.rest.partition("/")[0])
        text = _decoded(self.rest + (f"?{self.query}" if self.query else ""))
        if re.search(r"[\s()/]", first):
            named = method in ("GET", "POST") or "(" in first
            return text if named else f"{method} /{text}"
        if method in ("GET", "POST") and first == _decoded(self.rest) and is_procedure(first):
            return _procedure(first, self.query)
        if re.search(r"\s", _decoded(self.rest)):
            return f"{method} /{text}"
        segments = [_decoded(part).translate(_ESCAPES) for part in self.rest.split("/")]
        return f"{method} /{'/'.join(segments)}" + (f"?{self.query}" if self.query else "")


def is_procedure(word: str) -> bool:
    """Tell whether a lone word names something to do, like `add_todo` or `getBoard`, not a resource."""
    words = _WORD.findall(word)
    return bool(_NAME.fullmatch(word) and words) and words[0].lower() in VERBS


def _procedure(name: str, query: str) -> str:
    if not query:
        return name
    named = Call.parse(f"GET /{name}?{query}").written
    if not isinstance(named, dict) or not all(key.isidentifier() for key in named):
        return f"GET /{name}?{query}"
    return f"{name}({', '.join(f'{key}={compact(value)}' for key, value in named.items())})"


def _decoded(text: str) -> str:
    try:
        decoded = unquote_to_bytes(text).decode("utf-8")
    except UnicodeDecodeError as exc:
        raise UsageError("The path is not UTF-8.", hint="Percent-encode it: é is %C3%A9.") from exc
    if control := _CONTROL.search(decoded):
        raise UsageError(f"The path holds the control character U+{ord(control[0]):04X}.")
    return decoded
