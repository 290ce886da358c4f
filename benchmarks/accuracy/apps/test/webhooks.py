"""Webhooks: a list of objects with ids that are strings, a list of strings in each, and a log."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import picks
from benchmarks.accuracy.seen import Check, Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes

WEBHOOKS: list[dict[str, Any]] = [
    {
        "id": "wh_a1",
        "url": "https://ci.example.com/hooks/build",
        "events": ["push", "tag"],
        "active": True,
        "failCount": 0,
    },
    {
        "id": "wh_b2",
        "url": "https://chat.example.com/incoming/42",
        "events": ["issue.opened", "issue.closed"],
        "active": True,
        "failCount": 3,
    },
    {
        "id": "wh_c3",
        "url": "https://old.example.org/notify",
        "events": ["issue.opened"],
        "active": False,
        "failCount": 12,
    },
    {
        "id": "wh_d4",
        "url": "https://metrics.example.net/collect",
        "events": ["push", "release"],
        "active": True,
        "failCount": 7,
    },
]


def webhooks(*which: int) -> Check:
    """Accept these webhooks, by id or by URL."""
    return any_of(picks("/webhooks", *which, by="id"), picks("/webhooks", *which, by="url"))


def new_url(value: Any) -> bool:
    """Accept a URL that is not there yet."""
    return isinstance(value, str) and value.startswith("http") and value not in {w["url"] for w in WEBHOOKS}


def never_failed(value: Any) -> bool:
    """Accept no failures."""
    return value is None or value == 0


def urls_differ(seen: Seen) -> str:
    """Accept webhooks of which no two have the same URL."""
    after: Any = seen.after
    urls = [webhook["url"] for webhook in after["webhooks"]]
    return "" if len(urls) == len(set(urls)) else "each webhook should have a URL of its own"


EXAMPLE = {"url": new_url, "failCount": never_failed}

APP = App(
    name="webhooks",
    purpose="The webhooks of our git server: which events are sent where",
    state={
        "webhooks": WEBHOOKS,
        "deliveries": [
            {"webhook": "wh_a1", "event": "push", "status": 200},
            {"webhook": "wh_b2", "event": "issue.opened", "status": 503},
            {"webhook": "wh_d4", "event": "release", "status": 200},
        ],
        "maxRetries": 5,
    },
    cases=(
        Case(
            kind="read",
            call="listActiveWebhooks()",
            response=webhooks(0, 1, 3),
            right='return [webhook for webhook in state["webhooks"] if webhook["active"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call='webhooksForEvent("push")',
            response=webhooks(0, 3),
            right='return [webhook for webhook in state["webhooks"] if "push" in webhook["events"]]',
            tags="filter nested",
        ),
        Case(
            kind="write",
            call='addEvent("wh_a1", "release")',
            after=becomes({"/webhooks/0/events/-": "release"}),
            right='state["webhooks"][0]["events"].append("release")\nreturn state["webhooks"][0]',
            tags="id nested",
        ),
        Case(
            kind="write",
            call="resetFailCount(wh_b2)",
            after=becomes({"/webhooks/1/failCount": 0}),
            right='state["webhooks"][1]["failCount"] = 0\nreturn state["webhooks"][1]',
            tags="id",
        ),
        Case(
            kind="sentence",
            call="turn off every webhook that failed more than twice",
            after=becomes({"/webhooks/1/active": False, "/webhooks/3/active": False}),
            right="""
                for webhook in state["webhooks"]:
                    if webhook["failCount"] > 2:
                        webhook["active"] = False
                return state["webhooks"]
            """,
            tags="filter",
        ),
        Case(
            kind="REST",
            call="POST /webhooks",
            data={"url": "https://shop.example.net/orders", "events": ["tag", "release"]},
            after=added(
                "/webhooks",
                {
                    "url": "https://shop.example.net/orders",
                    "events": ["tag", "release"],
                    "failCount": never_failed,
                },
                optional=("active", "failCount"),
            ),
            right="""
                webhook = {"id": "wh_e5", "url": "https://shop.example.net/orders"}
                webhook.update(events=["tag", "release"], active=True, failCount=0)
                state["webhooks"].append(webhook)
                return webhook, 201
            """,
            tags="body nested",
        ),
        Case(
            kind="REST",
            call="DELETE /webhooks/wh_c3",
            after=becomes(drops=("/webhooks/2",)),
            right='return state["webhooks"].pop(2)',
            tags="id",
        ),
        Case(
            kind="mistyped",
            call="actviate(wh_c3)",
            after=becomes({"/webhooks/2/active": True}),
            right='state["webhooks"][2]["active"] = True\nreturn state["webhooks"][2]',
            tags="id",
        ),
        Case(
            kind="creative",
            call="addTwoExampleWebhooks()",
            after=all_of(added("/webhooks", EXAMPLE, EXAMPLE, optional=("failCount",)), urls_differ),
            right="""
                for id_, url in (("wh_e5", "https://example.com/deploy"), ("wh_f6", "https://example.com/mail")):
                    webhook = {"id": id_, "url": url, "events": ["push"], "active": True, "failCount": 0}
                    state["webhooks"].append(webhook)
                return state["webhooks"][-2:]
            """,
        ),
    ),
)
