"""A blog that begins empty."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions

APP = App(
    name="blog",
    purpose="A blog with posts and comments",
    state={},
    cases=(
        Case(
            kind="empty",
            call="how many posts are there?",
            response=answers(0),
            right='return len(state.get("posts", []))',
            tags="read sentence",
        ),
        Case(
            kind="empty",
            call="POST /posts",
            data={"title": "Hello", "body": "The very first"},
            after=has(("Hello", "The very first")),
            right='state.setdefault("posts", []).append({**args, "comments": []})\nreturn args, 201',
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call='create_post(title="Spring", body="Everything is green")',
            state=FOLLOWS,
            after=has(("Hello", "The very first"), ("Spring", "Everything is green")),
            right='state["posts"].append({**args, "comments": []})\nreturn args',
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="list_titles()",
            state=FOLLOWS,
            response=mentions("Hello", "Spring", omits=("Everything is green",)),
            right='return [post["title"] for post in state["posts"]]',
            tags="sequence read",
        ),
        Case(
            kind="empty",
            call='add_comment(post="Spring", author="Kim", text="So true")',
            state=FOLLOWS,
            after=has(("Hello", "The very first"), ("Spring", "Everything is green"), ("Kim", "So true")),
            right="""
                for post in state["posts"]:
                    if post["title"] == args["post"]:
                        post["comments"].append({"author": args["author"], "text": args["text"]})
                        return post
            """,
            tags="sequence nested",
        ),
        Case(
            kind="empty",
            call="delte_pots(Hello)",
            state=FOLLOWS,
            after=has(("Spring", "Everything is green"), ("Kim", "So true"), lacks=("Hello",)),
            right="""
                state["posts"] = [p for p in state["posts"] if p["title"] != args[0]]
                return state["posts"]
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="empty",
            call="write_three_posts_about_space()",
            after=makes_up(3),
            right="""
                state["posts"] = [
                    {"title": "Rings of ice", "body": "Saturn keeps them young."},
                    {"title": "A quiet moon", "body": "Nothing moves in Tranquility."},
                    {"title": "How far is far", "body": "Light needs four years."},
                ]
                return state["posts"]
            """,
            tags="creative",
        ),
    ),
)
