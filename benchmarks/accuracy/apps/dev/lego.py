"""Lego sets: a bare list of things that are known by a number and by a name."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented


def not_yet(built: Any) -> bool:
    """Accept that a set is not built, or that nothing is known of it."""
    return built in (None, False)


APP = App(
    name="lego",
    purpose="My collection of Lego sets",
    state=[
        {"number": 21318, "name": "Tree House", "theme": "Ideas", "pieces": 3036, "built": False},
        {"number": 31058, "name": "Mighty Dinosaurs", "theme": "Creator", "pieces": 174, "built": True},
        {"number": 60337, "name": "Express Train", "theme": "City", "pieces": 764, "built": False},
        {"number": 10281, "name": "Bonsai Tree", "theme": "Icons", "pieces": 878, "built": True},
        {"number": 60383, "name": "Electric Sports Car", "theme": "City", "pieces": 95, "built": True},
    ],
    cases=(
        Case(
            kind="read",
            call="sets_by_theme(City)",
            response=any_of(picks("", 2, 4, by="name"), picks("", 2, 4, by="number")),
            right='return [s for s in state if s["theme"] == "City"]',
            tags="filter root-list",
        ),
        Case(
            kind="read",
            call="total_pieces()",
            response=answers(4947),
            right='return sum(s["pieces"] for s in state)',
            tags="aggregation root-list",
        ),
        Case(
            kind="write",
            call="mark_built(21318)",
            after=becomes({"/0/built": True}),
            right="""
                for s in state:
                    if s["number"] == 21318:
                        s["built"] = True
                        return s
            """,
            tags="id root-list",
        ),
        Case(
            kind="write",
            call='add_set(number=42151, name="Bugatti Bolide", theme=Technic, pieces=905)',
            after=added(
                "",
                {
                    "number": 42151,
                    "name": "Bugatti Bolide",
                    "theme": "Technic",
                    "pieces": 905,
                    "built": not_yet,
                },
                optional=("built",),
            ),
            right="""
                new = {"number": 42151, "name": "Bugatti Bolide", "theme": "Technic", "pieces": 905}
                state.append({**new, "built": False})
                return state[-1]
            """,
            tags="root-list",
        ),
        Case(
            kind="sentence",
            call="sort the list by number of pieces, smallest first",
            after=becomes(order={"": [4, 1, 2, 3, 0]}),
            right='state.sort(key=lambda s: s["pieces"])\nreturn state',
            tags="sort root-list",
        ),
        Case(
            kind="mistyped",
            call="remvoe_set(60337)",
            after=becomes(drops=("/2",)),
            right='state[:] = [s for s in state if s["number"] != 60337]\nreturn {"message": "removed"}',
            tags="id root-list",
        ),
        Case(
            kind="REST",
            call="GET /sets?built=false",
            response=any_of(picks("", 0, 2, by="name"), picks("", 0, 2, by="number")),
            right='return [s for s in state if not s["built"]]',
            tags="filter root-list",
        ),
        Case(
            kind="REST",
            call="PATCH /sets/10281",
            data={"built": False},
            after=becomes({"/3/built": False}),
            right="""
                for s in state:
                    if s["number"] == 10281:
                        s["built"] = False
                        return s
            """,
            tags="id root-list body",
        ),
        Case(
            kind="creative",
            call="add_two_made_up_space_sets()",
            after=invented("", "name", {}, {}),
            right="""
                for number, name in (90001, "Comet Chaser"), (90002, "Moon Greenhouse"):
                    state.append(
                        {"number": number, "name": name, "theme": "Space", "pieces": 420, "built": False}
                    )
                return state[-2:]
            """,
            tags="root-list",
        ),
    ),
)
