"""Roles and users: an object of lists of strings, an object of objects, and a scalar."""

import re
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, any_of, becomes

ROLES = ("admin", "editor", "author", "viewer")
NO = re.compile(r"\b(no|cannot|not(?! found)|lacks|denied)\b|n't\b", re.IGNORECASE)


def refuses(seen: Seen) -> str:
    """Accept a sentence that says no, or an object whose only verdict is false."""
    response = seen.response
    entries = response if isinstance(response, dict) else {"message": response}
    verdicts = {
        value
        for key, value in entries.items()
        if isinstance(value, bool) and key not in ("success", "ok", "active")
    }
    says_no = any(isinstance(value, str) and NO.search(value) for value in entries.values())
    if seen.status < 400 and (verdicts == {False} or (says_no and not verdicts)):
        return ""
    return "the response should say no"


def is_role(value: Any) -> bool:
    """Accept one of the roles."""
    return value in ROLES


def no_posts(value: Any) -> bool:
    """Accept no posts yet."""
    return value is None or (value == 0 and not isinstance(value, bool))


APP = App(
    name="permissions",
    purpose="Users and roles of our CMS. A user may do what is listed for the user's role",
    state={
        "roles": {
            "admin": ["read", "write", "publish", "delete", "manage users"],
            "editor": ["read", "write", "publish"],
            "author": ["read", "write"],
            "viewer": ["read"],
        },
        "users": {
            "alice": {"role": "admin", "active": True, "posts": 12},
            "bob": {"role": "editor", "active": True, "posts": 31},
            "carol": {"role": "viewer", "active": False, "posts": 0},
            "dmitri": {"role": "author", "active": True, "posts": 7},
            "emma": {"role": "editor", "active": True, "posts": 4},
        },
        "defaultRole": "viewer",
    },
    cases=(
        Case(
            kind="read",
            call="can(bob, delete)",
            response=any_of(answers(False, also=("editor",)), refuses),
            right='return "delete" in state["roles"][state["users"]["bob"]["role"]]',
            tags="lookup key",
        ),
        Case(
            kind="read",
            call="getUsersWithRole(editor)",
            response=picks("/users", "bob", "emma"),
            right='return {k: user for k, user in state["users"].items() if user["role"] == "editor"}',
            tags="filter key",
        ),
        Case(
            kind="write",
            call="deactivateUser(dmitri)",
            after=becomes({"/users/dmitri/active": False}),
            right='state["users"]["dmitri"]["active"] = False\nreturn state["users"]["dmitri"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="grant(author, publish)",
            after=becomes({"/roles/author/-": "publish"}),
            right='state["roles"]["author"].append("publish")\nreturn state["roles"]["author"]',
            tags="key nested",
        ),
        Case(
            kind="write",
            call="addUser(frank)",
            after=added(
                *("/users", {"role": "viewer", "active": True, "posts": no_posts}),
                key="frank",
                optional=("posts",),
            ),
            right="""
                state["users"]["frank"] = {"role": state["defaultRole"], "active": True, "posts": 0}
                return state["users"]["frank"]
            """,
            tags="key default",
        ),
        Case(
            kind="sentence",
            call="make emma an admin",
            after=becomes({"/users/emma/role": "admin"}),
            right='state["users"]["emma"]["role"] = "admin"\nreturn state["users"]["emma"]',
            tags="key",
        ),
        Case(
            kind="REST",
            call="DELETE /users/carol",
            after=becomes(drops=("/users/carol",)),
            right='return state["users"].pop("carol")',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="revok_permision(editor, publish)",
            after=becomes(drops=("/roles/editor/2",)),
            right='state["roles"]["editor"].remove("publish")\nreturn state["roles"]["editor"]',
            tags="key nested",
        ),
        Case(
            kind="creative",
            call="addThreeSampleUsers()",
            after=added(
                "/users", {"role": is_role}, {"role": is_role}, {"role": is_role}, optional=("posts",)
            ),
            right="""
                users = {
                    "grace": {"role": "author", "active": True, "posts": 3},
                    "hiro": {"role": "viewer", "active": True, "posts": 0},
                    "ines": {"role": "editor", "active": False, "posts": 18},
                }
                state["users"].update(users)
                return users
            """,
            tags="key",
        ),
    ),
)
