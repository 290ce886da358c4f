"""Feature requests: a list at the root, with ids that have gaps, and lists of strings in it."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Check
from benchmarks.accuracy.states import added, any_of, becomes, invented


def requests(*which: int, ordered: bool = False) -> Check:
    """Accept these requests, by title or by id."""
    return any_of(picks("", *which, by="title", ordered=ordered), picks("", *which, by="id", ordered=ordered))


def few(votes: Any) -> bool:
    """Accept the votes of a new request: none, or its author's."""
    return votes is None or (type(votes) is int and votes in (0, 1))


def not_decided(status: Any) -> bool:
    """Accept the status of a new request, or none."""
    return status is None or (isinstance(status, str) and status.casefold() not in ("planned", "done"))


APP = App(
    name="feedback",
    purpose="Feature requests from the users of our note-taking app",
    state=[
        {
            "id": 12,
            "title": "Dark mode",
            "author": "lena",
            "votes": 41,
            "status": "planned",
            "tags": ["design"],
        },
        {
            "id": 15,
            "title": "Export to PDF",
            "author": "marco",
            "votes": 28,
            "status": "open",
            "tags": ["export"],
        },
        {
            "id": 16,
            "title": "Offline sync",
            "author": "priya",
            "votes": 53,
            "status": "open",
            "tags": ["mobile", "sync"],
        },
        {
            "id": 19,
            "title": "Shared folders",
            "author": "lena",
            "votes": 17,
            "status": "done",
            "tags": ["teams"],
        },
        {
            "id": 21,
            "title": "Voice notes",
            "author": "joe",
            "votes": 9,
            "status": "open",
            "tags": ["mobile"],
        },
    ],
    cases=(
        Case(
            kind="read",
            call="top_requests(3)",
            response=requests(2, 0, 1, ordered=True),
            right='return sorted(state, key=lambda request: request["votes"], reverse=True)[:3]',
            tags="sort limit",
        ),
        Case(
            kind="read",
            call="find_by_tag(mobile)",
            response=requests(2, 4),
            right='return [request for request in state if "mobile" in request["tags"]]',
            tags="filter nested",
        ),
        Case(
            kind="write",
            call="upvote(15)",
            after=becomes({"/1/votes": 29}),
            right="""
                for request in state:
                    if request["id"] == 15:
                        request["votes"] += 1
                        return request
            """,
            tags="id counter",
        ),
        Case(
            kind="write",
            call='add_tag(21, "audio")',
            after=any_of(becomes({"/4/tags/-": "audio"}), becomes({"/4/tags": ["audio", "mobile"]})),
            right="""
                for request in state:
                    if request["id"] == 21:
                        request["tags"].append("audio")
                        return request
            """,
            tags="id nested",
        ),
        Case(
            kind="sentence",
            call="dark mode is done",
            after=becomes({"/0/status": "done"}),
            right="""
                for request in state:
                    if request["title"] == "Dark mode":
                        request["status"] = "done"
                        return request
            """,
            tags="lookup",
        ),
        Case(
            kind="REST",
            call="DELETE /requests/19",
            after=becomes(drops=("/3",)),
            right="return state.pop(3)",
            tags="id",
        ),
        Case(
            kind="REST",
            call="POST /requests",
            data={"title": "Keyboard shortcuts", "author": "sam"},
            after=added(
                "",
                {"title": "Keyboard shortcuts", "author": "sam", "votes": few, "status": not_decided},
                optional=("votes", "status", "tags"),
            ),
            right="""
                request = {"id": 22, "title": "Keyboard shortcuts", "author": "sam"}
                request.update(votes=0, status="open", tags=[])
                state.append(request)
                return request, 201
            """,
            tags="id body",
        ),
        Case(
            kind="mistyped",
            call='get_votse("Offline sync")',
            response=answers(53, also=(16,)),
            right='return next(request["votes"] for request in state if request["title"] == "Offline sync")',
            tags="read lookup",
        ),
        Case(
            kind="creative",
            call="add_two_funny_requests()",
            after=invented("", "title", {}, {}, optional=("author", "votes", "status", "tags")),
            right="""
                titles = ["Notes that write themselves", "A button that makes coffee"]
                for number, title in enumerate(titles, start=22):
                    request = {"id": number, "title": title, "author": "joe", "votes": 0}
                    state.append({**request, "status": "open", "tags": ["fun"]})
                return state[-2:]
            """,
        ),
    ),
)
