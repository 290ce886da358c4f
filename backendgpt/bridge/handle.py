"""Settle the form of `handle`: two parameters, `(response, state)` returned, nothing else that runs. Pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from backendgpt.bridge.nodes import flat

ARGS_NAMES = {"args", "arguments", "argv", "call_args", "params", "parameters", "data", "payload", "body"} | {
    "_args", "_params", "request", "inputs", "kwargs", "_"
}  # fmt: skip
"""Names that a second parameter may have if it is to mean all of the arguments."""

_ROOT = "_bgpt_state"


class BadHandle(Exception):
    """There is no `handle(state, args)`; the message is for the model to read."""


def find(tree: ast.Module) -> ast.FunctionDef:
    """Return the one top-level `handle`, whose parameters are acceptable.

    Annotations, defaults, `*args` for `args` and other names for the state are accepted. Any second name is
    not: `def handle(state, title)` means one argument, and would get the whole list.

    Raises:
        BadHandle: There is none, there are two, or its parameters cannot be called with `(state, args)`.
    """
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    handlers = [node for node in functions if node.name == "handle"]
    if len(handlers) != 1:
        raise BadHandle("define exactly one function `def handle(state, args):`")
    parameters = handlers[0].args
    names = [arg.arg for arg in _positional(parameters)]
    if not names or len(names) - len(parameters.defaults) > 2 or None in parameters.kw_defaults:
        raise BadHandle("the function must be `def handle(state, args):`")
    if len(names) > 1 and names[1] not in ARGS_NAMES:
        raise BadHandle("the function must be `def handle(state, args):`, with all arguments in `args`")
    return handlers[0]


def plain(tree: ast.Module) -> ast.Module:
    """Drop, in place, what has no meaning here: `async`, `await`, and decorators of `handle`."""
    _Plain().visit(tree)
    return tree


def settle(tree: ast.Module) -> None:
    """Rewrite the module in place so that `handle(state, args)` returns `(response, state)`.

    Returning the state as well makes `state = [...]`, which in Python only rebinds a name, mean what its
    writer meant: the new state. A part of it under the same name, `state = state["todos"]`, is no new state.
    """
    handler = find(tree)
    tree.body = [node for node in tree.body if not _is_example(node)]
    state = _settle_parameters(handler)
    _drop_global(handler, {arg.arg for arg in _positional(handler.args)})
    root = _keep_root(handler, state) if any(_aliases(handler, state)) else state
    handler.body = [_ReturnState(root).visit(node) for node in handler.body]
    handler.body.append(ast.Return(_pair(ast.Constant(None), root), lineno=handler.lineno))


def own_nodes(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """Go through the nodes of a function's own scope, without the functions and classes within."""
    todo: list[ast.AST] = list(reversed(function.body))
    while todo:
        node = todo.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda):
            todo.extend(reversed(list(ast.iter_child_nodes(node))))


def _positional(parameters: ast.arguments) -> list[ast.arg]:
    return [*parameters.posonlyargs, *parameters.args]


def _is_example(node: ast.stmt) -> bool:
    """Whether a top-level statement only tries the function out: a print, a call of it, a main guard."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return False
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    bare = isinstance(node, ast.Expr) and (isinstance(node.value, ast.Constant) or "print" in names)
    return bare or bool(names & {"handle", "__name__"})


def _settle_parameters(handler: ast.FunctionDef) -> str:
    """Give `handle` two parameters whatever it had, and return the name of the first."""
    parameters = handler.args
    names = _positional(parameters)
    if len(names) == 1:
        second = parameters.vararg or parameters.kwarg or ast.arg("_args")
        parameters.args.append(ast.arg(second.arg))
        parameters.vararg = parameters.kwarg = None
    return names[0].arg


def _drop_global(handler: ast.FunctionDef, names: set[str]) -> None:
    """Drop `global state`, which Python refuses of a parameter; other globals stay."""
    for node in own_nodes(handler):
        if isinstance(node, ast.Global | ast.Nonlocal):
            node.names = [name for name in node.names if name not in names] or ["_bgpt_none"]


def _is_part(node: ast.expr, state: str) -> bool:
    """Whether an expression is a part of the state: `state["todos"]`, `state.get("a", {})["b"]`."""
    steps = 0
    while not isinstance(node, ast.Name):
        match node:
            case ast.Subscript(value=inner, slice=key):
                steps += not isinstance(key, ast.Slice)
            case ast.Attribute(value=inner):
                steps += 1
            case ast.Call(func=ast.Attribute(value=inner, attr="get" | "setdefault" | "pop")):
                steps += 1
            case _:
                return False
        node = inner
    return node.id == state and steps > 0


def _aliases(handler: ast.FunctionDef, state: str) -> Iterator[ast.AST]:
    """Go through the statements that use the state's name for something else."""
    for node in own_nodes(handler):
        match node:
            case ast.Assign(targets=targets, value=value):
                if any(_names(target, state) for target in targets) and _is_part(value, state):
                    yield node
            case ast.For(target=target) if _names(target, state):
                yield node


def _names(target: ast.expr, name: str) -> bool:
    return any(isinstance(node, ast.Name) and node.id == name for node in flat([target]))


def _keep_root(handler: ast.FunctionDef, state: str) -> str:
    """Keep the whole state under another name, which real assignments before the first alias change too."""
    aliases = set(_aliases(handler, state))
    for node in own_nodes(handler):
        if node in aliases:
            break
        if isinstance(node, ast.Assign) and any(_names(target, state) for target in node.targets):
            node.targets.append(ast.Name(_ROOT, ast.Store()))
    keep = ast.Assign([ast.Name(_ROOT, ast.Store())], ast.Name(state, ast.Load()), lineno=handler.lineno)
    handler.body.insert(0, keep)
    return _ROOT


def _pair(value: ast.expr, root: str) -> ast.Tuple:
    return ast.Tuple([value, ast.Name(root, ast.Load())], ast.Load())


class _Plain(ast.NodeTransformer):
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        if node.name == "handle":
            node.decorator_list = []
        return self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        plain = ast.FunctionDef(**dict(ast.iter_fields(node)))
        return self.visit_FunctionDef(ast.copy_location(plain, node))

    def visit_Await(self, node: ast.Await) -> ast.AST:
        self.generic_visit(node)
        return node.value


class _ReturnState(ast.NodeTransformer):
    """`return x` becomes `return (x, state)`, but not in a function within the function."""

    def __init__(self, root: str) -> None:
        self.root = root

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        return node

    def visit_Return(self, node: ast.Return) -> ast.Return:
        value = node.value or ast.Constant(None)
        return ast.copy_location(ast.Return(_pair(value, self.root)), node)
