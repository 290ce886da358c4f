"""A record collection: an object of records with nested lists of songs, and a list of strings."""

import re

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes, more_texts


def are_titles(wishes: list[str]) -> bool:
    """Tell whether three wishes are titles, of what is not owned yet."""
    titles = {wish.strip().casefold() for wish in wishes}
    dull = [t for t in titles if not t or re.fullmatch(r"(new )?(record|album|vinyl|title|wish)( \w+)?", t)]
    owned = titles & {title.casefold() for title in APP.state["records"]}
    return len(titles) == 3 and len(dull) <= 1 and not owned


APP = App(
    name="vinyl",
    purpose=(
        "My vinyl records and those I would like to have. sides are the songs on side A, "
        "then those on side B; lent_to is who has borrowed the record"
    ),
    state={
        "records": {
            "Blue Hour": {
                "artist": "Nina Marlow",
                "year": 1968,
                "sides": [["Night Train Home", "Paper Boats"], ["Rain on Tin", "Last Call"]],
                "condition": "good",
                "lent_to": None,
            },
            "Static Garden": {
                "artist": "The Volts",
                "year": 1981,
                "sides": [["Overload", "Neon Lawn", "Switch Me Off"], ["Fuse Box", "Copper Wire"]],
                "condition": "scratched",
                "lent_to": "Jo",
            },
            "Embers": {
                "artist": "Tam & Ellis",
                "year": 1974,
                "sides": [["Barley", "The Miller's Daughter"], ["October Moon"]],
                "condition": "like new",
                "lent_to": None,
            },
            "Live in Lisbon": {
                "artist": "Nina Marlow",
                "year": 1972,
                "sides": [["Paper Boats", "Harbour Waltz"], ["Encore", "Fado Blue"]],
                "condition": "good",
                "lent_to": None,
            },
        },
        "wishlist": ["Velvet Static", "Open Road"],
    },
    cases=(
        Case(
            kind="read",
            call='records_by("Nina Marlow")',
            response=picks("/records", "Blue Hour", "Live in Lisbon"),
            right="""
                return {k: v for k, v in state["records"].items() if v["artist"] == "Nina Marlow"}
            """,
            tags="filter key",
        ),
        Case(
            kind="read",
            call='songs("Static Garden", side=B)',
            response=any_of(
                answers(["Fuse Box", "Copper Wire"]),
                mentions(
                    "Fuse Box", "Copper Wire", omits=("Overload", "Neon Lawn", "Switch Me Off", "Blue Hour")
                ),
            ),
            right='return state["records"]["Static Garden"]["sides"][1]',
            tags="key nested position",
        ),
        Case(
            kind="read",
            call="oldest_record()",
            response=picks("/records", "Blue Hour"),
            right="""
                records = state["records"]
                title = min(records, key=lambda name: records[name]["year"])
                return {"title": title, **records[title]}
            """,
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call='add_song(Embers, "Long Way Down", side=B)',
            after=becomes({"/records/Embers/sides/1/-": "Long Way Down"}),
            right="""
                state["records"]["Embers"]["sides"][1].append("Long Way Down")
                return state["records"]["Embers"]
            """,
            tags="key nested position",
        ),
        Case(
            kind="write",
            call='remove_from_wishlist("Open Road")',
            after=becomes(drops=("/wishlist/1",)),
            right='state["wishlist"].remove("Open Road")\nreturn state["wishlist"]',
        ),
        Case(
            kind="sentence",
            call="I lent Live in Lisbon to Marek",
            after=becomes({"/records/Live in Lisbon/lent_to": "Marek"}),
            right="""
                state["records"]["Live in Lisbon"]["lent_to"] = "Marek"
                return state["records"]["Live in Lisbon"]
            """,
            tags="key",
        ),
        Case(
            kind="REST",
            call="PATCH /records/Embers",
            data={"year": 1975, "condition": "good"},
            after=becomes({"/records/Embers/year": 1975, "/records/Embers/condition": "good"}),
            right="""
                state["records"]["Embers"].update(year=1975, condition="good")
                return state["records"]["Embers"]
            """,
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call='retrun_record("Static Gardn")',
            after=becomes({"/records/Static Garden/lent_to": None}),
            right="""
                state["records"]["Static Garden"]["lent_to"] = None
                return state["records"]["Static Garden"]
            """,
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_three_records_to_my_wishlist()",
            after=more_texts("/wishlist", 3, are_titles),
            right="""
                state["wishlist"] += ["Midnight Postcards", "Sugar and Smoke", "The Lantern Tapes"]
                return state["wishlist"]
            """,
        ),
    ),
)
