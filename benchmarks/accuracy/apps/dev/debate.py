"""A debating club: plain lists of strings, points under names, and one text."""

import json
import re

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import mentions, picks, prose
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of, becomes, letters, more_texts


def ranked(seen: Seen) -> str:
    """Accept all four names, the most points first, with nothing beside them but points and ranks."""
    text = json.dumps(seen.response, ensure_ascii=False)
    if re.findall(r"Jonas|Priya|Amal|Kofi", text) != ["Priya", "Amal", "Jonas", "Kofi"]:
        return "the response should name Priya, Amal, Jonas and Kofi in this order"
    if set(re.findall(r"\d+", text)) - {"12", "9", "7", "5", "0", "1", "2", "3", "4"}:
        return "the response has other points than the state"
    return "the response should not have the topics" if "Should" in text else ""


def are_topics(topics: list[str]) -> bool:
    """Tell whether two topics are sentences of their own."""
    return len(letters(topics)) == 2 and all(len(topic.split()) > 1 for topic in topics)


APP = App(
    name="debate",
    purpose="Our school's debating club: the members, their points and the topics of the next debates",
    state={
        "next_meeting": "Thursday",
        "members": ["Jonas", "Priya", "Amal", "Kofi"],
        "points": {"Jonas": 7, "Priya": 12, "Amal": 9, "Kofi": 5},
        "topics": [
            "Should homework be banned?",
            "Is space travel worth its price?",
            "Should zoos exist?",
        ],
    },
    cases=(
        Case(
            kind="read",
            call="leaderboard()",
            response=ranked,
            right="""
                ranking = sorted(state["points"].items(), key=lambda entry: -entry[1])
                return [{"name": name, "points": points} for name, points in ranking]
            """,
            tags="sort key",
        ),
        Case(
            kind="read",
            call="search_topics(space)",
            response=any_of(
                picks("/topics", 1),
                mentions("Is space travel worth its price?", omits=("homework", "zoos")),
            ),
            right='return [topic for topic in state["topics"] if "space" in topic.lower()]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="add_member(Lucia)",
            after=any_of(
                becomes({"/members/-": "Lucia"}),
                becomes({"/members/-": "Lucia", "/points/Lucia": 0}),
            ),
            right='state["members"].append("Lucia")\nstate["points"]["Lucia"] = 0\nreturn state["members"]',
        ),
        Case(
            kind="write",
            call='move_topic_to_top("Should zoos exist?")',
            after=becomes(order={"/topics": [2, 0, 1]}),
            right="""
                topic = "Should zoos exist?"
                state["topics"].remove(topic)
                state["topics"].insert(0, topic)
                return state["topics"]
            """,
            tags="move",
        ),
        Case(
            kind="sentence",
            call="Kofi gets 3 more points",
            after=becomes({"/points/Kofi": 8}),
            right='state["points"]["Kofi"] += 3\nreturn state["points"]',
            tags="counter key",
        ),
        Case(
            kind="mistyped",
            call="remov_membr(Jonas)",
            after=any_of(
                becomes(drops=("/members/0", "/points/Jonas")),
                becomes(drops=("/members/0",)),
            ),
            right="""
                state["members"].remove("Jonas")
                del state["points"]["Jonas"]
                return state["members"]
            """,
        ),
        Case(
            kind="REST",
            call="PUT /next_meeting",
            data={"next_meeting": "Monday"},
            after=becomes({"/next_meeting": "Monday"}),
            right='state["next_meeting"] = "Monday"\nreturn {"next_meeting": "Monday"}',
            tags="body",
        ),
        Case(
            kind="creative",
            call="add_two_topics_about_technology()",
            after=more_texts("/topics", 2, are_topics),
            right="""
                state["topics"] += ["Should robots pay taxes?", "Do smartphones make us lonely?"]
                return state["topics"]
            """,
        ),
        Case(
            kind="creative",
            call="write_invitation_to_next_meeting()",
            response=prose,
            right="return f\"Come and argue with us on {state['next_meeting']}! Everybody is welcome.\"",
        ),
    ),
)
