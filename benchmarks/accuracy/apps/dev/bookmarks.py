"""Bookmarks: a list of objects with ids, tags and flags."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import picks
from benchmarks.accuracy.seen import Check
from benchmarks.accuracy.states import added, any_of, becomes


def bookmarks(*which: int, ordered: bool = False) -> Check:
    """Accept these bookmarks, by title, by id or by address."""
    return any_of(*(picks("/bookmarks", *which, by=key, ordered=ordered) for key in ("title", "id", "url")))


APP = App(
    name="bookmarks",
    purpose="My bookmarks",
    state={
        "bookmarks": [
            {
                "id": 1,
                "title": "MDN Web Docs",
                "url": "https://developer.mozilla.org",
                "tags": ["dev", "reference"],
                "favorite": True,
                "visits": 42,
            },
            {
                "id": 2,
                "title": "Hacker News",
                "url": "https://news.ycombinator.com",
                "tags": ["news"],
                "favorite": False,
                "visits": 87,
            },
            {
                "id": 3,
                "title": "Serious Eats",
                "url": "https://www.seriouseats.com",
                "tags": ["cooking"],
                "favorite": True,
                "visits": 12,
            },
            {
                "id": 4,
                "title": "CSS-Tricks",
                "url": "https://css-tricks.com",
                "tags": ["dev", "design"],
                "favorite": False,
                "visits": 9,
            },
            {
                "id": 5,
                "title": "Old Maps Online",
                "url": "https://www.oldmapsonline.org",
                "tags": [],
                "favorite": False,
                "visits": 3,
            },
        ]
    },
    cases=(
        Case(
            kind="read",
            call="get_by_tag(dev)",
            response=bookmarks(0, 3),
            right='return [b for b in state["bookmarks"] if "dev" in b["tags"]]',
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="top_3_most_visited()",
            response=bookmarks(1, 0, 2, ordered=True),
            right='return sorted(state["bookmarks"], key=lambda b: b["visits"], reverse=True)[:3]',
            tags="sort",
        ),
        Case(
            kind="write",
            call='add_bookmark("Wikipedia", "https://www.wikipedia.org")',
            after=added(
                "/bookmarks",
                {
                    "title": "Wikipedia",
                    "url": "https://www.wikipedia.org",
                    "tags": lambda tags: tags in (None, []),
                    "favorite": lambda favorite: favorite in (None, False),
                    "visits": lambda visits: visits in (None, 0),
                },
                optional=("tags", "favorite", "visits"),
            ),
            right="""
                bookmark = {"id": 6, "title": "Wikipedia", "url": "https://www.wikipedia.org"}
                bookmark.update(tags=[], favorite=False, visits=0)
                state["bookmarks"].append(bookmark)
                return bookmark
            """,
        ),
        Case(
            kind="write",
            call="toggle_favorite(4)",
            after=becomes({"/bookmarks/3/favorite": True}),
            right="""
                for bookmark in state["bookmarks"]:
                    if bookmark["id"] == 4:
                        bookmark["favorite"] = not bookmark["favorite"]
                        return bookmark
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call='add_tag(5, "history")',
            after=becomes({"/bookmarks/4/tags/-": "history"}),
            right="""
                for bookmark in state["bookmarks"]:
                    if bookmark["id"] == 5:
                        bookmark["tags"].append("history")
                        return bookmark
            """,
            tags="id nested",
        ),
        Case(
            kind="sentence",
            call="mark Hacker News as a favorite and tag it tech",
            after=any_of(
                becomes({"/bookmarks/1/favorite": True, "/bookmarks/1/tags": ["news", "tech"]}),
                becomes({"/bookmarks/1/favorite": True, "/bookmarks/1/tags": ["tech", "news"]}),
            ),
            right="""
                for bookmark in state["bookmarks"]:
                    if bookmark["title"] == "Hacker News":
                        bookmark["favorite"] = True
                        bookmark["tags"].append("tech")
                        return bookmark
            """,
            tags="nested",
        ),
        Case(
            kind="mistyped",
            call="delte_bookmrak(3)",
            after=becomes(drops=("/bookmarks/2",)),
            right="""
                state["bookmarks"] = [b for b in state["bookmarks"] if b["id"] != 3]
                return {"message": "deleted"}
            """,
            tags="id",
        ),
        Case(
            kind="REST",
            call="GET /bookmarks?favorite=true",
            response=bookmarks(0, 2),
            right='return [b for b in state["bookmarks"] if b["favorite"]]',
            tags="read filter",
        ),
        Case(
            kind="REST",
            call="PATCH /bookmarks/2",
            data={"title": "HN"},
            after=becomes({"/bookmarks/1/title": "HN"}),
            right="""
                for bookmark in state["bookmarks"]:
                    if bookmark["id"] == 2:
                        bookmark["title"] = "HN"
                        return bookmark
            """,
            tags="id body",
        ),
    ),
)
