"""A freezer: lists of things in a list of drawers, a number, and a settings object."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import mentions, picks, prose
from benchmarks.accuracy.states import added, any_of, becomes

PEAS: dict[str, Any] = {"name": "peas", "portions": 4, "frozen": "2025-02-10"}
SOUP: dict[str, Any] = {"name": "chicken soup", "portions": 3, "frozen": "2025-01-18"}
LASAGNE: dict[str, Any] = {"name": "lasagne", "portions": 1, "frozen": "2025-03-01"}

APP = App(
    name="freezer",
    purpose="What is in the drawers of our freezer, so that nothing gets forgotten",
    state={
        "temperature": -18,
        "settings": {"superFrost": False, "alarm": True},
        "drawers": [
            {
                "label": "top",
                "items": [PEAS, {"name": "spinach", "portions": 2, "frozen": "2024-11-30"}],
            },
            {"label": "middle", "items": [SOUP, LASAGNE]},
            {
                "label": "bottom",
                "items": [
                    {"name": "vanilla ice cream", "portions": 6, "frozen": "2025-02-22"},
                    {"name": "bread", "portions": 8, "frozen": "2025-03-05"},
                ],
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="where_is(lasagne)",
            response=mentions("middle", omits=("top", "bottom")),
            right="""
                for drawer in state["drawers"]:
                    if any(item["name"] == "lasagne" for item in drawer["items"]):
                        return {"drawer": drawer["label"]}
            """,
            tags="lookup nested",
        ),
        Case(
            kind="read",
            call="oldest_item()",
            response=any_of(
                picks("/drawers/0/items", 1, by="name", also=("top",)),
                mentions("spinach", omits=("peas", "chicken soup", "lasagne", "vanilla ice cream", "bread")),
            ),
            right="""
                items = [item for drawer in state["drawers"] for item in drawer["items"]]
                return min(items, key=lambda item: item["frozen"])
            """,
            tags="aggregation date nested",
        ),
        Case(
            kind="write",
            call='add_item(bottom, "blueberries", 3)',
            after=added("/drawers/2/items", {"name": "blueberries", "portions": 3}, optional=("frozen",)),
            right="""
                for drawer in state["drawers"]:
                    if drawer["label"] == "bottom":
                        drawer["items"].append({"name": "blueberries", "portions": 3, "frozen": None})
                        return drawer
            """,
            tags="nested",
        ),
        Case(
            kind="write",
            call="take_out(chicken soup, 2)",
            after=becomes({"/drawers/1/items/0/portions": 1}),
            right="""
                for drawer in state["drawers"]:
                    for item in drawer["items"]:
                        if item["name"] == "chicken soup":
                            item["portions"] -= 2
                            return item
            """,
            tags="counter nested",
        ),
        Case(
            kind="write",
            call="move(peas, middle)",
            after=any_of(
                becomes({"/drawers/1/items/-": PEAS}, drops=("/drawers/0/items/0",)),
                becomes({"/drawers/1/items": [PEAS, SOUP, LASAGNE]}, drops=("/drawers/0/items/0",)),
            ),
            right="""
                peas = state["drawers"][0]["items"].pop(0)
                state["drawers"][1]["items"].append(peas)
                return state["drawers"]
            """,
            tags="move nested",
        ),
        Case(
            kind="sentence",
            call="we ate all the vanilla ice cream",
            after=any_of(
                becomes(drops=("/drawers/2/items/0",)),
                becomes({"/drawers/2/items/0/portions": 0}),
            ),
            right='return state["drawers"][2]["items"].pop(0)',
            tags="nested",
        ),
        Case(
            kind="mistyped",
            call="set_temprature(-20)",
            after=becomes({"/temperature": -20}),
            right='state["temperature"] = -20\nreturn {"temperature": -20}',
        ),
        Case(
            kind="REST",
            call="PATCH /settings",
            data={"superFrost": True, "alarm": False},
            after=becomes({"/settings/superFrost": True, "/settings/alarm": False}),
            right='state["settings"].update(superFrost=True, alarm=False)\nreturn state["settings"]',
            tags="nested body",
        ),
        Case(
            kind="creative",
            call="tell_me_a_joke_about_peas()",
            response=prose,
            right='return {"joke": "What do you call an angry pea? Grumpea."}',
        ),
    ),
)
