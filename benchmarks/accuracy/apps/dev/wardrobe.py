"""A wardrobe: a list of clothes with ids, and outfits that refer to them."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Check
from benchmarks.accuracy.states import added, any_of, becomes, invented


def clothes(*which: int) -> Check:
    """Accept these clothes, by name or by id."""
    return any_of(picks("/clothes", *which, by="name"), picks("/clothes", *which, by="id"))


def unworn(value: Any) -> bool:
    """Accept no times worn."""
    return value is None or value == 0


APP = App(
    name="wardrobe",
    purpose="The clothes in my wardrobe, how often I have worn each, and outfits made of their ids",
    state={
        "clothes": [
            {"id": 1, "name": "blue jeans", "type": "trousers", "color": "blue", "clean": True, "worn": 14},
            {"id": 2, "name": "white shirt", "type": "shirt", "color": "white", "clean": False, "worn": 9},
            {"id": 3, "name": "rain coat", "type": "jacket", "color": "yellow", "clean": True, "worn": 3},
            {"id": 4, "name": "striped shirt", "type": "shirt", "color": "blue", "clean": True, "worn": 5},
            {
                "id": 5,
                "name": "black trousers",
                "type": "trousers",
                "color": "black",
                "clean": False,
                "worn": 21,
            },
        ],
        "outfits": {"office": [2, 5], "rainy day": [1, 3]},
    },
    cases=(
        Case(
            kind="read",
            call="get_dirty_clothes()",
            response=clothes(1, 4),
            right='return [item for item in state["clothes"] if not item["clean"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call='get_outfit("rainy day")',
            response=any_of(
                clothes(0, 2),
                answers([1, 3]),
                mentions("blue jeans", "rain coat", omits=("white shirt", "striped shirt", "black trousers")),
            ),
            right="""
                ids = state["outfits"]["rainy day"]
                return [item for item in state["clothes"] if item["id"] in ids]
            """,
            tags="lookup id",
        ),
        Case(
            kind="write",
            call="wash(2)",
            after=becomes({"/clothes/1/clean": True}),
            right="""
                for item in state["clothes"]:
                    if item["id"] == 2:
                        item["clean"] = True
                        return item
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="wear(4)",
            after=becomes({"/clothes/3/worn": 6}, free=("/clothes/3/clean",)),
            right="""
                for item in state["clothes"]:
                    if item["id"] == 4:
                        item["worn"] += 1
                        return item
            """,
            tags="id counter",
        ),
        Case(
            kind="write",
            call='add_item(name="grey hoodie", type=sweater, color=grey)',
            after=added(
                "/clothes",
                {"name": "grey hoodie", "type": "sweater", "color": "grey", "worn": unworn},
                optional=("clean", "worn"),
            ),
            right="""
                item = {"id": 6, "name": "grey hoodie", "type": "sweater", "color": "grey"}
                item.update(clean=True, worn=0)
                state["clothes"].append(item)
                return item
            """,
        ),
        Case(
            kind="sentence",
            call="which blue things do I have?",
            response=clothes(0, 3),
            right='return [item for item in state["clothes"] if item["color"] == "blue"]',
            tags="filter read",
        ),
        Case(
            kind="REST",
            call="PATCH /clothes/3",
            data={"worn": 4, "clean": False},
            after=becomes({"/clothes/2/worn": 4, "/clothes/2/clean": False}),
            right="""
                for item in state["clothes"]:
                    if item["id"] == 3:
                        item.update(worn=4, clean=False)
                        return item
            """,
            tags="id body",
        ),
        Case(
            kind="mistyped",
            call='delet_item("stripd shirt")',
            after=becomes(drops=("/clothes/3",)),
            right='return state["clothes"].pop(3)',
        ),
        Case(
            kind="creative",
            call="add_two_hats()",
            after=invented(
                "/clothes", "name", {"worn": unworn}, {"worn": unworn}, optional=("clean", "worn")
            ),
            right="""
                hats = [("straw hat", "beige"), ("red beret", "red")]
                for number, (name, color) in enumerate(hats, start=6):
                    hat = {"id": number, "name": name, "type": "hat", "color": color}
                    state["clothes"].append({**hat, "clean": True, "worn": 0})
                return state["clothes"][-2:]
            """,
        ),
    ),
)
