"""What a program's text tells about it. Pure."""

from __future__ import annotations

import ast

from backendgpt.call import Call
from backendgpt.jsonvalue import Json, compact
from backendgpt.program import Program


def literals(program: Program) -> set[str]:
    """Return the string constants of a program that stand for content, not for keys."""
    keys = {id(node.slice) for node in ast.walk(program.tree) if isinstance(node, ast.Subscript)}
    return {
        node.value
        for node in ast.walk(program.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in keys
    }


def seen_literals(program: Program, state: Json, call: Call) -> set[str]:
    """Return the literals that the model can only have from the state it saw."""
    values = _values(state)
    given = call.text + compact(call.args)
    return {literal for literal in literals(program) if literal in values and literal not in given}


def _values(state: Json) -> set[str]:
    if isinstance(state, dict):
        return set().union(*map(_values, state.values()))
    if isinstance(state, list):
        return set().union(*map(_values, state))
    return {state} if isinstance(state, str) else set()
