"""Replace the syntax that the sandbox's interpreter lacks by syntax that it has. Pure.

Every rewriting does what Python does; the exceptions, where Python is lazy and the interpreter is not, are
said beside them.
"""

from __future__ import annotations

import ast

from backendgpt.bridge import shims
from backendgpt.bridge.generators import collect
from backendgpt.bridge.loops import by_things, is_field, over_a_copy, over_things
from backendgpt.bridge.nodes import assign, call, call_instead, expression, flat, function_of, iterator

_TYPES = {kind.__name__: kind for kind in (str, list, dict, set, int, float, bytes)}
_METHODS = {name for kind in _TYPES.values() for name in dir(kind) if not name.startswith("_")}
_ON_TYPES = {"fromkeys", "maketrans", "fromhex", "from_bytes"}
_ORDER = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_EAGER = {"map", "filter", "zip", "enumerate", "reversed"}
_IN_CORE = {"utcnow", "today", "strptime", "fromtimestamp", "utcfromtimestamp", "translate"}


class Syntax(ast.NodeTransformer):
    """The pass over one module.

    Attributes:
        shims: The shims that the rewritten module needs in front of it.
    """

    def __init__(self) -> None:
        self.shims: set[str] = set()
        self._modules: dict[str, str] = {}
        self._iterators: set[str] = set()
        self._types = dict(_TYPES)

    def visit_Module(self, node: ast.Module) -> ast.AST:
        """Note what names mean, before anything changes: modules, types, what `next()` is called on."""
        for inner in ast.walk(node):
            match inner:
                case ast.Import(names=names):
                    self._modules |= {alias.asname or alias.name: alias.name for alias in names}
                case ast.Call(func=ast.Name(id="next"), args=[ast.Name(id=name), *_]):
                    self._iterators.add(name)
                case ast.Name(id=name, ctx=ast.Store()) | ast.arg(arg=name):
                    self._types.pop(name, None)
        return self.generic_visit(node)

    # Imports

    def visit_Import(self, node: ast.Import) -> list[ast.stmt]:
        missing = shims.MODULES - shims.PATCHED
        ours = [alias for alias in node.names if alias.name in missing]
        kept = [alias for alias in node.names if alias.name not in missing]
        made = [assign(alias.asname or alias.name, self._shim(alias.name), node) for alias in ours]
        return [*([ast.copy_location(ast.Import(kept), node)] if kept else []), *made]

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST | list[ast.stmt]:
        module = node.module or ""
        if module not in shims.MODULES:
            return node
        ours = [a for a in node.names if a.name in shims.names(module) or module not in shims.PATCHED]
        kept = [alias for alias in node.names if alias not in ours]
        made = [assign(a.asname or a.name, self._shim(module, a.name), node) for a in ours]
        return [*([ast.copy_location(ast.ImportFrom(module, kept, 0), node)] if kept else []), *made]

    # Statements

    def visit_For(self, node: ast.For) -> ast.AST:
        over_a_copy(node)
        over_things(node, node)
        return self.generic_visit(node)

    def visit_ListComp(self, node: ast.ListComp) -> ast.AST:
        return self._comprehension(node)

    def visit_SetComp(self, node: ast.SetComp) -> ast.AST:
        return self._comprehension(node)

    def visit_DictComp(self, node: ast.DictComp) -> ast.AST:
        return self._comprehension(node)

    def visit_GeneratorExp(self, node: ast.GeneratorExp) -> ast.AST:
        return self._comprehension(node)

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp) -> ast.AST:
        for loop in node.generators:
            over_things(loop, node)
        return self.generic_visit(node)

    def visit_Delete(self, node: ast.Delete) -> list[ast.stmt]:
        return [ast.copy_location(self._delete(target), node) for target in flat(node.targets)]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        collect(node)
        return self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        self.generic_visit(node)
        names = {target.id for target in node.targets if isinstance(target, ast.Name)}
        if names & self._iterators and _is_eager(node.value):
            node.value = iterator(node.value)
        return node

    # Expressions

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        """Let `max(ids) + 1` of no ids be 1: that is no Python, but what it is written for.

        So is `max(todos, key=lambda todo: todo["id"]) + 1`, which adds 1 to a todo.
        """
        match node:
            case ast.BinOp(
                left=ast.Call(func=ast.Name(id="max"), args=[things], keywords=keywords) as highest,
                op=ast.Add(),
                right=ast.Constant(value=1),
            ) if numbers := _numbers(things, keywords):
                highest.args, highest.keywords = [numbers], [ast.keyword("default", ast.Constant(0))]
        return self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Let what is None be neither more nor less than anything: in Python that raises."""
        self.generic_visit(node)
        fields = [side for side in (node.left, *node.comparators) if is_field(side)]
        if len(node.ops) != 1 or not isinstance(node.ops[0], _ORDER) or not fields:
            return node
        known = [ast.Compare(side, [ast.IsNot()], [ast.Constant(None)]) for side in fields]
        return ast.copy_location(ast.BoolOp(ast.And(), [*known, node]), node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if isinstance(node.func, ast.Attribute):
            return self._method_call(node, node.func)
        by_things(node)
        self.generic_visit(node)
        match node.func:
            case ast.Name(id="next") if node.args:
                return self._next(node)
            case ast.Name(id="callable" | "timedelta" as name):
                node.func = self._shim("core", name)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        module = self._module_of(node.value)
        if module in shims.PATCHED and node.attr in shims.names(module):
            return self._shim(module, node.attr)
        node.value = self._owner(node.value)
        if isinstance(node.ctx, ast.Load) and module is None:
            return self._method_value(node)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        node.value = self._owner(node.value)
        node.slice = self.visit(node.slice)
        return node

    def _owner(self, node: ast.expr) -> ast.expr:
        """Visit an expression from which something is taken: it is not a method used as a value."""
        if isinstance(node, ast.Attribute) and self._module_of(node.value) not in shims.PATCHED:
            node.value = self._owner(node.value)
            return node
        visited: ast.expr = self.visit(node)
        return visited

    def _method_call(self, node: ast.Call, func: ast.Attribute) -> ast.AST:
        node.args = [self.visit(arg) for arg in node.args]
        node.keywords = [self.visit(keyword) for keyword in node.keywords]
        module, owner = self._module_of(func.value), func.value
        if module in shims.PATCHED and func.attr in shims.names(module):
            node.func = self._shim(module, func.attr)
            return node
        if module == "datetime" and func.attr == "timedelta":
            return call_instead(self._shim("core", "timedelta"), node)
        func.value = self._owner(func.value)
        match owner, func.attr:
            case ast.Name(id="str"), "maketrans":
                return call_instead(self._shim("core", "maketrans"), node)
            case ast.Name(id=kind), name if kind in self._types and name not in _ON_TYPES and node.args:
                func.value, *node.args = node.args
            case _, "format_map" if len(node.args) == 1:
                func.attr, node.keywords, node.args = "format", [ast.keyword(None, node.args[0])], []
            case _, "sub" if module is None and node.args and not _is_text(node.args[0]):
                self.shims.add("re")
                return call_instead(self._shim("core", "sub"), node, func.value)
            case _, name if name in _IN_CORE:
                return call_instead(self._shim("core", name), node, func.value)
        return node

    def _method_value(self, node: ast.Attribute) -> ast.expr:
        """`d.get` as a value becomes a function that calls it, unless the object has an attribute `get`."""
        if node.attr == "__getitem__":
            function = expression("lambda _o, _k: _o[_k]")
        elif node.attr in _METHODS:
            function = expression(f"lambda _o, *a, **k: _o.{node.attr}(*a, **k)")
        else:
            return node
        if not (isinstance(node.value, ast.Name) and node.value.id in self._types):
            attribute = expression(f"lambda _o: _o.{node.attr}")
            function = call(self._shim("core", "method"), node.value, attribute, function)
        return ast.copy_location(function, node)

    def _next(self, node: ast.Call) -> ast.AST:
        """`next(x for x in xs if ...)` stops at the first one; other generators are run to their end."""
        source, *default = node.args
        match source:
            case ast.GeneratorExp(elt=made, generators=[ast.comprehension() as loop]) if not _walrus(source):
                conditions = [*loop.ifs, ast.Constant(True)][: max(1, len(loop.ifs))]
                test = conditions[0] if len(conditions) == 1 else ast.BoolOp(ast.And(), conditions)
                fits, make = function_of(loop.target, test), function_of(loop.target, made)
                if fits and make:
                    first = call(self._shim("core", "first"), loop.iter, fits, make, *default)
                    return ast.copy_location(first, node)
        if _is_eager(source):
            node.args[0] = iterator(source)
        return node

    def _delete(self, target: ast.expr) -> ast.stmt:
        match target:
            case ast.Subscript(value=owner, slice=ast.Slice() as part):
                bounds = [b if b else ast.Constant(None) for b in (part.lower, part.upper, part.step)]
                delete = self._shim("core", "delete_slice")
                return ast.Expr(call(delete, self.visit(owner), *(self.visit(bound) for bound in bounds)))
            case ast.Subscript(value=owner, slice=key):
                pop = ast.Attribute(self._owner(owner), "pop", ast.Load())
                return ast.Expr(call(pop, self.visit(key)))
            case ast.Name():
                return ast.Pass()
        return ast.Delete([target])

    def _shim(self, module: str, name: str = "") -> ast.expr:
        self.shims.add(module)
        shim = ast.Name(shims.shim_name(module), ast.Load())
        return ast.Attribute(shim, name, ast.Load()) if name else shim

    def _module_of(self, node: ast.expr) -> str | None:
        return self._modules.get(node.id) if isinstance(node, ast.Name) else None


def _numbers(things: ast.expr, keywords: list[ast.keyword]) -> ast.expr | None:
    """Return what a `max(...)` goes through, as numbers: the fields, if it has the things and a key."""
    match keywords:
        case []:
            return things
        case [ast.keyword(value=ast.Lambda(args=ast.arguments(args=[ast.arg(arg=name)]), body=field))]:
            loop = ast.comprehension(ast.Name(name, ast.Store()), things, [], 0)
            return ast.ListComp(field, [loop]) if is_field(field) else None
    return None


def _is_eager(node: ast.expr) -> bool:
    """Whether Python would make an iterator here and the interpreter makes a list."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in _EAGER
    return isinstance(node, ast.GeneratorExp)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _walrus(node: ast.expr) -> bool:
    return any(isinstance(inner, ast.NamedExpr) for inner in ast.walk(node))
