"""A lost-and-found office: the state is a bare list, in no order."""

import re

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import picks
from benchmarks.accuracy.states import added, becomes, invented, unused

IDS = (318, 319, 322, 325, 326)


def in_a_cinema(value: object) -> bool:
    """Accept a place in a cinema."""
    return isinstance(value, str) and bool(re.search("cinema|movie|film|screen|row|seat|foyer", value, re.I))


APP = App(
    name="lost_found",
    purpose="The lost-and-found office of our town",
    state=[
        {"id": 318, "item": "black umbrella", "place": "tram 4", "found": "2024-03-02", "owner": None},
        {"id": 319, "item": "house keys", "place": "market", "found": "2024-03-09", "owner": "Ruth Adler"},
        {"id": 326, "item": "red backpack", "place": "tram 9", "found": "2024-03-20", "owner": None},
        {"id": 322, "item": "blue scarf", "place": "tram 4", "found": "2024-03-11", "owner": None},
        {"id": 325, "item": "small umbrella", "place": "swimming pool", "found": "2024-03-15", "owner": None},
    ],
    cases=(
        Case(
            kind="read",
            call="search(umbrella)",
            response=picks("", 0, 4, by="item"),
            right='return [thing for thing in state if args[0] in thing["item"]]',
            tags="filter root-list",
        ),
        Case(
            kind="read",
            call="latest_find()",
            response=picks("", 2, by="item"),
            right='return max(state, key=lambda thing: thing["found"])',
            tags="aggregation date root-list",
        ),
        Case(
            kind="write",
            call='claim(322, by="Emil Dahl")',
            after=becomes({"/3/owner": "Emil Dahl"}),
            right="""
                for thing in state:
                    if thing["id"] == args[0]:
                        thing["owner"] = args[1]["by"]
                        return thing
            """,
            tags="id root-list",
        ),
        Case(
            kind="write",
            call='add_item("green glove", "library", "2024-03-22")',
            after=added(
                "",
                {
                    "id": unused(*IDS),
                    "item": "green glove",
                    "place": "library",
                    "found": "2024-03-22",
                    "owner": None,
                },
            ),
            right="""
                item, place, found = args
                new = max(thing["id"] for thing in state) + 1
                state.append({"id": new, "item": item, "place": place, "found": found, "owner": None})
                return state[-1]
            """,
            tags="root-list",
        ),
        Case(
            kind="sentence",
            call="what was left on tram 4?",
            response=picks("", 0, 3, by="item"),
            right='return [thing["item"] for thing in state if thing["place"] == "tram 4"]',
            tags="filter root-list",
        ),
        Case(
            kind="mistyped",
            call="itmes_withuot_owner()",
            response=picks("", 0, 2, 3, 4, by="item"),
            right='return [thing for thing in state if not thing["owner"]]',
            tags="filter root-list",
        ),
        Case(
            kind="REST",
            call="GET /items/326",
            response=picks("", 2, by="item"),
            right='return [thing for thing in state if thing["id"] == args[0]][0]',
            tags="id root-list",
        ),
        Case(
            kind="REST",
            call="DELETE /items/319",
            after=becomes(drops=("/1",)),
            right='state[:] = [t for t in state if t["id"] != args[0]]\nreturn {"message": "deleted"}',
            tags="id root-list",
        ),
        Case(
            kind="creative",
            call="add_three_things_forgotten_in_the_cinema()",
            after=invented("", "item", *[{"place": in_a_cinema, "owner": None, "id": unused(*IDS)}] * 3),
            right="""
                for i, item in (327, "3D glasses"), (328, "wool hat"), (329, "phone charger"):
                    new = {"id": i, "item": item, "place": "cinema", "found": "2024-03-21", "owner": None}
                    state.append(new)
                return state[-3:]
            """,
            tags="root-list",
        ),
    ),
)
