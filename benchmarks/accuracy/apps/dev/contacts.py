"""An address book: the state is a bare list."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.states import added, becomes, invented, unused

APP = App(
    name="contacts",
    purpose="My address book",
    state=[
        {
            "id": 7,
            "name": "Kofi Mensah",
            "phone": "555-0110",
            "emails": ["kofi@example.org"],
            "starred": True,
        },
        {"id": 12, "name": "Lena Vogt", "phone": "555-0142", "emails": [], "starred": False},
        {
            "id": 15,
            "name": "Arjun Rao",
            "phone": None,
            "emails": ["ar@example.com", "rao@example.net"],
            "starred": False,
        },
    ],
    cases=(
        Case(
            kind="read",
            call='find("Lena")',
            response=picks("", 1),
            right='return [c for c in state if args[0] in c["name"]]',
            tags="filter root-list",
        ),
        Case(
            kind="read",
            call="all_email_addresses()",
            response=answers(
                ["kofi@example.org", "ar@example.com", "rao@example.net"],
                [["kofi@example.org"], [], ["ar@example.com", "rao@example.net"]],
                {
                    "Kofi Mensah": ["kofi@example.org"],
                    "Lena Vogt": [],
                    "Arjun Rao": ["ar@example.com", "rao@example.net"],
                },
            ),
            right='return [email for c in state for email in c["emails"]]',
            tags="nested root-list",
        ),
        Case(
            kind="write",
            call='set_phone("Arjun Rao", "555-0199")',
            after=becomes({"/2/phone": "555-0199"}),
            right="""
                for contact in state:
                    if contact["name"] == args[0]:
                        contact["phone"] = args[1]
                        return contact
            """,
            tags="root-list",
        ),
        Case(
            kind="write",
            call="add_email(12, lena@example.org)",
            after=becomes({"/1/emails/-": "lena@example.org"}),
            right="""
                contact = [c for c in state if c["id"] == args[0]][0]
                contact["emails"].append(args[1])
                return contact
            """,
            tags="id nested root-list",
        ),
        Case(
            kind="sentence",
            call="who has no phone number?",
            response=picks("", 2, by="name"),
            right='return [c["name"] for c in state if not c["phone"]]',
            tags="filter root-list",
        ),
        Case(
            kind="mistyped",
            call="unstr(7)",
            after=becomes({"/0/starred": False}),
            right="""
                contact = [c for c in state if c["id"] == args[0]][0]
                contact["starred"] = False
                return contact
            """,
            tags="id root-list",
        ),
        Case(
            kind="REST",
            call="DELETE /contacts/12",
            after=becomes(drops=("/1",)),
            right="state[:] = [c for c in state if c['id'] != args[0]]\nreturn {'message': 'deleted'}",
            tags="id root-list",
        ),
        Case(
            kind="REST",
            call="POST /contacts",
            data={"name": "Mei Lin", "phone": "555-0177", "emails": ["mei@example.org"], "starred": False},
            after=added(
                "",
                {
                    "id": unused(7, 12, 15),
                    "name": "Mei Lin",
                    "phone": "555-0177",
                    "emails": ["mei@example.org"],
                    "starred": False,
                },
            ),
            right="""
                contact = {"id": max(c["id"] for c in state) + 1, **args}
                state.append(contact)
                return contact, 201
            """,
            tags="root-list",
        ),
        Case(
            kind="creative",
            call="add_two_famous_detectives()",
            after=invented("", "name", {}, {}),
            right="""
                for i, name in (16, "Sherlock Holmes"), (17, "Jane Marple"):
                    state.append({"id": i, "name": name, "phone": None, "emails": [], "starred": False})
                return state[-2:]
            """,
            tags="root-list",
        ),
    ),
)
