"""Short links: an object of strings and an object of counters under the same keys."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, anything
from benchmarks.accuracy.states import becomes

APP = App(
    name="shortener",
    purpose="A URL shortener that counts visits",
    state={
        "links": {"gh": "https://github.com", "py": "https://python.org", "wiki": "https://wikipedia.org"},
        "visits": {"gh": 12, "py": 30, "wiki": 0},
    },
    cases=(
        Case(
            kind="read",
            call="resolve(py)",
            response=answers("https://python.org"),
            after=lambda seen: becomes()(seen) and becomes({"/visits/py": 31})(seen),
            right='return state["links"][args[0]]',
            tags="key",
        ),
        Case(
            kind="read",
            call="total_visits()",
            response=answers(42),
            right='return sum(state["visits"].values())',
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="most_visited()",
            response=answers("py", "https://python.org", {"py": 30}, also=("py", 30, "https://python.org")),
            right='return max(state["visits"], key=lambda key: state["visits"][key])',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="shorten(https://example.com/a/long/page, ex)",
            after=lambda seen: (
                becomes({"/links/ex": "https://example.com/a/long/page", "/visits/ex": 0})(seen)
                and becomes({"/links/ex": "https://example.com/a/long/page"})(seen)
            ),
            right='state["links"][args[1]] = args[0]\nstate["visits"][args[1]] = 0\nreturn args[1]',
            tags="key",
        ),
        Case(
            kind="write",
            call="visit(wiki)",
            after=becomes({"/visits/wiki": 1}),
            right='state["visits"][args[0]] += 1\nreturn state["links"][args[0]]',
            tags="counter",
        ),
        Case(
            kind="write",
            call="visit(nope)",
            response=anything,
            right='return {"error": "no such link"}, 404',
            tags="absent key",
        ),
        Case(
            kind="sentence",
            call="reset all counters to zero",
            after=becomes({"/visits/gh": 0, "/visits/py": 0}),
            right='state["visits"] = {key: 0 for key in state["visits"]}\nreturn state["visits"]',
            tags="counter",
        ),
        Case(
            kind="mistyped",
            call="delet_lnik(gh)",
            after=lambda seen: (
                becomes(drops=("/links/gh", "/visits/gh"))(seen) and becomes(drops=("/links/gh",))(seen)
            ),
            right='del state["links"][args[0]]\ndel state["visits"][args[0]]\nreturn "deleted"',
            tags="key",
        ),
        Case(
            kind="REST",
            call="GET /links",
            response=answers(
                {"gh": "https://github.com", "py": "https://python.org", "wiki": "https://wikipedia.org"}
            ),
            right='return state["links"]',
        ),
    ),
)
