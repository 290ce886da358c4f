"""What a function's text tells about whether it can be general."""

from __future__ import annotations

import textwrap

import pytest

from backendgpt.call import Call
from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from backendgpt.routes.evidence import objection, own_prose

TODO: Json = {
    "todos": [
        {"id": 4, "title": "Buy milk", "completed": False, "priority": "high"},
        {"id": 7, "title": "Clean room", "completed": True, "priority": "low"},
    ],
    "stock": {"apple": 3, "pear": 0},
    "users": {"ada": {"name": "Ada", "age": 36}, "bob": {"name": "Bob", "age": 17}},
    "turn": "white",
    "members": {"ada": {"loans": 1, "strikes": 0}, "bob": {"loans": 0, "strikes": 2}},
    "mark": "X",
    "board": ["X", "O", "O"],
}

GENERAL = {
    "all": ("get_all()", 'return state["todos"]'),
    "append": (
        "add_todo(buy milk)",
        """
        next_id = max((t["id"] for t in state["todos"]), default=0) + 1
        todo = {"id": next_id, "title": args[0], "completed": False}
        state["todos"].append(todo)
        return {"message": f"Todo '{args[0]}' added successfully"}
        """,
    ),
    "by id, or not found": (
        "delete_todo(4)",
        """
        for i, todo in enumerate(state["todos"]):
            if todo["id"] == args[0]:
                return state["todos"].pop(i)
        return {"error": "Todo not found"}, 404
        """,
    ),
    "a number that the name says": (
        "delete_last_two_todos()",
        """
        removed = state["todos"][-2:]
        state["todos"] = state["todos"][:-2]
        return removed
        """,
    ),
    "a place that the name says": ("get_first_todo()", 'return state["todos"][0]'),
    "an ordinal": ("get_second_todo()", 'return state["todos"][1]'),
    "a value that the name says": (
        "get_high_priority_todos()",
        'return [t for t in state["todos"] if t["priority"] == "high"]',
    ),
    "an order of levels": (
        "sort_by_priority()",
        """
        order = {"high": 0, "medium": 1, "low": -1}
        state["todos"].sort(key=lambda t: order[t["priority"]])
        return state["todos"]
        """,
    ),
    "a new field": (
        "count_by_status()",
        """
        done = sum(1 for t in state["todos"] if t["completed"])
        return {"completed": done, "remaining": len(state["todos"]) - done}
        """,
    ),
    "a percentage": (
        "completion_rate()",
        'return round(100 * sum(t["completed"] for t in state["todos"]) / len(state["todos"]), 2)',
    ),
    "a thing that the arguments name": (
        "buy(apple)",
        """
        state["stock"][args[0]] -= 1
        return {"message": "success", "left": state["stock"][args[0]]}
        """,
    ),
    "a sentence's own words": (
        "how many apples are there?",
        'return state["stock"]["apple"]',
    ),
    "arguments by name": (
        'PATCH /todos/4 {"title": "x"}',
        """
        todo = next(t for t in state["todos"] if t["id"] == args["id"])
        todo.update({k: v for k, v in args.items() if k != "id"})
        return todo
        """,
    ),
    "toggling two values": (
        "toggle_turn()",
        """
        state["turn"] = "done" if state["turn"] == "open" else "open"
        return state["turn"]
        """,
    ),
    "the clock": (
        "mark_complete(4)",
        """
        from datetime import datetime
        for t in state["todos"]:
            if t["id"] == args[0]:
                t["completed_at"] = datetime.now().strftime("%Y-%m-%d")
                return t
        """,
    ),
    "a format": ("total()", "return f\"{sum(state['stock'].values()):.2f}\""),
    "chance that it asks for": (
        "random_todo()",
        'import random\nreturn random.choice(state["todos"])',
    ),
    "an order by degrees": (
        "sort_by_age_low_to_high()",
        'return sorted(state["users"].values(), key=lambda u: u["age"])',
    ),
    "a limit that is given": (
        "old_users(30)",
        'return [u for u in state["users"].values() if u["age"] > args[0]]',
    ),
    "fields of a record of numbers": (
        "loans_of(ada)",
        'return state["members"][args[0]]["loans"]',
    ),
    "a parity": ("count_even_ages()", 'return sum(1 for u in state["users"].values() if u["age"] % 2 == 0)'),
    "marks of a game": (
        "play_turn()",
        'state["mark"] = "O" if state["mark"] == "X" else "X"\nreturn state["mark"]',
    ),
    "a docstring": ("get_all()", '"""Return what Ada wants."""\nreturn state["todos"]'),
}

