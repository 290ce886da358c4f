"""A kanban tool: boards, columns and cards, nested three levels."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented, unused

TESTING = {"id": unused(1, 2, 3, 4, 5)}

APP = App(
    name="kanban",
    purpose="Kanban boards for a small team",
    state={
        "boards": {
            "website": {
                "todo": [
                    {"id": 1, "title": "Write copy", "assignee": "mia"},
                    {"id": 2, "title": "Choose fonts", "assignee": None},
                ],
                "doing": [{"id": 3, "title": "Build header", "assignee": "leo"}],
                "done": [],
            },
            "app": {
                "todo": [{"id": 4, "title": "Sketch icon", "assignee": "leo"}],
                "doing": [],
                "done": [{"id": 5, "title": "Set up repository", "assignee": "mia"}],
            },
        }
    },
    cases=(
        Case(
            kind="read",
            call="cards_of(leo)",
            response=picks("/boards", "website/doing/0", "app/todo/0", by="title"),
            right="""
                boards = state["boards"].values()
                return [c for b in boards for cards in b.values() for c in cards if c["assignee"] == args[0]]
            """,
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="count_cards_per_column(website)",
            response=answers({"todo": 2, "doing": 1, "done": 0}),
            right='return {name: len(cards) for name, cards in state["boards"][args[0]].items()}',
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call="move_card(3, done)",
            after=becomes(
                {"/boards/website/done/-": {"id": 3, "title": "Build header", "assignee": "leo"}},
                drops=("/boards/website/doing/0",),
            ),
            right="""
                for board in state["boards"].values():
                    for cards in list(board.values()):
                        for card in cards:
                            if card["id"] == args[0]:
                                cards.remove(card)
                                board[args[1]].append(card)
                                return card
            """,
            tags="move nested",
        ),
        Case(
            kind="write",
            call="assign(card=2, to=mia)",
            after=becomes({"/boards/website/todo/1/assignee": "mia"}),
            right="""
                for board in state["boards"].values():
                    for cards in board.values():
                        for card in cards:
                            if card["id"] == args["card"]:
                                card["assignee"] = args["to"]
                                return card
            """,
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="who works on building the header?",
            response=answers("leo", {"id": 3, "title": "Build header", "assignee": "leo"}),
            right='return state["boards"]["website"]["doing"][0]["assignee"]',
            tags="nested",
        ),
        Case(
            kind="mistyped",
            call="delte_crad(4)",
            after=becomes(drops=("/boards/app/todo/0",)),
            right='return state["boards"]["app"]["todo"].pop(0)',
            tags="nested",
        ),
        Case(
            kind="REST",
            call="GET /boards/app/done",
            response=picks("/boards/app/done", 0),
            right='return state["boards"]["app"]["done"]',
            tags="nested",
        ),
        Case(
            kind="REST",
            call="POST /boards/website/todo",
            data={"title": "Fix footer", "assignee": "leo"},
            after=added("/boards/website/todo", {**TESTING, "title": "Fix footer", "assignee": "leo"}),
            right='state["boards"]["website"]["todo"].append({"id": 6, **args[1]})\nreturn 6, 201',
            tags="nested",
        ),
        Case(
            kind="creative",
            call="add_two_cards_about_testing(app)",
            after=any_of(
                *(
                    invented(f"/boards/app/{column}", "title", TESTING, TESTING)
                    for column in ("todo", "doing", "done")
                )
            ),
            right="""
                cards = [{"id": 6, "title": "Write unit tests", "assignee": None}]
                cards.append({"id": 7, "title": "Try it on an old phone", "assignee": None})
                state["boards"]["app"]["todo"] += cards
                return cards
            """,
            tags="nested",
        ),
    ),
)
