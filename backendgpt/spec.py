"""The spec of a backend: what a person writes down about it, as a frozen value and as TOML."""

from __future__ import annotations

import re
import tomllib
from dataclasses import asdict, dataclass, field, fields
from typing import Any, Literal

from backendgpt.errors import UsageError
from backendgpt.jsonvalue import MAX_DEPTH, Json, JsonError, dumps, loads

_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
_OURS = {"models", "cache"}
"""Folders of BGPT_HOME that hold something else: a backend of that name would replace it."""
_RESERVED = (
    _OURS | {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)}
)

_MOST = {"depth": MAX_DEPTH}
"""What cannot be raised: the parsers on the way, the sandbox's among them, go no deeper."""
_MOST_OF_ALL = 10**12
"""No other limit may be larger: a terabyte, ten thousand years."""


def check_name(name: str) -> str:
    """Return `name` if it can name a backend, on every file system and in a URL.

    Raises:
        UsageError: It does not match `[a-z0-9][a-z0-9_-]{0,63}`, or Windows or bgpt reserves it.
    """
    if _NAME.fullmatch(name) and name not in _RESERVED:
        return name
    if name in _RESERVED:
        raise UsageError(f"The name '{name}' is reserved.", hint=f"Another name, e.g. {name}-1.")
    shown = name if len(name) <= 70 else name[:67] + "..."
    raise UsageError(
        f"{shown!r} cannot name a backend.",
        hint="A name has 1 to 64 of a-z, 0-9, - and _, begins with a letter or digit, e.g. todo-list.",
    )


@dataclass(frozen=True)
class Limits:
    """What a backend may use. The defaults are far beyond honest use.

    Attributes:
        state_bytes: Size of the state as compact JSON.
        call_bytes: Size of a call's text and DATA together.
        depth: Levels of nesting in the state, DATA and the response; at most 100.
        run_seconds: Time a function may run.
        run_memory: Bytes a function may allocate.
        output_tokens: Tokens the model may write per answer.
        calls_per_day: Calls that ask the model, per UTC day.
        usd_per_day: Money the model may cost, per UTC day.
    """

    state_bytes: int = 16 * 2**20
    call_bytes: int = 2**20
    depth: int = MAX_DEPTH
    run_seconds: float = 2.0
    run_memory: int = 512 * 2**20
    output_tokens: int = 1024
    calls_per_day: int = 100_000
    usd_per_day: float = 10.0


@dataclass(frozen=True)
class Spec:
    """What a backend is for and what holds for it.

    Attributes:
        purpose: One sentence or more, in the user's words.
        model: The model to ask, or None to let `resolve()` choose.
        schema: A JSON Schema (2020-12) that the state must always satisfy, or None.
        learn: Whether functions that proved general are kept as routes.
        agreements: How many times a stored function must agree with a fresh one before it is used.
        limits: See `Limits`.
    """

    purpose: str
    model: str | None = None
    schema: Json | None = None
    learn: Literal["auto", "off"] = "auto"
    agreements: int = 1
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def from_toml(cls, text: str) -> Spec:
        """Read a spec, collecting every problem before raising.

        Raises:
            UsageError: Not TOML, an unknown key, a value of the wrong type or out of range.
        """
        try:
            data = tomllib.loads(text)
        except (ValueError, RecursionError) as exc:
            raise UsageError(f"The spec is not TOML: {exc}.") from exc
        reader = _Reader(data)
        limits = reader.table("limits")
        spec = cls(
            purpose=reader.get("purpose", str, ""),
            model=reader.get("model", str, None),
            schema=reader.json("schema"),
            learn=reader.choice("learn", ("auto", "off"), "auto"),
            agreements=reader.get("agreements", int, 1),
            limits=Limits(**{f.name: limits.number(f.name, f.default) for f in fields(Limits)}),
        )
        if not spec.purpose.strip():
            reader.problems.append("purpose: say in a sentence what the backend is for")
        reader.finish(limits)
        return spec

    def to_toml(self) -> str:
        """Write the spec so that `from_toml` reads the same one; defaults are left out."""
        import tomli_w

        data: dict[str, Any] = {"purpose": self.purpose}
        if self.model is not None:
            data["model"] = self.model
        if self.schema is not None:
            data["schema"] = dumps(self.schema, indent=2)
        data |= {"learn": self.learn, "agreements": self.agreements}
        changed = {k: v for k, v in asdict(self.limits).items() if v != getattr(Limits(), k)}
        if changed:
            data["limits"] = changed
        return tomli_w.dumps(data, multiline_strings=True)


class _Reader:
    """Takes typed values out of a TOML table and remembers what is wrong with it."""

    def __init__(self, data: dict[str, Any], prefix: str = "") -> None:
        self.data, self.prefix = dict(data), prefix
        self.problems: list[str] = []

    def get(self, key: str, kind: type, default: Any) -> Any:
        value = self.data.pop(key, default)
        if value is default or type(value) is kind:
            return value
        self.problems.append(f"{self.prefix}{key}: {value!r} is not of type {kind.__name__}")
        return default

    def number(self, key: str, default: Any) -> Any:
        value = self.data.pop(key, default)
        is_whole, most = type(default) is int, _MOST.get(key, _MOST_OF_ALL)
        if type(value) not in ((int,) if is_whole else (int, float)) or not 0 < value <= most:
            what = "whole number" if is_whole else "number"
            self.problems.append(f"{self.prefix}{key}: {value!r} is not a {what} above 0 and up to {most:,}")
            return default
        return type(default)(value)

    def choice(self, key: str, choices: tuple[str, ...], default: str) -> Any:
        value = self.data.pop(key, default)
        if value not in choices:
            self.problems.append(f"{self.prefix}{key}: {value!r} is none of {', '.join(choices)}")
        return value

    def json(self, key: str) -> Json | None:
        text = self.get(key, str, None)
        try:
            return None if text is None else loads(text)
        except JsonError as exc:
            self.problems.append(f"{self.prefix}{key}: not JSON: {exc}")
            return None

    def table(self, key: str) -> _Reader:
        return _Reader(self.get(key, dict, {}), prefix=f"{key}.")

    def finish(self, *parts: _Reader) -> None:
        for reader in (self, *parts):
            reader.problems += [f"{reader.prefix}{key}: unknown key" for key in reader.data]
        problems = [problem for reader in (self, *parts) for problem in reader.problems]
        if problems:
            raise UsageError("The spec is not usable: " + "; ".join(problems) + ".")
