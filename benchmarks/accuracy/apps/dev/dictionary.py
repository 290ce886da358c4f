"""A dictionary: the state is a bare object of things under words, with lists of strings in them."""

from dataclasses import replace
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, becomes, invented, unchanged

SING: dict[str, Any] = {"spanish": "cantar", "type": "verb", "learned": False, "examples": []}


def not_yet(value: Any) -> bool:
    """Accept nothing: no, none, or an empty list."""
    return value in (None, False, [])


def an_example_with_sing(seen: Seen) -> str:
    """Accept one more sentence among the examples of `sing`, and nothing else changed."""
    after: Any = seen.after
    examples = after["sing"].get("examples") if isinstance(after, dict) and "sing" in after else None
    if not isinstance(examples, list) or len(examples) != 1 or not isinstance(examples[0], str):
        return "there should be one example, a text"
    if len(examples[0].split()) < 2:
        return "the example should be a sentence"
    return unchanged(replace(seen, after={**after, "sing": {**after["sing"], "examples": []}}))


def under_words(seen: Seen) -> str:
    """Accept new keys that are words of their own."""
    fresh = [key for key in seen.after if key not in APP.state] if isinstance(seen.after, dict) else [""]
    names = {"".join(filter(str.isalpha, key)).casefold() for key in fresh}
    dull = names & {"", "animal", "word", "newword"}
    return "the new words should be words" if dull or len(names) < len(fresh) else ""


APP = App(
    name="dictionary",
    purpose="A small English-Spanish dictionary for learners",
    state={
        "house": {"spanish": "casa", "type": "noun", "learned": True, "examples": ["My house is small."]},
        "run": {
            "spanish": "correr",
            "type": "verb",
            "learned": False,
            "examples": ["I run every day.", "Run home!"],
        },
        "blue": {"spanish": "azul", "type": "adjective", "learned": True, "examples": []},
        "bread": {"spanish": "pan", "type": "noun", "learned": False, "examples": ["We need bread."]},
        "sing": SING,
    },
    cases=(
        Case(
            kind="read",
            call="translate(bread)",
            response=answers("pan", also=("noun",)),
            right='return state[args[0]]["spanish"]',
            tags="key",
        ),
        Case(
            kind="read",
            call="words_by_type(verb)",
            response=picks("", "run", "sing"),
            right='return [word for word, entry in state.items() if entry["type"] == args[0]]',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="count_learned()",
            response=answers(2),
            right='return sum(entry["learned"] for entry in state.values())',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="add_word(apple, manzana, noun)",
            after=added(
                "",
                {"spanish": "manzana", "type": "noun", "learned": not_yet, "examples": not_yet},
                key="apple",
                optional=("learned", "examples"),
            ),
            right="""
                word, spanish, kind = args
                state[word] = {"spanish": spanish, "type": kind, "learned": False, "examples": []}
                return state[word]
            """,
            tags="key",
        ),
        Case(
            kind="sentence",
            call="what does cantar mean?",
            response=answers(
                "sing",
                "to sing",
                {"sing": SING},
                {"word": "sing", **SING},
                {"english": "sing", **SING},
                also=("verb",),
            ),
            right='return [word for word, entry in state.items() if entry["spanish"] == "cantar"][0]',
            tags="filter key",
        ),
        Case(
            kind="mistyped",
            call="delet_wrod(blue)",
            after=becomes(drops=("/blue",)),
            right="return state.pop(args[0])",
            tags="key",
        ),
        Case(
            kind="REST",
            call="PATCH /words/run",
            data={"learned": True},
            after=becomes({"/run/learned": True}),
            right='state["run"]["learned"] = True\nreturn state["run"]',
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_an_example_sentence(sing)",
            after=an_example_with_sing,
            right='state[args[0]]["examples"].append("The birds sing at dawn.")\nreturn state[args[0]]',
            tags="key nested",
        ),
        Case(
            kind="creative",
            call="add_three_animals()",
            after=all_of(invented("", "spanish", *[{"type": "noun"}] * 3), under_words),
            right="""
                for word, spanish in {"dog": "perro", "cat": "gato", "horse": "caballo"}.items():
                    state[word] = {"spanish": spanish, "type": "noun", "learned": False, "examples": []}
                return state
            """,
            tags="key",
        ),
    ),
)
