"""A bike rental: a list of objects with ids, where null says that nobody has the bike."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes, unused

APP = App(
    name="bikes",
    purpose="A bike rental at the harbour",
    state={
        "station": "Harbour",
        "price_per_hour": 4.5,
        "bikes": [
            {"id": 1, "model": "City Cruiser", "type": "city", "rented_by": None, "needs_repair": False},
            {"id": 2, "model": "Trail Fox", "type": "mountain", "rented_by": "Lena", "needs_repair": False},
            {"id": 3, "model": "Kiddo", "type": "kids", "rented_by": None, "needs_repair": True},
            {"id": 4, "model": "Volt 500", "type": "electric", "rented_by": "Pedro", "needs_repair": False},
            {"id": 5, "model": "Summit", "type": "mountain", "rented_by": None, "needs_repair": False},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="available_bikes()",
            response=any_of(
                picks("/bikes", 0, 4, by="id"),
                picks("/bikes", 0, 4, by="model"),
                picks("/bikes", 0, 2, 4, by="id"),
                picks("/bikes", 0, 2, 4, by="model"),
            ),
            right='return [b for b in state["bikes"] if not b["rented_by"] and not b["needs_repair"]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="bikes_by_type(mountain)",
            response=any_of(picks("/bikes", 1, 4, by="id"), picks("/bikes", 1, 4, by="model")),
            right='return [b for b in state["bikes"] if b["type"] == "mountain"]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="calculate_price(hours=3)",
            response=answers(13.5, also=(4.5,)),
            right='return {"price": 3 * state["price_per_hour"]}',
            tags="arithmetic",
        ),
        Case(
            kind="write",
            call='rent_bike(5, "Amir")',
            after=becomes({"/bikes/4/rented_by": "Amir"}),
            right="""
                bike = next(b for b in state["bikes"] if b["id"] == 5)
                bike["rented_by"] = "Amir"
                return bike
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="return_bike(2)",
            after=becomes({"/bikes/1/rented_by": None}),
            right="""
                bike = next(b for b in state["bikes"] if b["id"] == 2)
                bike["rented_by"] = None
                return {"message": "Thanks, Lena"}
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call='add_bike(model="Rocket", type="electric")',
            after=added(
                "/bikes",
                {
                    "id": unused(1, 2, 3, 4, 5),
                    "model": "Rocket",
                    "type": "electric",
                    "rented_by": None,
                    "needs_repair": False,
                },
            ),
            right="""
                new = max(b["id"] for b in state["bikes"]) + 1
                bike = {"id": new, "model": "Rocket", "type": "electric"}
                state["bikes"].append({**bike, "rented_by": None, "needs_repair": False})
                return state["bikes"][-1]
            """,
        ),
        Case(
            kind="write",
            call="set_price(5)",
            after=becomes({"/price_per_hour": 5}),
            right='state["price_per_hour"] = 5\nreturn {"price_per_hour": 5}',
        ),
        Case(
            kind="mistyped",
            call="mark_repiared(3)",
            after=becomes({"/bikes/2/needs_repair": False}),
            right="""
                bike = next(b for b in state["bikes"] if b["id"] == 3)
                bike["needs_repair"] = False
                return bike
            """,
            tags="id",
        ),
        Case(
            kind="sentence",
            call="who has the electric bike?",
            response=any_of(answers("Pedro", also=(4, "Volt 500", "electric")), picks("/bikes", 3)),
            right='return next(b["rented_by"] for b in state["bikes"] if b["type"] == "electric")',
            tags="filter",
        ),
        Case(
            kind="REST",
            call="GET /bikes/4",
            response=picks("/bikes", 3),
            right='return next(b for b in state["bikes"] if b["id"] == 4)',
            tags="id",
        ),
        Case(
            kind="REST",
            call="DELETE /bikes/1",
            after=becomes(drops=("/bikes/0",)),
            right="""
                state["bikes"] = [b for b in state["bikes"] if b["id"] != 1]
                return {"message": "deleted"}
            """,
            tags="id",
        ),
    ),
)
