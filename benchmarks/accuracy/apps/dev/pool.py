"""A swimming pool: a list of lanes, each a list of names, a list of courses, and scalars at the root."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import any_of, becomes

APP = App(
    name="pool",
    purpose=(
        "The swimming pool in our town. lanes says who swims in lane 1, lane 2 and so on; "
        "booked is how many of a course's spots are taken"
    ),
    state={
        "open": True,
        "water_temp": 26.5,
        "lanes": [["Ida", "Marek"], [], ["Joanna"], ["Pavel", "Sofie", "Ugo"]],
        "lifeguards": ["Kurt", "Bea"],
        "courses": [
            {"name": "Aqua Fitness", "day": "Monday", "time": "10:00", "spots": 12, "booked": 9},
            {"name": "Beginners", "day": "Wednesday", "time": "17:30", "spots": 8, "booked": 8},
            {"name": "Crawl Technique", "day": "Wednesday", "time": "19:00", "spots": 10, "booked": 4},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="count_swimmers()",
            response=answers(6),
            right='return sum(len(lane) for lane in state["lanes"])',
            tags="aggregation grid",
        ),
        Case(
            kind="read",
            call="which_lane(Joanna)",
            response=answers(3, {"lane": 3, "swimmers": ["Joanna"]}, also=(True,)),
            right="""
                for number, lane in enumerate(state["lanes"], start=1):
                    if "Joanna" in lane:
                        return {"lane": number}
            """,
            tags="lookup grid",
        ),
        Case(
            kind="read",
            call="courses_with_free_spots()",
            response=picks("/courses", 0, 2, by="name", also=(3, 6)),
            right='return [course for course in state["courses"] if course["booked"] < course["spots"]]',
            tags="filter",
        ),
        Case(
            kind="write",
            call="enter_lane(2, Nils)",
            after=becomes({"/lanes/1/-": "Nils"}),
            right='state["lanes"][1].append("Nils")\nreturn state["lanes"]',
            tags="grid",
        ),
        Case(
            kind="write",
            call="move_swimmer(Ugo, lane=3)",
            after=any_of(
                becomes({"/lanes/2/-": "Ugo"}, drops=("/lanes/3/2",)),
                becomes({"/lanes/2": ["Ugo", "Joanna"]}, drops=("/lanes/3/2",)),
            ),
            right="""
                state["lanes"][3].remove("Ugo")
                state["lanes"][2].append("Ugo")
                return state["lanes"]
            """,
            tags="grid move",
        ),
        Case(
            kind="write",
            call='book_course("Crawl Technique")',
            after=becomes({"/courses/2/booked": 5}),
            right="""
                for course in state["courses"]:
                    if course["name"] == "Crawl Technique":
                        course["booked"] += 1
                        return course
            """,
            tags="counter",
        ),
        Case(
            kind="sentence",
            call="Marek and Pavel are out of the water and went home",
            after=becomes(drops=("/lanes/0/1", "/lanes/3/0")),
            right="""
                state["lanes"][0].remove("Marek")
                state["lanes"][3].remove("Pavel")
                return state["lanes"]
            """,
            tags="grid",
        ),
        Case(
            kind="sentence",
            call="make the water one degree warmer",
            after=becomes({"/water_temp": 27.5}),
            right='state["water_temp"] += 1\nreturn {"water_temp": state["water_temp"]}',
            tags="counter",
        ),
        Case(
            kind="mistyped",
            call="add_lifegaurd(Tomas)",
            after=any_of(
                becomes({"/lifeguards/-": "Tomas"}), becomes({"/lifeguards": ["Tomas", "Kurt", "Bea"]})
            ),
            right='state["lifeguards"].append("Tomas")\nreturn state["lifeguards"]',
        ),
    ),
)
