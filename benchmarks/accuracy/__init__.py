"""How often a call does what its caller meant: apps and calls as data, with a checker for each call.

    python -m benchmarks.accuracy --model local/qwen2.5-coder-1.5b --half test --contender both

`apps/dev` is there to be looked at while prompts are written; `apps/test` is run only to report. Once its
failures have been looked at it is no longer blind: it moves to `apps/dev`, and somebody who knows neither the
prompt nor the grounding writes new apps. To add an app, add a module with an `APP`: what a user would say it
is for, its state, and calls that a user would make.

A case says what must come of a call, and no more than a person would insist on who reads call and state
(`responses.py`, `states.py`, and `freeform.py` for states that began empty), and it has a function that does
it right. What `sort...` names is a change; what `get...`, `list...` or a question names is none.
"""
