"""Feature flags: an object of objects keyed by names."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, picks
from benchmarks.accuracy.states import added, becomes

APP = App(
    name="flags",
    purpose="Feature flags",
    state={
        "flags": {
            "dark_mode": {"on": True, "rollout": 100},
            "new_search": {"on": False, "rollout": 10},
            "beta_api": {"on": True, "rollout": 25},
        }
    },
    cases=(
        Case(
            kind="read",
            call="is_enabled(new_search)",
            response=answers(False),
            right='return state["flags"][args[0]]["on"]',
            tags="key",
        ),
        Case(
            kind="read",
            call="list_enabled()",
            response=picks("/flags", "dark_mode", "beta_api"),
            right='return [name for name, flag in state["flags"].items() if flag["on"]]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="toggle(beta_api)",
            after=becomes({"/flags/beta_api/on": False}),
            right="""
                flag = state["flags"][args[0]]
                flag["on"] = not flag["on"]
                return flag
            """,
            tags="key",
        ),
        Case(
            kind="write",
            call="rename_flag(beta_api, public_api)",
            after=becomes({"/flags/public_api": {"on": True, "rollout": 25}}, drops=("/flags/beta_api",)),
            right='state["flags"][args[1]] = state["flags"].pop(args[0])\nreturn state["flags"]',
            tags="key move",
        ),
        Case(
            kind="write",
            call="toggle(old_checkout)",
            response=anything,
            right='return {"error": "there is no flag old_checkout"}, 404',
            tags="absent key",
        ),
        Case(
            kind="sentence",
            call="turn everything off",
            after=becomes({"/flags/dark_mode/on": False, "/flags/beta_api/on": False}),
            right='for flag in state["flags"].values():\n    flag["on"] = False\nreturn state["flags"]',
        ),
        Case(
            kind="mistyped",
            call="set_rolout(new_serch, 50)",
            after=becomes({"/flags/new_search/rollout": 50}),
            right='state["flags"]["new_search"]["rollout"] = args[1]\nreturn state["flags"]["new_search"]',
            tags="key",
        ),
        Case(
            kind="REST",
            call="PUT /flags/one_click_buy",
            data={"on": False, "rollout": 0},
            after=added("/flags", {"on": False, "rollout": 0}, key="one_click_buy"),
            right='state["flags"][args[0]] = args[1]\nreturn args[1], 201',
            tags="key",
        ),
        Case(
            kind="REST",
            call="DELETE /flags/new_search",
            after=becomes(drops=("/flags/new_search",)),
            right='return state["flags"].pop("new_search")',
            tags="key",
        ),
    ),
)
