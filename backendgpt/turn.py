"""A turn: a call, what came of it, and what it took."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from backendgpt.call import Call
from backendgpt.jsonvalue import Json
from backendgpt.models import Completion

Source = Literal["model", "route"]


@dataclass(frozen=True)
class Usage:
    """What the model took for one call, all rounds together.

    Attributes:
        model: The model's full name, or empty if none was asked.
        rounds: How many replies it wrote: 1 where the first one worked, 0 if none was asked.
        input_tokens, cached_tokens, output_tokens: Tokens read, of these read from a cache, and written.
        cost: US dollars; None where a price is unknown.
    """

    model: str = ""
    rounds: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost: float | None = 0.0

    @classmethod
    def of(cls, completions: Sequence[Completion]) -> Usage:
        """Add up completions."""
        costs = [c.cost for c in completions]
        return cls(
            model=completions[-1].model if completions else "",
            rounds=len(completions),
            input_tokens=sum(c.input_tokens for c in completions),
            cached_tokens=sum(c.cached_tokens for c in completions),
            output_tokens=sum(c.output_tokens for c in completions),
            cost=None if None in costs else sum(c for c in costs if c is not None),
        )


@dataclass(frozen=True)
class Timing:
    """Where the seconds of a turn went."""

    model: float = 0.0
    sandbox: float = 0.0
    commit: float = 0.0
    total: float = 0.0


@dataclass(frozen=True)
class Turn:
    """A call and what came of it.

    Attributes:
        call: The call as it was read.
        response: The answer.
        status: Its HTTP status, 200 unless the function gave another.
        revision: The state's revision after the turn; for a dry run the one that it started from.
        patch: RFC 6902 JSON Patch of the change; empty if the state is as it was.
        before, state: The state before and after.
        source: Who answered: `model`, or `route` for a learned function.
        program: The function's source.
        usage: What the model took.
        timing: Seconds.
        dry_run: Whether nothing was written.
    """

    call: Call
    response: Json
    status: int
    revision: int
    patch: tuple[dict[str, Json], ...]
    before: Json
    state: Json
    source: Source
    program: str
    usage: Usage = field(default_factory=Usage)
    timing: Timing = field(default_factory=Timing)
    dry_run: bool = False

    @property
    def changed(self) -> bool:
        """Whether the state changed, or would have if this was a dry run."""
        return bool(self.patch)

    def to_json(self) -> dict[str, Json]:
        """Return the envelope that `bgpt call --json` prints."""
        return {
            "response": self.response,
            "status": self.status,
            "revision": self.revision,
            "changed": self.changed,
            "patch": list(self.patch),
            "source": self.source,
            "program": self.program,
            "model": self.usage.model,
            "rounds": self.usage.rounds,
            "tokens": {
                "input": self.usage.input_tokens,
                "cached": self.usage.cached_tokens,
                "output": self.usage.output_tokens,
            },
            "cost": self.usage.cost,
            "seconds": round(self.timing.total, 4),
            "dry_run": self.dry_run,
        }
