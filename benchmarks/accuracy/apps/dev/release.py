"""A release checklist: an ordered list of steps, a list of numbers, a version and a date."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import any_of, becomes, invented

APP = App(
    name="release",
    purpose="The checklist for the next release of our software",
    state={
        "version": "2.4.0",
        "date": "2025-09-26",
        "steps": [
            {"name": "Freeze the branch", "owner": "ines", "done": True},
            {"name": "Update the changelog", "owner": "raul", "done": True},
            {"name": "Run load tests", "owner": "ines", "done": False},
            {"name": "Tag the commit", "owner": None, "done": False},
            {"name": "Announce it", "owner": "tom", "done": False},
        ],
        "blockers": [812, 840],
    },
    cases=(
        Case(
            kind="read",
            call="next_step()",
            response=picks("/steps", 2, by="name"),
            right='return [step for step in state["steps"] if not step["done"]][0]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="percent_done()",
            response=any_of(answers(40, also=(2, 3, 5)), mentions("40%")),
            right='steps = state["steps"]\nreturn 100 * sum(step["done"] for step in steps) / len(steps)',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call='check_off("Run load tests")',
            after=becomes({"/steps/2/done": True}),
            right="""
                for step in state["steps"]:
                    if step["name"] == args[0]:
                        step["done"] = True
                        return step
            """,
        ),
        Case(
            kind="write",
            call="add_blocker(857)",
            after=becomes({"/blockers/-": 857}),
            right='state["blockers"].append(args[0])\nreturn state["blockers"]',
        ),
        Case(
            kind="write",
            call='move_step_up("Tag the commit")',
            after=becomes(order={"/steps": [0, 1, 3, 2, 4]}),
            right="""
                steps = state["steps"]
                i = [step["name"] for step in steps].index(args[0])
                steps[i - 1], steps[i] = steps[i], steps[i - 1]
                return steps
            """,
            tags="move",
        ),
        Case(
            kind="sentence",
            call="who still has work to do?",
            response=mentions("ines", "tom", omits=("raul", "Freeze the branch", "Update the changelog")),
            right="""
                owners = [step["owner"] for step in state["steps"] if step["owner"] and not step["done"]]
                return sorted(set(owners))
            """,
            tags="filter",
        ),
        Case(
            kind="sentence",
            call="postpone the release by one week",
            after=becomes({"/date": "2025-10-03"}),
            right='state["date"] = "2025-10-03"\nreturn {"date": state["date"]}',
            tags="date",
        ),
        Case(
            kind="mistyped",
            call='assing_stpe("Tag the commit", raul)',
            after=becomes({"/steps/3/owner": "raul"}),
            right="""
                for step in state["steps"]:
                    if step["name"] == args[0]:
                        step["owner"] = args[1]
                        return step
            """,
        ),
        Case(
            kind="REST",
            call="GET /steps?owner=ines",
            response=picks("/steps", 0, 2, by="name"),
            right='return [step for step in state["steps"] if step["owner"] == "ines"]',
            tags="filter",
        ),
        Case(
            kind="creative",
            call="add_two_security_steps()",
            after=invented("/steps", "name", {"done": False}, {"done": False}),
            right="""
                for name in "Scan the dependencies", "Rotate the signing keys":
                    state["steps"].append({"name": name, "owner": None, "done": False})
                return state["steps"][-2:]
            """,
        ),
    ),
)
