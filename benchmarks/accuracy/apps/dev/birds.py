"""A log of birds: rows that are lists, a list of strings, and an object of texts that hang together."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.freeform import has
from benchmarks.accuracy.reading import Reading
from benchmarks.accuracy.responses import answers, mentions, picks, prose
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import any_of, becomes


def the_first_of_may(seen: Seen) -> str:
    """Accept the two sightings of that day, as rows or objects, with or without the day, in any order."""
    day = "2025-05-01"
    for candidate in Reading(seen).unwrapped():
        items = candidate if isinstance(candidate, list) else []
        rows = [list(item.values()) if isinstance(item, dict) else item for item in items]
        bare = [[cell for cell in row if cell != day] for row in rows if isinstance(row, list)]
        if len(bare) == len(items) and sorted(map(str, bare)) == ["['heron', 1]", "['robin', 2]"]:
            return ""
    return answers({"robin": 2, "heron": 1}, ["robin", "heron"], ["heron", "robin"])(seen)


APP = App(
    name="birds",
    purpose="A bird watching log: each sighting is a date, a species and how many",
    state={
        "sightings": [
            ["2025-05-01", "robin", 2],
            ["2025-05-01", "heron", 1],
            ["2025-05-03", "jackdaw", 12],
            ["2025-05-04", "robin", 3],
        ],
        "life_list": ["robin", "heron", "wren", "jackdaw"],
        "latin": {
            "robin": "Erithacus rubecula",
            "heron": "Ardea cinerea",
            "wren": "Troglodytes troglodytes",
            "jackdaw": "Coloeus monedula",
        },
    },
    cases=(
        Case(
            kind="read",
            call='sightings_on("2025-05-01")',
            response=the_first_of_may,
            right='return [row for row in state["sightings"] if row[0] == args[0]]',
            tags="filter date nested",
        ),
        Case(
            kind="read",
            call="total_by_species()",
            response=answers(
                {"robin": 5, "heron": 1, "jackdaw": 12},
                {"robin": 5, "heron": 1, "wren": 0, "jackdaw": 12},
            ),
            right="""
                totals = {}
                for _, species, number in state["sightings"]:
                    totals[species] = totals.get(species, 0) + number
                return totals
            """,
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call='log_sighting("2025-05-05", wren, 1)',
            after=becomes({"/sightings/-": ["2025-05-05", "wren", 1]}),
            right='state["sightings"].append([args[0], args[1], args[2]])\nreturn {"message": "logged"}',
            tags="date nested",
        ),
        Case(
            kind="write",
            call="undo_last_sighting()",
            after=becomes(drops=("/sightings/3",)),
            right='return state["sightings"].pop()',
        ),
        Case(
            kind="write",
            call='rename_species(jackdaw, "western jackdaw")',
            after=becomes(
                {
                    "/sightings/2/1": "western jackdaw",
                    "/life_list/3": "western jackdaw",
                    "/latin/western jackdaw": "Coloeus monedula",
                },
                drops=("/latin/jackdaw",),
            ),
            right="""
                old, new = args
                for row in state["sightings"]:
                    if row[1] == old:
                        row[1] = new
                state["life_list"] = [new if name == old else name for name in state["life_list"]]
                state["latin"][new] = state["latin"].pop(old)
                return {"message": "renamed"}
            """,
            tags="key nested",
        ),
        Case(
            kind="sentence",
            call="which bird on my life list have I not logged yet?",
            response=mentions("wren", omits=("robin", "heron", "jackdaw")),
            right="""
                logged = [row[1] for row in state["sightings"]]
                return [name for name in state["life_list"] if name not in logged]
            """,
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call="lsat_sighting_of(robn)",
            response=any_of(
                picks("/sightings", 3),
                answers("2025-05-04", also=("robin", 3)),
            ),
            right='return [row for row in state["sightings"] if row[1] == "robin"][-1]',
            tags="filter",
        ),
        Case(
            kind="REST",
            call="GET /latin/wren",
            response=answers("Troglodytes troglodytes", also=("wren",)),
            right='return state["latin"]["wren"]',
            tags="key",
        ),
        Case(
            kind="creative",
            call="fun_fact_about(heron)",
            response=prose,
            after=has(),  # it may be kept, beside what was there
            right='return "A heron folds its neck into an S when it flies."',
        ),
    ),
)
