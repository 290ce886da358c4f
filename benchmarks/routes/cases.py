"""Endpoints that are general and endpoints that must never freeze, over six apps.

Each endpoint is called three times, each time with other arguments and on another state of its app. For a
general one there is a right function: what was learned is tried against it on a fourth call. Half of the set
(`dev`) was looked at while the evidence was designed, the other half (`test`) was not.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any, Literal

from backendgpt.call import Call
from backendgpt.program import Program

Half = Literal["dev", "test"]


@dataclass(frozen=True)
class Case:
    """One endpoint.

    Attributes:
        app: Its app.
        half: Whether the design has seen it.
        calls: Four calls: three that the model answers, one to try what was learned on.
        right: The body of a right function; empty if no function can be right. One that returns nothing is
            compared by the state it leaves.
        data: A JSON body for each call.
        free: A field whose value is the model's to choose.
    """

    app: str
    half: Half
    calls: tuple[str, ...]
    right: str = ""
    data: tuple[Any, ...] = ()
    free: str = ""

    @property
    def name(self) -> str:
        """What the tables call it."""
        return f"{self.app}: {self.call(0).endpoint}"

    @property
    def is_general(self) -> bool:
        """Whether it may be learned."""
        return bool(self.right)

    @property
    def reference(self) -> Program:
        """The right function."""
        return Program("def handle(state, args):\n" + textwrap.indent(self.right.strip(), "    "))

    def call(self, number: int) -> Call:
        """Return the call of this number, from 0."""
        text = self.calls[number % len(self.calls)]
        return Call.parse(text, self.data[number] if self.data else None)

    def state(self, number: int) -> Any:
        """Return the state that the call of this number meets."""
        return STATES[self.app][number]


def _todos(*rows: tuple[str, bool, str]) -> Any:
    return {"todos": [{"title": title, "completed": done, "priority": level} for title, done, level in rows]}


def _items(*rows: tuple[str, str, int, float]) -> Any:
    return {"items": {key: {"name": name, "qty": qty, "price": price} for key, name, qty, price in rows}}


def _accounts(*rows: tuple[int, str, float]) -> Any:
    return {"accounts": [{"id": id, "owner": owner, "balance": balance} for id, owner, balance in rows]}


def _notes(*rows: tuple[int, str, str]) -> Any:
    return {"notes": [{"id": id, "text": text, "author": author} for id, text, author in rows]}


def _movies(*rows: tuple[str, int, float, int]) -> Any:
    return {"movies": [{"title": t, "year": y, "rating": r, "minutes": m} for t, y, r, m in rows]}


def _rooms(**rows: list[str]) -> Any:
    return {
        "rooms": {f"{key[1:]}": {"guests": guests, "cleaned": not guests} for key, guests in rows.items()}
    }


STATES: dict[str, list[Any]] = {
    "todo": [
        _todos(
            ("Buy milk", False, "high"),
            ("Pay rent", True, "high"),
            ("Clean room", True, "low"),
            ("Learn chess", False, "medium"),
        ),
        _todos(
            ("Water plants", True, "low"),
            ("Call Bob", True, "high"),
            ("Fix bike", False, "medium"),
            ("Buy milk", True, "medium"),
            ("Answer mail", False, "low"),
        ),
        _todos(
            ("Paint fence", False, "high"),
            ("Buy shoes", False, "low"),
            ("Clean room", True, "medium"),
            ("Read Emma", False, "low"),
            ("Walk dog", True, "high"),
        ),
        _todos(("Clean room", False, "medium"), ("Book flight", False, "high"), ("Sell car", True, "low")),
    ],
    "inventory": [
        _items(("A1", "bolt", 40, 0.2), ("B2", "lamp", 3, 24.5), ("C3", "rope", 0, 7.0)),
        _items(("A1", "bolt", 12, 0.25), ("B2", "lamp", 9, 20.0), ("D4", "saw", 4, 15.0)),
        _items(
            ("B2", "lamp", 5, 22.0), ("C3", "rope", 6, 6.5), ("E5", "glue", 0, 3.2), ("F6", "nail", 900, 0.02)
        ),
        _items(("A1", "bolt", 1, 0.3), ("E5", "glue", 2, 3.0)),
    ],
    "bank": [
        _accounts((1, "Ada", 100.0), (2, "Bob", 40.0), (5, "Cleo", 310.5)),
        _accounts((1, "Ada", 70.0), (2, "Bob", 340.0), (7, "Dan", 12.25)),
        _accounts((2, "Bob", 15.0), (5, "Cleo", 90.0), (7, "Dan", 91.0), (9, "Eve", 0.0)),
        _accounts((5, "Cleo", 20.0), (7, "Dan", 80.0)),
    ],
    "notes": [
        _notes((1, "buy stamps", "ada"), (2, "call the bank", "bob"), (4, "draft the talk", "ada")),
        _notes((2, "call the bank", "bob"), (4, "draft the talk", "ada"), (5, "order paper", "cleo")),
        _notes((1, "feed the cat", "cleo"), (5, "order paper", "cleo"), (8, "check tyres", "bob")),
        _notes((4, "plan trip", "bob"), (8, "check tyres", "bob")),
    ],
    "movies": [
        _movies(("Alien", 1979, 8.5, 117), ("Up", 2009, 8.3, 96), ("Heat", 1995, 8.2, 170)),
        _movies(
            ("Coco", 2017, 8.4, 105),
            ("Alien", 1979, 8.5, 117),
            ("Big", 1988, 7.3, 104),
            ("Her", 2013, 8.0, 126),
        ),
        _movies(
            ("Jaws", 1975, 8.1, 124), ("Heat", 1995, 8.2, 170), ("Up", 2009, 8.3, 96), ("Big", 1988, 7.3, 104)
        ),
        _movies(("Her", 2013, 8.0, 126), ("Jaws", 1975, 8.1, 124)),
    ],
    "hotel": [
        _rooms(r101=["Ada"], r102=[], r205=["Bob", "Cleo"]),
        _rooms(r101=[], r205=["Dan"], r210=[], r311=["Eve"]),
        _rooms(r102=["Fay", "Gus"], r205=[], r311=["Hal"]),
        _rooms(r101=["Ivo"], r311=[]),
    ],
}

PURPOSES = {
    "todo": "This is a todo list app",
    "inventory": "The stock of a hardware shop",
    "bank": "A small bank",
    "notes": "Notes that people share",
    "movies": "A list of films I have seen",
    "hotel": "The rooms of a hotel and who sleeps there",
}


def _same(call: str) -> tuple[str, ...]:
    return (call,) * 4


GENERAL = (
    Case("todo", "dev", _same("get_all()"), 'return state["todos"]'),
    Case(
        "todo",
        "dev",
        ("add_todo(buy bread)", "add_todo(call mom)", "add_todo(wash car)", "add_todo(learn go)"),
        'state["todos"].append({"title": args[0], "completed": False, "priority": "medium"})',
        free="priority",
    ),
    Case(
        "todo",
        "dev",
        ("mark_complete(0)", "mark_complete(2)", "mark_complete(1)", "mark_complete(1)"),
        'state["todos"][args[0]]["completed"] = True',
    ),
    Case(
        "todo",
        "dev",
        ("delete(Clean room)", "delete(Buy milk)", "delete(Buy shoes)", "delete(Sell car)"),
        'state["todos"] = [t for t in state["todos"] if t["title"] != args[0]]',
    ),
    Case("todo", "dev", _same("delete_last_two_todos()"), 'state["todos"] = state["todos"][:-2]'),
    Case(
        "todo", "dev", _same("sort_todos_alphabetically()"), 'state["todos"].sort(key=lambda t: t["title"])'
    ),
    Case(
        "todo", "dev", _same("count_completed()"), 'return sum(1 for t in state["todos"] if t["completed"])'
    ),
    Case(
        "todo",
        "dev",
        _same("get_high_priority_todos()"),
        'return [t for t in state["todos"] if t["priority"] == "high"]',
    ),
    Case(
        "todo",
        "test",
        ("search_todos(buy)", "search_todos(Bob)", "search_todos(room)", "search_todos(car)"),
        'return [t for t in state["todos"] if args[0].lower() in t["title"].lower()]',
    ),
    Case(
        "todo",
        "test",
        (
            "rename(0, Buy oat milk)",
            "rename(3, Buy rice milk)",
            "rename(2, Tidy up)",
            "rename(1, Take train)",
        ),
        'state["todos"][args[0]]["title"] = args[1]',
    ),
    Case(
        "todo",
        "test",
        _same("clear_completed()"),
        'state["todos"] = [t for t in state["todos"] if not t["completed"]]',
    ),
    Case(
        "todo",
        "test",
        _same("how many todos are left?"),
        'return sum(1 for t in state["todos"] if not t["completed"])',
    ),
    Case("todo", "test", _same("delete last todo"), 'state["todos"].pop()'),
    Case(
        "inventory",
        "dev",
        ("get_stock(A1)", "get_stock(D4)", "get_stock(F6)", "get_stock(E5)"),
        'return state["items"][args[0]]["qty"]',
    ),
    Case(
        "inventory",
        "dev",
        ("restock(C3, 10)", "restock(B2, 2)", "restock(E5, 30)", "restock(A1, 4)"),
        'state["items"][args[0]]["qty"] += args[1]',
    ),
    Case(
        "inventory",
        "dev",
        _same("total_value()"),
        'return sum(i["qty"] * i["price"] for i in state["items"].values())',
    ),
    Case(
        "inventory",
        "test",
        ("items_below(5)", "items_below(10)", "items_below(6)", "items_below(2)"),
        'return [i for i in state["items"].values() if i["qty"] < args[0]]',
    ),
    Case(
        "inventory",
        "test",
        ("set_price(A1, 0.5)", "set_price(D4, 14)", "set_price(C3, 6)", "set_price(E5, 2.5)"),
        'state["items"][args[0]]["price"] = args[1]',
    ),
    Case(
        "inventory",
        "test",
        _same("out_of_stock()"),
        'return [i for i in state["items"].values() if i["qty"] == 0]',
    ),
    Case(
        "bank",
        "dev",
        ("get_balance(2)", "get_balance(7)", "get_balance(5)", "get_balance(7)"),
        'return next(a["balance"] for a in state["accounts"] if a["id"] == args[0])',
    ),
    Case(
        "bank",
        "dev",
        ("deposit(1, 50)", "deposit(7, 8)", "deposit(9, 20)", "deposit(5, 5)"),
        'next(a for a in state["accounts"] if a["id"] == args[0])["balance"] += args[1]',
    ),
    Case("bank", "test", _same("list_owners()"), 'return [a["owner"] for a in state["accounts"]]'),
    Case(
        "bank",
        "test",
        ("close_account(2)", "close_account(1)", "close_account(9)", "close_account(5)"),
        'state["accounts"] = [a for a in state["accounts"] if a["id"] != args[0]]',
    ),
    Case(
        "bank",
        "test",
        _same("richest_account()"),
        'return max(state["accounts"], key=lambda a: a["balance"])',
    ),
    Case(
        "notes",
        "dev",
        ("DELETE /notes/2", "DELETE /notes/4", "DELETE /notes/1", "DELETE /notes/8"),
        'state["notes"] = [n for n in state["notes"] if n["id"] != args[0]]',
    ),
    Case(
        "notes",
        "dev",
        _same("POST /notes"),
        'n = {"id": max(n["id"] for n in state["notes"]) + 1, **args}\nstate["notes"].append(n)\nreturn n',
        data=tuple(
            {"text": text, "author": "dan"} for text in ("buy tea", "call Eve", "sell desk", "fix tap")
        ),
    ),
    Case(
        "notes",
        "test",
        ("PATCH /notes/1", "PATCH /notes/5", "PATCH /notes/8", "PATCH /notes/4"),
        'next(n for n in state["notes"] if n["id"] == args[0])["text"] = args[1]["text"]',
        data=tuple({"text": text} for text in ("buy tea", "call Eve", "sell desk", "fix tap")),
    ),
    Case(
        "notes",
        "test",
        ("notes_by(ada)", "notes_by(cleo)", "notes_by(bob)", "notes_by(bob)"),
        'return [n for n in state["notes"] if n["author"] == args[0]]',
    ),
    Case(
        "movies",
        "test",
        _same("average_rating()"),
        'return sum(m["rating"] for m in state["movies"]) / len(state["movies"])',
    ),
    Case(
        "movies",
        "test",
        ("movies_before(1990)", "movies_before(2010)", "movies_before(1980)", "movies_before(2000)"),
        'return [m for m in state["movies"] if m["year"] < args[0]]',
    ),
    Case("movies", "dev", _same("sort_by_year()"), 'state["movies"].sort(key=lambda m: m["year"])'),
    Case(
        "hotel",
        "test",
        ("check_in(102, Zoe)", "check_in(210, Yan)", "check_in(311, Xia)", "check_in(311, Wim)"),
        'state["rooms"][args[0]]["guests"].append(args[1])',
    ),
    Case(
        "hotel",
        "dev",
        _same("free_rooms()"),
        'return [k for k, r in state["rooms"].items() if not r["guests"]]',
    ),
)

NEVER = (
    Case("todo", "dev", _same("add_five_housework_todos()")),
    Case("todo", "dev", _same("suggest_next_todo()")),
    Case("todo", "dev", _same("translate_titles_to_german()")),
    Case("todo", "dev", _same("most_boring_todo()")),
    Case("todo", "dev", _same("motivational_message()")),
    Case("todo", "dev", ("emoji_for(0)", "emoji_for(3)", "emoji_for(4)", "emoji_for(1)")),
    Case("todo", "dev", _same("group_todos_by_topic()")),
    Case("todo", "test", _same("todos_about_shopping()")),
    Case(
        "todo", "test", ("minutes_needed(0)", "minutes_needed(2)", "minutes_needed(1)", "minutes_needed(1)")
    ),
    Case("todo", "test", _same("add_todos_for_a_birthday_party()")),
    Case("todo", "test", _same("which todo can be done outdoors?")),
    Case(
        "todo",
        "test",
        ("say_it_politely(1)", "say_it_politely(0)", "say_it_politely(3)", "say_it_politely(0)"),
    ),
    Case("todo", "test", _same("name_for_this_list()")),
    Case(
        "inventory",
        "dev",
        ("describe_item(A1)", "describe_item(D4)", "describe_item(F6)", "describe_item(E5)"),
    ),
    Case("inventory", "dev", _same("flammable_items()")),
    Case("inventory", "test", ("weight_of(A1)", "weight_of(B2)", "weight_of(F6)", "weight_of(E5)")),
    Case("inventory", "test", _same("add_three_garden_tools()")),
    Case(
        "bank",
        "dev",
        ("horoscope_for(Ada)", "horoscope_for(Dan)", "horoscope_for(Eve)", "horoscope_for(Cleo)"),
    ),
    Case(
        "bank",
        "dev",
        ("is_a_womans_name(Ada)", "is_a_womans_name(Bob)", "is_a_womans_name(Eve)", "is_a_womans_name(Dan)"),
    ),
    Case(
        "bank",
        "test",
        ("currency_of(Japan)", "currency_of(Peru)", "currency_of(Kenya)", "currency_of(Chile)"),
    ),
    Case(
        "bank",
        "test",
        (
            "is_customer_trustworthy(1)",
            "is_customer_trustworthy(7)",
            "is_customer_trustworthy(9)",
            "is_customer_trustworthy(5)",
        ),
    ),
    Case("notes", "dev", _same("summarize_notes()")),
    Case("notes", "dev", ("mood_of_note(1)", "mood_of_note(4)", "mood_of_note(8)", "mood_of_note(4)")),
    Case(
        "notes",
        "test",
        (
            "write_poem_about(stamps)",
            "write_poem_about(paper)",
            "write_poem_about(cats)",
            "write_poem_about(trips)",
        ),
    ),
    Case("notes", "test", _same("tell me a joke")),
    Case(
        "movies", "dev", ("director_of(Alien)", "director_of(Coco)", "director_of(Jaws)", "director_of(Her)")
    ),
    Case("movies", "dev", _same("add_two_french_movies()")),
    Case("movies", "dev", _same("movies_with_a_shark()")),
    Case("movies", "test", _same("recommend_for_kids()")),
    Case("movies", "test", ("plot_of(Up)", "plot_of(Big)", "plot_of(Heat)", "plot_of(Her)")),
    Case("movies", "test", _same("scariest_movie()")),
    Case("hotel", "dev", _same("invent_a_guest()")),
    Case(
        "hotel", "test", ("greeting_for(Ada)", "greeting_for(Dan)", "greeting_for(Hal)", "greeting_for(Ivo)")
    ),
    Case("hotel", "test", _same("room_with_the_nicest_view()")),
)

CASES = (*GENERAL, *NEVER)
