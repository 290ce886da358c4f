"""A book club: plain lists of strings, two single objects, and a list of suggestions with votes."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented


def none_or_own(votes: Any) -> bool:
    """Accept no votes yet, or the vote of the member whose suggestion it is."""
    return votes is None or (type(votes) is int and votes in (0, 1))


APP = App(
    name="bookclub",
    purpose="Our book club: who is in it, what we read, and what we could read next",
    state={
        "members": ["Hana", "Pete", "Rosa", "Tunde"],
        "current": {"title": "Middlemarch", "author": "George Eliot", "chapter": 12},
        "next_meeting": {"date": "2025-05-20", "place": "Library Cafe", "snacks": "Rosa"},
        "suggestions": [
            {"title": "Dune", "suggested_by": "Tunde", "votes": 2},
            {"title": "Emma", "suggested_by": "Hana", "votes": 4},
            {"title": "Circe", "suggested_by": "Rosa", "votes": 1},
        ],
        "already_read": ["Beloved", "The Hobbit", "Persuasion"],
    },
    cases=(
        Case(
            kind="read",
            call="top_suggestion()",
            response=picks("/suggestions", 1, by="title"),
            right='return max(state["suggestions"], key=lambda s: s["votes"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="list_already_read()",
            response=any_of(
                picks("/already_read", 0, 1, 2),
                mentions(
                    "Beloved",
                    "The Hobbit",
                    "Persuasion",
                    omits=("Middlemarch", "Dune", "Emma", "Circe", "Pete"),
                ),
            ),
            right='return state["already_read"]',
        ),
        Case(
            kind="write",
            call="vote(Dune)",
            after=becomes({"/suggestions/0/votes": 3}),
            right="""
                for suggestion in state["suggestions"]:
                    if suggestion["title"] == args[0]:
                        suggestion["votes"] += 1
                        return suggestion
            """,
            tags="counter",
        ),
        Case(
            kind="write",
            call='suggest_book("Piranesi", suggested_by=Pete)',
            after=added(
                "/suggestions",
                {"title": "Piranesi", "suggested_by": "Pete", "votes": none_or_own},
                optional=("votes",),
            ),
            right="""
                suggestion = {"title": "Piranesi", "suggested_by": "Pete", "votes": 0}
                state["suggestions"].append(suggestion)
                return suggestion
            """,
        ),
        Case(
            kind="sentence",
            call="we are at chapter 20 now",
            after=becomes({"/current/chapter": 20}),
            right='state["current"]["chapter"] = 20\nreturn state["current"]',
            tags="nested",
        ),
        Case(
            kind="sentence",
            call="Pete is no longer a member",
            after=becomes(drops=("/members/1",)),
            right='state["members"].remove("Pete")\nreturn state["members"]',
        ),
        Case(
            kind="mistyped",
            call="srot_sugestions_by_vots()",
            after=any_of(
                becomes(order={"/suggestions": [1, 0, 2]}),
                becomes(order={"/suggestions": [2, 0, 1]}),
            ),
            right="""
                state["suggestions"].sort(key=lambda s: s["votes"], reverse=True)
                return state["suggestions"]
            """,
            tags="sort",
        ),
        Case(
            kind="REST",
            call="PATCH /next_meeting",
            data={"date": "2025-06-03", "snacks": "Hana"},
            after=becomes({"/next_meeting/date": "2025-06-03", "/next_meeting/snacks": "Hana"}),
            right='state["next_meeting"].update(args)\nreturn state["next_meeting"]',
            tags="body date",
        ),
        Case(
            kind="creative",
            call="add_two_science_fiction_suggestions()",
            after=invented("/suggestions", "title", {}, {}, optional=("suggested_by", "votes")),
            right="""
                for title in "The Left Hand of Darkness", "Neuromancer":
                    state["suggestions"].append({"title": title, "suggested_by": None, "votes": 0})
                return state["suggestions"][-2:]
            """,
        ),
    ),
)
