"""Sessions: calls that follow one another on one backend, as one person would make them.

Each call has a right function to compare with, and a group: calls of one group should answer in one shape.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

from backendgpt.jsonvalue import Json
from backendgpt.program import Program


@dataclass(frozen=True)
class Step:
    """A call of a session.

    Attributes:
        call: Its text.
        right: The body of a right function; one that returns nothing is compared by the state it leaves.
        group: Calls of one group should answer in one shape.
    """

    call: str
    right: str
    group: str

    @property
    def reference(self) -> Program:
        """The right function."""
        return Program("def handle(state, args):\n" + textwrap.indent(self.right.strip(), "    "))


@dataclass(frozen=True)
class Session:
    """A backend and the calls made to it."""

    name: str
    purpose: str
    state: Any
    steps: tuple[Step, ...]


_BY_ID = 'return next(x for x in state["{0}"] if x["id"] == args[0])'
_SET = 'next(x for x in state["{0}"] if x["id"] == args[0])["{1}"] = {2}'
_FIND = 'return next(x for x in state["{0}"] if args[0].lower() in x["{1}"].lower())'


def _steps(*rows: tuple[str, str, str]) -> tuple[Step, ...]:
    return tuple(Step(call, right, group) for call, group, right in rows)


_GET_TODO, _FIND_TODO = _BY_ID.format("todos"), _FIND.format("todos", "title")
_ADD_TODO = """
state["todos"].append(
    {"id": max(t["id"] for t in state["todos"]) + 1, "title": args[0], "completed": False}
)
"""

TODO = Session(
    "todo",
    "This is a todo list app",
    {
        "todos": [
            {"id": 1, "title": "Buy milk", "completed": False},
            {"id": 2, "title": "Clean room", "completed": True},
            {"id": 3, "title": "Learn chess", "completed": False},
            {"id": 4, "title": "Pay rent", "completed": False},
        ]
    },
    _steps(
        ("get_todo(1)", "one", _GET_TODO),
        ("get_todo(2)", "one", _GET_TODO),
        ("find_todo(milk)", "one", _FIND_TODO),
        ("add_todo(call mom)", "add", _ADD_TODO),
        ("add_todo(water plants)", "add", _ADD_TODO),
        ("get_todo(5)", "one", _GET_TODO),
        ("mark_complete(1)", "mark", _SET.format("todos", "completed", "True")),
        ("mark_complete(4)", "mark", _SET.format("todos", "completed", "True")),
        ("mark_incomplete(2)", "mark", _SET.format("todos", "completed", "False")),
        ("find_todo(chess)", "one", _FIND_TODO),
        ("rename_todo(3, Learn go)", "mark", _SET.format("todos", "title", "args[1]")),
        ("get_todo(3)", "one", _GET_TODO),
        ("list_open()", "list", 'return [t for t in state["todos"] if not t["completed"]]'),
        ("list_completed()", "list", 'return [t for t in state["todos"] if t["completed"]]'),
    ),
)

_GET_ITEM = 'return state["items"][args[0]]'
_MOVE = 'state["items"][args[0]]["qty"] {0}= args[1]'

SHOP = Session(
    "shop",
    "The stock of a hardware shop",
    {
        "items": {
            "A1": {"name": "bolt", "qty": 40, "price": 0.2},
            "B2": {"name": "lamp", "qty": 3, "price": 24.5},
            "C3": {"name": "rope", "qty": 0, "price": 7.0},
        }
    },
    _steps(
        ("get_item(A1)", "one", _GET_ITEM),
        ("get_item(C3)", "one", _GET_ITEM),
        ("show_item(B2)", "one", _GET_ITEM),
        ("restock(C3, 10)", "move", _MOVE.format("+")),
        ("restock(B2, 4)", "move", _MOVE.format("+")),
        ("sell(A1, 5)", "move", _MOVE.format("-")),
        ("sell(B2, 1)", "move", _MOVE.format("-")),
        ("set_price(C3, 6.5)", "move", 'state["items"][args[0]]["price"] = args[1]'),
        ("get_item(B2)", "one", _GET_ITEM),
        ("list_in_stock()", "list", 'return [i for i in state["items"].values() if i["qty"] > 0]'),
        (
            "list_cheaper_than(10)",
            "list",
            'return [i for i in state["items"].values() if i["price"] < 10]',
        ),
        ("total_value()", "number", 'return sum(i["qty"] * i["price"] for i in state["items"].values())'),
        ("total_quantity()", "number", 'return sum(i["qty"] for i in state["items"].values())'),
    ),
)

_GET_ACCOUNT = _BY_ID.format("accounts")
_PAY = 'next(a for a in state["accounts"] if a["id"] == args[0])["balance"] {0}= args[1]'

BANK = Session(
    "bank",
    "A small bank",
    {
        "accounts": [
            {"id": 1, "owner": "Ada", "balance": 100.0},
            {"id": 2, "owner": "Bob", "balance": 40.0},
            {"id": 5, "owner": "Cleo", "balance": 310.5},
        ]
    },
    _steps(
        ("get_account(2)", "one", _GET_ACCOUNT),
        ("get_account(5)", "one", _GET_ACCOUNT),
        ("find_account(Ada)", "one", _FIND.format("accounts", "owner")),
        ("deposit(1, 50)", "pay", _PAY.format("+")),
        ("deposit(5, 20)", "pay", _PAY.format("+")),
        ("withdraw(5, 100)", "pay", _PAY.format("-")),
        ("withdraw(2, 15)", "pay", _PAY.format("-")),
        ("get_account(1)", "one", _GET_ACCOUNT),
        ("find_account(Cleo)", "one", _FIND.format("accounts", "owner")),
        ("list_rich(100)", "list", 'return [a for a in state["accounts"] if a["balance"] > args[0]]'),
        ("list_poor(100)", "list", 'return [a for a in state["accounts"] if a["balance"] < args[0]]'),
        ("total_balance()", "number", 'return sum(a["balance"] for a in state["accounts"])'),
    ),
)

SESSIONS = (TODO, SHOP, BANK)


def shape(value: Json) -> Json:
    """Return the shape of a response: its keys and types, a list by its first element."""
    if isinstance(value, dict):
        return {key: shape(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    if isinstance(value, bool) or value is None:
        return str(value is None)
    return "number" if isinstance(value, int | float) else "string"
