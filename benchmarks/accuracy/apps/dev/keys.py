"""The keys of an office: an object of objects, each with a list of names in it."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes, letters

OLD = {"front door", "server room", "mailbox", "bike shed"}


def some(value: Any) -> bool:
    """Accept a number of copies."""
    return type(value) is int and value > 0


def are_named(seen: Seen) -> str:
    """Accept three new keys with names of their own, digits aside."""
    keys: Any = seen.after["keys"] if isinstance(seen.after, dict) else {}
    names = letters([name for name in keys if name not in OLD])
    if len(names) != 3 or names & {"", "key", "newkey", "samplekey"}:
        return "there should be three new keys with names of their own"
    return ""


APP = App(
    name="keys",
    purpose=(
        "Who has which key of our office. copies is how many of a key there are, "
        "holders are the people who have one"
    ),
    state={
        "alarm_code": "4711",
        "keys": {
            "front door": {"copies": 6, "holders": ["Ana", "Luis", "Priya"]},
            "server room": {"copies": 2, "holders": ["Luis"]},
            "mailbox": {"copies": 3, "holders": ["Ana", "Omar"]},
            "bike shed": {"copies": 4, "holders": []},
        },
    },
    cases=(
        Case(
            kind="read",
            call='who_has("front door")',
            response=any_of(
                picks("/keys/front door/holders", 0, 1, 2),
                mentions("Ana", "Luis", "Priya", omits=("Omar", "server room", "mailbox", "alarm_code")),
            ),
            right='return state["keys"]["front door"]["holders"]',
            tags="key nested",
        ),
        Case(
            kind="read",
            call="get_keys_of(Ana)",
            response=picks("/keys", "front door", "mailbox"),
            right='return [name for name, key in state["keys"].items() if "Ana" in key["holders"]]',
            tags="filter key nested",
        ),
        Case(
            kind="write",
            call="give_key(mailbox, Priya)",
            after=becomes({"/keys/mailbox/holders/-": "Priya"}),
            right="""
                state["keys"]["mailbox"]["holders"].append("Priya")
                return state["keys"]["mailbox"]
            """,
            tags="key nested",
        ),
        Case(
            kind="write",
            call='return_key("front door", Luis)',
            after=becomes(drops=("/keys/front door/holders/1",)),
            right="""
                state["keys"]["front door"]["holders"].remove("Luis")
                return state["keys"]["front door"]
            """,
            tags="key nested",
        ),
        Case(
            kind="sentence",
            call="Ana is leaving the company, take back all her keys",
            after=becomes(drops=("/keys/front door/holders/0", "/keys/mailbox/holders/0")),
            right="""
                for key in state["keys"].values():
                    if "Ana" in key["holders"]:
                        key["holders"].remove("Ana")
                return state["keys"]
            """,
            tags="bulk key nested",
        ),
        Case(
            kind="REST",
            call="DELETE /keys/mailbox",
            after=becomes(drops=("/keys/mailbox",)),
            right='return state["keys"].pop("mailbox")',
            tags="key",
        ),
        Case(
            kind="REST",
            call="PUT /keys/garage",
            data={"copies": 2, "holders": ["Omar"]},
            after=becomes({"/keys/garage": {"copies": 2, "holders": ["Omar"]}}),
            right="""
                state["keys"]["garage"] = {"copies": 2, "holders": ["Omar"]}
                return state["keys"]["garage"]
            """,
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="set_copeis(mailbox, 5)",
            after=becomes({"/keys/mailbox/copies": 5}),
            right='state["keys"]["mailbox"]["copies"] = 5\nreturn state["keys"]["mailbox"]',
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_three_sample_keys()",
            after=all_of(
                added("/keys", {"copies": some}, {"copies": some}, {"copies": some}),
                are_named,
            ),
            right="""
                for name in ("archive", "kitchen cupboard", "roof terrace"):
                    state["keys"][name] = {"copies": 2, "holders": []}
                return state["keys"]
            """,
            tags="key",
        ),
    ),
)
