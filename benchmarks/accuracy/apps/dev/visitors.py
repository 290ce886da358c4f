"""A visitor book: the state is a bare list of objects without ids, with times."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import picks
from benchmarks.accuracy.states import added, becomes, invented

APP = App(
    name="visitors",
    purpose="Today's visitors at our front desk; left is null while somebody is still in the building",
    state=[
        {
            "name": "Paula Reyes",
            "company": "Brightway",
            "host": "Mr Adler",
            "badge": 4,
            "came": "08:50",
            "left": "10:15",
        },
        {
            "name": "Tom Whelan",
            "company": "Kestrel Lifts",
            "host": "Ms Okoro",
            "badge": 7,
            "came": "09:05",
            "left": None,
        },
        {
            "name": "Ines Duarte",
            "company": "Brightway",
            "host": "Mr Adler",
            "badge": 2,
            "came": "09:30",
            "left": None,
        },
        {
            "name": "Kofi Boateng",
            "company": "Oakline Bank",
            "host": "Ms Okoro",
            "badge": 5,
            "came": "10:10",
            "left": "11:00",
        },
        {
            "name": "Rita Sandoval",
            "company": "Oakline Bank",
            "host": "Dr Lam",
            "badge": 9,
            "came": "10:40",
            "left": None,
        },
    ],
    cases=(
        Case(
            kind="read",
            call="whos_here()",
            response=picks("", 1, 2, 4, by="name"),
            right='return [visitor for visitor in state if visitor["left"] is None]',
            tags="filter root-list",
        ),
        Case(
            kind="read",
            call='visitors_of("Ms Okoro")',
            response=picks("", 1, 3, by="name"),
            right='return [visitor for visitor in state if visitor["host"] == "Ms Okoro"]',
            tags="filter root-list",
        ),
        Case(
            kind="write",
            call='sign_in("Hugo Lindt", company=Brightway, host="Dr Lam", badge=6, came="11:20")',
            after=added(
                "",
                {
                    "name": "Hugo Lindt",
                    "company": "Brightway",
                    "host": "Dr Lam",
                    "badge": 6,
                    "came": "11:20",
                    "left": None,
                },
                optional=("left",),
            ),
            right="""
                visitor = {"name": "Hugo Lindt", "company": "Brightway", "host": "Dr Lam"}
                visitor.update(badge=6, came="11:20", left=None)
                state.append(visitor)
                return visitor
            """,
            tags="root-list",
        ),
        Case(
            kind="write",
            call='change_host("Ines Duarte", "Dr Lam")',
            after=becomes({"/2/host": "Dr Lam"}),
            right="""
                for visitor in state:
                    if visitor["name"] == "Ines Duarte":
                        visitor["host"] = "Dr Lam"
                        return visitor
            """,
            tags="root-list",
        ),
        Case(
            kind="sentence",
            call="who was the first to come today?",
            response=picks("", 0, by="name"),
            right='return min(state, key=lambda visitor: visitor["came"])',
            tags="read aggregation root-list",
        ),
        Case(
            kind="sentence",
            call="Rita Sandoval has badge 3 now, not 9",
            after=becomes({"/4/badge": 3}),
            right="""
                for visitor in state:
                    if visitor["name"] == "Rita Sandoval":
                        visitor["badge"] = 3
                        return visitor
            """,
            tags="root-list",
        ),
        Case(
            kind="REST",
            call="GET /visitors?company=Brightway",
            response=picks("", 0, 2, by="name"),
            right='return [visitor for visitor in state if visitor["company"] == "Brightway"]',
            tags="read filter root-list",
        ),
        Case(
            kind="mistyped",
            call='sing_otu("Tom Whelan", "11:45")',
            after=becomes({"/1/left": "11:45"}),
            right="""
                for visitor in state:
                    if visitor["name"] == "Tom Whelan":
                        visitor["left"] = "11:45"
                        return visitor
            """,
            tags="root-list",
        ),
        Case(
            kind="creative",
            call="add_two_example_visitors()",
            after=invented("", "name", {}, {}, optional=("left",)),
            right="""
                for name, company, badge in ("Zoe Hart", "Lumen", 11), ("Omar Said", "Fairwind", 12):
                    visitor = {"name": name, "company": company, "host": "Dr Lam", "badge": badge}
                    state.append({**visitor, "came": "11:30", "left": None})
                return state[-2:]
            """,
            tags="root-list",
        ),
    ),
)
