"""A call with the state in view: what its arguments are, and where they occur. Pure.

`scene.py` is what the rest is worked out from. `fit.py` and `spelling.py` read the arguments as the state
has them, `given.py` tells which of them name something, `spoken.py` finds the names in a sentence;
`located.py` says in code where they are, `amounts.py`, `moves.py`, `comparisons.py`, `corrections.py`,
`dates.py`, `groups.py`, `marks.py`, `paths.py`, `positions.py`, `searches.py`, `sorting.py`,
`superlatives.py`, `tables.py`, `texts.py`, `totals.py` and `values.py` what some calls do with them,
`additions.py` and `fields.py` what a new thing needs, `notes.py` puts that together for the prompt.
`occurrences.py` finds values, `outline.py` knows the collections of a state, `forms.py` what kind of value
one is, `intent.py` tells what the words of a call ask for, by its verb (`verbs.py`), and `likeness.py`
which words are misspelt.
"""

from backendgpt.grounding.fit import fit
from backendgpt.grounding.notes import begin, ground, locate
from backendgpt.grounding.spelling import respell

__all__ = ["begin", "fit", "ground", "locate", "respell"]
