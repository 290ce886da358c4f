"""An animal shelter: a list of objects with ids and a status, and a list of strings."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import mentions, picks, prose
from benchmarks.accuracy.seen import Check
from benchmarks.accuracy.states import added, all_of, any_of, becomes


def animals(*which: int) -> Check:
    """Accept these animals, by name or by id."""
    return any_of(picks("/animals", *which, by="name"), picks("/animals", *which, by="id"))


def nobody(value: Any) -> bool:
    """Accept no adopter."""
    return value in (None, "")


APP = App(
    name="adoption",
    purpose="The animals of our shelter and who adopts them. An animal is available, reserved or adopted",
    state={
        "animals": [
            {
                "id": 1,
                "name": "Bella",
                "species": "dog",
                "age": 4,
                "status": "reserved",
                "adopter": "Ines Moreau",
            },
            {"id": 2, "name": "Milo", "species": "cat", "age": 2, "status": "available", "adopter": None},
            {"id": 3, "name": "Rocky", "species": "dog", "age": 9, "status": "available", "adopter": None},
            {"id": 4, "name": "Luna", "species": "cat", "age": 1, "status": "available", "adopter": None},
            {
                "id": 5,
                "name": "Pip",
                "species": "rabbit",
                "age": 3,
                "status": "adopted",
                "adopter": "Omar Haddad",
            },
            {
                "id": 6,
                "name": "Nala",
                "species": "cat",
                "age": 11,
                "status": "reserved",
                "adopter": "Jana Weiss",
            },
        ],
        "volunteers": ["Greta", "Sam", "Yusuf"],
    },
    cases=(
        Case(
            kind="read",
            call="list_available_animals()",
            response=animals(1, 2, 3),
            right='return [animal for animal in state["animals"] if animal["status"] == "available"]',
            tags="filter",
        ),
        Case(
            kind="read",
            call="oldest_available()",
            response=animals(2),
            right="""
                available = [animal for animal in state["animals"] if animal["status"] == "available"]
                return max(available, key=lambda animal: animal["age"])
            """,
            tags="filter aggregation",
        ),
        Case(
            kind="write",
            call='reserve(4, "Tom Becker")',
            after=becomes({"/animals/3/status": "reserved", "/animals/3/adopter": "Tom Becker"}),
            right="""
                for animal in state["animals"]:
                    if animal["id"] == 4:
                        animal.update(status="reserved", adopter="Tom Becker")
                        return animal
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="add_animal(name=Coco, species=dog, age=2)",
            after=added(
                "/animals",
                {"name": "Coco", "species": "dog", "age": 2, "status": "available", "adopter": nobody},
                optional=("adopter",),
            ),
            right="""
                animal = {"id": 7, "name": "Coco", "species": "dog", "age": 2}
                animal.update(status="available", adopter=None)
                state["animals"].append(animal)
                return animal
            """,
        ),
        Case(
            kind="sentence",
            call="Ines Moreau has adopted Bella today",
            after=becomes({"/animals/0/status": "adopted"}),
            right="""
                for animal in state["animals"]:
                    if animal["name"] == "Bella":
                        animal.update(status="adopted", adopter="Ines Moreau")
                        return animal
            """,
        ),
        Case(
            kind="REST",
            call="GET /animals?species=cat",
            response=animals(1, 3, 5),
            right='return [animal for animal in state["animals"] if animal["species"] == "cat"]',
            tags="filter query read",
        ),
        Case(
            kind="REST",
            call="DELETE /animals/5",
            after=becomes(drops=("/animals/4",)),
            right="""
                state["animals"] = [animal for animal in state["animals"] if animal["id"] != 5]
                return {"message": "deleted"}
            """,
            tags="id",
        ),
        Case(
            kind="mistyped",
            call="cancel_reservaton(Nala)",
            after=becomes({"/animals/5/status": "available", "/animals/5/adopter": None}),
            right="""
                for animal in state["animals"]:
                    if animal["name"] == "Nala":
                        animal.update(status="available", adopter=None)
                        return animal
            """,
        ),
        Case(
            kind="creative",
            call="write_adoption_ad(Luna)",
            response=all_of(prose, mentions("Luna")),
            right="""
                text = "Luna is one year old and full of mischief. Give this young cat a sofa of her own!"
                return {"name": "Luna", "ad": text}
            """,
        ),
    ),
)
