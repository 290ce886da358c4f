"""A medicine cabinet: an object of medicines under their names, with dates, and a list of strings."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, any_of, becomes

APP = App(
    name="medicine",
    purpose=(
        "The medicine cabinet of our family, and what we have to buy for it. "
        "tablets is how many are left of a medicine"
    ),
    state={
        "medicines": {
            "ibuprofen": {"for": "pain", "tablets": 14, "expires": "2031-03-31"},
            "cetirizine": {"for": "allergy", "tablets": 6, "expires": "2030-09-30"},
            "aspirin": {"for": "pain", "tablets": 2, "expires": "2032-01-31"},
            "loratadine": {"for": "allergy", "tablets": 10, "expires": "2030-12-31"},
            "charcoal": {"for": "stomach", "tablets": 30, "expires": "2033-06-30"},
        },
        "to_buy": ["plasters", "nose spray"],
    },
    cases=(
        Case(
            kind="read",
            call="medicines_for(allergy)",
            response=picks("/medicines", "cetirizine", "loratadine"),
            right='return {k: v for k, v in state["medicines"].items() if v["for"] == "allergy"}',
            tags="filter key",
        ),
        Case(
            kind="read",
            call="list_medicines_by_expiry_date()",
            response=picks(
                *("/medicines", "cetirizine", "loratadine", "ibuprofen", "aspirin", "charcoal"), ordered=True
            ),
            right="""
                medicines = [{"name": name, **entry} for name, entry in state["medicines"].items()]
                return sorted(medicines, key=lambda entry: entry["expires"])
            """,
            tags="sort date key",
        ),
        Case(
            kind="write",
            call="take(ibuprofen, 2)",
            after=becomes({"/medicines/ibuprofen/tablets": 12}),
            right="""
                state["medicines"]["ibuprofen"]["tablets"] -= 2
                return state["medicines"]["ibuprofen"]
            """,
            tags="counter key",
        ),
        Case(
            kind="write",
            call='add_medicine(paracetamol, for=pain, tablets=20, expires="2031-05-31")',
            after=added(
                "/medicines", {"for": "pain", "tablets": 20, "expires": "2031-05-31"}, key="paracetamol"
            ),
            right="""
                entry = {"for": "pain", "tablets": 20, "expires": "2031-05-31"}
                state["medicines"]["paracetamol"] = entry
                return entry
            """,
            tags="key date",
        ),
        Case(
            kind="sentence",
            call="how many tablets against pain do we have in total?",
            response=answers(16, also=(14, 2)),
            right='return sum(v["tablets"] for v in state["medicines"].values() if v["for"] == "pain")',
            tags="read aggregation filter",
        ),
        Case(
            kind="sentence",
            call="we also need to buy a thermometer",
            after=any_of(
                becomes({"/to_buy/-": "thermometer"}),
                becomes({"/to_buy/-": "a thermometer"}),
                becomes({"/to_buy/-": "Thermometer"}),
                becomes({"/to_buy": ["thermometer", "plasters", "nose spray"]}),
            ),
            right='state["to_buy"].append("thermometer")\nreturn state["to_buy"]',
        ),
        Case(
            kind="REST",
            call="PUT /medicines/loratadine",
            data={"for": "allergy", "tablets": 40, "expires": "2032-12-31"},
            after=becomes(
                {"/medicines/loratadine/tablets": 40, "/medicines/loratadine/expires": "2032-12-31"}
            ),
            right="""
                entry = {"for": "allergy", "tablets": 40, "expires": "2032-12-31"}
                state["medicines"]["loratadine"] = entry
                return entry
            """,
            tags="key body date",
        ),
        Case(
            kind="REST",
            call="DELETE /medicines/aspirin",
            after=becomes(drops=("/medicines/aspirin",)),
            right='return state["medicines"].pop("aspirin")',
            tags="key",
        ),
        Case(
            kind="mistyped",
            call="tablets_lfet(ibuprofin)",
            response=answers(14, also=("ibuprofen", "tablets")),
            right='return state["medicines"]["ibuprofen"]["tablets"]',
            tags="read key",
        ),
    ),
)
