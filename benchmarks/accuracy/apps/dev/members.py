"""Users of a site: the plain REST resource that every tutorial has."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything, picks
from benchmarks.accuracy.states import added, becomes, invented, unused

APP = App(
    name="members",
    purpose="User management for an admin panel",
    state={
        "users": [
            {"id": 1, "name": "Noor", "email": "noor@example.com", "role": "admin", "active": True},
            {"id": 2, "name": "Pablo", "email": "pablo@example.com", "role": "editor", "active": True},
            {"id": 4, "name": "Wei", "email": "wei@example.com", "role": "viewer", "active": False},
        ]
    },
    cases=(
        Case(
            kind="REST",
            call="GET /users",
            response=picks("/users", 0, 1, 2),
            right='return state["users"]',
        ),
        Case(
            kind="REST",
            call="GET /users/4",
            response=picks("/users", 2),
            right='return next(u for u in state["users"] if u["id"] == args[0])',
            tags="id",
        ),
        Case(
            kind="REST",
            call="GET /users/3",
            response=anything,
            right='return {"error": "no such user"}, 404',
            tags="absent id",
        ),
        Case(
            kind="REST",
            call="POST /users",
            data={"name": "Zoe", "email": "zoe@example.com", "role": "viewer", "active": True},
            after=added(
                "/users",
                {
                    "id": unused(1, 2, 4),
                    "name": "Zoe",
                    "email": "zoe@example.com",
                    "role": "viewer",
                    "active": True,
                },
            ),
            right="""
                user = {"id": max(u["id"] for u in state["users"]) + 1, **args}
                state["users"].append(user)
                return user, 201
            """,
        ),
        Case(
            kind="REST",
            call="PATCH /users/2",
            data={"role": "admin"},
            after=becomes({"/users/1/role": "admin"}),
            right='user = state["users"][1]\nuser.update(args[1])\nreturn user',
            tags="id",
        ),
        Case(
            kind="REST",
            call="DELETE /users/1",
            after=becomes(drops=("/users/0",)),
            right='state["users"] = [u for u in state["users"] if u["id"] != args[0]]\nreturn "deleted"',
            tags="id",
        ),
        Case(
            kind="REST",
            call="GET /users?role=admin",
            response=picks("/users", 0),
            right='return [u for u in state["users"] if u["role"] == args["role"]]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="deactivate_user(2)",
            after=becomes({"/users/1/active": False}),
            right='state["users"][1]["active"] = False\nreturn state["users"][1]',
            tags="id",
        ),
        Case(
            kind="write",
            call="invite(name=Ola, email=ola@example.com)",
            after=added("/users", {"id": unused(1, 2, 4), "name": "Ola", "email": "ola@example.com"}),
            right="""
                user = {"id": 5, **args, "role": "viewer", "active": True}
                state["users"].append(user)
                return user
            """,
        ),
        Case(
            kind="read",
            call="find_by_email(wei@example.com)",
            response=picks("/users", 2),
            right='return next(u for u in state["users"] if u["email"] == args[0])',
        ),
        Case(
            kind="mistyped",
            call="chnage_emial(Noor, noor@example.org)",
            after=becomes({"/users/0/email": "noor@example.org"}),
            right='state["users"][0]["email"] = args[1]\nreturn state["users"][0]',
        ),
        Case(
            kind="sentence",
            call="who is not active?",
            response=picks("/users", 2, by="name"),
            right='return [u for u in state["users"] if not u["active"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="count_users_by_role()",
            response=answers({"admin": 1, "editor": 1, "viewer": 1}),
            right="""
                counts = {}
                for u in state["users"]:
                    counts[u["role"]] = counts.get(u["role"], 0) + 1
                return counts
            """,
            tags="aggregation",
        ),
        Case(
            kind="creative",
            call="add_a_test_user()",
            after=invented("/users", "name", {"id": unused(1, 2, 4)}),
            right="""
                user = {"id": 5, "name": "Tess Test", "email": "tess@example.com"}
                state["users"].append({**user, "role": "viewer", "active": True})
                return user
            """,
        ),
    ),
)
