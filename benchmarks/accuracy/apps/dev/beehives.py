"""A beehive log: hives under their numbers, with lists of dated inspections in them."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, any_of, becomes


def queen_has_a_name(seen: Seen) -> str:
    """Accept a queen of hive 3 with a name of her own."""
    hives: Any = seen.after.get("hives") if isinstance(seen.after, dict) else None
    hive = hives.get("3") if isinstance(hives, dict) else None
    name = hive.get("queen") if isinstance(hive, dict) else None
    dull = {"", "queen", "new queen", "name", "beatrix", "maya", "the new queen", "queen 3"}
    if not isinstance(name, str) or name.strip().casefold() in dull:
        return "the queen of hive 3 should have a name of her own"
    return ""


APP = App(
    name="beehives",
    purpose="A log of my beehives",
    state={
        "beekeeper": "Hanne",
        "hives": {
            "1": {
                "queen": "Beatrix",
                "frames": 10,
                "inspections": [
                    {"date": "2024-05-02", "mites": 3, "note": "strong"},
                    {"date": "2024-05-20", "mites": 7, "note": "swarm cells"},
                ],
            },
            "2": {
                "queen": "Maya",
                "frames": 8,
                "inspections": [{"date": "2024-05-02", "mites": 1, "note": "calm"}],
            },
            "3": {"queen": None, "frames": 6, "inspections": []},
        },
        "honey_kg": {"2022": 31.5, "2023": 42, "2024": 0},
    },
    cases=(
        Case(
            kind="read",
            call="last_inspection(1)",
            response=picks("/hives/1/inspections", 1, by="date", also=(1, "1")),
            right='return state["hives"]["1"]["inspections"][-1]',
            tags="key nested",
        ),
        Case(
            kind="read",
            call="hives_without_queen()",
            response=picks("/hives", "3"),
            right='return [number for number, hive in state["hives"].items() if not hive["queen"]]',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="total_honey()",
            response=answers(73.5, also=("kg",)),
            right='return sum(state["honey_kg"].values())',
            tags="aggregation",
        ),
        Case(
            kind="write",
            call='log_inspection(hive=2, date="2024-06-01", mites=4, note="new brood")',
            after=added(
                "/hives/2/inspections",
                {"date": "2024-06-01", "mites": 4, "note": "new brood"},
            ),
            right="""
                entry = {"date": "2024-06-01", "mites": 4, "note": "new brood"}
                state["hives"]["2"]["inspections"].append(entry)
                return entry
            """,
            tags="key nested",
        ),
        Case(
            kind="write",
            call='set_queen(3, "Cleo")',
            after=becomes({"/hives/3/queen": "Cleo"}),
            right='state["hives"]["3"]["queen"] = "Cleo"\nreturn state["hives"]["3"]',
            tags="key",
        ),
        Case(
            kind="write",
            call="add_frames(hive=2, count=2)",
            after=becomes({"/hives/2/frames": 10}),
            right='state["hives"]["2"]["frames"] += 2\nreturn {"frames": 10}',
            tags="counter key",
        ),
        Case(
            kind="mistyped",
            call="add_hoeny(2024, 12.5)",
            after=becomes({"/honey_kg/2024": 12.5}),
            right='state["honey_kg"]["2024"] += 12.5\nreturn state["honey_kg"]',
            tags="counter key",
        ),
        Case(
            kind="sentence",
            call="which hive had the most mites at its last inspection?",
            response=any_of(
                picks("/hives", "1", also=(7, "2024-05-20", "swarm cells")),
                answers("hive 1", "Hive 1", also=(7, "2024-05-20", "Beatrix")),
            ),
            right="""
                mites = {}
                for number, hive in state["hives"].items():
                    if hive["inspections"]:
                        mites[number] = hive["inspections"][-1]["mites"]
                return max(mites, key=lambda number: mites[number])
            """,
            tags="aggregation key nested",
        ),
        Case(
            kind="sentence",
            call="I moved one frame from hive 1 to hive 3",
            after=becomes({"/hives/1/frames": 9, "/hives/3/frames": 7}),
            right="""
                state["hives"]["1"]["frames"] -= 1
                state["hives"]["3"]["frames"] += 1
                return {"message": "noted"}
            """,
            tags="move key",
        ),
        Case(
            kind="REST",
            call="GET /hives/2/inspections",
            response=picks("/hives/2/inspections", 0),
            right='return state["hives"]["2"]["inspections"]',
            tags="key nested",
        ),
        Case(
            kind="creative",
            call="give_hive_3_a_queen_with_a_royal_name()",
            after=all_of(queen_has_a_name, becomes(free=("/hives/3/queen",))),
            right='state["hives"]["3"]["queen"] = "Theodora"\nreturn state["hives"]["3"]',
            tags="key",
        ),
    ),
)
