"""A call with the state in view."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from backendgpt.call import Call
from backendgpt.grounding import begin, fit, ground, intent, locate, respell
from backendgpt.grounding.notes import MOST
from backendgpt.jsonvalue import Json
from backendgpt.program import Program
from backendgpt.sandbox import Sandbox
from backendgpt.spec import Limits
from tests.test_jsonvalue import JSON

BANK: Json = {"accounts": [{"number": "B2", "owner": "Omar", "balance": 80}], "frozen": ["C3"]}
ROOMS: Json = {"rooms": {"222": {"beds": 2}, "223": {"beds": 1}}}
TODOS: Json = {"todos": [{"id": 101, "title": "Pay rent"}, {"id": 102, "title": "Call Bob"}]}
PLAIN: Json = {"todos": [{"title": "Pay rent", "points": 1}, {"title": "Call Bob", "points": 0}]}
TWO: Json = {"cards": [{"who": "leo"}, {"who": "leo"}]}
BOARDS: Json = {"boards": {"web": {"todo": [{"id": 7}], "done": []}, "app": {"todo": [], "done": []}}}
PARTS: Json = [{"sku": "saw", "price": 3}]
GRID: Json = {"board": [["X", ""], ["", "O"]], "next": "X"}
DEEP: Json = {"rooms": [{"messages": [{"text": "hi"}]}]}
TICKETS: Json = {"tickets": [{"id": "T-9"}, {"id": "T-10"}]}
WINS: Json = {"wins": {"X": 1, "O": 2}}
FLAGS: Json = {
    "flags": {"new_search": {"on": True}, "beta": {"on": False}},
    "counts": {"pizza": 3, "tacos": 1},
}
COLUMNS: Json = {"columns": {"todo": [{"id": 7}], "done": []}, "tracks": [{"t": 1}, {"t": 2}]}
GAMES: Json = {"Azul": {"players": 4, "lent_to": "Nadia"}, "Catan": {"players": 5, "lent_to": None}}
COUNTED: Json = {"next_id": 3, "pets": [{"id": 1, "name": "Tom"}, {"id": 2, "name": "Kit"}]}
STAYS: Json = {"rooms": {"101": {"guest": "Ann"}, "102": {"guest": None}}}
HIVES: Json = {"hives": {"1": {"frames": 3, "boxes": 1}, "2": {"frames": 1, "boxes": 4}}}
WORDS: Json = {
    "bread": {"spanish": "pan", "type": "noun"},
    "sing": {"spanish": "cantar", "type": "verb"},
}
VOICES: Json = {"voices": {"alto": ["Kim", "Jo"], "bass": ["Otis"]}}
MENU: Json = {"menu": {"espresso": 2.5, "bagel": 4}, "orders": [{"no": 1, "items": []}]}
JOBS: Json = {
    "jobs": [
        {"plate": "W1", "mechanic": "Jo", "ready": False},
        {"plate": "W2", "mechanic": "Kim", "ready": True},
    ],
    "mechanics": ["Jo", "Kim", "Bo"],
}
TAGS: Json = {"bikes": [{"id": 1, "tags": ["red"]}, {"id": 2, "tags": []}]}
LIFTS: Json = {"lifts": {"Bunny": {"open": False, "seats": 2}, "Eagle": {"open": True, "seats": 4}}}
GIGS: Json = {"gigs": [{"id": "g1", "city": "Ulm", "fee": 3}, {"id": "g2", "city": "Bern", "fee": 5}]}
BIKES: Json = {"bikes": [{"id": 5}, {"id": 6}], "price_per_hour": 3}
MARKED: Json = {
    "tasks": [
        {"title": "x", "state": "open"},
        {"title": "y", "state": "open"},
        {"title": "z", "state": "shut"},
    ]
}
TASKS: Json = {
    "tasks": [
        {"title": "Fix it", "hours": 3, "due": "2024-06-01", "priority": "low"},
        {"title": "Ship it", "hours": 5, "due": None, "priority": "high"},
    ]
}

DRAWERS: Json = {
    "drawers": [
        {"label": "top", "items": [{"name": "peas", "frozen": "2025-01-02"}]},
        {"label": "low", "items": [{"name": "soup", "frozen": "2025-01-01"}]},
    ]
}
STOPS: Json = {"stops": [{"name": "Mill", "children": ["Eva"]}, {"name": "Church", "children": ["Sam"]}]}
TITLE = 'to_todo = next(todo for todo in state["todos"] if todo["title"] == args[1]["to"])'
NUMBER = 'account = next(account for account in state["accounts"] if account["number"] == args[0])'
ID = (
    'item = next(item for board in state["boards"].values() for part in board.values() for item in part '
    'if item["id"] == args[0])'
)

LOCATED: dict[str, tuple[Json, str, list[str]]] = {
    "a field": (BANK, "close(B2)", [NUMBER]),
    "a thing by its number in a sentence": (
        HIVES,
        "does hive 2 need 1 box?",
        ['hive = state["hives"]["2"]'],
    ),
    "two things by their numbers": (
        {"todos": [{"id": 1}, {"id": 2}]},
        "swap todo 1 and todo 2",
        [
            'todo = next(todo for todo in state["todos"] if todo["id"] == 1)',
            'todo2 = next(todo for todo in state["todos"] if todo["id"] == 2)',
        ],
    ),
    "a number that is no row": (GRID, "move_forward(1)", []),
    "a row": (GRID, "get_row(1)", ['row = state["board"][args[0]]']),
    "a row beside a list": (
        {"names": ["ann", "bo"], "board": [["X"], ["O"]]},
        "fill_row(1, X)",
        ['row = state["board"][args[0]]', 'args[1]: [row for row in state["board"] if args[1] in row]'],
    ),
    "the list that a text is in": (
        VOICES,
        "voice_of(Otis)",
        [
            'voice, texts = next((voice, texts) for voice, texts in state["voices"].items() '
            "if args[0] in texts)"
        ],
    ),
    "a sort that a new thing is of": (WORDS, "add_word(apple, manzana, noun)", []),
    "an id beside the name of a thing": (
        TAGS,
        "add_friend(1, 2)",
        [
            'bike = next(bike for bike in state["bikes"] if bike["id"] == args[0])',
            'bike2 = next(bike for bike in state["bikes"] if bike["id"] == args[1])',
        ],
    ),
    "a field that several have": (
        TWO,
        "of(leo)",
        ['args[0]: [card for card in state["cards"] if card["who"] == args[0]]'],
    ),
    "a sort in the plural, and another one": (
        {
            "machines": [
                {"sort": "washer", "status": "free"},
                {"sort": "washer", "status": "busy"},
                {"sort": "dryer", "status": "free"},
            ]
        },
        "get_free_washers()",
        [
            '"free", "washer": [machine for machine in state["machines"] '
            'if machine["status"] == "free" and machine["sort"] == "washer"]'
        ],
    ),
    "two of one sort": (
        {"pets": [{"kind": "cat"}, {"kind": "cat"}, {"kind": "dog"}, {"kind": "dog"}]},
        "list cats and dogs",
        [
            '"cat": [pet for pet in state["pets"] if pet["kind"] == "cat"]',
            '"dog": [pet for pet in state["pets"] if pet["kind"] == "dog"]',
        ],
    ),
    "a part of what several have": (
        {"phones": [{"os": "Android 14"}, {"os": "Android 15"}, {"os": "iOS 18"}]},
        "count_android()",
        ['"android": [phone for phone in state["phones"] if "android" in phone["os"].lower()]'],
    ),
    "a sort that looks like a verb": (
        MARKED,
        "open_tasks()",
        ['"open": [task for task in state["tasks"] if task["state"] == "open"]'],
    ),
    "all of those": (
        {"orders": [{"id": 1, "status": "open"}, {"id": 2, "status": "shut"}]},
        "ship all open orders",
        ['"open": [order for order in state["orders"] if order["status"] == "open"]'],
    ),
    "an element": (BANK, "thaw(C3)", ['args[0] in state["frozen"]']),
    "a named argument": (BANK, "close(number=B2)", [NUMBER.replace("args[0]", 'args["number"]')]),
    "a condition in the name": (
        BANK,
        "accounts_by_owner(Omar)",
        ['args[0]: [account for account in state["accounts"] if account["owner"] == args[0]]'],
    ),
    "a condition": (
        BANK,
        "GET /accounts?owner=Omar",
        ['args["owner"]: [account for account in state["accounts"] if account["owner"] == args["owner"]]'],
    ),
    "a key": (ROOMS, 'free("222")', ['room = state["rooms"][args[0]]']),
    "a key of a number": (WINS, "add_win(O)", ['args[0]: state["wins"][args[0]]']),
    "a key in what the first one names": (
        BOARDS,
        "clear(web, done)",
        ['board = state["boards"][args[0]]', "part = board[args[1]]"],
    ),
    "a cell": (
        GRID,
        "play(row=1, col=0)",
        ['row = state["board"][args["row"]]', 'args["col"]: row[args["col"]]'],
    ),
    "an id": (TODOS, "done(102)", ['todo = next(todo for todo in state["todos"] if todo["id"] == args[0])']),
    "an index": (PLAIN, "done(1)", ['todo = state["todos"][args[0]]']),
    "neither id nor index": (TODOS, "done(7)", []),
    "an amount that some field has by chance": (BANK, "deposit(B2, 80)", [NUMBER]),
    "a record that is new": (BANK, "POST /accounts?number=B2", []),
    "something new": (TODOS, "add(Buy milk)", []),
    "three levels deep": (BOARDS, "move(7)", [ID]),
    "a list in what the first one names": (
        BOARDS,
        "move(web, 7, done)",
        [
            'board = state["boards"][args[0]]',
            'item = next(item for item in board["todo"] if item["id"] == args[1])',
            "part = board[args[2]]",
        ],
    ),
    "a value that another thing has too": (
        {"cards": [{"id": 1, "who": "mia"}, {"id": 2, "who": "leo"}]},
        "assign(card=1, to=leo)",
        ['card = next(card for card in state["cards"] if card["id"] == args["card"])'],
    ),
    "a word of the name": (FLAGS, "get_pizza_count()", ['"pizza": state["counts"]["pizza"]']),
    "two words of the name": (FLAGS, "toggle_new_search()", ['flag = state["flags"]["new_search"]']),
    "a word of the name that marks several": (
        MARKED,
        "close_all_open_tasks()",
        ['"open": [task for task in state["tasks"] if task["state"] == "open"]'],
    ),
    "a thing of a state that has nothing else": (GAMES, "GET /Azul", ["item = state[args[0]]"]),
    "two things that a sentence names": (
        GAMES,
        "Nadia brought Catan back",
        [
            'item = next(item for item in state.values() if item["lent_to"] == "Nadia")',
            'item2 = state["Catan"]',
        ],
    ),
    "a thing by a part of its name, in a sentence": (
        TODOS,
        "delete the rent thing",
        ['todo = next(todo for todo in state["todos"] if "rent" in todo["title"].lower())'],
    ),
    "a thing by its number, in a sentence": (
        {"pets": ["cat"], "levels": [["x"], ["y"]]},
        "is there room on level 1?",
        ['level = state["levels"][1]'],
    ),
    "a thing under a name, in a sentence": (
        STAYS,
        "which room is Ann in?",
        [
            'name, room = next((name, room) for name, room in state["rooms"].items() '
            'if room["guest"] == "Ann")'
        ],
    ),
    "names in a sentence": (BOARDS, "empty the app board", ['board = state["boards"]["app"]']),
    "a word within a word": (BOARDS, "what happened?", []),
    "the fields of a record": (TODOS, "what is the title of the first?", []),
    "a part of a name that is searched": (
        TODOS,
        "find(rent)",
        ['args[0]: [todo for todo in state["todos"] if args[0].lower() in todo["title"].lower()]'],
    ),
    "a part of a name that is new": (TODOS, "set_title(rent)", []),
    "a thing, and what its field gets": (
        TODOS,
        "set_title(102, Pay rent)",
        ['todo = next(todo for todo in state["todos"] if todo["id"] == args[0])'],
    ),
    "two things, called as the call calls them": (
        ROOMS,
        'move(from="222", guest="223")',
        ['from_room = state["rooms"][args["from"]]', 'guest = state["rooms"][args["guest"]]'],
    ),
    "a name that is changed": (
        FLAGS,
        "rename_flag(beta, gamma)",
        ['state["flags"][args[1]] = state["flags"].pop(args[0])'],
    ),
    "the one of two places that the call speaks of": (
        {"levels": [["car"], ["bike"]], "rates": {"car": 2}},
        "set_rtae(car, 3)",
        ['args[0]: state["rates"][args[0]]'],
    ),
    "an option": (TODOS, "f(1, to=Call Bob)", ['todo = state["todos"][args[0]]', TITLE]),
    "a thing, and the name of the list that it is in": (
        {"stages": {"Tent": [{"act": "Owls", "time": "17:00"}], "Barn": []}},
        "when and where do the Owls play?",
        [
            "name, item = next((name, item) "
            'for name, stage in state["stages"].items() for item in stage if item["act"] == "Owls")'
        ],
    ),
    "a name that is a part of another": (
        {"stock": {"dog food": 6, "hay": 3}, "pets": {"Bo": {"kind": "dog"}, "Mimi": {"kind": "cat"}}},
        "how much dog food is there?",
        ['"dog food": state["stock"]["dog food"]'],
    ),
    "a name, and not the word": (
        [{"nick": "Basil", "species": "basil"}, {"nick": "Monty", "species": "fern"}],
        "Basil died",
        ['item = next(item for item in state if item["nick"] == "Basil")'],
    ),
    "what a text stands under": (
        {"seats": {"A1": "Ann", "A2": None}},
        "cancel(Ann)",
        ['args[0]: [name for name, item in state["seats"].items() if item == args[0]]'],
    ),
    "several things of a room": (
        {"plants": [{"name": "Ivy", "room": "hall"}, {"name": "Fern", "room": "bath"}]},
        "find_plants(room=hall)",
        ['args["room"]: [plant for plant in state["plants"] if plant["room"] == args["room"]]'],
    ),
    "a noun in the plural": (
        {"flowers": [{"name": "peony", "stems": 0}, {"name": "rose", "stems": 4}]},
        "a delivery of 25 peonies arrived",
        ['flower = next(flower for flower in state["flowers"] if flower["name"] == "peony")'],
    ),
    "a number of its own that looks like a date": (
        {"invoices": [{"no": "2024-02", "paid": True}, {"no": "2024-03", "paid": False}]},
        'get_invoice("2024-03")',
        ['invoice = next(invoice for invoice in state["invoices"] if invoice["no"] == args[0])'],
    ),
}


@pytest.mark.parametrize(("state", "text", "notes"), LOCATED.values(), ids=LOCATED.keys())
def test_what_a_call_names_is_located(state: Json, text: str, notes: list[str]) -> None:
    assert locate(fit(Call.parse(text), state), state) == notes


FLAG = 'each flag: for name, flag in state["flags"].items()'

OUTLINED: dict[str, tuple[Json, str, list[str]]] = {
    "a low number": (
        [{"name": "Cup", "stock": 3}],
        "low_stock(5)",
        ["each item: for item in state", 'args[0]: [item for item in state if item["stock"] <= args[0]]'],
    ),
    "how many": ({"courts": [{"number": 1}, {"number": 2}]}, "top(2)", ["args[0]: how many"]),
    "a text for one of the lists of texts": (
        {"ladder": ["Ann"], "courts": [{"number": 1}, {"number": 2}]},
        "add_player(Nils)",
        [],
    ),
    "how to go through an object of things": (
        ROOMS,
        "count_beds()",
        ['each room: for name, room in state["rooms"].items()'],
    ),
    "how to go through what lies deep": (
        DEEP,
        "longest_message()",
        ['each message: for room in state["rooms"] for message in room["messages"]'],
    ),
    "nothing to go through": (WINS, "total()", []),
    "what a new one has, and its id": (
        TODOS,
        "add_todo(x)",
        [
            'a new todo, state["todos"].append(todo), has '
            '"id" (max(todo["id"] for todo in state["todos"]) + 1), "title"'
        ],
    ),
    "an id with letters": (
        TICKETS,
        "open_ticket(x)",
        [
            'a new ticket, state["tickets"].append(ticket), has '
            '"id" ("T-" + str(max(int(ticket["id"][2:]) for ticket in state["tickets"]) + 1))'
        ],
    ),
    "what a body is for": (
        BANK,
        "register(number=D4, owner=Ida)",
        ['a new account, state["accounts"].append(account), has "number", "owner", "balance"'],
    ),
    "something new under a name": (
        ROOMS,
        "add_room(224)",
        [
            'each room: for name, room in state["rooms"].items()',
            'a new room, state["rooms"][its name], has "beds"',
        ],
    ),
    "things to make up": (
        PLAIN,
        "add_three_chores()",
        [
            'a new todo, state["todos"].append(todo), has "title", "points"',
            "3 different ones, made up, none there yet, with real names",
        ],
    ),
    "things that come after a date": (
        TASKS,
        "due_after(2024-06-02)",
        ['args[0]: [task for task in state["tasks"] if task["due"] and task["due"] > args[0]]'],
    ),
    "things before a date that a sentence has": (
        TASKS,
        "which tasks are due before 2024-06-02?",
        [
            '"2024-06-02": [task for task in state["tasks"] if task["due"] and task["due"] < "2024-06-02"]',
            "args is empty: write what the call says as literals",
        ],
    ),
    "things up to a number": (
        TASKS,
        "list_tasks(max_hours=4)",
        ['args["max_hours"]: [task for task in state["tasks"] if task["hours"] <= args["max_hours"]]'],
    ),
    "days after a date": (
        {"fair": {"on": "2025-09-26"}},
        "postpone the fair by one week",
        ["days after: (date.fromisoformat(text) + timedelta(days=days)).isoformat()"],
    ),
    "days between dates": (
        {"fair": {"on": "2025-09-26"}},
        "days_until_fair(2025-09-01)",
        ["days from a to b: (date.fromisoformat(b) - date.fromisoformat(a)).days"],
    ),
    "something new that is a text": (
        {"songs": ["Yesterday"]},
        "add_two_songs()",
        ["a new song is a bare text", "2 different ones, made up, none there yet, with real names"],
    ),
    "something new that is counted": (
        FLAGS,
        "add_count(soup)",
        [FLAG, 'a new count: state["counts"][its name] = 0'],
    ),
    "what several new things have in common": (
        MARKED,
        "add_two_open_tasks()",
        [
            'a new task, state["tasks"].append(task), has "title", "state"',
            '"state" is "open"',
            "2 different ones, made up, none there yet, with real names",
        ],
    ),
    "an argument that counts": (BIKES, "price(hours=5)", []),
    "a new value that is no name": (BIKES, "set_price(5)", ['price_per_hour: state["price_per_hour"]']),
    "things that are marked": (
        LIFTS,
        "open_lifts()",
        [
            'each lift: for name, lift in state["lifts"].items()',
            'open: {name: lift for name, lift in state["lifts"].items() if lift["open"]}',
        ],
    ),
    "things that have a number": (
        {"cards": [{"front": "a", "box": 1}, {"front": "b", "box": 2}]},
        "cards_in_box(2)",
        ['args[0]: [card for card in state["cards"] if card["box"] == args[0]]'],
    ),
    "things in another script": ({"задачи": [{"готово": True}], "✓": 1}, "покажи задачи", []),
    "things that are not marked": (
        {"bills": [{"paid": True}, {"paid": False}]},
        "how many bills are unpaid?",
        ['unpaid: [bill for bill in state["bills"] if not bill["paid"]]'],
    ),
    "things that are not yet so": (
        {"bags": [{"status": "open"}, {"status": "packed"}]},
        "list_unpacked_bags()",
        ['unpacked: [bag for bag in state["bags"] if bag["status"] != "packed"]'],
    ),
    "things that lack something": (
        {"faqs": [{"question": "How?", "answer": None}, {"question": "Why?", "answer": "So."}]},
        "fill_in_missing_answers()",
        ['no answers: [faq for faq in state["faqs"] if not faq["answer"]]'],
    ),
    "things that are so, and lack something": (
        {"tickets": [{"open": True, "agent": None}, {"open": False, "agent": "Ann"}]},
        "open_tickets_without_agent()",
        ['open, no agent: [ticket for ticket in state["tickets"] if ticket["open"] and not ticket["agent"]]'],
    ),
    "things of a month": (
        {"trips": [{"on": "2025-07-26"}]},
        "find_trips(month=7)",
        ['args["month"]: [trip for trip in state["trips"] if int(trip["on"][5:7]) == args["month"]]'],
    ),
    "a day that nobody counts": ({"eggs": {"monday": 3}, "fair": {"on": "2025-09-26"}}, "best_day()", []),
    "a text to write": (PLAIN, "write_a_slogan()", ["the text is made up"]),
    "another verb that adds": (PLAIN, "open the door", []),
}


@pytest.mark.parametrize(("state", "text", "notes"), OUTLINED.values(), ids=OUTLINED.keys())
def test_a_call_is_told_what_it_may_need(state: Json, text: str, notes: list[str]) -> None:
    call = Call.parse(text)
    assert locate(call, state) == []
    assert ground(call, state) == notes


@given(JSON, JSON)
def test_every_state_and_body_can_be_grounded(state: Json, body: Json) -> None:
    call = Call.parse("do it", body)
    fitted = fit(call, state)
    assert len(locate(fitted, state)) <= MOST
    assert ground(fitted, state)[: len(locate(fitted, state))] == locate(fitted, state)


FITTED: dict[str, tuple[Json, str, str, Json]] = {
    "the state holds the string": (ROOMS, "show(222)", "show", ["222"]),
    "a named one": (ROOMS, "show(room=222)", "show", {"room": "222"}),
    "one of two": (ROOMS, "set_beds(222, 2)", "set_beds", ["222", 2]),
    "a number that is a name first": (HIVES, "set_boxes(2, 1)", "set_boxes", ["2", 1]),
    "a number that says how many": (HIVES, "add(hive=2, boxes=1)", "add", {"hive": "2", "boxes": 1}),
    "the state holds neither": (ROOMS, "show(224)", "show", [224]),
    "a name in a state that has nothing else": (GAMES, "DELETE /Azul", "DELETE /{id}", ["Azul"]),
    "a new name": (ROOMS, "PUT /rooms/attic?beds=2", "PUT /rooms/{id}", ["attic", {"beds": 2}]),
    "the id of a path": (ROOMS, "GET /rooms/222", "GET /rooms/{id}", ["222"]),
    "a name in a path": (PARTS, "PATCH /parts/saw", "PATCH /parts/{id}", ["saw"]),
    "a key in a path": (WINS, "GET /wins/X", "GET /wins/{id}", ["X"]),
    "two names": (
        BOARDS,
        "GET /boards/web/done",
        "GET /boards/{id}/{id}",
        ["web", "done"],
    ),
    "a collection that is added to": (BOARDS, "POST /boards/web/done", "POST /boards/{id}/done", ["web"]),
    "a name and an id": (
        BOARDS,
        "PUT /boards/web/todo/7?x=1",
        "PUT /boards/{id}/{id}/{id}",
        ["web", "todo", 7, {"x": 1}],
    ),
    "a number that is a name where the path leads": (
        {"have": [4], "spares": {"4": 1, "9": 2}},
        "DELETE /spares/4",
        "DELETE /spares/{id}",
        ["4"],
    ),
    "a field in a path": (TODOS, "GET /todos/title", "GET /todos/title", []),
}


@pytest.mark.parametrize(("state", "text", "endpoint", "args"), FITTED.values(), ids=FITTED.keys())
def test_arguments_are_read_as_the_state_has_them(state: Json, text: str, endpoint: str, args: Json) -> None:
    call = fit(Call.parse(text), state)
    assert (call.endpoint, call.args) == (endpoint, args)


def test_numbers_in_a_body_stay_numbers() -> None:
    assert fit(Call.parse("show_room", {"room": 222}), ROOMS).args == {"room": 222}


OPENED: dict[str, tuple[Json, str, Json, str]] = {
    "an id": (
        TODOS,
        "add_todo(x)",
        None,
        '    todo = {"id": max(todo["id"] for todo in state["todos"]) + 1, "title": args[0]}\n'
        '    state["todos"].append(todo)\n    return',
    ),
    "a body that has all": (
        PLAIN,
        "POST /todos",
        {"title": "x", "points": 1},
        '    todo = {**args}\n    state["todos"].append(todo)\n    return',
    ),
    "a body that has all but lists": (
        [{"id": "h1", "task": "read", "done_by": ["Ada"]}],
        "POST /homework",
        {"task": "draw"},
        '    homework = {"id": "h" + str(max(int(item["id"][1:]) for item in state) + 1), **args, '
        '"done_by": []}\n    state.append(homework)\n    return',
    ),
    "a new thing beside one that the call names": (
        {"pets": {"Rex": {"age": 3}}, "visits": [{"pet": "Rex", "day": 1}]},
        "add_visit(pet=Rex, day=2)",
        None,
        '    pet = state["pets"][args["pet"]]\n    visit = {**args',
    ),
    "a body that lacks a field": (
        PLAIN,
        "POST /todos",
        {"title": "x"},
        '    todo = {**args, "points": 0}\n    state["todos"].append(todo)\n    return',
    ),
    "a body with other names": (PLAIN, "add_todo", {"text": "x"}, '    todo = {"title":'),
    "a thing under a name": (ROOMS, "add_room(224)", None, ""),
    "a thing under a word": (ROOMS, 'add_room("x1")', None, '    state["rooms"][args[0]] = {"beds":'),
    "what the call names": (ROOMS, 'free("222")', None, '    room = state["rooms"][args[0]]\n'),
    "what the call takes away": (
        ROOMS,
        'delete_room("222")',
        None,
        '    room = state["rooms"].pop(args[0])\n',
    ),
    "a part of what the call names": (
        BOARDS,
        "delete_cards(web, done)",
        None,
        '    board = state["boards"][args[0]]\n    part = board[args[1]]\n',
    ),
    "several things": (PLAIN, "add_todos(x, y)", None, ""),
    "several things to make up": (
        TODOS,
        "add_two_more_todos()",
        None,
        '    first = max(todo["id"] for todo in state["todos"]) + 1\n    names = ["',
    ),
    "something new that is counted": (FLAGS, "add_count(soup)", None, '    state["counts"][args[0]] = 0\n'),
    "a number for something new": (
        FLAGS,
        "add_count(soup, 7)",
        None,
        '    state["counts"][args[0]] = args[1]\n',
    ),
    "fields of what the call names": (
        TODOS,
        "PATCH /todos/102",
        {"title": "x"},
        '    todo = next(todo for todo in state["todos"] if todo["id"] == args[0])\n'
        "    todo.update(args[1])\n",
    ),
    "fields of a part of the state": (
        FLAGS,
        "PATCH /counts",
        {"pizza": 4},
        '    counts = state["counts"]\n    counts.update(args)\n',
    ),
    "a field that it has not": (FLAGS, "PATCH /counts", {"soup": 4}, ""),
    "named arguments after others": (
        FLAGS,
        "vote(tacos, voter=dee)",
        None,
        '    state["counts"][args[0]] += 1\n    voter = args[1]["voter"]\n',
    ),
    "more of a thing": (
        BANK,
        "deposit(B2, amount=5)",
        None,
        f'    {NUMBER}\n    account["balance"] += args[1]["amount"]\n    return',
    ),
    "less of a thing, in a sentence": (
        BANK,
        "withdraw 5 from Omar",
        None,
        '    account = next(account for account in state["accounts"] if account["owner"] == "Omar")\n',
    ),
    "what an adding word does to what is there": (
        LIFTS,
        "open_lift(Bunny)",
        None,
        '    lift = state["lifts"][args[0]]\n    lift["open"] = True\n    return',
    ),
    "more, by a number that is an id too": (
        {"items": [{"id": 1, "qty": 4}, {"id": 2, "qty": 5}]},
        "restock(1, 2)",
        None,
        '    item = next(item for item in state["items"] if item["id"] == args[0])\n'
        '    item["qty"] += args[1]\n    return',
    ),
    "something new by the fields that it gets": (
        GIGS,
        "book_gig(city=Graz, fee=7)",
        None,
        '    gig = {"id": "g" + str(max(int(gig["id"][1:]) for gig in state["gigs"]) + 1), **args}\n'
        '    state["gigs"].append(gig)\n    return',
    ),
    "a translation that the state has": (WORDS, "translate(bread)", None, "    item = state[args[0]]\n"),
    "something new under a name, of a sort": (
        WORDS,
        "add_word(apple, manzana, noun)",
        None,
        '    state[args[0]] = {"spanish": args[1], "type": args[2]}\n    return',
    ),
    "several things under names": (WORDS, "add_three_animals()", None, '    new = {}\n    names = ["'),
    "several more in a scale": (
        MENU,
        "add_two_desserts_to_menu()",
        None,
        '    state["menu"].update({"',
    ),
    "several more texts in a list": (
        VOICES,
        "add_two_singers(bass)",
        None,
        '    voice = state["voices"][args[0]]\n    voice.extend(["',
    ),
    "the most of a scale": (
        MENU,
        "what is the most expensive thing on the menu?",
        None,
        '    return max(state["menu"], key=state["menu"].get)\n',
    ),
    "a text for a list": (
        VOICES,
        "add_singer(Ada, bass)",
        None,
        '    voice = state["voices"][args[1]]\n    voice.append(args[0])\n    return',
    ),
    "a text for a list of a thing": (
        TAGS,
        "add_tag(1, new)",
        None,
        '    bike = next(bike for bike in state["bikes"] if bike["id"] == args[0])\n'
        '    bike["tags"].append(args[1])\n    return',
    ),
    "a text out of a list": (
        VOICES,
        "remove(Kim)",
        None,
        '    voice = next(voice for voice in state["voices"].values() if args[0] in voice)\n'
        "    voice.remove(args[0])\n    return",
    ),
    "a text out of a list of a thing": (
        TAGS,
        "remove_tag(1, red)",
        None,
        '    bike = next(bike for bike in state["bikes"] if bike["id"] == args[0])\n'
        '    bike["tags"].remove(args[1])\n    return',
    ),
    "a text from list to list": (
        VOICES,
        "move(Kim, bass)",
        None,
        '    voice = next(voice for voice in state["voices"].values() if args[0] in voice)\n'
        '    voice2 = state["voices"][args[1]]\n    voice.remove(args[0])\n    voice2.append(args[0])\n',
    ),
    "a text from list to list, in a sentence": (
        VOICES,
        "Kim moves from alto to bass",
        None,
        '    voice = next(voice for voice in state["voices"].values() if "Kim" in voice)\n'
        '    voice2 = state["voices"]["alto"]\n    voice22 = state["voices"]["bass"]\n'
        '    voice.remove("Kim")\n    voice22.append("Kim")\n',
    ),
    "a value where its like stands": (
        JOBS,
        "assign(W1, Bo)",
        None,
        '    job = next(job for job in state["jobs"] if job["plate"] == args[0])\n'
        '    job["mechanic"] = args[1]\n    return',
    ),
    "a value for the field that is named": (
        JOBS,
        "mark_ready(W1, true)",
        None,
        '    job = next(job for job in state["jobs"] if job["plate"] == args[0])\n'
        '    job["ready"] = args[1]\n    return',
    ),
    "a value in a scale": (
        MENU,
        "set_price(bagel, 5)",
        None,
        '    state["menu"][args[0]] = args[1]\n    return',
    ),
    "values for the fields that are named": (
        JOBS,
        "book(W1, mechanic=Bo, ready=true)",
        None,
        '    job = next(job for job in state["jobs"] if job["plate"] == args[0])\n    job.update(args[1])\n',
    ),
    "a row in the place of another": (
        {"rows": [["a"], ["b"]]},
        "PUT /rows/1",
        [3],
        '    row = state["rows"][args[0]]\n    state["rows"][args[0]] = args[1]\n',
    ),
    "no groups but an order": (MARKED, "tasks_sorted_by_state()", None, ""),
    "a later date": (
        {"fair": {"on": "2025-09-26"}, "ends": "2025-09-28"},
        "extend_by_a_week()",
        None,
        '    new_date = date.fromisoformat(state["ends"]) + timedelta(weeks=',
    ),
    "a date that is some days later": (
        {"tasks": [{"name": "paint", "due": "2025-09-26"}]},
        "postpone(paint, days=3)",
        None,
        '    task = next(task for task in state["tasks"] if task["name"] == args[0])\n'
        '    new_date = date.fromisoformat(task["due"]) + timedelta(days=args[1]["days"])\n'
        '    task["due"] = new_date.isoformat()\n',
    ),
    "what is taken out of its list": (
        TODOS,
        "delte_tood_by_id(102)",
        None,
        '    todo = next(todo for todo in state["todos"] if todo["id"] == args[0])\n'
        '    state["todos"].remove(todo)\n    return',
    ),
    "a path that deletes something deep": (
        BOARDS,
        "DELETE /cards/7",
        None,
        f"    {ID}\n"
        '    part = next(part for board in state["boards"].values() for part in board.values() '
        "if item in part)\n    part.remove(item)\n    return",
    ),
    "a part of a thing that is deleted": (
        TODOS,
        "delete_todo_title(102)",
        None,
        '    todo = next(todo for todo in state["todos"] if todo["id"] == args[0])\n',
    ),
    "a move to the list of its like": (
        {"tasks": [{"id": 1}], "archived": []},
        "archive(1)",
        None,
        '    task = next(task for task in state["tasks"] if task["id"] == args[0])\n'
        '    state["tasks"].remove(task)\n    state["archived"].append(task)\n',
    ),
    "a text that moves to the list of its like": (
        {"members": ["ann", "bo"], "banned": []},
        "ban(bo)",
        None,
        '    state["members"].remove(args[0])\n    state["banned"].append(args[0])\n',
    ),
    "what is there already": ({"members": ["ann"], "banned": ["bo"]}, "ban(bo)", None, ""),
    "several texts": ({"songs": ["Yesterday"]}, "add_two_songs()", None, '    state["songs"].extend(["'),
    "several texts of a thing": (
        TAGS,
        "add_two_tags(2)",
        None,
        '    bike = next(bike for bike in state["bikes"] if bike["id"] == args[0])\n'
        '    bike["tags"].extend(["',
    ),
    "a text that is marked": (
        {"bags": {"red": ["socks", "hat"], "blue": []}, "packed": ["hat"]},
        "mark_packed(socks)",
        None,
        '    bag = next(bag for bag in state["bags"].values() if args[0] in bag)\n'
        '    state["packed"].append(args[0])\n    return',
    ),
    "a text that goes to those that are marked": (
        {"needed": ["eggs", "milk"], "bought": ["rice"]},
        "mark_bought(eggs)",
        None,
        '    state["needed"].remove(args[0])\n    state["bought"].append(args[0])\n    return',
    ),
    "a swap of two things": (
        STOPS,
        "swap_stops(Mill, Church)",
        None,
        '    stop = next(stop for stop in state["stops"] if stop["name"] == args[0])\n'
        '    stop2 = next(stop for stop in state["stops"] if stop["name"] == args[1])\n'
        '    i, j = state["stops"].index(stop), state["stops"].index(stop2)\n'
        '    state["stops"][i], state["stops"][j] = state["stops"][j], state["stops"][i]\n    return',
    ),
    "a swap of two texts": (
        {"ladder": ["Ann", "Bo", "Cy"]},
        "swap(Ann, Cy)",
        None,
        '    i, j = state["ladder"].index(args[0]), state["ladder"].index(args[1])\n'
        '    state["ladder"][i], state["ladder"][j] = state["ladder"][j], state["ladder"][i]\n    return',
    ),
    "a swap of what things have": (
        {"players": [{"name": "Ann", "team": "a"}, {"name": "Bo", "team": "b"}]},
        "swap_teams(Ann, Bo)",
        None,
        '    player = next(player for player in state["players"] if player["name"] == args[0])\n'
        '    player2 = next(player for player in state["players"] if player["name"] == args[1])\n',
    ),
    "a swap of what is under names": (
        {"cast": {"Cat": "Ann", "Dog": "Bo"}},
        "swap_actors(Cat, Dog)",
        None,
        '    state["cast"][args[0]], state["cast"][args[1]] = '
        'state["cast"][args[1]], state["cast"][args[0]]\n'
        "    return",
    ),
    "a value for what has none": (
        [{"name": "saw", "holder": None, "sharp": True}, {"name": "axe", "holder": "Bo", "sharp": True}],
        "lend(saw, Ann)",
        None,
        '    item = next(item for item in state if item["name"] == args[0])\n'
        '    item["holder"] = args[1]\n    return',
    ),
    "a step along a list": (
        {"steps": [{"name": "Tag"}, {"name": "Ship"}]},
        "move_up(Ship)",
        None,
        '    step = next(step for step in state["steps"] if step["name"] == args[0])\n'
        '    i = state["steps"].index(step)\n'
        '    state["steps"].insert(max(i - 1, 0), state["steps"].pop(i))\n',
    ),
    "a text to the end of its list": (
        {"songs": ["Blue", "Red"]},
        "move_to_end(Blue)",
        None,
        '    i = state["songs"].index(args[0])\n'
        '    state["songs"].insert(len(state["songs"]), state["songs"].pop(i))\n',
    ),
    "a step of what has a level": (
        {"cards": [{"front": "red", "box": 1}, {"front": "blue", "box": 2}]},
        "move_up(red)",
        None,
        '    card = next(card for card in state["cards"] if card["front"] == args[0])\n',
    ),
    "a text out of the list of a thing that is named after it": (
        STOPS,
        "remove_child(Eva, Mill)",
        None,
        '    stop = next(stop for stop in state["stops"] if stop["name"] == args[1])\n'
        '    stop["children"].remove(args[0])\n    return',
    ),
    "a text for a list that is empty": (
        {"stops": [{"name": "Mill", "nights": 1, "sights": []}]},
        'add_sight(Mill, "harbour")',
        None,
        '    stop = next(stop for stop in state["stops"] if stop["name"] == args[0])\n'
        '    stop["sights"].append(args[1])\n    return',
    ),
    "a field that is almost called like the new thing": (
        {"stops": [{"name": "Mill", "nights": 1, "sights": ["harbour"]}]},
        "add_two_sights(Mill)",
        None,
        '    stop = next(stop for stop in state["stops"] if stop["name"] == args[0])\n'
        '    stop["sights"].extend(["',
    ),
    "a new thing under a name, with a body": (
        {
            "servers": {
                "a": {"region": "eu", "tags": ["x"], "cpu": 3},
                "b": {"region": "us", "tags": [], "cpu": 1},
            }
        },
        "add_server(c, region=us)",
        None,
        '    state["servers"][args[0]] = {**args[1], "tags": [], "cpu":',
    ),
    "a sum": ([{"km": 3}, {"km": 5}], "total_km()", None, '    return sum(item["km"] for item in state)\n'),
    "a sum of what belongs to one": (
        {"jobs": [{"for": "Ann", "price": 3}, {"for": "Bo", "price": 5}, {"for": "Ann", "price": 1}]},
        "total_price(Ann)",
        None,
        '    return sum(job["price"] for job in state["jobs"] if job["for"] == args[0])\n',
    ),
    "a sum of plain numbers": (
        {"food": {"hay": 3, "oats": 1.5}},
        "what is the total food?",
        None,
        '    return sum(state["food"].values())\n',
    ),
    "a mean": (
        [{"km": 3}, {"km": 5}],
        "average_km()",
        None,
        '    numbers = [item["km"] for item in state]\n    return sum(numbers) / len(numbers)\n',
    ),
    "how many things": (TODOS, "total_todos()", None, '    return len(state["todos"])\n'),
    "a sum of things that have a number": ({"gifts": [{"euros": 3}]}, "total_gifts()", None, ""),
    "another one of a thing": (
        TODOS,
        "duplicate_todo(101)",
        None,
        '    todo = next(todo for todo in state["todos"] if todo["id"] == args[0])\n'
        '    copy = {**todo, "id": max(todo["id"] for todo in state["todos"]) + 1}\n'
        '    state["todos"].append(copy)\n    return',
    ),
    "texts for the one list that says not what was done": (
        {"items": ["eggs"], "bought": ["tea"]},
        "add_three_fruits()",
        None,
        '    state["items"].extend(["',
    ),
    "a sum of what has none here and there": ([{"km": 3}, {"km": None}], "total_km()", None, ""),
    "a sum of something else": ([{"km": 3}, {"km": 5}], "total_fast_km()", None, ""),
    "a mark of a part of the state": (
        {"alerts": {"limit": 80, "muted": False}},
        "mute_alerts()",
        None,
        '    state["alerts"]["muted"] = True\n    return',
    ),
    "a mark that is taken away": (
        {"alerts": {"limit": 80, "muted": True}},
        "unmute_alerts()",
        None,
        '    state["alerts"]["muted"] = False\n    return',
    ),
    "a text for the list of its name": (
        {"columns": {"ideas": ["stand up"], "to improve": ["tests"]}},
        "add_idea(go home)",
        None,
        '    state["columns"]["ideas"].append(args[0])\n    return',
    ),
    "texts for the list of their name": (
        {"columns": {"ideas": ["stand up"], "to improve": ["tests"]}},
        "add_two_funny_ideas()",
        None,
        '    state["columns"]["ideas"].extend(["',
    ),
    "something that is suggested, and by whom": (
        {"members": ["Pete"], "suggestions": [{"title": "Dune", "by": "Ann"}]},
        "suggest_book(Emma, by=Pete)",
        None,
        '    book = {**args[1], "title": args[0]}\n    state["suggestions"].append(book)\n    return',
    ),
    "the first thing of all": ({}, "add_walk(dog=Rex, day=2)", None, "    walk = {**args"),
    "the first thing that is posted": (
        {},
        "POST /walks",
        {"dog": "Rex", "day": 2},
        '    walk = {"id": 1, **args',
    ),
    "a new thing like one that is there": (
        {"entries": [{"name": "Ann", "hours": 3}]},
        "log_hours(name=Ann, hours=4)",
        None,
        '    hour = {**args}\n    state["entries"].append(hour)\n    return',
    ),
    "a value of the state": (
        {"budget": 50},
        "set_budget(80)",
        None,
        '    state["budget"] = args[0]\n    return',
    ),
    "a value of a part of the state": (
        {"settings": {"theme": "dark"}, "users": {"ann": {"theme_count": 1}}},
        "set_theme(light)",
        None,
        '    state["settings"]["theme"] = args[0]\n    return',
    ),
    "a value that two parts have": ({"a": {"limit": 1}, "b": {"limit": 2}}, "set_limit(3)", None, ""),
    "a mark for a number": ({"limit": 1}, "set_limit(true)", None, ""),
    "a value of another kind": ({"limit": 1}, "set_limit(high)", None, ""),
    "what belongs to a thing by its number": (
        {"clients": [{"id": 1, "name": "Ann"}], "orders": [{"id": 7, "client_id": 1}]},
        "GET /clients/1/orders",
        None,
        '    client = next(client for client in state["clients"] if client["id"] == args[0])\n'
        '    return [order for order in state["orders"] if order["client_id"] == args[0]]\n',
    ),
    "a number that is no id": (
        {"orders": [{"id": 10, "lines": [{"what": "Cup", "qty": 2}]}], "clients": [{"id": 1, "name": "Ann"}]},
        "add_line(10, Pan, 1)",
        None,
        '    order = next(order for order in state["orders"] if order["id"] == args[0])\n'
        '    line = {"what": args[1], "qty": args[2]',
    ),
    "arguments by what they are": (
        {
            "users": {
                "ann": {"role": "admin", "email": "ann@x.org", "active": True},
                "bo": {"role": "guest", "email": "bo@x.org", "active": False},
            }
        },
        "add_user(cy, cy@x.org)",
        None,
        '    state["users"][args[0]] = {"email": args[1], "active": True, "role":',
    ),
    "an argument that nothing is like": (PLAIN, "add_todo(x, [1])", None, '    todo = {"title":'),
    "what nothing was done to yet": (
        {"todos": [{"title": "x", "done": True, "tags": ["y"]}, {"title": "z", "done": False, "tags": []}]},
        "add_todo(w)",
        None,
        '    todo = {"title": args[0], "done": False, "tags": []}\n'
        '    state["todos"].append(todo)\n    return',
    ),
    "a call that says more": (
        {"todos": [{"title": "x", "done": True}]},
        "add_todo_twice(y)",
        None,
        '    todo = {"title": args[0], "done": False',
    ),
    "an argument that stands in a field": (
        {"members": ["Ann"], "loans": [{"who": "Ann", "what": "saw"}, {"who": "Ann", "what": "axe"}]},
        "add_loan(spade, Ann)",
        None,
        '    loan = {"who": args[1], "what": args[0]}\n    state["loans"].append(loan)\n    return',
    ),
    "an argument that names something else": (
        {"members": ["Ann", "Bo"], "loans": [{"who": "Ann", "what": "saw"}, {"who": "Ann", "what": "axe"}]},
        "add_loan(spade, Bo)",
        None,
        '    loan = {"who":',
    ),
    "the first of several things, with a plural": (
        {},
        "log_hours(name=Ann, hours=3)",
        None,
        "    hour = {**args",
    ),
    "the one that has most": (
        HIVES,
        "which hive has the most boxes?",
        None,
        '    name, hive = max(state["hives"].items(), key=lambda item:',
    ),
    "the one of some that has most": (HIVES, "biggest_empty_hive()", None, ""),
    "a value for a list": (
        TAGS,
        "tag_bike(1, new)",
        None,
        '    bike = next(bike for bike in state["bikes"] if bike["id"] == args[0])\n'
        '    bike["tags"].append(args[1])\n    return',
    ),
    "the one that has least": (
        LIFTS,
        "slowest_lift()",
        None,
        '    name, lift = min(state["lifts"].items(), key=lambda item:',
    ),
    "more of a thing that has a number for a name": (
        HIVES,
        "add 2 frames to hive 1",
        None,
        '    hive = state["hives"]["1"]\n    hive["frames"] += 2\n    return',
    ),
    "one more": (FLAGS, "add_vote(pizza)", None, '    state["counts"][args[0]] += 1\n    return'),
    "one more, by the field's name": (
        {"posts": [{"id": 3, "likes": 1, "views": 9}]},
        "like_post(3)",
        None,
        '    post = next(post for post in state["posts"] if post["id"] == args[0])\n'
        '    post["likes"] += 1\n    return',
    ),
    "a count that is asked for": (
        {"posts": [{"id": 3, "likes": 1}]},
        "like_count(3)",
        None,
        '    post = next(post for post in state["posts"] if post["id"] == args[0])\n',
    ),
    "votes that are asked for": (FLAGS, "vote_share(pizza)", None, ""),
    "a number of the state itself": (
        {"gold": 3, "hp": 9},
        "earn_gold(2)",
        None,
        '    state["gold"] += args[0]\n    return',
    ),
    "a number that the call does not say how to change": (BANK, "balance(B2, 5)", None, f"    {NUMBER}\n"),
    "another verb": (BANK, "give_up(B2)", None, f"    {NUMBER}\n"),
    "a move to another list": (
        COLUMNS,
        "move(7, to=done)",
        None,
        '    item = next(item for column in state["columns"].values() for item in column '
        'if item["id"] == args[0])\n'
        '    to_column = state["columns"][args[1]["to"]]\n'
        '    column = next(column for column in state["columns"].values() if item in column)\n'
        "    column.remove(item)\n"
        "    to_column.append(item)\n",
    ),
    "a move to a list beside": (
        BOARDS,
        "move(7, done)",
        None,
        f"    {ID}\n"
        '    part, board = next((part, board) for board in state["boards"].values() '
        "for part in board.values() if item in part)\n"
        "    part.remove(item)\n"
        "    board[args[1]].append(item)\n",
    ),
    "a move to an index": (
        COLUMNS,
        "move_track(1, 0)",
        None,
        '    track = state["tracks"][args[0]]\n'
        '    state["tracks"].insert(args[1], state["tracks"].pop(args[0]))\n',
    ),
    "a move of a field": (
        STAYS,
        'move_guest("101", "102")',
        None,
        '    room = state["rooms"][args[0]]\n'
        '    room2 = state["rooms"][args[1]]\n'
        '    room2["guest"] = room["guest"]\n    room["guest"] = None\n',
    ),
    "a move of a text": (
        {"beds": {"a": {"plants": ["kale"]}, "b": {"plants": ["mint"]}}},
        "transplant(kale, from=a, to=b)",
        None,
        '    from_bed = state["beds"][args[1]["from"]]\n'
        '    to_bed = state["beds"][args[1]["to"]]\n'
        '    from_bed["plants"].remove(args[0])\n'
        '    to_bed["plants"].append(args[0])\n',
    ),
    "a move of a thing to what has a list of the like": (
        DRAWERS,
        "move(peas, low)",
        None,
        '    item = next(item for drawer in state["drawers"] for item in drawer["items"] '
        'if item["name"] == args[0])\n'
        '    drawer = next(drawer for drawer in state["drawers"] if drawer["label"] == args[1])\n'
        '    items = next(drawer["items"] for drawer in state["drawers"] if item in drawer["items"])\n'
        '    items.remove(item)\n    drawer["items"].append(item)\n',
    ),
    "a move that a sentence asks for, of a thing in a list": (
        DRAWERS,
        "move the peas down",
        None,
        '    item = next(item for drawer in state["drawers"] for item in drawer["items"] '
        'if item["name"] == "peas")\n',
    ),
    "a move of a text to what has a list of the like": (
        STOPS,
        "move_child(Eva, Church)",
        None,
        '    stop = next(stop for stop in state["stops"] if stop["name"] == args[1])\n'
        '    next(stop for stop in state["stops"] if args[0] in stop["children"])["children"]'
        '.remove(args[0])\n    stop["children"].append(args[0])\n',
    ),
    "what a thing is in": (
        DRAWERS,
        "where_is(peas)",
        None,
        '    drawer = next(drawer for drawer in state["drawers"] for item in drawer["items"] '
        'if item["name"] == args[0])\n',
    ),
    "what a text is in": (
        STOPS,
        "which_stop(Eva)",
        None,
        '    stop = next(stop for stop in state["stops"] if args[0] in stop["children"])\n',
    ),
    "what is under a name and has a thing": (
        {"rooms": {"hall": {"lamps": [{"id": "a1"}]}, "attic": {"lamps": [{"id": "c1"}]}}},
        "room_of(c1)",
        None,
        '    name, room = next((name, room) for name, room in state["rooms"].items() '
        'for lamp in room["lamps"] if lamp["id"] == args[0])\n',
    ),
    "the first in what lies deep": (
        DRAWERS,
        "cheapest_item()",
        None,
        '    item = min((item for drawer in state["drawers"] for item in drawer["items"]), key=lambda item:',
    ),
    "the first by date in what lies deep": (
        DRAWERS,
        "oldest_item()",
        None,
        '    item = min((item for drawer in state["drawers"] for item in drawer["items"]), '
        'key=lambda item: item["frozen"])\n',
    ),
    "a place in a list": (
        {"ladder": ["Ann", "Bo", "Cy"], "paid": ["Bo"]},
        "rank(Bo)",
        None,
        '    return state["ladder"].index(args[0]) + 1\n',
    ),
    "a mark that is a list": (
        {"ladder": ["Ann", "Bo", "Cy"], "fee_paid": ["Bo"]},
        "mark_fee_paid(Ann)",
        None,
        '    state["fee_paid"].append(args[0])\n    return',
    ),
    "the values of a field": (
        MARKED,
        "list_states()",
        None,
        '    return list(dict.fromkeys(task["state"] for task in state["tasks"]))\n',
    ),
    "the values of a field of lists": (
        [{"title": "a", "tags": ["x", "y"]}, {"title": "b", "tags": ["x"]}],
        "which tags are there?",
        None,
        '    return list(dict.fromkeys(tag for item in state for tag in item["tags"]))\n',
    ),
    "values that are all different": (MARKED, "list_titles()", None, ""),
    "new values by their kind": (
        [{"id": 1, "what": "yoga", "day": "Monday", "at": "09:00"}],
        "reschedule(1, Friday, 17:30)",
        None,
        '    item = next(item for item in state if item["id"] == args[0])\n    item["day"] = args[1]\n'
        '    item["at"] = args[2]\n    return',
    ),
    "a new value that two fields may get": (
        [{"id": 1, "from": "08:00", "to": "09:00"}],
        "reschedule(1, 17:30)",
        None,
        '    item = next(item for item in state if item["id"] == args[0])\n',
    ),
    "how many of the first": ({"courts": [{"number": 1}, {"number": 2}]}, "top(2)", None, ""),
    "a state that counts": (
        COUNTED,
        "add_pet(Rex)",
        None,
        '    state["next_id"] += 1\n'
        '    pet = {"id": max(pet["id"] for pet in state["pets"]) + 1, "name": args[0]}\n'
        '    state["pets"].append(pet)\n    return',
    ),
    "a body under a new name": (
        ROOMS,
        "PUT /rooms/attic",
        {"beds": 1},
        '    state["rooms"][args[0]] = args[1]\n',
    ),
    "groups": (
        MARKED,
        "count_tasks_by_state()",
        None,
        '    result = {}\n    for task in state["tasks"]:\n        group = task["state"]\n'
        "        result[group] = result.get(group, 0) + 1\n    return result\n",
    ),
    "groups of what the call does not leave out": (
        {"bills": [{"client": "Ann", "paid": True}, {"client": "Bo", "paid": False}]},
        "count_unpaid_by_client()",
        None,
        '    result = {}\n    for bill in state["bills"]:\n        if bill["paid"]:\n            continue\n'
        '        client = bill["client"]\n'
        "        result[client] = result.get(client, 0) + 1\n    return result\n",
    ),
    "groups by month": (
        {"runs": [{"date": "2025-03-02", "km": 8}, {"date": "2025-04-01", "km": 6}]},
        "km_per_month()",
        None,
        '    result = {}\n    for run in state["runs"]:\n        month = run["date"][:7]\n',
    ),
    "what only locates is no new value": (
        {"chairs": [{"barber": "Rosa"}, {"barber": "Ida"}]},
        "set_free(barber=Rosa)",
        None,
        '    chair = next(chair for chair in state["chairs"] if chair["barber"] == args["barber"])\n',
    ),
    "ranks": (TASKS, "sort_by_priority()", None, '    order = ["high", "low"]\n'),
    "ranks, the other way round": (
        TASKS,
        "sort by priority, lowest first",
        None,
        '    order = ["low", "high"]\n',
    ),
    "words that are no ranks": (TASKS, "sort_by_title()", None, ""),
    "things under names in an order": (
        LIFTS,
        "list_lifts_by_number_of_seats()",
        None,
        '    return dict(sorted(state["lifts"].items(), key=lambda item: item[1]["seats"]))\n',
    ),
    "the next of a list": (
        {"players": ["Ann", "Bo"], "turn": "Bo"},
        "next_player()",
        None,
        '    i = state["players"].index(state["turn"]) + 1\n'
        '    state["turn"] = state["players"][i % len(state["players"])]\n    return',
    ),
    "the next that somebody asks for": (
        {"players": ["Ann", "Bo"], "turn": "Bo"},
        "get_next_player()",
        None,
        "",
    ),
    "texts that swap in rows": (
        {"rows": [["Ann", None], ["Bo"]]},
        "swap_seats(Ann, Bo)",
        None,
        "    other = {args[0]: args[1], args[1]: args[0]}\n"
        '    state["rows"] = [[other.get(item, item) for item in row] for row in state["rows"]]\n    return',
    ),
    "a mark of the state": (
        {"open": True, "lots": [1]},
        "close_auction()",
        None,
        '    state["open"] = False\n    return',
    ),
    "a mark of what is no part of the state": ({"open": True, "lifts": [1]}, "open_lifts()", None, ""),
    "a mark that a sentence says": (
        {"cars": [{"car": "Golf", "ready": False}, {"car": "Polo", "ready": True}]},
        "the Golf is ready now",
        None,
        '    car = next(car for car in state["cars"] if car["car"] == "Golf")\n'
        '    car["ready"] = True\n    return',
    ),
    "a mark that a sentence denies": (
        {"cars": [{"car": "Golf", "ready": False}, {"car": "Polo", "ready": True}]},
        "the Polo isn't ready",
        None,
        '    car = next(car for car in state["cars"] if car["car"] == "Polo")\n'
        '    car["ready"] = False\n    return',
    ),
    "what others are": (
        {"orders": [{"no": 1, "status": "open"}, {"no": 2, "status": "served"}]},
        "mark_served(1)",
        None,
        '    order = next(order for order in state["orders"] if order["no"] == args[0])\n'
        '    order["status"] = "served"\n',
    ),
    "what others are, for somebody": (
        [{"id": 1, "status": "free", "for": None}, {"id": 2, "status": "reserved", "for": "Bo"}],
        "reserve(1, Ann)",
        None,
        '    item = next(item for item in state if item["id"] == args[0])\n'
        '    item["status"] = "reserved"\n    item["for"] = args[1]\n    return',
    ),
    "a list of those that it is done to": (
        {"called": [3], "left": [4]},
        "call(5)",
        None,
        '    state["called"].append(args[0])\n    return',
    ),
    "what an adjective speaks of": (
        {"cats": [{"name": "Tom", "age": 3}, {"name": "Kit", "age": 9}]},
        "oldest_cat()",
        None,
        '    cat = max(state["cats"], key=lambda cat: cat["age"])\n',
    ),
    "what an adjective speaks of, of one thing": (
        {"lots": [{"id": 1, "bids": [{"by": "Ann", "eur": 3}]}, {"id": 2, "bids": []}]},
        "highest_bid(1)",
        None,
        '    lot = next(lot for lot in state["lots"] if lot["id"] == args[0])\n'
        '    bid = max(lot["bids"], key=lambda bid: bid["eur"])\n',
    ),
    "what an adjective speaks of, of some": (
        {"cars": [{"sort": "van", "year": 2020}, {"sort": "van", "year": 2021}]},
        "which van is the oldest?",
        None,
        '    car = min((car for car in state["cars"] if car["sort"] == "van"), '
        'key=lambda car: car["year"])\n',
    ),
    "a new thing under the next number": (
        ROOMS,
        "POST /rooms",
        {"beds": 4},
        '    room = {**args}\n    state["rooms"][str(max(map(int, state["rooms"])) + 1)] = room\n    return',
    ),
    "a new thing whose name stands beside its fields": (
        {"cars": {"Ann": {"seats": 4, "riders": []}, "Bo": {"seats": 2, "riders": ["Cy"]}}},
        "POST /cars",
        {"driver": "Di", "seats": 3},
        '    state["cars"][args["driver"]] = {"seats": args["seats"], "riders": []}\n    return',
    ),
    "a number of its own that is called like the thing": (
        {"lots": [{"lot": 1, "title": "vase"}, {"lot": 2, "title": "lamp"}]},
        "rename_lot(2, clock)",
        None,
        '    lot = next(lot for lot in state["lots"] if lot["lot"] == args[0])\n'
        '    lot["title"] = args[1]\n    return',
    ),
    "what is collected": ({"eggs": 3}, "collect_eggs(5)", None, '    state["eggs"] += args[0]\n    return'),
    "the next of a queue": (
        {"now": {"who": "Ann"}, "queue": [{"who": "Bo"}]},
        "start_next()",
        None,
        '    state["now"] = state["queue"].pop(0)\n    return',
    ),
    "one of the numbers of a name": (
        {"scores": {"Ann": [3, 2], "Bo": [4, 4]}},
        "set_score(Bo, hole=2, strokes=5)",
        None,
        '    score = state["scores"][args[0]]\n'
        '    score[args[1]["hole"] - 1] = args[1]["strokes"]\n    return',
    ),
    "a name that is brought to others": (
        {"horses": {"Storm": {"age": 3}, "Duke": {"age": 9}}, "fields": {"hill": ["Duke"], "river": []}},
        "bring(Storm, river)",
        None,
        '    horse = state["horses"][args[0]]\n    field = state["fields"][args[1]]\n'
        "    field.append(args[0])\n",
    ),
    "a number where a thing has the same name": (
        {"machines": {"W1": {"by": "Flat 3"}, "W2": {"by": None}}, "credit": {"Flat 3": 5, "Flat 4": 2}},
        "top_up(Flat 3, 10)",
        None,
        '    state["credit"][args[0]] += args[1]\n    return',
    ),
    "the last of what a call names": (
        {"visits": [{"pet": "Rex", "on": "2025-01-02"}, {"pet": "Rex", "on": "2025-01-01"}]},
        "last_visit(Rex)",
        None,
        '    visit = max((visit for visit in state["visits"] if visit["pet"] == args[0]), '
        'key=lambda visit: visit["on"])\n',
    ),
    "the first thing of all, by its name": (
        {},
        "add_hill(Rigi, m=1798)",
        None,
        '    hill = {"name": args[0], **args[1]}\n',
    ),
    "the first thing of all, by what it has": ({}, "add_hill(Rigi, 1798)", None, '    hill = {"'),
    "a new thing that nobody has yet": (
        [{"title": "Emma", "lent_to": None}, {"title": "Dune", "lent_to": "Ann"}],
        "add_book(Ulysses)",
        None,
        '    book = {"title": args[0], "lent_to": None}\n    state.append(book)\n    return',
    ),
    "a wrong number of a thing": (
        {"runs": [{"who": "Ann", "km": 6}]},
        "Ann ran 8 km, not 6",
        None,
        '    run = next(run for run in state["runs"] if run["who"] == "Ann")\n    run["km"] = 8\n    return',
    ),
    "a wrong number in a list": (
        {"scores": {"Ann": [3, 6], "Bob": [4, 4]}},
        "Ann needed 5 strokes on hole 2, not 6",
        None,
        '    score = state["scores"]["Ann"]\n    score[score.index(6)] = 5\n    return',
    ),
    "a wrong number that only one has": (
        {"days": [{"rain": 4.2}, {"rain": 1}]},
        "it rained 5.5 mm, not 4.2",
        None,
        '    day = next(day for day in state["days"] if day["rain"] == 4.2)\n'
        '    day["rain"] = 5.5\n    return',
    ),
    "a wrong number that several have": (
        {"days": [{"rain": 1}, {"rain": 1}]},
        "it rained 2 mm, not 1",
        None,
        "",
    ),
    "a number that a thing has under a name": (
        [{"title": "Emma", "stars": {"Ann": 4}}, {"title": "Dune", "stars": {"Bo": 1}}],
        "rate(Dune, by=Ann, stars=4)",
        None,
        '    item = next(item for item in state if item["title"] == args[0])\n'
        '    item["stars"][args[1]["by"]] = args[1]["stars"]\n    return',
    ),
    "more of a number that a thing has under a name": (
        [{"team": "A", "points": {"Ann": 4}}, {"team": "B", "points": {"Bo": 1}}],
        "give_points(B, Ann, 4)",
        None,
        '    item = next(item for item in state if item["team"] == args[0])\n'
        '    item["points"][args[1]] = item["points"].get(args[1], 0) + args[2]\n    return',
    ),
    "a wrong number of one of several": (
        [
            {"who": "Ann", "age": 4, "hearts": 5},
            {"who": "Ann", "age": 5, "hearts": 6},
            {"who": "Bob", "hearts": 4},
        ],
        "Ann was 3, not 4",
        None,
        "",
    ),
    "a thing that comes back": (
        {"bikes": [{"id": 1, "by": "Ann", "due": "2025-01-02"}, {"id": 2, "by": None, "due": None}]},
        "return_bike(1)",
        None,
        '    bike = next(bike for bike in state["bikes"] if bike["id"] == args[0])\n'
        '    bike["by"] = None\n    bike["due"] = None\n',
    ),
    "a thing that is forgotten": (
        {"devices": {"printer": {"on": True}, "tv": {"on": False}}},
        "forgt_device(printer)",
        None,
        '    device = state["devices"].pop(args[0])\n',
    ),
    "somebody who comes": (
        [
            {"name": "Tom", "host": "Ann", "came": "09:10", "left": "10:20"},
            {"name": "Bo", "host": "Ann", "came": "9:30", "left": None},
        ],
        "sign_in(Eva, host=Ann, came=11:20)",
        None,
        '    item = {**args[1], "name": args[0], "left": None}\n    state.append(item)\n    return',
    ),
    "somebody who leaves": (
        [{"name": "Tom", "came": "09:10", "left": "10:20"}, {"name": "Bob", "came": "09:30", "left": None}],
        "sing_otu(Bob, 11:45)",
        None,
        '    item = next(item for item in state if item["name"] == args[0])\n'
        '    item["left"] = args[1]\n    return',
    ),
    "what is used up": (
        {"stock": ["gin", "rum"], "drinks": {"Gimlet": {"gin": 60}, "Gin fizz": {"gin": 40}}},
        "we ran out of gin",
        None,
        '    state["stock"].remove("gin")\n    return',
    ),
    "what goes to the list of what is out": (
        {"available": ["mango", "lime"], "sold_out": ["fig"]},
        "there is no more lime",
        None,
        '    state["available"].remove("lime")\n    state["sold_out"].append("lime")\n    return',
    ),
    "what is counted, and used up": (
        {"stock": {"gin": 2, "rum": 1}},
        "the gin is all gone",
        None,
        '    state["stock"]["gin"] = 0\n    return',
    ),
    "a question about what is used up": ({"stock": {"gin": 2}}, "did we run out of gin?", None, ""),
    "what is done so often": (
        {"tickets": {"total": 80, "sold": 60}, "acts": [{"act": "Owls"}]},
        "sell_tickets(4)",
        None,
        '    state["tickets"]["sold"] += args[0]\n',
    ),
    "a grid that is emptied": (
        {"board": [["X", "."], [".", "O"]], "turn": "X"},
        "clear_board()",
        None,
        '    state["board"] = [["."] * len(row) for row in state["board"]]\n    return',
    ),
    "a grid that has nothing empty": ({"board": [["X", "O"]]}, "clear_board()", None, ""),
    "numbers that begin anew": (
        {"wins": {"Ann": 2, "Bo": 1}},
        "reset_wins()",
        None,
        '    state["wins"] = dict.fromkeys(state["wins"], 0)\n    return',
    ),
    "a list that has nothing in it yet": (
        {"folders": {"Work": [{"url": "a.org"}], "News": []}},
        "add_folder(Music)",
        None,
        '    state["folders"][args[0]] = []\n',
    ),
    "a new thing in one of several lists": (
        {"stages": {"Tent": [{"act": "Owls"}], "Barn": []}},
        "add_three_acts(Tent)",
        None,
        '    stage = state["stages"][args[0]]\n    names = ["',
    ),
    "a thing that goes from list to list": (
        {"folders": {"Work": [{"title": "Rice"}], "Food": [{"title": "Bread"}]}},
        "move(Rice, Food)",
        None,
        '    item = next(item for folder in state["folders"].values() for item in folder '
        'if item["title"] == args[0])\n'
        '    folder = state["folders"][args[1]]\n'
        '    source = next(folder for folder in state["folders"].values() if item in folder)\n'
        "    source.remove(item)\n    folder.append(item)\n",
    ),
    "a name that others have in a list": (
        {"keys": {"door": {"by": ["Ann", "Bo"]}, "shed": {"by": ["Bo"]}}},
        "give_key(shed, Ann)",
        None,
        '    key = state["keys"][args[0]]\n    key["by"].append(args[1])\n    return',
    ),
    "a name that is returned": (
        {"keys": {"door": {"by": ["Ann", "Bo"]}, "shed": {"by": ["Bo"]}}},
        "return_key(door, Ann)",
        None,
        '    key = state["keys"][args[0]]\n    key["by"].remove(args[1])\n    return',
    ),
    "what is called off": (
        [{"id": 3, "status": "waiting"}, {"id": 4, "status": "done"}],
        "cancle(3)",
        None,
        '    item = next(item for item in state if item["id"] == args[0])\n'
        '    item["status"] = "cancelled"\n',
    ),
    "what is called off, and is not the thing": (
        {"pets": [{"name": "Nala", "status": "reserved"}, {"name": "Rex", "status": "free"}]},
        "cancel_reservation(Nala)",
        None,
        '    pet = next(pet for pet in state["pets"] if pet["name"] == args[0])\n',
    ),
    "a search": (
        {"notes": [{"text": "buy milk"}, {"text": "milk the cow"}]},
        "search_notes(milk)",
        None,
        '    return [note for note in state["notes"] if args[0].lower() in note["text"].lower()]\n',
    ),
    "a search for more than a text": (
        {"notes": [{"text": "buy milk", "done": True}, {"text": "milk the cow", "done": False}]},
        "search_done_notes(milk)",
        None,
        "",
    ),
    "what is no number of those": (
        {"drinks": {"Mon": [300, 250], "Tue": [330]}, "today": "Tue"},
        "drink(330)",
        None,
        "",
    ),
    "a mark that is the other way round": (
        {"flags": {"beta": {"on": True}, "dark": {"on": False}}},
        "toggle(beta)",
        None,
        '    flag = state["flags"][args[0]]\n    flag["on"] = not flag["on"]\n    return',
    ),
    "a mark that is switched off": (
        {"flags": {"beta": {"on": True}, "dark": {"on": False}}},
        "turn_off(beta)",
        None,
        '    flag = state["flags"][args[0]]\n    flag["on"] = False\n    return',
    ),
    "a mark of two words": (
        [{"no": 4, "fee_paid": False, "sent": True}],
        "mark_fee_paid(4)",
        None,
        '    item = next(item for item in state if item["no"] == args[0])\n'
        '    item["fee_paid"] = True\n    return',
    ),
    "a mark of what is sold": (
        [{"no": 4, "sold": False, "price": 3}],
        "sell(4)",
        None,
        '    item = next(item for item in state if item["no"] == args[0])\n    item["sold"] = True\n',
    ),
    "a path to a list of texts": (
        {"meeting": {"snacks": ["cheese"]}},
        "POST /meeting/snacks",
        {"snack": "crackers"},
        '    state["meeting"]["snacks"].append(args["snack"])\n    return',
    ),
    "a path to a place in a list": (
        {"bags": {"blue": ["hat", "map"], "red": ["pen"]}},
        "DELETE /bags/blue/1",
        None,
        '    bag = state["bags"][args[0]]\n    bag.pop(args[1])\n    return',
    ),
    "a path that is a place alone": (
        [{"text": "a"}, {"text": "b"}],
        "DELETE /1",
        None,
        "    item = state[args[0]]\n    state.pop(args[0])\n    return",
    ),
    "a path to a value": (
        {"speed": 1},
        "PUT /speed",
        {"speed": 2},
        '    state["speed"] = args["speed"]\n    return',
    ),
    "a path to a value of a thing": (
        {"printers": {"A": {"busy": True}, "B": {"busy": False}}},
        "PUT /printers/A/busy",
        False,
        '    printer = state["printers"][args[0]]\n    printer["busy"] = args[1]\n    return',
    ),
    "a path to a text that is new": (
        {"teachers": {"Art": "Ms Rossi", "Music": "Mr Bo"}},
        "PUT /teachers/Maths",
        {"name": "Ms Ho"},
        '    state["teachers"][args[0]] = args[1]["name"]\n',
    ),
    "a text that goes": (
        {"members": ["Ann", "Bo"], "books": [{"title": "Emma"}]},
        "remove_member(Bo)",
        None,
        '    state["members"].remove(args[0])\n    return',
    ),
    "a text that comes": (
        {"members": ["Ann", "Bo"], "books": [{"title": "Emma"}]},
        "add_member(Cy)",
        None,
        '    state["members"].append(args[0])\n    return',
    ),
    "a text under a name": (
        {"seats": {"A1": None, "A2": "Ann"}},
        "book(seat=A1, name=Bo)",
        None,
        '    state["seats"][args["seat"]] = args["name"]\n    return',
    ),
    "a value without its unit": (
        {"temperatureC": 20},
        "set_temperature(18)",
        None,
        '    state["temperatureC"] = args[0]\n    return',
    ),
    "all fields of a thing, and another verb": (
        {"entries": [{"what": "tea", "eur": 3, "by": "Ann"}]},
        "spend(what=milk, eur=2, by=Ann)",
        None,
        '    entry = {**args}\n    state["entries"].append(entry)\n    return',
    ),
    "a number that says how much": (
        {"washers": [{"nr": 3}, {"nr": 4}], "soapLeft": 31},
        "sell_soap(3)",
        None,
        "",
    ),
    "a number in words": (
        [{"team": "Owls", "points": 7}, {"team": "Cats", "points": 5}],
        "give two points to the Owls",
        None,
        '    item = next(item for item in state if item["team"] == "Owls")\n'
        '    item["points"] += 2\n    return',
    ),
    "objects in the state that are not alike": (
        {"shelf": {"Uno": {"lentTo": None}, "Go": {"lentTo": "Bo"}}, "plays": {"Uno": 3, "Go": 1}},
        "lend(Uno, Ann)",
        None,
        '    item = state["shelf"][args[0]]\n    item["lentTo"] = args[1]\n    return',
    ),
    "what is assigned again": (
        [{"title": "Trash", "by": "Tom"}, {"title": "Cat", "by": "Ann"}],
        "reassign(chore=Trash, to=Ann)",
        None,
        '    chore = next(item for item in state if item["title"] == args["chore"])\n'
        '    chore["by"] = args["to"]\n    return',
    ),
    "what is no new thing of those": (
        {"workouts": [{"day": "Mon", "minutes": 30}], "bests": {"bench_kg": 55}},
        "new_pb(bench_kg=60)",
        None,
        "",
    ),
    "a suggestion, and no text to write": (
        {"films": {"Emma": {"genre": "drama", "by": "Ann"}, "Dune": {"genre": "sf", "by": "Bo"}}},
        "suggest(film=Up, genre=comedy)",
        None,
        "",
    ),
    "the longest in a sentence": (
        {"builds": [{"id": 4, "seconds": 18}, {"id": 5, "seconds": 9}]},
        "Which build took the longest?",
        None,
        '    build = max(state["builds"], key=lambda build: build["seconds"])\n',
    ),
    "the next round": (
        {"round": 3, "scores": {"A": 1}},
        "next_round()",
        None,
        '    state["round"] += 1\n    return',
    ),
    "a change of the state itself": (
        {"date": "2025-06-14", "songs": ["Lullaby"]},
        "PATCH /",
        {"date": "2025-06-21"},
        "    state.update(args)\n",
    ),
    "what is no longer so": (
        {"muted": ["clap"], "volume": {"clap": 70, "kick": 90}},
        "unmute(clap)",
        None,
        '    state["muted"].remove(args[0])\n    return',
    ),
    "what a mark is of, in a sentence": (
        {"votingOpen": True, "votes": ["Ann"]},
        "close the voting",
        None,
        '    state["votingOpen"] = False\n    return',
    ),
    "what a mark is of, misspelt": (
        {"away_mode": False},
        "enabel_away_mdoe()",
        None,
        '    state["away_mode"] = True\n    return',
    ),
    "a verb that is the mark": ({"paused": False}, "pause()", None, '    state["paused"] = True\n    return'),
    "how many new things": (
        {"questions": [{"q": "Why?", "answer": "So."}, {"q": "How?", "answer": "Thus."}]},
        "add_sample_questions(1)",
        None,
        "",
    ),
    "no group": (
        [{"km": 5.0, "min": 29}, {"km": 8.0, "min": 48}],
        "what was my pace in minutes per km?",
        None,
        "",
    ),
    "one gives, another takes": (
        [{"name": "Ann", "balance": 12, "age": 9}, {"name": "Bo", "balance": 3, "age": 7}],
        "pay(Ann, Bo, 5)",
        None,
        '    item = next(item for item in state if item["name"] == args[0])\n'
        '    item2 = next(item for item in state if item["name"] == args[1])\n'
        '    item["balance"] -= args[2]\n    item2["balance"] += args[2]\n',
    ),
    "one takes, another gives": (
        {"stars": {"Ann": 12, "Bob": 3}},
        "send Bob 5 stars from Ann",
        None,
        '    state["stars"]["Ann"] -= 5\n    state["stars"]["Bob"] += 5\n',
    ),
    "a new thing by its name and its fields": (
        {"shelf": {"Uno": {"rating": 6, "by": "Ann"}, "Go": {"rating": 8, "by": "Bo"}}},
        "add_game({name: 'Catan', rating: 7})",
        None,
        '    state["shelf"][args["name"]] = {"rating": args["rating"], "by":',
    ),
    "what somebody brought back": (
        {"shelf": {"Uno": {"by": None}, "Catan": {"by": "Paula"}}},
        "Paula brought Catan back",
        None,
        '    item = next(item for item in state["shelf"].values() if item["by"] == "Paula")\n'
        '    item2 = state["shelf"]["Catan"]\n    item2["by"] = None\n    return',
    ),
    "what was done last": (
        {"today": "2024-06-10", "plants": [{"id": "p1", "last_watered": "2024-06-06"}, {"id": "p2"}]},
        "water(p1)",
        None,
        '    plant = next(plant for plant in state["plants"] if plant["id"] == args[0])\n'
        '    plant["last_watered"] = state["today"]\n    return',
    ),
    "the longest of all that there is": (
        [{"title": "Rain", "seconds": 214}, {"title": "Sun", "seconds": 187}],
        "longest_song()",
        None,
        '    item = max(state, key=lambda item: item["seconds"])\n',
    ),
    "so many minutes, and no new things": (
        [{"stop": "Mill", "at": "07:10"}, {"stop": "Church", "at": "07:20"}],
        "make the bus come five minutes later",
        None,
        "",
    ),
    "the last two": (
        {"todos": [{"title": "a"}, {"title": "b"}, {"title": "c"}]},
        "delete_last_two_todos()",
        None,
        '    gone = [state["todos"].pop() for _ in range(2)]\n    return',
    ),
    "the first": (["a", "b"], "remove_first()", None, "    gone = state.pop(0)\n    return"),
    "the last ones": ({"todos": [{"title": "a"}, {"title": "b"}]}, "delete last todos", None, ""),
    "the last of some": ({"todos": [{"done": True}, {"done": True}]}, "delete_last_done_todo()", None, ""),
    "what a state is at": (
        {"current": 1, "slides": [{"title": "a"}, {"title": "b"}]},
        "show_current_slide()",
        None,
        '    return state["slides"][state["current"]]\n',
    ),
    "what a state is at next": (
        {"current": 0, "slides": [{"title": "a"}, {"title": "b"}]},
        "next_slide()",
        None,
        '    state["current"] += 1\n    return',
    ),
    "a text that a thing gets": (
        {"hooks": [{"id": "a", "events": ["push"]}, {"id": "b", "events": ["tag"]}]},
        "add_event(a, tag)",
        None,
        '    hook = next(hook for hook in state["hooks"] if hook["id"] == args[0])\n'
        '    hook["events"].append(args[1])\n    return',
    ),
    "what is granted": (
        {"roles": {"author": ["write"], "editor": ["write", "publish"], "chief": ["publish"]}},
        "grant(author, publish)",
        None,
        '    role = state["roles"][args[0]]\n    role.append(args[1])\n    return',
    ),
    "what is revoked": (
        {"roles": {"author": ["write"], "editor": ["write", "publish"]}},
        "revoke(editor, publish)",
        None,
        '    role = state["roles"][args[0]]\n    role.remove(args[1])\n    return',
    ),
    "a text under two names": (
        {"texts": {"en": {"cart": "Cart", "login": "Log in"}, "es": {"cart": "Carrito", "find": "Buscar"}}},
        "set_text(es, login, Entrar)",
        None,
        '    text = state["texts"][args[0]]\n    text[args[1]] = args[2]\n    return',
    ),
    "a misspelt noun of what goes": (
        {"reports": {"P1": {"street": "Mill"}, "P2": {"street": "Hill"}}},
        "delte_reprot(P1)",
        None,
        '    report = state["reports"].pop(args[0])\n',
    ),
    "a way that is misspelt": (
        [{"name": "Ann", "people": "two"}, {"name": "Bo", "people": "four"}],
        "mvoe_to_frnot(Bo)",
        None,
        '    item = next(item for item in state if item["name"] == args[0])\n'
        "    i = state.index(item)\n    state.insert(0, state.pop(i))\n",
    ),
    "a name and a value": (
        {"colors": {"text": "#111", "danger": "#d00"}},
        "POST /colors",
        {"name": "success", "value": "#0a0"},
        '    state["colors"][args["name"]] = args["value"]\n    return',
    ),
    "some of those that are no longer there": (
        {"fish": [{"species": "guppy", "count": 5}, {"species": "catfish", "count": 1}]},
        "two of the guppies died",
        None,
        '    item = next(item for item in state["fish"] if item["species"] == "guppy")\n'
        '    item["count"] -= 2\n    return',
    ),
    "values under their names": (
        {"colors": {"text": "#111", "danger": "#d00"}},
        "POST /colors",
        {"success": "#0a0"},
        '    state["colors"].update(args)\n    return',
    ),
    "things that have lists in them": ([{"id": 1, "tags": ["a"]}], "export_as_csv()", None, ""),
    "a text": (PLAIN, "write_a_slogan()", None, '    return "'),
    "nothing known": (PLAIN, "frobnicate(x)", None, ""),
}


@pytest.mark.parametrize(("state", "text", "body", "code"), OPENED.values(), ids=OPENED.keys())
def test_a_function_begins_with_what_is_known(state: Json, text: str, body: Json, code: str) -> None:
    assert begin(fit(Call.parse(text, body), state), state) == code


@pytest.mark.parametrize(
    ("state", "table"),
    [
        (
            [{"id": 1, "who": "Ann, Bo", "paid": None}, {"id": 2, "who": 'the "cat"', "paid": True}],
            'id,who,paid\n1,"Ann, Bo",\n2,"the ""cat""",True',
        ),
        ({"rooms": {"A": {"seats": 4}, "B": {"seats": 2}}}, "name,seats\nA,4\nB,2"),
    ],
    ids=["a list", "things under names"],
)
def test_things_are_answered_as_comma_separated_values(state: Json, table: str) -> None:
    source = f"def handle(state, args):\n{begin(Call.parse('export_as_csv()'), state)}"
    with Sandbox() as sandbox:
        assert sandbox.run(Program.parse(source), state, [], Limits()).response == table


