"""The servers of a web team: objects under names with lists of tags, settings, and a list of strings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.states import added, becomes

APP = App(
    name="servers",
    purpose="Monitors the servers of our web team; cpu is in percent",
    state={
        "servers": {
            "web-1": {"region": "eu", "cpu": 42, "status": "up", "tags": ["nginx", "public"]},
            "web-2": {"region": "us", "cpu": 91, "status": "up", "tags": ["nginx"]},
            "db-1": {"region": "eu", "cpu": 67, "status": "up", "tags": ["postgres"]},
            "cache-1": {"region": "us", "cpu": 0, "status": "down", "tags": []},
        },
        "alerts": {"cpu_limit": 80, "email": "ops@acme.dev", "muted": False},
        "on_call": ["Yusuf", "Greta"],
    },
    cases=(
        Case(
            kind="read",
            call="servers_in(eu)",
            response=picks("/servers", "web-1", "db-1"),
            right='return [name for name, it in state["servers"].items() if it["region"] == args[0]]',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="busiest_server()",
            response=picks("/servers", "web-2"),
            right='return max(state["servers"], key=lambda name: state["servers"][name]["cpu"])',
            tags="aggregation key",
        ),
        Case(
            kind="read",
            call="count_by_status()",
            response=answers({"up": 3, "down": 1}),
            right="""
                counts = {}
                for server in state["servers"].values():
                    counts[server["status"]] = counts.get(server["status"], 0) + 1
                return counts
            """,
            tags="aggregation key",
        ),
        Case(
            kind="write",
            call="add_server(db-2, region=us)",
            after=added("/servers", {"region": "us"}, key="db-2", optional=("cpu", "status", "tags")),
            right="""
                name, options = args
                state["servers"][name] = {"region": options["region"], "cpu": 0, "status": "up", "tags": []}
                return state["servers"][name]
            """,
            tags="key",
        ),
        Case(
            kind="write",
            call="add_tag(web-2, public)",
            after=becomes({"/servers/web-2/tags/-": "public"}),
            right="""
                state["servers"]["web-2"]["tags"].append("public")
                return state["servers"]["web-2"]
            """,
            tags="key nested",
        ),
        Case(
            kind="sentence",
            call="which servers are over the cpu limit?",
            response=picks("/servers", "web-2", also=(80,)),
            right="""
                limit, servers = state["alerts"]["cpu_limit"], state["servers"]
                return [name for name in servers if servers[name]["cpu"] > limit]
            """,
            tags="filter key",
        ),
        Case(
            kind="mistyped",
            call="mtue_alrets()",
            after=becomes({"/alerts/muted": True}),
            right='state["alerts"]["muted"] = True\nreturn state["alerts"]',
            tags="nested",
        ),
        Case(
            kind="REST",
            call="PATCH /servers/cache-1",
            data={"status": "up", "cpu": 12},
            after=becomes({"/servers/cache-1/status": "up", "/servers/cache-1/cpu": 12}),
            right="""
                state["servers"]["cache-1"].update(status="up", cpu=12)
                return state["servers"]["cache-1"]
            """,
            tags="key body",
        ),
        Case(
            kind="creative",
            call="suggest_a_motto_for_our_team()",
            response=prose,
            right='return {"motto": "Up, and up, and up!"}',
        ),
    ),
)
