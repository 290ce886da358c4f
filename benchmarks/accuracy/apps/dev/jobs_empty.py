"""Applications for jobs, from the empty state."""

from benchmarks.accuracy.exam import FOLLOWS, App, Case
from benchmarks.accuracy.freeform import has, makes_up, things
from benchmarks.accuracy.responses import answers, mentions
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import all_of


def no_other_interview(seen: Seen) -> str:
    """Accept a state in which the other two companies have no interview."""
    for thing in things(seen.after):
        words = {str(scalar).casefold() for scalar in thing}
        if "interview" in words and words & {"nordwind", "kestrel"}:
            return "only Bluefin should have an interview"
    return ""


APP = App(
    name="jobs_empty",
    purpose="Keeps track of the jobs I apply for",
    state={},
    cases=(
        Case(
            kind="empty",
            call='add_application(Nordwind, "data analyst")',
            after=has(("Nordwind", "data analyst")),
            right="""
                job = {"company": "Nordwind", "position": "data analyst"}
                state.setdefault("applications", []).append(job)
                return job
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call='add_application(company=Bluefin, position="web developer")',
            state=FOLLOWS,
            after=has(("Nordwind", "data analyst"), ("Bluefin", "web developer")),
            right="""
                job = {"company": "Bluefin", "position": "web developer"}
                state.setdefault("applications", []).append(job)
                return job
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="POST /applications",
            data={"company": "Kestrel", "position": "QA engineer", "salary": 52000},
            state=FOLLOWS,
            after=has(
                ("Nordwind", "data analyst"), ("Bluefin", "web developer"), ("Kestrel", "QA engineer", 52000)
            ),
            right="""
                job = {"company": "Kestrel", "position": "QA engineer", "salary": 52000}
                state["applications"].append(job)
                return job, 201
            """,
            tags="sequence REST",
        ),
        Case(
            kind="empty",
            call="list_applications()",
            state=FOLLOWS,
            response=mentions("Nordwind", "Bluefin", "Kestrel"),
            right='return state["applications"]',
            tags="sequence read",
        ),
        Case(
            kind="empty",
            call="set_status(Bluefin, interview)",
            state=FOLLOWS,
            after=all_of(
                has(
                    ("Nordwind", "data analyst"),
                    ("Bluefin", "web developer"),
                    ("Bluefin", "interview"),
                    ("Kestrel", "QA engineer", 52000),
                    lacks=("rejected",),  # an older status of Bluefin may go
                ),
                no_other_interview,
            ),
            right="""
                for job in state["applications"]:
                    if job["company"] == "Bluefin":
                        job["status"] = "interview"
                        return job
            """,
            tags="sequence",
        ),
        Case(
            kind="empty",
            call="who wants to interview me?",
            state=FOLLOWS,
            response=mentions("Bluefin", omits=("Nordwind", "Kestrel")),
            right="""
                jobs = state["applications"]
                return [job["company"] for job in jobs if job.get("status") == "interview"]
            """,
            tags="sequence read sentence filter",
        ),
        Case(
            kind="empty",
            call="delet_aplication(Nordwind)",
            state=FOLLOWS,
            after=has(
                ("Bluefin", "web developer"),
                ("Bluefin", "interview"),
                ("Kestrel", "QA engineer", 52000),
                lacks=("Nordwind",),
            ),
            right="""
                state["applications"] = [j for j in state["applications"] if j["company"] != "Nordwind"]
                return {"message": "deleted"}
            """,
            tags="sequence mistyped",
        ),
        Case(
            kind="empty",
            call="count_applications()",
            state=FOLLOWS,
            response=answers(2),
            right='return len(state["applications"])',
            tags="sequence read",
        ),
        Case(
            kind="empty",
            call="add_three_example_applications()",
            after=makes_up(3),
            right="""
                jobs = {"Lumen": "product designer", "Tidewater": "office manager", "Osprey": "translator"}
                state["applications"] = [{"company": name, "position": jobs[name]} for name in jobs]
                return state["applications"]
            """,
            tags="creative",
        ),
    ),
)