ANY = (
    *("add_item(x)", "POST /items", "delete(x)", "move the x up", "swap(a, b)", "mark_a(x)", "total_a()"),
    *("rank(a)", "set_a(1)", "mute_a()", "duplicate(a)", "list_as()", "GET /a/b", "where_is(a)", "top(1)"),
    *(
        "count_a_by_b()",
        "average_a()",
        "move(a, b)",
        "add_two_as()",
        "oldest_a()",
        "PUT /a/b",
        "a was b, not c",
        "next_a()",
        "close_a()",
        "cheapest_a()",
        "a is not b",
        "list_as_by_b()",
        "reserve(a, b)",
        "search(a)",
        "clear_a()",
        "GET /",
        "GET /1",
        "✓(a)",
        "✓",
    ),
)


@given(JSON, JSON)
@settings(deadline=None)
def test_every_beginning_is_code(state: Json, body: Json) -> None:
    for text in ANY:
        call = respell(fit(Call.parse(text, body), state), state)
        code = begin(call, state)
        assert all(line.startswith("    ") for line in code.split("\n") if line)
        assert ground(call, state) is not None


SPELT: dict[str, tuple[Json, str, Json]] = {
    "a letter that is missing": (FLAGS, "set_on(new_serch, true)", ["new_search", True]),
    "other case": (FLAGS, "vote(Tacos)", ["tacos"]),
    "a named one": (FLAGS, "toggle(flag=bta)", {"flag": "bta"}),
    "a named one that is long enough": (FLAGS, "toggle(flag=betta)", {"flag": "beta"}),
    "one of those that a key names": (TODOS, "delete(todo)", ["todo"]),
    "a letter that is missing at the end": (TODOS, "complete(Call Bo)", ["Call Bob"]),
    "what is new": (FLAGS, "add_flag(new_serch)", ["new_serch"]),
    "what gets something new": (
        {"bikes": [{"name": "Rocket", "tags": []}]},
        "add_tag(Roket, x)",
        ["Rocket", "x"],
    ),
    "a value that is new": (TODOS, "set_title(Pay rnet)", ["Pay rnet"]),
    "a part of a name": (TODOS, "complete(rent)", ["Pay rent"]),
    "a part of a name that is searched": (TODOS, "find(rent)", ["rent"]),
    "a part of a word": (TODOS, "complete(ren)", ["ren"]),
    "a part of two names": ({"t": ["Buy milk", "Drink milk"]}, "complete(milk)", ["milk"]),
    "a part of a long text": ({"t": ["Do not forget to buy milk"]}, "complete(milk)", ["milk"]),
    "another number": ({"bays": {"bay 10": {}, "bay 11": {}}}, "free(bay 12)", ["bay 12"]),
    "two that are alike": ({"people": {"Anna": {}, "Anne": {}}}, "greet(Annx)", ["Annx"]),
    "nothing like it": (FLAGS, "vote(burgers)", ["burgers"]),
}


