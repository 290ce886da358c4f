"""Bookmarks: an object of lists of objects, one of them empty."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Check, Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes, invented

FOLDERS: dict[str, Any] = {
    "Cooking": [
        {"title": "Sourdough for beginners", "url": "https://bread.example.com/start", "starred": True},
        {"title": "30 quick pasta sauces", "url": "https://pasta.example.com/30", "starred": False},
    ],
    "Work": [
        {"title": "Python style guide", "url": "https://code.example.org/style", "starred": False},
        {"title": "Regex tester", "url": "https://regex.example.org", "starred": True},
        {"title": "Rice cooker recipes", "url": "https://rice.example.com", "starred": False},
    ],
    "Travel": [
        {"title": "Lisbon city guide", "url": "https://lisbon.example.com", "starred": False},
        {"title": "Night train map", "url": "https://trains.example.net/map", "starred": True},
    ],
    "News": [],
}


def bookmarks(*which: str) -> Check:
    """Accept these bookmarks in one list, or still in their folders."""
    found: dict[str, Any] = {}
    for pointer in which:
        folder, _, index = pointer.partition("/")
        found.setdefault(folder, []).append(FOLDERS[folder][int(index)])
    rest: dict[str, Any] = {folder: [] for folder in FOLDERS}
    return any_of(
        picks("/folders", *which, by="title"),
        picks("/folders", *which, by="url"),
        answers(found, {**rest, **found}),
    )


def not_starred(value: Any) -> bool:
    """Accept that a bookmark has no star."""
    return value is None or value is False


def is_url(value: Any) -> bool:
    """Accept what looks like an address."""
    return isinstance(value, str) and "." in value and " " not in value


def like_the_others(seen: Seen) -> str:
    """Accept news sites with no other fields than the bookmarks have."""
    after: Any = seen.after
    sites = after["folders"]["News"] if isinstance(after, dict) else []
    fits = all(site.keys() <= {"title", "url", "starred"} for site in sites)
    return "" if fits else "a new bookmark should have the fields of the others"


APP = App(
    name="links",
    purpose="My bookmarks, sorted into folders",
    state={"view": "list", "folders": FOLDERS},
    cases=(
        Case(
            kind="read",
            call="get_starred()",
            response=bookmarks("Cooking/0", "Work/1", "Travel/1"),
            right='return [link for links in state["folders"].values() for link in links if link["starred"]]',
            tags="filter key nested",
        ),
        Case(
            kind="read",
            call="search(guide)",
            response=bookmarks("Work/0", "Travel/0"),
            right="""
                links = [link for links in state["folders"].values() for link in links]
                return [link for link in links if "guide" in link["title"].lower()]
            """,
            tags="filter key nested",
        ),
        Case(
            kind="write",
            call="add_folder(Music)",
            after=becomes({"/folders/Music": []}),
            right='state["folders"]["Music"] = []\nreturn {"Music": []}',
            tags="key",
        ),
        Case(
            kind="write",
            call='move("Rice cooker recipes", Cooking)',
            after=any_of(
                becomes({"/folders/Cooking/-": FOLDERS["Work"][2]}, drops=("/folders/Work/2",)),
                becomes(
                    {"/folders/Cooking": [FOLDERS["Work"][2], *FOLDERS["Cooking"]]},
                    drops=("/folders/Work/2",),
                ),
            ),
            right="""
                link = state["folders"]["Work"].pop(2)
                state["folders"]["Cooking"].append(link)
                return link
            """,
            tags="move key nested",
        ),
        Case(
            kind="write",
            call="unstar_all()",
            after=becomes(
                {
                    "/folders/Cooking/0/starred": False,
                    "/folders/Work/1/starred": False,
                    "/folders/Travel/1/starred": False,
                }
            ),
            right="""
                for links in state["folders"].values():
                    for link in links:
                        link["starred"] = False
                return state["folders"]
            """,
            tags="bulk key nested",
        ),
        Case(
            kind="sentence",
            call="how many bookmarks do I have in total?",
            response=answers(7),
            right='return sum(len(links) for links in state["folders"].values())',
            tags="read aggregation key nested",
        ),
        Case(
            kind="REST",
            call="POST /folders/Travel",
            data={"title": "Packing tips", "url": "https://packing.example.com"},
            after=added(
                "/folders/Travel",
                {"title": "Packing tips", "url": "https://packing.example.com", "starred": not_starred},
                optional=("starred",),
            ),
            right="""
                link = {"title": "Packing tips", "url": "https://packing.example.com", "starred": False}
                state["folders"]["Travel"].append(link)
                return link, 201
            """,
            tags="body key nested",
        ),
        Case(
            kind="mistyped",
            call="renmae_folder(Travel, Trips)",
            after=becomes({"/folders/Trips": FOLDERS["Travel"]}, drops=("/folders/Travel",)),
            right="""
                state["folders"]["Trips"] = state["folders"].pop("Travel")
                return state["folders"]
            """,
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_three_news_sites()",
            after=all_of(
                invented("/folders/News", "title", {"url": is_url}, {"url": is_url}, {"url": is_url}),
                like_the_others,
            ),
            right="""
                names = {"The Morning Lantern": "lantern", "Harbour Herald": "herald", "Daily Orbit": "orbit"}
                for title, host in names.items():
                    link = {"title": title, "url": f"https://{host}.example.com", "starred": False}
                    state["folders"]["News"].append(link)
                return state["folders"]["News"]
            """,
            tags="key nested",
        ),
    ),
)
