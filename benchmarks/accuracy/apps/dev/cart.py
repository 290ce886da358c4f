"""A shopping cart: prices with cents, and scalars at the root."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.states import added, becomes

APP = App(
    name="cart",
    purpose="The shopping cart of a small web shop",
    state={
        "currency": "EUR",
        "coupon": None,
        "items": [
            {"sku": "MUG", "name": "Mug", "price": 8.5, "qty": 2},
            {"sku": "TEE", "name": "T-shirt", "price": 19.9, "qty": 1},
            {"sku": "PEN", "name": "Pen", "price": 1.2, "qty": 10},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="get_total()",
            response=answers(48.9, also=("EUR",)),
            right='return sum(i["price"] * i["qty"] for i in state["items"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="most_expensive_item()",
            response=picks("/items", 1, by="name"),
            right='return max(state["items"], key=lambda i: i["price"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="set_quantity(TEE, 3)",
            after=becomes({"/items/1/qty": 3}),
            right="""
                for item in state["items"]:
                    if item["sku"] == args[0]:
                        item["qty"] = args[1]
                return state["items"]
            """,
        ),
        Case(
            kind="write",
            call="apply_coupon(SPRING10)",
            after=becomes({"/coupon": "SPRING10"}),
            right='state["coupon"] = args[0]\nreturn {"coupon": args[0]}',
        ),
        Case(
            kind="sentence",
            call="double the number of pens",
            after=becomes({"/items/2/qty": 20}),
            right='state["items"][2]["qty"] *= 2\nreturn state["items"][2]',
        ),
        Case(
            kind="mistyped",
            call="remvoe_itme(TEE)",
            after=becomes(drops=("/items/1",)),
            right='state["items"] = [i for i in state["items"] if i["sku"] != args[0]]\nreturn "removed"',
        ),
        Case(
            kind="REST",
            call="POST /items",
            data={"sku": "CAP", "name": "Cap", "price": 15, "qty": 1},
            after=added("/items", {"sku": "CAP", "name": "Cap", "price": 15, "qty": 1}),
            right='state["items"].append(args)\nreturn args, 201',
        ),
        Case(
            kind="creative",
            call="suggest_a_slogan_for_the_mug()",
            response=prose,
            right='return "Mornings taste better in our mug."',
        ),
    ),
)
