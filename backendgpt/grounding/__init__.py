"""A call with the state in view: what its arguments are, and where they occur. Pure.

`fit.py` reads the arguments as the state has them, `notes.py` says in code where they are, `occurrences.py`
finds them, `outline.py` knows the collections of a state, `intent.py` what the call's words ask for.
"""

from backendgpt.grounding.fit import fit
from backendgpt.grounding.notes import begin, ground, locate

__all__ = ["begin", "fit", "ground", "locate"]
