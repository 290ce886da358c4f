"""A dog walking business: a plain list of objects with ids, which have gaps."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented, unused

APP = App(
    name="dogwalks",
    purpose="The bookings of my dog walking business",
    state={
        "walkers": ["Lena", "Tom"],
        "walks": [
            {
                "id": 1,
                "dog": "Rocky",
                "owner": "Mrs Hill",
                "day": "Monday",
                "time": "09:00",
                "minutes": 30,
                "walker": "Lena",
                "done": True,
            },
            {
                "id": 2,
                "dog": "Luna",
                "owner": "Amir",
                "day": "Monday",
                "time": "11:30",
                "minutes": 60,
                "walker": "Tom",
                "done": False,
            },
            {
                "id": 3,
                "dog": "Balu",
                "owner": "Mr Sato",
                "day": "Tuesday",
                "time": "08:00",
                "minutes": 60,
                "walker": "Tom",
                "done": False,
            },
            {
                "id": 4,
                "dog": "Pepper",
                "owner": "Greta",
                "day": "Wednesday",
                "time": "16:00",
                "minutes": 30,
                "walker": "Lena",
                "done": False,
            },
            {
                "id": 6,
                "dog": "Bruno",
                "owner": "Mrs Vidal",
                "day": "Friday",
                "time": "10:00",
                "minutes": 45,
                "walker": "Lena",
                "done": False,
            },
        ],
    },
    cases=(
        Case(
            kind="read",
            call="walks_on(Monday)",
            response=any_of(picks("/walks", 0, 1, by="id"), picks("/walks", 0, 1, by="dog")),
            right='return [walk for walk in state["walks"] if walk["day"] == "Monday"]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="count_walks_by_walker()",
            response=answers({"Lena": 3, "Tom": 2}),
            right="""
                counts = {}
                for walk in state["walks"]:
                    counts[walk["walker"]] = counts.get(walk["walker"], 0) + 1
                return counts
            """,
            tags="aggregation",
        ),
        Case(
            kind="write",
            call='add_walk(dog=Milo, owner=Jess, day=Thursday, time="14:00", minutes=30, walker=Tom)',
            after=added(
                "/walks",
                {
                    "id": unused(1, 2, 3, 4, 6),
                    "dog": "Milo",
                    "owner": "Jess",
                    "day": "Thursday",
                    "time": "14:00",
                    "minutes": 30,
                    "walker": "Tom",
                    "done": False,
                },
            ),
            right="""
                walk = {"id": max(walk["id"] for walk in state["walks"]) + 1, **args, "done": False}
                state["walks"].append(walk)
                return walk
            """,
        ),
        Case(
            kind="write",
            call="reschedule_walk(4, Thursday)",
            after=becomes({"/walks/3/day": "Thursday"}),
            right="""
                for walk in state["walks"]:
                    if walk["id"] == 4:
                        walk["day"] = "Thursday"
                        return walk
            """,
            tags="id",
        ),
        Case(
            kind="sentence",
            call="Tom is ill on Monday, Lena does his walk that day",
            after=becomes({"/walks/1/walker": "Lena"}),
            right="""
                for walk in state["walks"]:
                    if walk["day"] == "Monday" and walk["walker"] == "Tom":
                        walk["walker"] = "Lena"
                return state["walks"]
            """,
            tags="filter",
        ),
        Case(
            kind="REST",
            call="GET /walks?done=false",
            response=any_of(picks("/walks", 1, 2, 3, 4, by="id"), picks("/walks", 1, 2, 3, 4, by="dog")),
            right='return [walk for walk in state["walks"] if not walk["done"]]',
            tags="filter",
        ),
        Case(
            kind="REST",
            call="DELETE /walks/3",
            after=becomes(drops=("/walks/2",)),
            right='return state["walks"].pop(2)',
            tags="id",
        ),
        Case(
            kind="creative",
            call="add_a_walk_for_a_new_dog()",
            after=invented("/walks", "dog", {"id": unused(1, 2, 3, 4, 6), "done": False}),
            right="""
                walk = {"id": 7, "dog": "Waffles", "owner": "Otto", "day": "Saturday", "time": "10:30"}
                walk.update(minutes=30, walker="Tom", done=False)
                state["walks"].append(walk)
                return walk
            """,
        ),
        Case(
            kind="mistyped",
            call="mark_doen(2)",
            after=becomes({"/walks/1/done": True}),
            right='state["walks"][1]["done"] = True\nreturn state["walks"][1]',
            tags="id",
        ),
    ),
)