NOT_GENERAL = {
    "a constant": ("ping()", 'return {"message": "ok"}'),
    "made-up things": (
        "add_five_housework_todos()",
        """
        for title in ["Vacuum the living room", "Do the dishes"]:
            state["todos"].append({"id": 5, "title": title, "completed": False})
        return state["todos"]
        """,
    ),
    "a made-up answer": ("name_for_app()", 'return {"name": "TaskMaster", "n": len(state["todos"])}'),
    "knowledge": (
        "translate_titles()",
        'return [{"Buy milk": "Milch kaufen"}.get(t["title"]) for t in state["todos"]]',
    ),
    "judgement by words": (
        "list_shopping()",
        'return [t for t in state["todos"] if "milk" in t["title"] or "buy" in t["title"].lower()]',
    ),
    "a judging name": ("suggest_next_todo()", 'return [t for t in state["todos"] if not t["completed"]]'),
    "the argument as a literal": (
        "delete_todo(Buy milk)",
        """
        state["todos"] = [t for t in state["todos"] if t["title"] != "Buy milk"]
        return {"message": args[0]}
        """,
    ),
    "the argument as a number": (
        "delete_todo(7)",
        """
        state["todos"] = [t for t in state["todos"] if t["id"] != 7]
        return args
        """,
    ),
    "the argument not used": ("get_todo(1)", 'return state["todos"]'),
    "an index of its own": ("most_important_todo()", 'return state["todos"][1]'),
    "the first, unasked": ("favourite_of_ada()", 'return state["todos"][0]'),
    "the last, unasked": ("remove_one()", 'return state["todos"].pop()'),
    "a place behind a name": ("remove_one()", 'todos = state["todos"]\nreturn todos.pop(0)'),
    "a person who was seen": ("oldest_user()", 'return state["users"]["ada"]'),
    "a thing that was seen": ("eat_fruit()", 'state["stock"]["apple"] -= 1\nreturn state["stock"]'),
    "an id that was seen": (
        "finish_chore()",
        'return [t for t in state["todos"] if t["id"] == 4]',
    ),
    "a threshold": ("list_adults()", 'return [u for u in state["users"].values() if u["age"] >= 18]'),
    "a date": ("due_today()", 'return [t for t in state["todos"] if t.get("due") == "2024-05-01"]'),
    "an emoji": ("decorate()", 'return [t["title"] + " \\N{GLASS OF MILK}" for t in state["todos"]]'),
    "a price": ("set_price(apple)", 'state["stock"][args[0]] = 1.25\nreturn state["stock"]'),
    "a count that was seen": ("get_count()", 'state.get("todos")\nreturn {"count": 17}'),
    "a standard of its own": ("scariest_thing()", 'return max(state["todos"], key=lambda t: t["id"])'),
    "a meaning that the state lacks": ("minutes_for(4)", 'return len(state["todos"]) * args[0]'),
    "a change by taste": (
        "remove_boring_todos()",
        'state["todos"] = [t for t in state["todos"] if t["priority"] != "low"]',
    ),
    "chance that it does not use": ("random_todo()", 'return state["todos"][len(state["todos"]) // 2]'),
    "an order that is no shuffle": ("shuffle_todos()", 'state["todos"].reverse()\nreturn state["todos"]'),
    "a degree by a standard of its own": (
        "old_users()",
        'return [u for u in state["users"].values() if u["age"] > sum(state["stock"].values())]',
    ),
    "a limit of one": ("low_stock()", 'return [k for k, n in state["stock"].items() if n <= 1]'),
    "one as a limit": ("can_loan(ada)", 'return state["members"][args[0]]["loans"] <= 1'),
    "a duration": ("time_needed(Buy milk)", 'return len(args[0]) / 2 + len(state["todos"])'),
    "a factor": ("grow_stock(apple)", 'state["stock"][args[0]] *= 2\nreturn state["stock"]'),
    "a dozen": ("restock_all()", 'state["stock"]["apple"] = len(state["stock"]) * 12\nreturn state["stock"]'),
    "a sum of constants": ("get_limit()", 'return 100 * 1 + len(state["todos"])'),
    "the first of a listing": (
        "remove_one()",
        'name = list(state["stock"])[0]\nreturn state["stock"].pop(name)',
    ),
    "the first of an iterator": ("remove_one()", 'return state["stock"].pop(next(iter(state["stock"])))'),
    "the last of an object": ("remove_one()", 'return state["stock"].popitem()'),
    "a thing that it names": (
        "add_user()",
        'state["users"]["zed"] = {"name": "", "age": 0}\nreturn state["users"]',
    ),
    "a list of verdicts": ("check_all()", 'return [True, False, True][: len(state["todos"])]'),
    "a verdict": ("status_of(ada)", 'return "good" if state["members"][args[0]]["strikes"] == 0 else "bad"'),
    "a grade": ("level_of(ada)", 'return "A" if state["members"][args[0]]["strikes"] == 0 else "B"'),
    "a choice": ("choose_user()", 'return min(state["users"].values(), key=lambda u: u["age"])'),
    "a price that the state lacks": ("price_of(apple)", 'return state["stock"][args[0]] / 100'),
    "a field that is not there": (
        "list_vegan()",
        'return [t for t in state["todos"] if t.get("ingredients")]',
    ),
}


def test_a_sentence_of_its_own_in_the_state_is_made_up() -> None:
    wrote = 'state["note"] = "please read and return"\nreturn state'
    said = 'return {"message": "please read and return"}'
    after: Json = {"note": "please read and return"}
    assert own_prose(program(wrote), {}, after)
    assert not own_prose(program(said), {}, {})
    assert not own_prose(program(wrote), after, after)


def program(body: str) -> Program:
    return Program.parse(
        "def handle(state, args):\n" + textwrap.indent(textwrap.dedent(body).strip(), "    ")
    )


def review(case: tuple[str, str]) -> str:
    text, body = case
    text, brace, data = text.partition(" {")
    call = Call.parse(text, {"title": "x"} if brace and data else None)
    changes = "return" not in body.split("\n")[0] and "state" in body
    return objection(program(body), call, TODO, changes=changes)


@pytest.mark.parametrize("case", GENERAL.values(), ids=GENERAL)
def test_a_function_that_computes_its_answer_may_be_kept(case: tuple[str, str]) -> None:
    assert review(case) == ""


@pytest.mark.parametrize("case", NOT_GENERAL.values(), ids=NOT_GENERAL)
def test_a_function_that_knows_its_answer_may_not(case: tuple[str, str]) -> None:
    assert review(case) != ""
