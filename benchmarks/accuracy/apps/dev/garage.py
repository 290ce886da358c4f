"""A car repair shop: a list of jobs without ids, which are known by their plates, with dates and flags."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes


def nobody(mechanic: Any) -> bool:
    """Accept no mechanic."""
    return mechanic in (None, "")


APP = App(
    name="garage",
    purpose="The jobs of a car repair shop. A job costs its hours at the hourly rate, plus its parts",
    state={
        "mechanics": ["Jo", "Karim"],
        "hourly_rate": 60,
        "jobs": [
            {
                "plate": "KL 204",
                "car": "VW Golf",
                "problem": "squeaking brakes",
                "mechanic": "Jo",
                "hours": 2,
                "parts": 140,
                "ready": False,
                "due": "2025-10-02",
            },
            {
                "plate": "MZ 771",
                "car": "Fiat Panda",
                "problem": "flat tyre",
                "mechanic": "Karim",
                "hours": 0.5,
                "parts": 85,
                "ready": True,
                "due": "2025-09-30",
            },
            {
                "plate": "WI 118",
                "car": "Volvo V60",
                "problem": "oil change",
                "mechanic": None,
                "hours": 1,
                "parts": 45,
                "ready": False,
                "due": "2025-10-06",
            },
            {
                "plate": "F 9032",
                "car": "Opel Corsa",
                "problem": "no heating",
                "mechanic": "Jo",
                "hours": 3,
                "parts": 0,
                "ready": False,
                "due": "2025-10-03",
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="get_jobs_sorted_by_due()",
            response=any_of(
                picks("/jobs", 1, 0, 3, 2, by="plate", ordered=True),
                picks("/jobs", 1, 0, 3, 2, by="car", ordered=True),
            ),
            right='return sorted(state["jobs"], key=lambda job: job["due"])',
            tags="sort date",
        ),
        Case(
            kind="read",
            call='cost("KL 204")',
            response=answers(260, also=("VW Golf", 120, 140, 2, 60)),
            right="""
                job = [job for job in state["jobs"] if job["plate"] == args[0]][0]
                return job["hours"] * state["hourly_rate"] + job["parts"]
            """,
            tags="aggregation",
        ),
        Case(
            kind="write",
            call='assign("WI 118", "Karim")',
            after=becomes({"/jobs/2/mechanic": "Karim"}),
            right="""
                for job in state["jobs"]:
                    if job["plate"] == args[0]:
                        job["mechanic"] = args[1]
                        return job
            """,
        ),
        Case(
            kind="write",
            call='mark_ready("F 9032")',
            after=becomes({"/jobs/3/ready": True}),
            right="""
                for job in state["jobs"]:
                    if job["plate"] == args[0]:
                        job["ready"] = True
                        return job
            """,
        ),
        Case(
            kind="write",
            call='add_job(plate="B 55", car="Skoda Fabia", problem="dead battery", due="2025-10-08")',
            after=added(
                "/jobs",
                {
                    "plate": "B 55",
                    "car": "Skoda Fabia",
                    "problem": "dead battery",
                    "mechanic": nobody,
                    "ready": False,
                    "due": "2025-10-08",
                },
                optional=("mechanic", "hours", "parts"),
            ),
            right="""
                job = {**args, "mechanic": None, "hours": 0, "parts": 0, "ready": False}
                state["jobs"].append(job)
                return job
            """,
            tags="date",
        ),
        Case(
            kind="sentence",
            call="which cars are ready for pickup?",
            response=any_of(picks("/jobs", 1, by="car"), picks("/jobs", 1, by="plate")),
            right='return [job["car"] for job in state["jobs"] if job["ready"]]',
            tags="filter",
        ),
        Case(
            kind="sentence",
            call="the Golf needs one more hour",
            after=becomes({"/jobs/0/hours": 3}),
            right="""
                for job in state["jobs"]:
                    if "Golf" in job["car"]:
                        job["hours"] += 1
                        return job
            """,
            tags="filter counter",
        ),
        Case(
            kind="mistyped",
            call="set_hourly_rtae(65)",
            after=becomes({"/hourly_rate": 65}),
            right='state["hourly_rate"] = args[0]\nreturn {"hourly_rate": args[0]}',
        ),
        Case(
            kind="REST",
            call="GET /jobs?ready=false",
            response=any_of(picks("/jobs", 0, 2, 3, by="plate"), picks("/jobs", 0, 2, 3, by="car")),
            right='return [job for job in state["jobs"] if not job["ready"]]',
            tags="filter",
        ),
    ),
)
