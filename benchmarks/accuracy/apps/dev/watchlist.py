"""Films to watch: a bare list without ids."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks, prose
from benchmarks.accuracy.states import added, becomes, invented

APP = App(
    name="watchlist",
    purpose="Films that we want to watch",
    state=[
        {"title": "Alien", "year": 1979, "watched": True, "rating": 5},
        {"title": "Amelie", "year": 2001, "watched": False, "rating": None},
        {"title": "Arrival", "year": 2016, "watched": True, "rating": 4},
        {"title": "Coco", "year": 2017, "watched": False, "rating": None},
    ],
    cases=(
        Case(
            kind="read",
            call="unwatched()",
            response=picks("", 1, 3, by="title"),
            right='return [f for f in state if not f["watched"]]',
            tags="filter root-list",
        ),
        Case(
            kind="read",
            call="average_rating()",
            response=answers(4.5),
            right="""
                ratings = [f["rating"] for f in state if f["rating"] is not None]
                return sum(ratings) / len(ratings)
            """,
            tags="aggregation root-list",
        ),
        Case(
            kind="read",
            call="films_between(2000, 2016)",
            response=picks("", 1, 2, by="title"),
            right='return [f for f in state if args[0] <= f["year"] <= args[1]]',
            tags="filter root-list",
        ),
        Case(
            kind="write",
            call="rate(Alien, 3)",
            after=becomes({"/0/rating": 3}),
            right="""
                film = next(f for f in state if f["title"] == args[0])
                film["rating"] = args[1]
                return film
            """,
            tags="root-list",
        ),
        Case(
            kind="write",
            call="add_film(Up, 2009)",
            after=added("", {"title": "Up", "year": 2009, "watched": False, "rating": None}),
            right="""
                film = {"title": args[0], "year": args[1], "watched": False, "rating": None}
                state.append(film)
                return film
            """,
            tags="root-list",
        ),
        Case(
            kind="write",
            call="move_to_top(Coco)",
            after=becomes(order={"": [3, 0, 1, 2]}),
            right="""
                film = next(f for f in state if f["title"] == args[0])
                state.remove(film)
                state.insert(0, film)
                return state
            """,
            tags="move root-list",
        ),
        Case(
            kind="sentence",
            call="remove everything we have already watched",
            after=becomes(drops=("/0", "/2")),
            right='state[:] = [f for f in state if not f["watched"]]\nreturn state',
            tags="filter root-list",
        ),
        Case(
            kind="sentence",
            call="newest film first",
            after=becomes(order={"": [3, 2, 1, 0]}),
            right='state.sort(key=lambda f: f["year"], reverse=True)\nreturn state',
            tags="sort root-list",
        ),
        Case(
            kind="mistyped",
            call="mark_wachted(Amelie)",
            after=becomes({"/1/watched": True}),
            right="""
                film = next(f for f in state if f["title"] == args[0])
                film["watched"] = True
                return film
            """,
            tags="root-list",
        ),
        Case(
            kind="REST",
            call="GET /films?watched=true",
            response=picks("", 0, 2, by="title"),
            right='return [f for f in state if f["watched"] == args["watched"]]',
            tags="filter root-list",
        ),
        Case(
            kind="creative",
            call="add_three_classic_westerns()",
            after=invented("", "title", *[{"watched": False}] * 3),
            right="""
                for title, year in ("High Noon", 1952), ("Rio Bravo", 1959), ("Shane", 1953):
                    state.append({"title": title, "year": year, "watched": False, "rating": None})
                return state[-3:]
            """,
            tags="root-list",
        ),
        Case(
            kind="creative",
            call="why_should_we_watch(Arrival)",
            response=prose,
            right='return "A quiet film about language and time."',
        ),
    ),
)