@pytest.mark.parametrize(("state", "text", "args"), SPELT.values(), ids=SPELT.keys())
def test_a_misspelt_name_is_read_as_the_one_that_is_there(state: Json, text: str, args: Json) -> None:
    assert respell(Call.parse(text), state).args == args


@given(JSON, JSON)
def test_every_state_can_be_spelt(state: Json, body: Json) -> None:
    for text in ("delete(name)", "do it", "PUT /x/y"):
        call = Call.parse(text, body)
        assert len(respell(call, state).args) == len(call.args)


ONE: dict[str, tuple[str, str]] = {
    "a find": (
        "find_todo(rent)",
        'todo = next(todo for todo in state["todos"] if args[0].lower() in todo["title"].lower())',
    ),
    "a search": (
        "search_todo(rent)",
        'args[0]: [todo for todo in state["todos"] if args[0].lower() in todo["title"].lower()]',
    ),
    "a find of several": (
        "find_todos(rent)",
        'args[0]: [todo for todo in state["todos"] if args[0].lower() in todo["title"].lower()]',
    ),
}


@pytest.mark.parametrize(("text", "note"), ONE.values(), ids=ONE.keys())
def test_a_part_of_a_name_means_one_thing_where_one_is_asked_for(text: str, note: str) -> None:
    assert locate(Call.parse(text), TODOS) == [note]


