"""A stock of parts: the state is a bare list."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented, unused

APP = App(
    name="inventory",
    purpose="The stock of a hardware shop",
    state=[
        {"sku": "bolt-m6", "name": "Bolt M6", "stock": 140, "price": 0.2, "shelf": "A1"},
        {"sku": "nut-m6", "name": "Nut M6", "stock": 15, "price": 0.1, "shelf": "A2"},
        {"sku": "hammer", "name": "Claw hammer", "stock": 6, "price": 18.5, "shelf": "C4"},
        {"sku": "nut-m8", "name": "Nut M8", "stock": 90, "price": 0.15, "shelf": "A2"},
    ],
    cases=(
        Case(
            kind="read",
            call="low_stock(20)",
            response=picks("", 1, 2, by="name"),
            right='return [p for p in state if p["stock"] < args[0]]',
            tags="filter root-list",
        ),
        Case(
            kind="read",
            call="total_value()",
            response=answers(154),
            right='return sum(p["stock"] * p["price"] for p in state)',
            tags="aggregation root-list",
        ),
        Case(
            kind="read",
            call="search(nut)",
            response=picks("", 1, 3, by="name"),
            right='return [p for p in state if args[0] in p["name"].lower()]',
            tags="filter root-list",
        ),
        Case(
            kind="write",
            call="add_stock(nut-m6, 60)",
            after=becomes({"/1/stock": 75}),
            right="""
                for part in state:
                    if part["sku"] == args[0]:
                        part["stock"] += args[1]
                        return part
            """,
            tags="root-list",
        ),
        Case(
            kind="write",
            call='add_part({"sku": "saw", "name": "Hand saw", "stock": 4, "price": 12.9, "shelf": "C2"})',
            after=added("", {"sku": "saw", "name": "Hand saw", "stock": 4, "price": 12.9, "shelf": "C2"}),
            right="state.append(args)\nreturn args",
            tags="root-list",
        ),
        Case(
            kind="sentence",
            call="move everything on shelf A2 to shelf B1",
            after=becomes({"/1/shelf": "B1", "/3/shelf": "B1"}),
            right='for p in state:\n    if p["shelf"] == "A2":\n        p["shelf"] = "B1"\nreturn state',
            tags="move root-list",
        ),
        Case(
            kind="mistyped",
            call="srot_by_stock()",
            after=any_of(becomes(order={"": [2, 1, 3, 0]}), becomes(order={"": [0, 3, 1, 2]})),
            right='state.sort(key=lambda p: p["stock"])\nreturn state',
            tags="sort root-list",
        ),
        Case(
            kind="REST",
            call="PATCH /parts/hammer",
            data={"price": 21},
            after=becomes({"/2/price": 21}),
            right='state[2]["price"] = args[1]["price"]\nreturn state[2]',
            tags="root-list",
        ),
        Case(
            kind="creative",
            call="add_two_kinds_of_screws()",
            after=invented("", "name", *[{"sku": unused("bolt-m6", "nut-m6", "hammer", "nut-m8")}] * 2),
            right="""
                for sku, name in ("screw-wood", "Wood screw"), ("screw-dry", "Drywall screw"):
                    state.append({"sku": sku, "name": name, "stock": 100, "price": 0.1, "shelf": "A3"})
                return state[-2:]
            """,
            tags="root-list",
        ),
    ),
)
