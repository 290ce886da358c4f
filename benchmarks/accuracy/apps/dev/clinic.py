"""A vet's patients: objects keyed by names, with lists in them."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented

APP = App(
    name="clinic",
    purpose="A vet's patients and their visits",
    state={
        "patients": {
            "Rex": {"kind": "dog", "age": 4, "owner": "Paula", "visits": ["2024-01-10", "2024-04-02"]},
            "Mimi": {"kind": "cat", "age": 11, "owner": "Stefan", "visits": []},
            "Bubbles": {"kind": "fish", "age": 1, "owner": "Paula", "visits": ["2024-03-15"]},
        }
    },
    cases=(
        Case(
            kind="read",
            call="get_patient(Mimi)",
            response=answers({"kind": "cat", "age": 11, "owner": "Stefan", "visits": []}),
            right='return state["patients"][args[0]]',
            tags="key",
        ),
        Case(
            kind="read",
            call="patients_of(Paula)",
            response=picks("/patients", "Rex", "Bubbles"),
            right='return [name for name, p in state["patients"].items() if p["owner"] == args[0]]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="count_visits()",
            response=answers(3, {"Rex": 2, "Mimi": 0, "Bubbles": 1}),
            right='return sum(len(p["visits"]) for p in state["patients"].values())',
            tags="aggregation nested",
        ),
        Case(
            kind="write",
            call="add_visit(Mimi, 2024-05-20)",
            after=becomes({"/patients/Mimi/visits/-": "2024-05-20"}),
            right='state["patients"][args[0]]["visits"].append(args[1])\nreturn state["patients"][args[0]]',
            tags="nested",
        ),
        Case(
            kind="write",
            call='register_patient(name="Coco", kind="parrot", age=2, owner="Ida")',
            after=added("/patients", {"kind": "parrot", "age": 2, "owner": "Ida", "visits": []}, key="Coco"),
            right="""
                new = {"kind": args["kind"], "age": args["age"], "owner": args["owner"], "visits": []}
                state["patients"][args["name"]] = new
                return new
            """,
            tags="key",
        ),
        Case(
            kind="write",
            call="birthday(Rex)",
            after=becomes({"/patients/Rex/age": 5}),
            right='state["patients"][args[0]]["age"] += 1\nreturn state["patients"][args[0]]',
            tags="key",
        ),
        Case(
            kind="sentence",
            call="which animals have never been here?",
            response=picks("/patients", "Mimi"),
            right='return [name for name, p in state["patients"].items() if not p["visits"]]',
            tags="filter",
        ),
        Case(
            kind="sentence",
            call="Rex now belongs to Henry",
            after=becomes({"/patients/Rex/owner": "Henry"}),
            right='state["patients"]["Rex"]["owner"] = "Henry"\nreturn state["patients"]["Rex"]',
        ),
        Case(
            kind="mistyped",
            call="oldset_pateint()",
            response=picks("/patients", "Mimi"),
            right='return max(state["patients"], key=lambda name: state["patients"][name]["age"])',
            tags="aggregation",
        ),
        Case(
            kind="REST",
            call="DELETE /patients/Bubbles",
            after=becomes(drops=("/patients/Bubbles",)),
            right='return state["patients"].pop(args[0])',
            tags="key",
        ),
        Case(
            kind="creative",
            call="add_a_hamster_of(Lars)",
            after=invented("/patients", "kind", {"kind": "hamster", "owner": "Lars", "visits": []}),
            right="""
                state["patients"]["Nibbles"] = {"kind": "hamster", "age": 1, "owner": args[0], "visits": []}
                return state["patients"]["Nibbles"]
            """,
            tags="key",
        ),
    ),
)
