"""A vaccination schedule: counters in objects under names, and the counters that they should reach."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes

NEEDED = {"measles": 2, "tetanus": 5, "polio": 4}
NAMES = ("Amira", "Jonas", "Talia", "Nuri")


def no_doses(value: object) -> bool:
    """Accept the doses of a new child: none, or zero of each vaccine."""
    return value == {} or value == dict.fromkeys(NEEDED, 0)


APP = App(
    name="vaccines",
    purpose="Vaccinations at a school; the schedule says how many doses of each vaccine a child needs",
    state={
        "schedule": NEEDED,
        "children": {
            "Amira": {"born": 2017, "doses": {"measles": 2, "tetanus": 2, "polio": 4}},
            "Jonas": {"born": 2015, "doses": {"measles": 2, "tetanus": 5, "polio": 4}},
            "Talia": {"born": 2018, "doses": {"measles": 0, "tetanus": 5, "polio": 3}},
            "Nuri": {"born": 2017, "doses": {"measles": 1, "tetanus": 0, "polio": 4}},
        },
    },
    cases=(
        Case(
            kind="read",
            call="count_missing_doses(Amira)",
            response=answers(
                {"tetanus": 3}, {"measles": 0, "tetanus": 3, "polio": 0}, 3, also=("tetanus", 5, 2)
            ),
            right="""
                doses = state["children"][args[0]]["doses"]
                missing = {name: n - doses.get(name, 0) for name, n in state["schedule"].items()}
                return {name: n for name, n in missing.items() if n > 0}
            """,
            tags="aggregation nested key",
        ),
        Case(
            kind="read",
            call="fully_vaccinated()",
            response=any_of(picks("/children", "Jonas"), answers({name: name == "Jonas" for name in NAMES})),
            right="""
                needed = state["schedule"].items()
                return [
                    name
                    for name, child in state["children"].items()
                    if all(child["doses"].get(vaccine, 0) >= n for vaccine, n in needed)
                ]
            """,
            tags="filter nested key",
        ),
        Case(
            kind="write",
            call="give_dose(Talia, measles)",
            after=becomes({"/children/Talia/doses/measles": 1}),
            right="""
                doses = state["children"][args[0]]["doses"]
                doses[args[1]] = doses.get(args[1], 0) + 1
                return doses
            """,
            tags="counter nested key",
        ),
        Case(
            kind="write",
            call='register_child(name="Pavel", born=2019)',
            after=added("/children", {"born": 2019, "doses": no_doses}, key="Pavel"),
            right="""
                child = {"born": args["born"], "doses": {name: 0 for name in state["schedule"]}}
                state["children"][args["name"]] = child
                return child
            """,
            tags="key",
        ),
        Case(
            kind="write",
            call="add_vaccine(hepatitis, doses=3)",
            after=any_of(
                becomes({"/schedule/hepatitis": 3}),
                becomes(
                    {"/schedule/hepatitis": 3, **{f"/children/{name}/doses/hepatitis": 0 for name in NAMES}}
                ),
            ),
            right='state["schedule"][args[0]] = args[1]["doses"]\nreturn state["schedule"]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="who still needs a measles shot?",
            response=picks("/children", "Talia", "Nuri", also=(0, 1, 2, "measles")),
            right="""
                needed = state["schedule"]["measles"]
                children = state["children"].items()
                return [name for name, child in children if child["doses"]["measles"] < needed]
            """,
            tags="filter nested",
        ),
        Case(
            kind="sentence",
            call="Jonas has left the school, take him off the list",
            after=becomes(drops=("/children/Jonas",)),
            right='state["children"].pop("Jonas")\nreturn {"message": "Jonas is off the list"}',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="cuont_doses_givn(polio)",
            response=answers(15),
            right='return sum(child["doses"].get(args[0], 0) for child in state["children"].values())',
            tags="aggregation nested",
        ),
        Case(
            kind="REST",
            call="GET /children/Amira/doses",
            response=answers({"measles": 2, "tetanus": 2, "polio": 4}),
            right='return state["children"]["Amira"]["doses"]',
            tags="nested key",
        ),
    ),
)
