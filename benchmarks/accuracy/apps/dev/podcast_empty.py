"""A podcast that begins without an episode."""

import json
import re
from typing import Any

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.responses import answers, mentions, nothing
from benchmarks.accuracy.seen import Seen

FIELDS = {"title", "name", "topic", "guest", "description", "summary", "date", "status", "minutes"}


def three_episodes(seen: Seen) -> str:
    """Accept a state with three different texts or things, in a list or under keys, near the root."""
    nodes: list[Any] = [seen.after]
    for _ in range(2):
        nodes += [item for node in nodes if isinstance(node, dict) for item in node.values()]
    for node in nodes:
        if not isinstance(node, list | dict) or (isinstance(node, dict) and FIELDS & node.keys()):
            continue  # a dict with such keys is one episode
        items = list(node.items()) if isinstance(node, dict) else node
        kinds = {type(item) for item in (node.values() if isinstance(node, dict) else node)}
        texts = [re.sub(r"[\W\d_]", "", json.dumps(item)).casefold() for item in items]
        if len(set(texts)) == len(texts) == 3 and "" not in texts and len(kinds) == 1:
            return ""
    return "the state should have three different episodes"


APP = App(
    name="podcast_empty",
    purpose="The episodes of my podcast",
    state={},
    cases=(
        Case(
            kind="empty",
            call="list_episodes()",
            response=nothing,
            right='return state.get("episodes", [])',
            tags="read",
        ),
        Case(
            kind="empty",
            call='add_episode("Why cats purr", minutes=32)',
            state=FOLLOWS,
            after=has(("Why cats purr", 32)),
            right="""
                episode = {"title": args[0], "minutes": args[1]["minutes"]}
                state.setdefault("episodes", []).append(episode)
                return episode
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /episodes",
            data={"title": "The deep sea", "minutes": 45, "guest": "Dr. Vega"},
            state=FOLLOWS,
            after=has(("Why cats purr", 32), ("The deep sea", 45, "Dr. Vega")),
            right='state["episodes"].append(dict(args))\nreturn args, 201',
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call='get_episode("The deep sea")',
            state=FOLLOWS,
            response=mentions("45", "Dr. Vega", omits=("Why cats purr",)),
            right='return [e for e in state["episodes"] if e["title"] == args[0]][0]',
            tags="sequence read",
        ),
        Case(
            kind="empty",
            call='set_minutes("Why cats purr", 35)',
            state=FOLLOWS,
            after=has(("Why cats purr", 35), ("The deep sea", 45, "Dr. Vega")),
            right="""
                for episode in state["episodes"]:
                    if episode["title"] == args[0]:
                        episode["minutes"] = args[1]
                        return episode
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="how long are all episodes together?",
            state=FOLLOWS,
            response=answers(
                *(80, "1:20", "01:20"),
                *("1h 20m", "1h 20min", "1 h 20 min", "1 hour 20 minutes", "1 hour and 20 minutes"),
            ),
            right='return sum(episode["minutes"] for episode in state["episodes"])',
            tags="sequence read sentence aggregation",
        ),
        Case(
            kind="empty",
            call='renmae_episode("Why cats purr", "Why do cats purr?")',
            state=FOLLOWS,
            after=has(
                ("Why do cats purr?", 35),
                ("The deep sea", 45, "Dr. Vega"),
                lacks=("Why cats purr",),
            ),
            right="""
                for episode in state["episodes"]:
                    if episode["title"] == args[0]:
                        episode["title"] = args[1]
                        return episode
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="empty",
            call="delete the episode about the sea",
            state=FOLLOWS,
            after=has(("Why do cats purr?", 35), lacks=("The deep sea", "Dr. Vega")),
            right="""
                state["episodes"] = [e for e in state["episodes"] if e["title"] != "The deep sea"]
                return {"message": "deleted"}
            """,
            tags="sequence sentence",
        ),
        Case(
            kind="creative",
            call="plan_three_episodes_about_coffee()",
            after=three_episodes,
            right="""
                titles = ["Where beans grow", "The perfect roast", "A short history of espresso"]
                state["episodes"] = [{"title": title, "minutes": 30} for title in titles]
                return state["episodes"]
            """,
        ),
    ),
)
