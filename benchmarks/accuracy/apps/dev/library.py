"""A school library: a list of objects with ids, camel case, and dates that may be null."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import picks
from benchmarks.accuracy.states import added, becomes, invented

FREE = {"borrowedBy": None, "dueDate": None}

APP = App(
    name="library",
    purpose="Backend for our school library app",
    state={
        "books": [
            {"id": 11, "title": "Matilda", "author": "Roald Dahl", "year": 1988, **FREE},
            {
                "id": 12,
                "title": "Holes",
                "author": "Louis Sachar",
                "year": 1998,
                "borrowedBy": "Emma",
                "dueDate": "2025-03-10",
            },
            {
                "id": 15,
                "title": "The BFG",
                "author": "Roald Dahl",
                "year": 1982,
                "borrowedBy": "Kofi",
                "dueDate": "2025-03-21",
            },
            {"id": 17, "title": "Wonder", "author": "R. J. Palacio", "year": 2012, **FREE},
            {
                "id": 18,
                "title": "Coraline",
                "author": "Neil Gaiman",
                "year": 2002,
                "borrowedBy": "Emma",
                "dueDate": "2025-03-28",
            },
        ]
    },
    cases=(
        Case(
            kind="read",
            call="getAvailableBooks()",
            response=picks("/books", 0, 3, by="title"),
            right='return [book for book in state["books"] if book["borrowedBy"] is None]',
            tags="filter",
        ),
        Case(
            kind="read",
            call='getBooksByAuthor("Roald Dahl")',
            response=picks("/books", 0, 2, by="title"),
            right='return [book for book in state["books"] if book["author"] == "Roald Dahl"]',
            tags="filter",
        ),
        Case(
            kind="write",
            call='borrowBook(17, borrowedBy=Lena, dueDate="2025-04-04")',
            after=becomes({"/books/3/borrowedBy": "Lena", "/books/3/dueDate": "2025-04-04"}),
            right="""
                for book in state["books"]:
                    if book["id"] == 17:
                        book.update(borrowedBy="Lena", dueDate="2025-04-04")
                        return book
            """,
            tags="id date",
        ),
        Case(
            kind="write",
            call="returnBook(12)",
            after=becomes({"/books/1/borrowedBy": None, "/books/1/dueDate": None}),
            right="""
                for book in state["books"]:
                    if book["id"] == 12:
                        book.update(borrowedBy=None, dueDate=None)
                        return book
            """,
            tags="id",
        ),
        Case(
            kind="write",
            call="addBook()",
            data={"title": "Skellig", "author": "David Almond", "year": 1998},
            after=added("/books", {"title": "Skellig", "author": "David Almond", "year": 1998, **FREE}),
            right="""
                book = {"id": max(book["id"] for book in state["books"]) + 1, "title": "Skellig"}
                book.update(author="David Almond", year=1998, borrowedBy=None, dueDate=None)
                state["books"].append(book)
                return book
            """,
            tags="body",
        ),
        Case(
            kind="sentence",
            call="which books does Emma have?",
            response=picks("/books", 1, 4, by="title"),
            right='return [book["title"] for book in state["books"] if book["borrowedBy"] == "Emma"]',
            tags="filter",
        ),
        Case(
            kind="mistyped",
            call='extnedLaon(15, "2025-04-11")',
            after=becomes({"/books/2/dueDate": "2025-04-11"}),
            right='state["books"][2]["dueDate"] = "2025-04-11"\nreturn state["books"][2]',
            tags="id date",
        ),
        Case(
            kind="REST",
            call="GET /books?sort=year",
            response=picks("/books", 2, 0, 1, 4, 3, by="title", ordered=True),
            right='return sorted(state["books"], key=lambda book: book["year"])',
            tags="sort",
        ),
        Case(
            kind="creative",
            call="addTwoFantasyBooks()",
            after=invented("/books", "title", FREE, FREE),
            right="""
                new = [("The Hobbit", "J. R. R. Tolkien", 1937), ("Eragon", "Christopher Paolini", 2002)]
                for i, (title, author, year) in enumerate(new):
                    book = {"id": 19 + i, "title": title, "author": author, "year": year}
                    state["books"].append({**book, "borrowedBy": None, "dueDate": None})
                return state["books"][-2:]
            """,
        ),
    ),
)
