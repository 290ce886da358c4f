"""An animal shelter: a list of pets with ids, and visits that refer to them."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.states import added, any_of, becomes, invented, text

ROCKY: dict[str, Any] = {
    "id": 3,
    "name": "Rocky",
    "species": "dog",
    "age": 9,
    "vaccinated": True,
    "status": "reserved",
}
MITTENS: dict[str, Any] = {
    "id": 2,
    "name": "Mittens",
    "species": "cat",
    "age": 2,
    "vaccinated": True,
    "status": "available",
}


def is_puppy(species: Any) -> bool:
    """Accept the species of a young dog."""
    return isinstance(species, str) and species.casefold() in ("dog", "puppy")


def is_young(age: Any) -> bool:
    """Accept the age of a puppy."""
    return type(age) in (int, float) and 0 <= age < 2


PUPPY = {"species": is_puppy, "age": is_young, "status": text("available")}

APP = App(
    name="shelter",
    purpose="The pets in our animal shelter (status is available, reserved or adopted) and who visits them",
    state={
        "pets": [
            {
                "id": 1,
                "name": "Biscuit",
                "species": "dog",
                "age": 4,
                "vaccinated": True,
                "status": "available",
            },
            MITTENS,
            ROCKY,
            {
                "id": 4,
                "name": "Clover",
                "species": "rabbit",
                "age": 1,
                "vaccinated": False,
                "status": "available",
            },
            {
                "id": 5,
                "name": "Luna",
                "species": "cat",
                "age": 7,
                "vaccinated": True,
                "status": "reserved",
            },
            {
                "id": 8,
                "name": "Pepper",
                "species": "dog",
                "age": 1,
                "vaccinated": False,
                "status": "available",
            },
        ],
        "visits": [
            {"id": 1, "pet_id": 1, "visitor": "Hannah Weiss", "date": "2025-06-14"},
            {"id": 2, "pet_id": 5, "visitor": "Omar Haddad", "date": "2025-06-15"},
        ],
    },
    cases=(
        Case(
            kind="read",
            call="list_available_dogs()",
            response=any_of(picks("/pets", 0, 5, by="name"), picks("/pets", 0, 5, by="id")),
            right="""
                return [p for p in state["pets"] if p["species"] == "dog" and p["status"] == "available"]
            """,
            tags="filter",
        ),
        Case(
            kind="read",
            call="count_by_species()",
            response=any_of(
                answers({"dog": 3, "cat": 2, "rabbit": 1}, {"dogs": 3, "cats": 2, "rabbits": 1}, also=(6,)),
                mentions("3 dogs", "2 cats", "1 rabbit"),
            ),
            right="""
                counts = {}
                for pet in state["pets"]:
                    counts[pet["species"]] = counts.get(pet["species"], 0) + 1
                return counts
            """,
            tags="aggregation",
        ),
        Case(
            kind="write",
            call="adopt(3)",
            after=becomes({"/pets/2/status": "adopted"}),
            right="""
                for pet in state["pets"]:
                    if pet["id"] == 3:
                        pet["status"] = "adopted"
                        return pet
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call='book_visit(pet=Clover, visitor="Tom Reyes", date=2025-06-16)',
            after=added("/visits", {"pet_id": 4, "visitor": "Tom Reyes", "date": "2025-06-16"}),
            right="""
                visit = {"id": 3, "pet_id": 4, "visitor": "Tom Reyes", "date": "2025-06-16"}
                state["visits"].append(visit)
                return visit
            """,
            tags="id lookup date",
        ),
        Case(
            kind="sentence",
            call="how old is our oldest dog?",
            response=answers(9, ROCKY, also=("Rocky", "dog", 3)),
            right='return max(pet["age"] for pet in state["pets"] if pet["species"] == "dog")',
            tags="read aggregation filter",
        ),
        Case(
            kind="sentence",
            call="Pepper got vaccinated today",
            after=becomes({"/pets/5/vaccinated": True}),
            right="""
                for pet in state["pets"]:
                    if pet["name"] == "Pepper":
                        pet["vaccinated"] = True
                        return pet
            """,
        ),
        Case(
            kind="REST",
            call="GET /pets/2",
            response=answers(MITTENS),
            right='return [pet for pet in state["pets"] if pet["id"] == 2][0]',
            tags="id read",
        ),
        Case(
            kind="REST",
            call="POST /pets",
            data={"name": "Olive", "species": "cat", "age": 3, "vaccinated": True},
            after=added(
                "/pets",
                {
                    "name": "Olive",
                    "species": "cat",
                    "age": 3,
                    "vaccinated": True,
                    "status": text("available"),
                },
            ),
            right="""
                pet = {"id": 9, "name": "Olive", "species": "cat", "age": 3}
                pet.update(vaccinated=True, status="available")
                state["pets"].append(pet)
                return pet, 201
            """,
            tags="body",
        ),
        Case(
            kind="creative",
            call="add_three_puppies()",
            after=invented("/pets", "name", PUPPY, PUPPY, PUPPY),
            right="""
                for number, name in enumerate(["Noodle", "Waffle", "Juno"], start=9):
                    puppy = {"id": number, "name": name, "species": "dog", "age": 0}
                    state["pets"].append({**puppy, "vaccinated": False, "status": "available"})
                return state["pets"][-3:]
            """,
        ),
    ),
)
