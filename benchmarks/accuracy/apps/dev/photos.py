"""Photos: a list of things with ids and lists of strings, whose albums are nothing but a field."""

import json
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import no_error, picks, prose
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, any_of, becomes


def none_yet(likes: Any) -> bool:
    """Accept no likes."""
    return not isinstance(likes, bool) and likes in (None, 0)


def not_yet(favourite: Any) -> bool:
    """Accept that a photo is no favourite, or that nothing is said of it."""
    return favourite in (None, False)


def each_album_once(seen: Seen) -> str:
    """Accept a response, whatever its shape, in which each album occurs once, and the settings do not."""
    text = json.dumps(seen.response, ensure_ascii=False)
    if any(text.count(album) != 1 for album in ("Summer 2024", "Family", "Winter")) or "Lena" in text:
        return "the response should give Summer 2024, Family and Winter"
    return no_error(seen)


APP = App(
    name="photos",
    purpose="My photo albums",
    state={
        "owner": "Lena",
        "settings": {"theme": "light", "private": True},
        "photos": [
            {
                "id": 1,
                "title": "Sunrise over the lake",
                "album": "Summer 2024",
                "tags": ["lake", "morning"],
                "likes": 14,
                "favourite": True,
            },
            {
                "id": 2,
                "title": "Grandpa fishing",
                "album": "Family",
                "tags": ["lake", "grandpa"],
                "likes": 9,
                "favourite": False,
            },
            {
                "id": 3,
                "title": "Snowman",
                "album": "Winter",
                "tags": ["snow"],
                "likes": 21,
                "favourite": True,
            },
            {"id": 5, "title": "Cousins", "album": "Family", "tags": [], "likes": 3, "favourite": False},
            {
                "id": 6,
                "title": "Beach at noon",
                "album": "Summer 2024",
                "tags": ["beach", "sea"],
                "likes": 17,
                "favourite": False,
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="find_by_tag(lake)",
            response=any_of(picks("/photos", 0, 1, by="title"), picks("/photos", 0, 1, by="id")),
            right='return [photo for photo in state["photos"] if "lake" in photo["tags"]]',
            tags="filter nested",
        ),
        Case(
            kind="read",
            call="most_liked(2)",
            response=any_of(picks("/photos", 2, 4, by="title"), picks("/photos", 2, 4, by="id")),
            right='return sorted(state["photos"], key=lambda photo: photo["likes"], reverse=True)[:2]',
            tags="sort",
        ),
        Case(
            kind="read",
            call="list_albums()",
            response=each_album_once,
            right='return sorted({photo["album"] for photo in state["photos"]})',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="like(photo=6)",
            after=becomes({"/photos/4/likes": 18}),
            right="""
                for photo in state["photos"]:
                    if photo["id"] == 6:
                        photo["likes"] += 1
                        return photo
            """,
            tags="counter id",
        ),
        Case(
            kind="write",
            call='rename_album("Summer 2024", "Lake and sea")',
            after=becomes({"/photos/0/album": "Lake and sea", "/photos/4/album": "Lake and sea"}),
            right="""
                for photo in state["photos"]:
                    if photo["album"] == "Summer 2024":
                        photo["album"] = "Lake and sea"
                return state["photos"]
            """,
            tags="filter",
        ),
        Case(
            kind="sentence",
            call="delete the photo of the snowman",
            after=becomes(drops=("/photos/2",)),
            right='return state["photos"].pop(2)',
        ),
        Case(
            kind="mistyped",
            call='add_tga(5, "garden")',
            after=becomes({"/photos/3/tags/-": "garden"}),
            right="""
                for photo in state["photos"]:
                    if photo["id"] == 5:
                        photo["tags"].append("garden")
                        return photo
            """,
            tags="id nested",
        ),
        Case(
            kind="REST",
            call="POST /photos",
            data={"title": "Blue door", "album": "Winter", "tags": ["door"]},
            after=added(
                "/photos",
                {
                    "title": "Blue door",
                    "album": "Winter",
                    "tags": ["door"],
                    "likes": none_yet,
                    "favourite": not_yet,
                },
                optional=("likes", "favourite"),
            ),
            right="""
                photo = {"id": 7, "title": "Blue door", "album": "Winter", "tags": ["door"]}
                state["photos"].append({**photo, "likes": 0, "favourite": False})
                return state["photos"][-1], 201
            """,
            tags="id body",
        ),
        Case(
            kind="creative",
            call="suggest_a_caption(2)",
            response=prose,
            right='return {"caption": "Patience, a rod, and all the time in the world"}',
            tags="id",
        ),
    ),
)
