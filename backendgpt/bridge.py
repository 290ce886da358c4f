"""Rewrite Python that models like to write into the Python that the sandbox runs. Pure."""

from __future__ import annotations

import ast


def bridge(source: str) -> str:
    """Return the source so that the sandbox can run it and `handle` returns `(response, state)`.

    Returning the state as well makes `state = [...]`, which in Python only rebinds a name, mean what its
    writer meant: the new state.
    """
    tree = _Bridge().visit(ast.parse(source))
    return ast.unparse(ast.fix_missing_locations(tree))


class _Bridge(ast.NodeTransformer):
    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        if node.name == "handle":
            node.body = [_ReturnState().visit(statement) for statement in node.body]
            node.body.append(ast.parse("return (None, state)").body[0])
        self.generic_visit(node)
        return node


class _ReturnState(ast.NodeTransformer):
    """`return x` becomes `return (x, state)`, but not in a function within the function."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:
        return node

    def visit_Return(self, node: ast.Return) -> ast.Return:
        value = node.value or ast.Constant(None)
        return ast.Return(ast.Tuple([value, ast.Name("state", ast.Load())], ast.Load()))
