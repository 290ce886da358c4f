"""How often a call does what its caller meant: apps and calls as data, with a checker for each call.

    python -m benchmarks.accuracy --model qwen2.5-coder-1.5b --half dev

`apps/dev` is there to be looked at while prompts are written; `apps/test` is run only to report.
"""
