"""A poll: an object of counters, a list of names and scalars at the root."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import becomes


def two_new_options(seen: Seen) -> str:
    """Accept two made-up options without a vote, and nothing else changed."""
    new = seen.after.get("options") if isinstance(seen.after, dict) else None
    fresh = new.keys() - APP.state["options"] if isinstance(new, dict) else set()
    names = {name.strip("0123456789 _").casefold() for name in fresh} - {"option", ""}
    if len(fresh) != 2 or len(names) != 2:
        return "there should be two new options with names"
    return becomes({f"/options/{name}": 0 for name in fresh})(seen)


APP = App(
    name="poll",
    purpose="A poll among friends",
    state={
        "question": "What shall we eat?",
        "options": {"pizza": 3, "sushi": 5, "tacos": 1},
        "voted": ["ann", "bob"],
        "open": True,
    },
    cases=(
        Case(
            kind="read",
            call="total_votes()",
            response=answers(9),
            right='return sum(state["options"].values())',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="winner()",
            response=answers("sushi", {"sushi": 5}, also=(5,)),
            right='return max(state["options"], key=lambda name: state["options"][name])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="has_voted(cid)",
            response=answers(False),
            right='return args[0] in state["voted"]',
        ),
        Case(
            kind="write",
            call="vote(tacos, voter=dee)",
            after=becomes({"/options/tacos": 2, "/voted/-": "dee"}),
            right="""
                state["options"][args[0]] += 1
                state["voted"].append(args[1]["voter"])
                return state["options"]
            """,
            tags="counter",
        ),
        Case(
            kind="write",
            call="add_option(ramen)",
            after=becomes({"/options/ramen": 0}),
            right='state["options"][args[0]] = 0\nreturn state["options"]',
            tags="counter",
        ),
        Case(
            kind="sentence",
            call="close the poll",
            after=becomes({"/open": False}),
            right='state["open"] = False\nreturn {"message": "closed"}',
        ),
        Case(
            kind="mistyped",
            call="rest_votse()",
            after=becomes({f"/options/{name}": 0 for name in ("pizza", "sushi", "tacos")}, free=("/voted",)),
            right="""
                state["options"] = {name: 0 for name in state["options"]}
                state["voted"] = []
                return state
            """,
            tags="counter",
        ),
        Case(
            kind="REST",
            call="GET /options/pizza",
            response=answers(3),
            right='return state["options"]["pizza"]',
            tags="counter",
        ),
        Case(
            kind="creative",
            call="add_two_more_options()",
            after=two_new_options,
            right='state["options"].update({"falafel": 0, "curry": 0})\nreturn state["options"]',
        ),
    ),
)
