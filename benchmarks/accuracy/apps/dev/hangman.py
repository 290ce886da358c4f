"""A game of hangman: scalars at the root, a list of letters, and an object of counters."""

import json
import re

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, no_error, picks
from benchmarks.accuracy.seen import Seen, contains, walk
from benchmarks.accuracy.states import any_of, becomes

HIDDEN = r"[_*\-.?•]"
MASKED = re.compile(rf"(?<!{HIDDEN}){HIDDEN}{{3}}a{HIDDEN}{{2}}e(?![_*\-?•])", re.IGNORECASE)


def shows_masked_word(seen: Seen) -> str:
    """Accept the word with only its guessed letters readable, as a text or as a list of its places."""
    if contains(json.dumps(seen.response, ensure_ascii=False), "giraffe"):
        return "the response should not give the word away"
    for node in walk(seen.response):
        if isinstance(node, list) and len(node) == 7:
            node = "".join(str(place or "_") for place in node)
        if isinstance(node, str) and MASKED.search(re.sub(r"\s", "", node)):
            return no_error(seen)
    return "the response should be ___a__e"


def says_nina(seen: Seen) -> str:
    """Accept a sentence that begins with Nina, such as one that compares her with Paul."""
    texts = [node for node in walk(seen.response) if isinstance(node, str)]
    return no_error(seen) if any(text.startswith("Nina") for text in texts) else "the response should be Nina"


APP = App(
    name="hangman",
    purpose=(
        "A game of hangman. guessed has all letters guessed so far, right or wrong; a wrong one costs a life"
    ),
    state={
        "word": "giraffe",
        "category": "animals",
        "guessed": ["e", "s", "a", "t"],
        "lives": 4,
        "max_lives": 6,
        "wins": {"Nina": 3, "Paul": 1},
    },
    cases=(
        Case(
            kind="read",
            call="get_masked_word()",
            response=shows_masked_word,
            right='return "".join(c if c in state["guessed"] else "_" for c in state["word"])',
        ),
        Case(
            kind="read",
            call="get_wrong_letters()",
            response=any_of(picks("/guessed", 1, 3), answers("s, t", "s,t", "s and t", "s t", "st")),
            right='return [letter for letter in state["guessed"] if letter not in state["word"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="get_lives()",
            response=answers(4, "4/6", "4 of 6", "4 out of 6", also=(6,)),
            right='return {"lives": state["lives"]}',
        ),
        Case(
            kind="write",
            call='guess("z")',
            after=becomes({"/guessed/-": "z", "/lives": 3}),
            right="""
                state["guessed"].append("z")
                state["lives"] -= 1
                return {"correct": False, "lives": state["lives"]}
            """,
            tags="conditional counter",
        ),
        Case(
            kind="write",
            call='new_game("octopus")',
            after=becomes({"/word": "octopus", "/guessed": [], "/lives": 6}),
            right="""
                state.update(word="octopus", guessed=[], lives=state["max_lives"])
                return {"message": "A new game has begun"}
            """,
        ),
        Case(
            kind="write",
            call="reset_wins()",
            after=becomes({"/wins/Nina": 0, "/wins/Paul": 0}),
            right='state["wins"] = {name: 0 for name in state["wins"]}\nreturn state["wins"]',
            tags="counter key",
        ),
        Case(
            kind="sentence",
            call="Paul guesses the letter f",
            after=becomes({"/guessed/-": "f"}),
            right='state["guessed"].append("f")\nreturn {"correct": True, "lives": state["lives"]}',
            tags="conditional",
        ),
        Case(
            kind="sentence",
            call="who has won more rounds so far?",
            response=any_of(picks("/wins", "Nina", also=(3,)), says_nina),
            right='return max(state["wins"], key=lambda name: state["wins"][name])',
            tags="read aggregation key",
        ),
        Case(
            kind="mistyped",
            call="add_wni(Paul)",
            after=becomes({"/wins/Paul": 2}),
            right='state["wins"]["Paul"] += 1\nreturn state["wins"]',
            tags="counter key",
        ),
    ),
)
