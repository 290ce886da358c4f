"""The modules of a degree, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up
from benchmarks.accuracy.responses import answers, mentions

APP = App(
    name="modules_empty",
    purpose="The modules of my degree and their credits",
    state={},
    cases=(
        Case(
            kind="empty",
            call='add_module(name="Statistics", credits=6)',
            after=has(("Statistics", 6)),
            right='state.setdefault("modules", []).append(args)\nreturn args',
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /modules",
            data={"name": "Databases", "credits": 9},
            state=FOLLOWS,
            after=has(("Statistics", 6), ("Databases", 9)),
            right='state["modules"].append(args)\nreturn args, 201',
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="set_credits(Statistics, 8)",
            state=FOLLOWS,
            after=has(("Statistics", 8), ("Databases", 9)),
            right="""
                for module in state["modules"]:
                    if module["name"] == args[0]:
                        module["credits"] = args[1]
                        return module
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="total_credits()",
            state=FOLLOWS,
            response=answers(17),
            right='return sum(module["credits"] for module in state["modules"])',
            tags="sequence read aggregation",
        ),
        Case(
            kind="empty",
            call="which module gives the most credits?",
            state=FOLLOWS,
            response=mentions("Databases", omits=("Statistics",)),
            right='return max(state["modules"], key=lambda module: module["credits"])["name"]',
            tags="sequence read sentence aggregation",
        ),
        Case(
            kind="empty",
            call='renmae_modul("Databases", "Data Engineering")',
            state=FOLLOWS,
            after=has(("Statistics", 8), ("Data Engineering", 9), lacks=("Databases",)),
            right="""
                for module in state["modules"]:
                    if module["name"] == args[0]:
                        module["name"] = args[1]
                        return module
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="empty",
            call="drop(Statistics)",
            state=FOLLOWS,
            after=has(("Data Engineering", 9), lacks=("Statistics",)),
            right="""
                state["modules"] = [m for m in state["modules"] if m["name"] != args[0]]
                return state["modules"]
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="add_four_physics_modules()",
            after=makes_up(4),
            right="""
                names = ["Mechanics", "Optics", "Thermodynamics", "Quantum theory"]
                state["modules"] = [{"name": name, "credits": 6} for name in names]
                return state["modules"]
            """,
            tags="creative",
        ),
    ),
)
