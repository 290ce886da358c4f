"""A route: a function that was kept, and what is known about it, as a readable Python file. Pure.

    # endpoint: add_todo
    # args: ["string"]
    # status: learned
    # ...

    def handle(state, args):
        ...

Every line of the header may be missing. A file without one was written by a person: it answers the endpoint
that its name spells, whatever the arguments, and is trusted.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Literal, get_args

from backendgpt.call import Call
from backendgpt.jsonvalue import JsonError, compact, loads
from backendgpt.program import Program, ProgramError
from backendgpt.routes.evidence import constants
from backendgpt.routes.shape import Shape

Status = Literal["candidate", "learned", "pinned"]

LONGEST = 200
"""Characters of an endpoint beyond which a call is a text, and not worth a file."""

_HEADER = re.compile(r"#\s*([a-z_]+):[ \t]*(.*)")


@dataclass(frozen=True)
class Route:
    """A function that answered a call, and what is known about it.

    Attributes:
        endpoint: What it answers; see `endpoint_of`.
        source: Its function, as the model or a person wrote it.
        args: The shape of the arguments that it takes; empty for any.
        state: The shape of the states that it was tried on; None for any.
        status: `candidate` (kept, not used), `learned` (by evidence) or `pinned` (by a person).
        agreements: How many of the model's later functions it agreed with.
        seen: Fingerprints of the calls that count as evidence.
        same_as: The endpoint that this one is another spelling of; then there is no function.
        call, model: What it was written for, and by which model.
        tokens: What the model read and wrote for it: what one call of this route saves.
        cost, seconds: The same in US dollars (None where unknown) and in seconds.
        since: When it was learned, in UTC.
        note: Why it is not learned.
        file: The name of its file without the ending; empty if it is not kept yet.
    """

    endpoint: str
    source: str = ""
    args: str = ""
    state: Shape | None = None
    status: Status = "pinned"
    agreements: int = 0
    seen: tuple[str, ...] = ()
    same_as: str = ""
    call: str = ""
    model: str = ""
    tokens: int = 0
    cost: float | None = None
    seconds: float = 0.0
    since: str = ""
    note: str = ""
    file: str = ""

    @cached_property
    def program(self) -> Program | None:
        """The function, or None if a person's edit broke it."""
        try:
            return Program.parse(self.source)
        except ProgramError:
            return None

    @cached_property
    def keys(self) -> frozenset[str]:
        """The strings that stand in the function: among them the keys that it touches."""
        return frozenset(constants(self.program) if self.program else ())

    @property
    def is_trusted(self) -> bool:
        """Whether it answers calls."""
        return self.status != "candidate"

    def takes(self, endpoint: str, args: str) -> bool:
        """Tell whether it is for calls of this endpoint with arguments of this shape.

        The endpoint of a file that a person wrote is known from its name alone.
        """
        return self.endpoint in (endpoint, slug(endpoint)) and self.args in ("", args)

    def to_text(self) -> str:
        """Write the route as a Python file that `from_text` reads as the same route."""
        lines = []
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name not in ("source", "file") and (value != field.default or field.name == "status"):
                text = compact(value) if field.name == "state" else _line(value)
                lines.append(f"# {field.name}: {text}")
        return "\n".join((*lines, "", self.source.strip("\n"), ""))

    @classmethod
    def from_text(cls, text: str, name: str) -> Route:
        """Read a route's file.

        Args:
            text: Its text.
            name: Its name without the ending: the endpoint, unless the header gives it.
        """
        lines = text.replace("\r\n", "\n").split("\n")
        values: dict[str, Any] = {"endpoint": name}
        while lines and (match := _HEADER.match(lines[0])):
            values[match[1]] = match[2].strip()
            lines.pop(0)
        known = {field.name: values[field.name] for field in fields(cls) if field.name in values}
        read = {key: _read(key, value) for key, value in known.items()}
        return cls(**{**read, "source": "\n".join(lines).strip("\n"), "file": name})


def endpoint_of(call: Call) -> str:
    """Return what a call's route is found by: its endpoint; for a plain sentence every letter of it."""
    return " ".join((call.text if call.is_sentence else call.endpoint).split())


def slug(endpoint: str) -> str:
    """Return the file name for an endpoint, without its ending: `DELETE /items/{id}` is `delete_items_id`."""
    name = re.sub(r"[^a-z0-9]+", "_", endpoint.lower()).strip("_")[:60] or "call"
    return name if re.fullmatch(r"(?!(con|prn|aux|nul|com\d|lpt\d)$).*", name) else f"{name}_"


def _line(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    return " ".join(str(value).split())


def _read(key: str, text: str) -> Any:
    """Read one value of a header; one that a person garbled counts as not given."""
    defaults = {field.name: field.default for field in fields(Route)}
    match key:
        case "status":
            return text if text in get_args(Status) else "pinned"
        case "args":
            return text if _is_json(text) else ""
        case "seen":
            return tuple(text.split())
        case "state":
            return _read_shape(text)
        case "agreements" | "tokens":
            return int(text) if text.isdigit() else 0
        case "cost" | "seconds":
            try:
                return float(text)
            except ValueError:
                return defaults[key]
    return text


def _is_json(text: str) -> bool:
    with suppress(JsonError):
        loads(text)
        return True
    return False


def _read_shape(text: str) -> Shape | None:
    shape = loads(text) if _is_json(text) else None
    if not isinstance(shape, dict):
        return None
    return {path: list(map(str, types)) for path, types in shape.items() if isinstance(types, list)}
