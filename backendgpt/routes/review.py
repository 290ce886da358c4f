"""Go through a function's text and object to what in it is no general rule. Pure.

Every literal has to be accounted for: by the call's own words, by the state's field names, by the words in
which a program reports on its work, or by arithmetic.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from backendgpt.call import Call
from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from backendgpt.routes.vary import is_map
from backendgpt.routes.words import CHANCE, COMMON, JUDGEMENT, POSITIONS, TIME, VERDICTS, numbers, words

_UNITS = {100, 1000, 0.01}
"""Numbers that may be multiplied and divided by without having been asked for."""

_TIMES = {7, 12, 24, 60, 3600, 86400}
"""Numbers that may be where the call or a field speaks of time."""

_DICE = {"random", "secrets", "uuid"}
"""The modules that give chance."""

_REACHES, _LISTS = {"get", "setdefault", "keys", "values", "items"}, {"list", "tuple", "iter", "reversed"}
"""The methods that give a part of the state, and the functions that list it."""

_VERDICT = {"True", "False"}

_ARITHMETIC = (ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)


class Review:
    """What can be said against a function that answered a call."""

    def __init__(self, program: Program, call: Call, state: Json) -> None:
        self.nodes = list(ast.walk(program.tree))
        self.call = call
        self.asked = asked_of(call)
        self.fields, self.things = _keys(state)
        self._letters = Counter(text for text in strings(state) if len(text) == 1)
        self.fields |= call.args.keys() if isinstance(call.args, dict) else set()
        self.parents = {id(child): node for node in self.nodes for child in ast.iter_child_nodes(node)}

    def objections(self) -> Iterator[str]:
        """Go through the objections, each as a clause."""
        used = {node.id for node in self.nodes if isinstance(node, ast.Name)}
        if not used & {"state", "args"}:
            yield "it uses neither the state nor the arguments"
        if self.call.args and "args" not in used:
            yield "it does not use the arguments"
        if words(self.asked) & JUDGEMENT - words(" ".join(self.fields)):
            yield "the call asks for knowledge or taste"
        if words(self.asked) & CHANCE - words(" ".join(self.fields)) and not self._mentioned & _DICE:
            yield "the call asks for chance, and it uses none"
        for node in self.nodes:
            if isinstance(node, ast.Constant) and not self._is_form(node):
                yield from self._of_constant(node)
            elif isinstance(node, ast.List | ast.Tuple) and _constants(node.elts) >= _VERDICT:
                yield "it holds a list of verdicts"
            elif isinstance(node, ast.Call) and not node.args and _method(node) in ("pop", "popitem"):
                yield from self._of_place(node.func, f"{_method(node)}()")
            elif isinstance(node, ast.Call) and node.args and _method(node) == "next":
                yield from self._of_place(node.args[0], "next()")

    def _of_constant(self, node: ast.Constant) -> Iterator[str]:
        value = node.value
        if isinstance(value, str) and not self._is_accounted_for(value):
            yield f"it holds {value!r}"
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield from self._of_number(node, value)

    def _is_accounted_for(self, text: str) -> bool:
        if text in self.fields or text in self._written:
            return True
        known = words(self.asked) if text in self.things else self._known
        if len(text) == 1 and text.isalpha() and self._letters[text] < 2:
            return text.lower() in self.asked.lower().split()
        foreign = any(not char.isascii() and char not in self.asked for char in text)
        return not foreign and words(text) <= known and numbers(text) <= {0, 1, *numbers(self.asked)}

    def _of_number(self, node: ast.Constant, number: float) -> Iterator[str]:
        parent = self.parents[id(node)]
        if isinstance(parent, ast.UnaryOp):
            number, parent = -number if isinstance(parent.op, ast.USub) else number, self.parents[id(parent)]
        if abs(number) in numbers(self.asked):
            return
        if isinstance(parent, ast.Subscript) or (isinstance(parent, ast.Call) and _method(parent) == "pop"):
            yield from self._of_place(parent, str(number))
        if number == 1 and _is_threshold(parent) and "duplicat" not in words(self.asked):
            yield "it holds 1 as a limit"
        if number not in (-1, 0, 1) and not self._is_unit(parent, number) and not _is_status(parent, number):
            yield f"it holds {number}"

    def _of_place(self, node: ast.AST, shown: str) -> Iterator[str]:
        """Object to an element of the state taken by its place, unless the call names a place."""
        holder = (
            node.func.value if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else node
        )
        if isinstance(holder, ast.Subscript | ast.Attribute):
            holder = holder.value
        if shown == "-1" and isinstance(node, ast.Subscript) and self._appends:
            return
        if self._is_state(holder) and not words(self.asked) & POSITIONS:
            yield f"it takes the element {shown}, which the call does not name"

    def _is_state(self, node: ast.AST) -> bool:
        """Tell whether an expression is the state or a part of it that is reached by keys."""
        while True:
            if isinstance(node, ast.Subscript):
                node = node.value
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr not in _REACHES:
                    return False
                node = node.func.value
            elif isinstance(node, ast.Call) and _method(node) in _LISTS and node.args:
                node = node.args[0]
            else:
                return isinstance(node, ast.Name) and (node.id == "state" or node.id in self._aliases)

    @cached_property
    def _aliases(self) -> set[str]:
        """The names that stand for a part of the state: `todos = state["todos"]`."""
        self.__dict__["_aliases"] = names = set[str]()
        for node in self.nodes:
            if isinstance(node, ast.Assign) and self._is_state(node.value):
                names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        return names

    @cached_property
    def _appends(self) -> bool:
        """Whether the function appends to the state: the last element may be the one it added."""
        calls = [node for node in self.nodes if isinstance(node, ast.Call) and _method(node) == "append"]
        return any(isinstance(c.func, ast.Attribute) and self._is_state(c.func.value) for c in calls)

    def _is_unit(self, parent: ast.AST, number: float) -> bool:
        """Tell whether a number converts or halves, and adds nothing of its own."""
        if isinstance(parent, ast.Call):
            return number == 2 and _method(parent) == "round"
        if not isinstance(parent, ast.BinOp) or not isinstance(parent.op, _ARITHMETIC):
            return False
        if isinstance(parent.left, ast.Constant) and isinstance(parent.right, ast.Constant):
            return False
        if number == 2:
            return not isinstance(parent.op, ast.Mult)
        speaks_of_time = (words(self.asked) | words(" ".join(self.fields))) & TIME
        return number in _UNITS or (number in _TIMES and bool(speaks_of_time))

    @cached_property
    def _mentioned(self) -> set[str]:
        """The names and the modules that the function uses."""
        names = {node.id for node in self.nodes if isinstance(node, ast.Name)}
        imports = (alias.name for node in self.nodes if isinstance(node, ast.Import) for alias in node.names)
        origins = (node.module or "" for node in self.nodes if isinstance(node, ast.ImportFrom))
        return {*names, *imports, *origins}

    @cached_property
    def _known(self) -> set[str]:
        return words(self.asked) | words(" ".join(self.fields)) | COMMON - VERDICTS

    @cached_property
    def _written(self) -> set[str]:
        """The keys that the function itself writes."""
        keys: list[ast.expr | None] = []
        for node in self.nodes:
            if isinstance(node, ast.Dict):
                keys += node.keys
            elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
                names_thing = self._is_state(node.value) and not isinstance(node.value, ast.Name)
                keys += [] if names_thing else [node.slice]
            elif isinstance(node, ast.Call) and _method(node) == "setdefault":
                keys += node.args[:1]
        texts = {key.value for key in keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
        return texts - self.things

    def _is_form(self, node: ast.Constant) -> bool:
        """Tell whether a constant is a docstring or the format in an f-string: no content."""
        parent = self.parents[id(node)]
        above = self.parents.get(id(parent))
        return isinstance(parent, ast.Expr) or (
            isinstance(above, ast.FormattedValue) and above.format_spec is parent
        )


def asked_of(call: Call) -> str:
    """Return the words of a call that are no arguments."""
    return call.text if call.is_sentence else call.endpoint


def strings(value: Json) -> Iterator[str]:
    """Go through every string of a state, keys and all."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        yield from (text for item in value.values() for text in strings(item))
    elif isinstance(value, list):
        yield from (text for item in value for text in strings(item))


