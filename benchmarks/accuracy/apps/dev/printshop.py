"""A copy shop: the state is a bare list of jobs, with a gap in the ids."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, unused


def not_begun(status: Any) -> bool:
    """Accept the status of a job that just came in."""
    return isinstance(status, str) and status.casefold() not in ("", "printing", "printed", "picked up")


APP = App(
    name="printshop",
    purpose="The print jobs of our copy shop",
    state=[
        {
            "id": 1,
            "customer": "Nadia",
            "file": "flyer.pdf",
            "copies": 200,
            "color": True,
            "price": 48,
            "status": "printed",
        },
        {
            "id": 2,
            "customer": "Oskar",
            "file": "thesis.pdf",
            "copies": 3,
            "color": False,
            "price": 36.5,
            "status": "waiting",
        },
        {
            "id": 3,
            "customer": "Nadia",
            "file": "poster.pdf",
            "copies": 10,
            "color": True,
            "price": 90,
            "status": "waiting",
        },
        {
            "id": 5,
            "customer": "Bram",
            "file": "menu.pdf",
            "copies": 40,
            "color": True,
            "price": 22,
            "status": "printing",
        },
        {
            "id": 6,
            "customer": "Ivy",
            "file": "zine.pdf",
            "copies": 60,
            "color": False,
            "price": 31.5,
            "status": "picked up",
        },
    ],
    cases=(
        Case(
            kind="read",
            call="search(thesis)",
            response=any_of(picks("", 1, by="id"), picks("", 1, by="file")),
            right='return [job for job in state if args[0] in job["file"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="total_price(Nadia)",
            response=answers(138, also=(2, 48, 90)),
            right='return sum(job["price"] for job in state if job["customer"] == args[0])',
            tags="aggregation filter",
        ),
        Case(
            kind="write",
            call="add_job(customer=Lotte, file=resume.pdf, copies=5, color=false, price=2.5)",
            after=added(
                "",
                {
                    "id": unused(1, 2, 3, 5, 6),
                    "customer": "Lotte",
                    "file": "resume.pdf",
                    "copies": 5,
                    "color": False,
                    "price": 2.5,
                    "status": not_begun,
                },
            ),
            right="""
                job = {"id": max(job["id"] for job in state) + 1, **args, "status": "waiting"}
                state.append(job)
                return job
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="mark_printed(3)",
            after=becomes({"/2/status": "printed"}),
            right="""
                for job in state:
                    if job["id"] == args[0]:
                        job["status"] = "printed"
                        return job
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="sort_by_copies()",
            after=any_of(becomes(order={"": [1, 2, 3, 4, 0]}), becomes(order={"": [0, 4, 3, 2, 1]})),
            right='state.sort(key=lambda job: job["copies"])\nreturn state',
            tags="sort",
        ),
        Case(
            kind="sentence",
            call="Oskar wants two more copies of his thesis",
            after=becomes({"/1/copies": 5}, free=("/1/price",)),
            right="""
                for job in state:
                    if job["customer"] == "Oskar" and job["file"] == "thesis.pdf":
                        job["copies"] += 2
                        return job
            """,
            tags="filter counter",
        ),
        Case(
            kind="mistyped",
            call="chnage_sttaus(2, printing)",
            after=becomes({"/1/status": "printing"}),
            right="""
                for job in state:
                    if job["id"] == args[0]:
                        job["status"] = args[1]
                        return job
            """,
            tags="id",
        ),
        Case(
            kind="REST",
            call="PATCH /jobs/1",
            data={"copies": 250, "price": 55},
            after=becomes({"/0/copies": 250, "/0/price": 55}),
            right="""
                for job in state:
                    if job["id"] == 1:
                        job.update(copies=250, price=55)
                        return job
            """,
            tags="id body",
        ),
        Case(
            kind="REST",
            call="DELETE /jobs/5",
            after=becomes(drops=("/3",)),
            right='state[:] = [job for job in state if job["id"] != 5]\nreturn {"message": "deleted"}',
            tags="id",
        ),
    ),
)
