"""A newsletter: addresses as plain strings, numbered issues, flags."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented

APP = App(
    name="newsletter",
    purpose="The newsletter of our small town",
    state={
        "title": "Small Town News",
        "subscribers": ["ada@mail.org", "bo@mail.org", "cy@post.net"],
        "unsubscribed": ["dee@mail.org"],
        "issues": [
            {"number": 1, "subject": "Welcome", "sent": "2024-01-05", "opens": 3},
            {"number": 2, "subject": "Snow days", "sent": "2024-02-02", "opens": 1},
            {"number": 3, "subject": "Spring fair", "sent": None, "opens": 0},
        ],
        "settings": {"darkMode": False, "trackOpens": True},
    },
    cases=(
        Case(
            kind="read",
            call="getUnsentIssues()",
            response=any_of(picks("/issues", 2, by="subject"), picks("/issues", 2, by="number")),
            right='return [issue for issue in state["issues"] if issue["sent"] is None]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="subscriberCount()",
            response=answers(3),
            right='return len(state["subscribers"])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="subscribe(eli@web.com)",
            after=becomes({"/subscribers/-": "eli@web.com"}),
            right='state["subscribers"].append("eli@web.com")\nreturn {"message": "welcome"}',
        ),
        Case(
            kind="write",
            call='unsubscribe("bo@mail.org")',
            after=becomes({"/unsubscribed/-": "bo@mail.org"}, drops=("/subscribers/1",)),
            right="""
                state["subscribers"].remove("bo@mail.org")
                state["unsubscribed"].append("bo@mail.org")
                return {"message": "goodbye"}
            """,
            tags="move",
        ),
        Case(
            kind="write",
            call="toggleDarkMode()",
            after=becomes({"/settings/darkMode": True}),
            right="""
                state["settings"]["darkMode"] = not state["settings"]["darkMode"]
                return state["settings"]
            """,
            tags="toggle",
        ),
        Case(
            kind="write",
            call="recordOpen(issue=2)",
            after=becomes({"/issues/1/opens": 2}),
            right="""
                issue = next(i for i in state["issues"] if i["number"] == 2)
                issue["opens"] += 1
                return issue
            """,
            tags="counter",
        ),
        Case(
            kind="mistyped",
            call="isSubcribed(cy@post.net)",
            response=answers(True),
            right='return "cy@post.net" in state["subscribers"]',
        ),
        Case(
            kind="sentence",
            call="mark issue 3 as sent on 2024-03-01",
            after=becomes({"/issues/2/sent": "2024-03-01"}),
            right="""
                issue = next(i for i in state["issues"] if i["number"] == 3)
                issue["sent"] = "2024-03-01"
                return issue
            """,
        ),
        Case(
            kind="REST",
            call="POST /issues",
            data={"subject": "Summer plans"},
            after=added("/issues", {"number": 4, "subject": "Summer plans", "sent": None, "opens": 0}),
            right="""
                issue = {"number": 4, "subject": "Summer plans", "sent": None, "opens": 0}
                state["issues"].append(issue)
                return issue, 201
            """,
        ),
        Case(
            kind="REST",
            call="DELETE /subscribers/ada@mail.org",
            after=any_of(
                becomes(drops=("/subscribers/0",)),
                becomes({"/unsubscribed/-": "ada@mail.org"}, drops=("/subscribers/0",)),
            ),
            right='state["subscribers"].remove("ada@mail.org")\nreturn state["subscribers"]',
        ),
        Case(
            kind="creative",
            call="draft_two_issues_about_cooking()",
            after=invented(
                "/issues",
                "subject",
                {"number": 4, "sent": None, "opens": 0},
                {"number": 5, "sent": None, "opens": 0},
            ),
            right="""
                for number, subject in (4, "Soup for a crowd"), (5, "Five ways with leeks"):
                    issue = {"number": number, "subject": subject, "sent": None, "opens": 0}
                    state["issues"].append(issue)
                return state["issues"][-2:]
            """,
        ),
    ),
)