def _keys(state: Json) -> tuple[set[str], set[str]]:
    """Return the keys of a state that name fields, and those that name things."""
    fields, things = set[str](), set[str]()
    todo = [(state, True)]
    while todo:
        value, is_record = todo.pop()
        is_collection = isinstance(value, list)
        if isinstance(value, dict):
            is_collection = is_map(value) or (not is_record and _counts(value))
            (things if is_collection else fields).update(value)
        if isinstance(value, dict | list):
            todo += [(item, is_collection) for item in (value.values() if isinstance(value, dict) else value)]
    return fields, things


def _counts(value: dict[str, Json]) -> bool:
    """Tell whether an object may count things, `{"apple": 3, "pear": 0}`: its keys are no fields then."""
    return len(value) > 1 and all(type(item) in (int, float) for item in value.values())


def _method(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _is_threshold(parent: ast.AST) -> bool:
    """Tell whether something other than a count is compared as if 1 were much: `> 1`, `<= 1`."""
    match parent:
        case ast.Compare(left=ast.Constant(), ops=[ast.Lt() | ast.GtE()], comparators=[measured]):
            return not isinstance(measured, ast.Call)
        case ast.Compare(left=measured, ops=[ast.Gt() | ast.LtE()], comparators=[ast.Constant()]):
            return not isinstance(measured, ast.Call)
    return False


def _constants(nodes: list[ast.expr]) -> set[str]:
    return {repr(node.value) for node in nodes if isinstance(node, ast.Constant)}


def _is_status(parent: ast.AST, number: float) -> bool:
    return isinstance(parent, ast.Tuple | ast.Dict) and 200 <= number <= 599
