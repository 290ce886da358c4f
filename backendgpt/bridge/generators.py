"""Turn generator functions into functions that collect what they yield. Pure.

Such a function is run to its end at once: a generator that never ends runs out of time instead.
"""

from __future__ import annotations

import ast

from backendgpt.bridge.nodes import assign, call, iterator

_OUT = "_bgpt_out"


def collect(function: ast.FunctionDef) -> None:
    """Rewrite a function in place if it is a generator: `yield x` appends, the end returns an iterator.

    A `yield` whose value is used, `x = yield y`, stays as it is: the interpreter refuses it.
    """
    if not _yields(function):
        return
    body = [_Collect().visit(statement) for statement in function.body]
    end = ast.copy_location(_collected(), function)
    function.body = [assign(_OUT, ast.List([], ast.Load()), function), *body, end]


class _Collect(ast.NodeTransformer):
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        match node.value:
            case ast.Yield(value=value):
                node.value = call(_method("append"), value or ast.Constant(None))
            case ast.YieldFrom(value=value):
                node.value = call(_method("extend"), value)
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        return ast.copy_location(_collected(), node)


def _yields(function: ast.FunctionDef) -> bool:
    todo: list[ast.AST] = list(function.body)
    while todo:
        node = todo.pop()
        if isinstance(node, ast.Yield | ast.YieldFrom):
            return True
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            todo.extend(ast.iter_child_nodes(node))
    return False


def _method(name: str) -> ast.expr:
    return ast.Attribute(ast.Name(_OUT, ast.Load()), name, ast.Load())


def _collected() -> ast.Return:
    return ast.Return(iterator(ast.Name(_OUT, ast.Load())))