VERBS = {
    "completed_todos()": (False, False),  # another form of the verb
    "plays(3)": (False, True),
    "movies_before(1990)": (False, True),
    "vote_count(pizza)": (False, False),
    "water_level()": (False, False),
    "log_time(3)": (True, False),
    "sort_list()": (True, False),
    "lsit_todos()": (False, True),
    "archvie(3)": (True, False),
    "state()": (False, False),
    "weather()": (False, False),
    "name_of(3)": (False, False),
    "compleet(3)": (True, False),
    "rank(Ann)": (False, True),
    "stop_after(Oslo)": (False, False),
    "stop(Oslo)": (True, False),
    "emtpy_plots()": (False, True),
    "open_tickets(Ann)": (False, False),
    "open_ticket(Ann)": (True, False),
    "is it late?": (False, True),
    "Tom is ill on Monday": (False, False),  # a statement
    "in which drawer is the soup?": (False, True),
    "we ate all the soup": (True, False),
    "Tom finished the scarf": (True, False),
    "Jonas has left the school": (True, False),
    "my finished scarves": (False, False),
}


@pytest.mark.parametrize(("text", "means"), VERBS.items())
def test_a_verb_is_told_from_its_other_forms(text: str, means: tuple[bool, bool]) -> None:
    call = Call.parse(text)
    assert (intent.changes(call), intent.asks(call)) == means


NOUNS = """
    state store place name date level weather movie plant owner file row grade entry debt sport step mode
    active top recent last land black full hive lead port seed sale shop apple market
""".split()  # noqa: SIM905


@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_is_no_misspelt_verb(noun: str) -> None:
    assert not intent.changes(Call.parse(f"{noun}(3)"))


def test_a_word_that_is_almost_a_verb_is_none() -> None:
    chairs: Json = {"chairs": [{"barber": "Rosa", "customer": None}, {"barber": "Ida", "customer": "Bo"}]}
    call = Call.parse("seat_next(barber=Rosa)")
    assert begin(call, chairs) == (
        '    chair = next(chair for chair in state["chairs"] if chair["barber"] == args["barber"])\n'
    )
    assert begin(Call.parse("transplant()"), chairs) == ""
