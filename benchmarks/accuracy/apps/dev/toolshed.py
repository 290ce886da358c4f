"""A shed of shared tools: an object of tools under their names, with borrowers and dates, and a code."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes

APP = App(
    name="toolshed",
    purpose=(
        "The tool shed that our street shares: whose tools they are, who has borrowed them "
        "and when they are due back"
    ),
    state={
        "tools": {
            "cordless drill": {"owner": "Anke", "borrowed_by": "Piet", "due": "2025-05-03", "deposit": 20},
            "hedge trimmer": {"owner": "Piet", "borrowed_by": None, "due": None, "deposit": 30},
            "ladder": {"owner": "Samira", "borrowed_by": "Joost", "due": "2025-04-18", "deposit": 15},
            "pressure washer": {"owner": "Anke", "borrowed_by": None, "due": None, "deposit": 40},
            "wheelbarrow": {"owner": "Joost", "borrowed_by": None, "due": None, "deposit": 0},
        },
        "neighbours": ["Anke", "Piet", "Samira", "Joost"],
        "shed_code": "4471",
    },
    cases=(
        Case(
            kind="read",
            call="list_available_tools()",
            response=picks("/tools", "hedge trimmer", "pressure washer", "wheelbarrow"),
            right='return {k: v for k, v in state["tools"].items() if v["borrowed_by"] is None}',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="who_has(ladder)",
            response=answers("Joost", also=("2025-04-18",)),
            right='return state["tools"]["ladder"]["borrowed_by"]',
            tags="key",
        ),
        Case(
            kind="write",
            call='borrow("hedge trimmer", Samira, until=2025-05-10)',
            after=becomes(
                {"/tools/hedge trimmer/borrowed_by": "Samira", "/tools/hedge trimmer/due": "2025-05-10"}
            ),
            right="""
                tool = state["tools"]["hedge trimmer"]
                tool.update(borrowed_by="Samira", due="2025-05-10")
                return tool
            """,
            tags="key date",
        ),
        Case(
            kind="write",
            call='return_tool("cordless drill")',
            after=becomes({"/tools/cordless drill/borrowed_by": None, "/tools/cordless drill/due": None}),
            right="""
                tool = state["tools"]["cordless drill"]
                tool.update(borrowed_by=None, due=None)
                return tool
            """,
            tags="key",
        ),
        Case(
            kind="write",
            call='add_tool(name="tile cutter", owner=Samira, deposit=25)',
            after=added(
                "/tools",
                {"owner": "Samira", "borrowed_by": None, "due": None, "deposit": 25},
                key="tile cutter",
            ),
            right="""
                tool = {"owner": "Samira", "borrowed_by": None, "due": None, "deposit": 25}
                state["tools"]["tile cutter"] = tool
                return tool
            """,
            tags="key",
        ),
        Case(
            kind="sentence",
            call="Joost may keep the ladder for one more week",
            after=becomes({"/tools/ladder/due": "2025-04-25"}),
            right='state["tools"]["ladder"]["due"] = "2025-04-25"\nreturn state["tools"]["ladder"]',
            tags="date key",
        ),
        Case(
            kind="REST",
            call="PATCH /tools/ladder",
            data={"deposit": 10},
            after=becomes({"/tools/ladder/deposit": 10}),
            right='state["tools"]["ladder"]["deposit"] = 10\nreturn state["tools"]["ladder"]',
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="borow(whelbarrow, Anke)",
            after=becomes({"/tools/wheelbarrow/borrowed_by": "Anke"}, free=("/tools/wheelbarrow/due",)),
            right="""
                state["tools"]["wheelbarrow"]["borrowed_by"] = "Anke"
                return state["tools"]["wheelbarrow"]
            """,
            tags="key",
        ),
        Case(
            kind="mistyped",
            call='chnage_shed_code("8092")',
            after=becomes({"/shed_code": "8092"}),
            right='state["shed_code"] = "8092"\nreturn {"shed_code": "8092"}',
        ),
    ),
)
