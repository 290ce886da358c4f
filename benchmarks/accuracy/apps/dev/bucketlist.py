"""A bucket list: two plain lists of strings, and a favourite."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of, becomes, unchanged

OPEN: Any = [
    "see the northern lights",
    "learn to surf",
    "ride in a hot air balloon",
    "write a novel",
    "sleep in a tree house",
]
DONE = ["run a marathon", "swim with dolphins"]


def three_ideas(seen: Seen) -> str:
    """Accept three more texts of their own in the open list, and nothing else changed."""
    after: Any = seen.after
    ideas = after.get("open") if isinstance(after, dict) else None
    if not isinstance(ideas, list) or [idea for idea in ideas if idea in OPEN] != OPEN:
        return "the open list should keep its ideas"
    fresh = [idea for idea in ideas if idea not in OPEN]
    if not all(isinstance(idea, str) for idea in fresh):
        return "ideas should be texts"
    letters = {"".join(filter(str.isalpha, idea)).casefold() for idea in fresh}
    if len(fresh) != 3 or len(letters) != 3 or letters & {"", *("".join(d.split()) for d in DONE)}:
        return "there should be three new ideas"
    return unchanged(Seen(seen.call, seen.data, seen.before, {**after, "open": OPEN}, seen.response))


APP = App(
    name="bucketlist",
    purpose="My bucket list: the things I still want to do in my life, and those that I have done",
    state={"owner": "Priya", "favourite": "learn to surf", "open": OPEN, "done": DONE},
    cases=(
        Case(
            kind="read",
            call="count_open()",
            response=answers(5),
            right='return len(state["open"])',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="search(tree)",
            response=mentions("sleep in a tree house", omits=(*OPEN[:4], *DONE)),
            right='return [thing for thing in state["open"] + state["done"] if "tree" in thing]',
            tags="filter",
        ),
        Case(
            kind="write",
            call='add("visit Petra")',
            after=any_of(becomes({"/open/-": "visit Petra"}), becomes({"/open": ["visit Petra", *OPEN]})),
            right='state["open"].append("visit Petra")\nreturn state["open"]',
        ),
        Case(
            kind="write",
            call='mark_done("write a novel")',
            after=any_of(
                becomes({"/done/-": "write a novel"}, drops=("/open/3",)),
                becomes({"/done": ["write a novel", *DONE]}, drops=("/open/3",)),
            ),
            right='state["done"].append(state["open"].pop(3))\nreturn {"done": state["done"]}',
            tags="move",
        ),
        Case(
            kind="write",
            call='move_to_top("ride in a hot air balloon")',
            after=becomes(order={"/open": [2, 0, 1, 3, 4]}),
            right='state["open"].insert(0, state["open"].pop(2))\nreturn state["open"]',
            tags="move",
        ),
        Case(
            kind="sentence",
            call="what have I done so far?",
            response=any_of(picks("/done", 0, 1), mentions(*DONE, omits=tuple(OPEN))),
            right='return state["done"]',
            tags="read",
        ),
        Case(
            kind="REST",
            call="DELETE /open/0",
            after=becomes(drops=("/open/0",)),
            right='return {"deleted": state["open"].pop(0)}',
        ),
        Case(
            kind="mistyped",
            call='set_favuorite("see the northern lights")',
            after=becomes({"/favourite": "see the northern lights"}),
            right='state["favourite"] = "see the northern lights"\nreturn {"favourite": state["favourite"]}',
        ),
        Case(
            kind="creative",
            call="add_three_crazy_ideas()",
            after=three_ideas,
            right="""
                ideas = ["juggle on a glacier", "paint a bus purple", "dance on every continent"]
                state["open"] += ideas
                return ideas
            """,
        ),
    ),
)
