"""The environments of a software team: objects by key in objects by key, and a settings object."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions
from benchmarks.accuracy.states import becomes

SETTINGS: dict[str, Any] = {
    "freeze": False,
    "notify_channel": "#deploys",
    "require_approval": True,
    "max_deploys_per_day": 5,
}

APP = App(
    name="deployments",
    purpose="Which version of our services runs in which environment",
    state={
        "environments": {
            "production": {"web": "2.4.1", "api": "1.9.0", "worker": "0.7.3"},
            "staging": {"web": "2.5.0", "api": "1.9.0", "worker": "0.8.0"},
            "dev": {"web": "2.6.0", "api": "2.0.0", "worker": "0.8.1"},
        },
        "settings": SETTINGS,
    },
    cases=(
        Case(
            kind="read",
            call="version(web, production)",
            response=answers("2.4.1"),
            right='return state["environments"]["production"]["web"]',
            tags="key nested",
        ),
        Case(
            kind="read",
            call="getSettings()",
            response=answers(SETTINGS),
            right='return state["settings"]',
        ),
        Case(
            kind="read",
            call="services_that_differ(production, staging)",
            response=mentions("web", "worker", omits=("api",)),
            right="""
                one, two = state["environments"]["production"], state["environments"]["staging"]
                return [service for service in one if one[service] != two[service]]
            """,
            tags="filter key nested",
        ),
        Case(
            kind="write",
            call='deploy(api, "2.0.0", staging)',
            after=becomes({"/environments/staging/api": "2.0.0"}),
            right="""
                state["environments"]["staging"]["api"] = "2.0.0"
                return state["environments"]["staging"]
            """,
            tags="key nested",
        ),
        Case(
            kind="write",
            call="remove_environment(dev)",
            after=becomes(drops=("/environments/dev",)),
            right='return state["environments"].pop("dev")',
            tags="key",
        ),
        Case(
            kind="write",
            call="toggle_freeze()",
            after=becomes({"/settings/freeze": True}),
            right='state["settings"]["freeze"] = True\nreturn state["settings"]',
        ),
        Case(
            kind="sentence",
            call="put the versions that are on staging onto production",
            after=becomes({"/environments/production": {"web": "2.5.0", "api": "1.9.0", "worker": "0.8.0"}}),
            right="""
                state["environments"]["production"] = dict(state["environments"]["staging"])
                return state["environments"]["production"]
            """,
            tags="key nested",
        ),
        Case(
            kind="REST",
            call="PATCH /environments/production",
            data={"api": "1.9.1"},
            after=becomes({"/environments/production/api": "1.9.1"}),
            right="""
                state["environments"]["production"]["api"] = "1.9.1"
                return state["environments"]["production"]
            """,
            tags="key body",
        ),
        Case(
            kind="mistyped",
            call="get_verison(wroker, dev)",
            response=answers("0.8.1", also=("worker",)),
            right='return state["environments"]["dev"]["worker"]',
            tags="key nested read",
        ),
    ),
)
