"""A training plan: an object of things under names, and lists of those names under days."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes


def shoulders(muscle: Any) -> bool:
    """Accept the shoulders, whatever they are called."""
    return isinstance(muscle, str) and any(part in muscle.casefold() for part in ("shoulder", "delt"))


def under_a_name(seen: Seen) -> str:
    """Accept new keys that name an exercise."""
    after: Any = seen.after
    fresh = [key for key in after["exercises"] if key not in APP.state["exercises"]]
    names = {"".join(filter(str.isalpha, key)).casefold() for key in fresh}
    dull = {"", "shoulder", "shoulders", "exercise", "newexercise", "shoulderexercise", "shouldersexercise"}
    return "the new exercise should have a name" if names & dull else ""


APP = App(
    name="gym",
    purpose="My training plan for the gym",
    state={
        "exercises": {
            "squat": {"muscle": "legs", "kg": 60, "sets": 3, "reps": 8},
            "bench press": {"muscle": "chest", "kg": 45, "sets": 3, "reps": 10},
            "deadlift": {"muscle": "back", "kg": 80, "sets": 2, "reps": 5},
            "lunge": {"muscle": "legs", "kg": 20, "sets": 3, "reps": 12},
            "rowing": {"muscle": "back", "kg": 35, "sets": 3, "reps": 10},
        },
        "week": {
            "monday": ["squat", "bench press"],
            "wednesday": ["deadlift", "lunge"],
            "friday": ["squat", "rowing"],
        },
        "body_weight": 72.5,
        "sessions_this_month": 6,
    },
    cases=(
        Case(
            kind="read",
            call="exercises_for(legs)",
            response=picks("/exercises", "squat", "lunge"),
            right="""
                exercises = state["exercises"].items()
                return {name: exercise for name, exercise in exercises if exercise["muscle"] == "legs"}
            """,
            tags="filter key",
        ),
        Case(
            kind="read",
            call="heaviest_exercise()",
            response=picks("/exercises", "deadlift"),
            right='return max(state["exercises"], key=lambda name: state["exercises"][name]["kg"])',
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call='add_exercise("bicep curl", muscle=arms, kg=10, sets=3, reps=12)',
            after=added("/exercises", {"muscle": "arms", "kg": 10, "sets": 3, "reps": 12}, key="bicep curl"),
            right="""
                state["exercises"]["bicep curl"] = {"muscle": "arms", "kg": 10, "sets": 3, "reps": 12}
                return state["exercises"]["bicep curl"]
            """,
            tags="key",
        ),
        Case(
            kind="write",
            call="remove_from_day(friday, rowing)",
            after=becomes(drops=("/week/friday/1",)),
            right='state["week"]["friday"].remove("rowing")\nreturn state["week"]["friday"]',
            tags="nested key",
        ),
        Case(
            kind="sentence",
            call="what do I train on wednesday?",
            response=any_of(
                picks("/week/wednesday", 0, 1),
                picks("/exercises", "deadlift", "lunge"),
                mentions("deadlift", "lunge", omits=("squat", "bench press", "rowing", "monday", "friday")),
            ),
            right='return state["week"]["wednesday"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="I weigh 73 kilos now",
            after=becomes({"/body_weight": 73}),
            right='state["body_weight"] = 73\nreturn {"body_weight": 73}',
        ),
        Case(
            kind="mistyped",
            call='incraese_kg("bench press", 5)',
            after=becomes({"/exercises/bench press/kg": 50}),
            right="""
                state["exercises"]["bench press"]["kg"] += 5
                return state["exercises"]["bench press"]
            """,
            tags="key counter",
        ),
        Case(
            kind="REST",
            call="PUT /exercises/squat",
            data={"muscle": "legs", "kg": 65, "sets": 4, "reps": 6},
            after=becomes({"/exercises/squat": {"muscle": "legs", "kg": 65, "sets": 4, "reps": 6}}),
            right="""
                state["exercises"]["squat"] = {"muscle": "legs", "kg": 65, "sets": 4, "reps": 6}
                return state["exercises"]["squat"]
            """,
            tags="body key",
        ),
        Case(
            kind="creative",
            call="add_an_exercise_for_the_shoulders()",
            after=all_of(added("/exercises", {"muscle": shoulders}), under_a_name),
            right="""
                press = {"muscle": "shoulders", "kg": 20, "sets": 3, "reps": 10}
                state["exercises"]["overhead press"] = press
                return press
            """,
            tags="key",
        ),
    ),
)
