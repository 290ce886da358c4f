"""A bakery: products under their names, preorders in a list, a cash register."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, any_of, becomes, unused


def two_new_cakes(seen: Seen) -> str:
    """Accept two products with made-up names that look like the others, and nothing else changed."""
    products = seen.after.get("products") if isinstance(seen.after, dict) else None
    fresh = products.keys() - APP.state["products"] if isinstance(products, dict) else set()
    names = {name.strip("0123456789 _").casefold().replace("_", " ") for name in fresh}
    if len(names) != 2 or names & {"", "cake", "seasonal cake", "new cake", "seasonalcake"}:
        return "there should be two new cakes with names"
    priced = {"price": lambda price: type(price) in (int, float) and price > 0}
    return added("/products", priced, priced)(seen)


APP = App(
    name="bakery",
    purpose="Backend for a small bakery: products, stock and preorders",
    state={
        "open": True,
        "cashRegister": 212.4,
        "products": {
            "Sourdough": {"price": 4.2, "stock": 12, "vegan": True},
            "Croissant": {"price": 1.8, "stock": 30, "vegan": False},
            "Cheesecake": {"price": 3.5, "stock": 0, "vegan": False},
            "Pretzel": {"price": 0.9, "stock": 25, "vegan": True},
        },
        "preorders": [
            {"id": 101, "customer": "Marta", "product": "Sourdough", "quantity": 2, "pickup": "2024-11-09"},
            {"id": 102, "customer": "Ivo", "product": "Croissant", "quantity": 10, "pickup": "2024-11-10"},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="getPrice(Croissant)",
            response=answers(1.8),
            right='return state["products"]["Croissant"]["price"]',
            tags="key",
        ),
        Case(
            kind="read",
            call="sold_out_products()",
            response=picks("/products", "Cheesecake"),
            right='return [name for name, p in state["products"].items() if p["stock"] == 0]',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="total_stock_value()",
            response=answers(126.9),
            right='return round(sum(p["price"] * p["stock"] for p in state["products"].values()), 2)',
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call="bake(Cheesecake, 8)",
            after=becomes({"/products/Cheesecake/stock": 8}),
            right="""
                state["products"]["Cheesecake"]["stock"] += 8
                return state["products"]["Cheesecake"]
            """,
            tags="counter key",
        ),
        Case(
            kind="write",
            call="sell(Pretzel, 5)",
            after=any_of(
                becomes({"/products/Pretzel/stock": 20, "/cashRegister": 216.9}),
                becomes({"/products/Pretzel/stock": 20}),
            ),
            right="""
                pretzel = state["products"]["Pretzel"]
                pretzel["stock"] -= 5
                state["cashRegister"] = round(state["cashRegister"] + 5 * pretzel["price"], 2)
                return {"sold": 5, "product": "Pretzel"}
            """,
            tags="counter key",
        ),
        Case(
            kind="write",
            call='addPreorder(customer="Lars", product="Pretzel", quantity=6, pickup="2024-11-10")',
            after=added(
                "/preorders",
                {
                    "id": unused(101, 102),
                    "customer": "Lars",
                    "product": "Pretzel",
                    "quantity": 6,
                    "pickup": "2024-11-10",
                },
            ),
            right="""
                order = {"id": 103, "customer": "Lars", "product": "Pretzel", "quantity": 6}
                state["preorders"].append({**order, "pickup": "2024-11-10"})
                return {"message": "preorder added"}
            """,
        ),
        Case(
            kind="mistyped",
            call="chnage_prcie(Sourdough, 4.5)",
            after=becomes({"/products/Sourdough/price": 4.5}),
            right='state["products"]["Sourdough"]["price"] = 4.5\nreturn state["products"]["Sourdough"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="cancel Ivo's preorder",
            after=becomes(drops=("/preorders/1",)),
            right="""
                state["preorders"] = [p for p in state["preorders"] if p["customer"] != "Ivo"]
                return state["preorders"]
            """,
        ),
        Case(
            kind="REST",
            call="GET /preorders?pickup=2024-11-10",
            response=any_of(picks("/preorders", 1, by="id"), picks("/preorders", 1, by="customer")),
            right='return [p for p in state["preorders"] if p["pickup"] == "2024-11-10"]',
            tags="filter",
        ),
        Case(
            kind="REST",
            call="DELETE /products/Cheesecake",
            after=becomes(drops=("/products/Cheesecake",)),
            right='return state["products"].pop("Cheesecake")',
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_two_seasonal_cakes()",
            after=two_new_cakes,
            right="""
                state["products"]["Pumpkin Loaf"] = {"price": 3.9, "stock": 6, "vegan": True}
                state["products"]["Stollen"] = {"price": 7.5, "stock": 4, "vegan": False}
                return state["products"]
            """,
            tags="key",
        ),
    ),
)
