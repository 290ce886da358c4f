"""A museum: a list of exhibits with ids, a list of tours without, and scalars."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Check
from benchmarks.accuracy.states import any_of, becomes, invented


def exhibits(*which: int, ordered: bool = False) -> Check:
    """Accept these exhibits, by title or by id."""
    return any_of(
        picks("/exhibits", *which, by="title", ordered=ordered),
        picks("/exhibits", *which, by="id", ordered=ordered),
    )


APP = App(
    name="museum",
    purpose="Our small town museum: the exhibits, the guided tours of today and a count of today's visitors",
    state={
        "open": True,
        "visitors_today": 48,
        "exhibits": [
            {
                "id": 201,
                "title": "Model of a fishing boat",
                "room": "Harbour",
                "year": 1911,
                "on_display": True,
            },
            {"id": 202, "title": "Town hall clock", "room": "Attic", "year": 1874, "on_display": True},
            {"id": 203, "title": "Spinning wheel", "room": "Kitchen", "year": 1823, "on_display": True},
            {"id": 204, "title": "School bench", "room": "Classroom", "year": 1935, "on_display": True},
            {"id": 205, "title": "Cuckoo clock", "room": "Kitchen", "year": 1896, "on_display": False},
        ],
        "tours": [
            {"time": "10:30", "guide": "Marta", "booked": 6, "max": 12},
            {"time": "14:00", "guide": "Jonas", "booked": 12, "max": 12},
            {"time": "16:30", "guide": "Marta", "booked": 3, "max": 12},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="search(clock)",
            response=exhibits(1, 4),
            right='return [item for item in state["exhibits"] if "clock" in item["title"].lower()]',
            tags="filter search",
        ),
        Case(
            kind="read",
            call="list_exhibits_oldest_first()",
            response=exhibits(2, 1, 4, 0, 3, ordered=True),
            right='return sorted(state["exhibits"], key=lambda item: item["year"])',
            tags="sort",
        ),
        Case(
            kind="write",
            call='book_tour("10:30", 4)',
            after=becomes({"/tours/0/booked": 10}),
            right='state["tours"][0]["booked"] += 4\nreturn state["tours"][0]',
            tags="counter",
        ),
        Case(
            kind="write",
            call="move_exhibit(204, Attic)",
            after=becomes({"/exhibits/3/room": "Attic"}),
            right="""
                for item in state["exhibits"]:
                    if item["id"] == 204:
                        item["room"] = "Attic"
                        return item
            """,
            tags="id",
        ),
        Case(
            kind="sentence",
            call="how many people can still join the 16:30 tour?",
            response=any_of(
                answers(9, also=(12, 3, "16:30", "Marta")), mentions("9", omits=("10:30", "14:00"))
            ),
            right="""
                for tour in state["tours"]:
                    if tour["time"] == "16:30":
                        return {"free": tour["max"] - tour["booked"]}
            """,
            tags="read lookup",
        ),
        Case(
            kind="sentence",
            call="three more visitors just came in",
            after=becomes({"/visitors_today": 51}),
            right='state["visitors_today"] += 3\nreturn {"visitors_today": state["visitors_today"]}',
            tags="counter",
        ),
        Case(
            kind="REST",
            call="PUT /exhibits/203",
            data={"title": "Oak spinning wheel", "room": "Attic", "year": 1821, "on_display": False},
            after=becomes(
                {
                    "/exhibits/2/title": "Oak spinning wheel",
                    "/exhibits/2/room": "Attic",
                    "/exhibits/2/year": 1821,
                    "/exhibits/2/on_display": False,
                }
            ),
            right="""
                for item in state["exhibits"]:
                    if item["id"] == 203:
                        item.update(title="Oak spinning wheel", room="Attic", year=1821, on_display=False)
                        return item
            """,
            tags="id body",
        ),
        Case(
            kind="mistyped",
            call="put_on_dispaly(205)",
            after=becomes({"/exhibits/4/on_display": True}),
            right="""
                for item in state["exhibits"]:
                    if item["id"] == 205:
                        item["on_display"] = True
                        return item
            """,
            tags="id",
        ),
        Case(
            kind="creative",
            call="add_two_exhibits_about_trains()",
            after=invented("/exhibits", "title", {}, {}),
            right="""
                found = [("Steam engine whistle", 1902), ("Conductor's lantern", 1888)]
                for number, (title, year) in enumerate(found, start=206):
                    item = {"id": number, "title": title, "room": "Harbour", "year": year}
                    state["exhibits"].append({**item, "on_display": True})
                return state["exhibits"][-2:]
            """,
            tags="id",
        ),
    ),
)
