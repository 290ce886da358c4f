"""Learned routes: the model is the slow path.

A function that the model wrote is kept beside the backend's state. When a later, different call of its kind
makes the model write a function that does the same, the kept one is trusted, and answers from then on in
about a millisecond. It is dropped again as soon as it fails, or as the model disagrees with it.

- `route.py`: a route as a Python file that a person can read and edit; `files.py`: the folder of these;
- `evidence.py`, `words.py`: what a function's text tells: what it made up, knew or saw cannot be general;
- `trial.py`, `vary.py`: what it does, beside the fresh function, on many inputs derived from the call;
- `weighing.py`: what follows from both: what is kept, and whether it is trusted;
- `shape.py`: which states and arguments it was tried on;
- `learned.py`: the four things that `interpret()` asks for.
"""

from backendgpt.routes.learned import LearnedRoutes
from backendgpt.routes.route import Route

__all__ = ["LearnedRoutes", "Route"]
