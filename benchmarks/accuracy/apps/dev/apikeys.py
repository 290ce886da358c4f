"""API keys: a list of objects with text ids and lists of strings in them, and a settings object."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes


def none_yet(calls: Any) -> bool:
    """Accept the number of calls of a new key."""
    return calls is None or (calls == 0 and calls is not False)


APP = App(
    name="apikeys",
    purpose="Manages the API keys of our web service",
    state={
        "settings": {"rate_limit": 100, "require_https": True},
        "keys": [
            {
                "id": "k1",
                "name": "website",
                "owner": "dana",
                "scopes": ["read"],
                "calls": 5210,
                "active": True,
            },
            {
                "id": "k2",
                "name": "billing",
                "owner": "femi",
                "scopes": ["read", "write"],
                "calls": 830,
                "active": True,
            },
            {
                "id": "k3",
                "name": "old mobile app",
                "owner": "dana",
                "scopes": ["read"],
                "calls": 12,
                "active": False,
            },
            {
                "id": "k4",
                "name": "reports",
                "owner": "ruth",
                "scopes": ["read", "admin"],
                "calls": 97,
                "active": True,
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="list_active_keys()",
            response=any_of(picks("/keys", 0, 1, 3, by="id"), picks("/keys", 0, 1, 3, by="name")),
            right='return [key for key in state["keys"] if key["active"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="total_calls()",
            response=answers(6149),
            right='return sum(key["calls"] for key in state["keys"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="add_scope(k1, write)",
            after=becomes({"/keys/0/scopes/-": "write"}),
            right="""
                for key in state["keys"]:
                    if key["id"] == "k1":
                        key["scopes"].append("write")
                        return key
            """,
            tags="id nested",
        ),
        Case(
            kind="write",
            call="deactivate_key(k2)",
            after=becomes({"/keys/1/active": False}),
            right="""
                for key in state["keys"]:
                    if key["id"] == "k2":
                        key["active"] = False
                        return key
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call='create_key(name="chatbot", owner="femi", scopes=["read"])',
            after=added(
                "/keys",
                {"name": "chatbot", "owner": "femi", "scopes": ["read"], "calls": none_yet, "active": True},
                optional=("calls",),
            ),
            right="""
                key = {"id": "k5", "name": "chatbot", "owner": "femi", "scopes": ["read"]}
                key.update(calls=0, active=True)
                state["keys"].append(key)
                return key
            """,
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="who owns the key with the most calls?",
            response=any_of(
                answers("dana", also=("k1", "website", 5210)),
                picks("/keys", 0),
            ),
            right='return max(state["keys"], key=lambda key: key["calls"])["owner"]',
            tags="aggregation",
        ),
        Case(
            kind="mistyped",
            call='renmae_key(k4, "monthly reports")',
            after=becomes({"/keys/3/name": "monthly reports"}),
            right="""
                for key in state["keys"]:
                    if key["id"] == "k4":
                        key["name"] = "monthly reports"
                        return key
            """,
            tags="id",
        ),
        Case(
            kind="REST",
            call="GET /keys/k3",
            response=picks("/keys", 2),
            right='return [key for key in state["keys"] if key["id"] == "k3"][0]',
            tags="id",
        ),
        Case(
            kind="REST",
            call="PATCH /settings",
            data={"rate_limit": 250},
            after=becomes({"/settings/rate_limit": 250}),
            right='state["settings"]["rate_limit"] = 250\nreturn state["settings"]',
            tags="body",
        ),
    ),
)
