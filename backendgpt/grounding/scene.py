"""A call with the state in view: what all notes and lines are worked out from. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from backendgpt.call import Call
from backendgpt.grounding import intent
from backendgpt.grounding.fit import arguments
from backendgpt.grounding.located import Note, located
from backendgpt.grounding.outline import Collection, collections
from backendgpt.jsonvalue import Json


@dataclass(frozen=True)
class Scene:
    """A call, the state, and what of that the call names.

    Attributes:
        call: The call.
        state: The state.
    """

    call: Call
    state: Json

    @cached_property
    def facts(self) -> dict[str, Json]:
        """What the state has under its keys; nothing if it is no object."""
        return self.state if isinstance(self.state, dict) else {}

    @cached_property
    def collections(self) -> list[Collection]:
        """The collections of the state."""
        return collections(self.state)

    @cached_property
    def found(self) -> list[list[Note]]:
        """All places of each thing that the call names; numbers come first if it counts up or down."""
        found = located(self.call, self.state)
        is_counting = intent.sign(self.call) and any(
            type(v) in (int, float) for _, v in arguments(self.call.args)
        )
        return [sorted(notes, key=lambda note: not note.number) for notes in found] if is_counting else found

    @cached_property
    def likeliest(self) -> list[Note]:
        """The likeliest place of each."""
        return [notes[0] for notes in self.found]

    def siblings(self, note: Note) -> list[Collection]:
        """Return the collection that a thing is in, or none."""
        return [each for each in self.collections if each.inside == note.path]

    @cached_property
    def first(self) -> list[Note]:
        """Those of them that lead to one thing."""
        return [note for note in self.likeliest if note.root]
