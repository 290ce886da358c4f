"""What the children said: the state is a bare list of things without ids, with dates and counters."""

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import picks
from benchmarks.accuracy.states import added, any_of, becomes, invented


def no_hearts(value: object) -> bool:
    """Accept no hearts."""
    return value is None or value == 0


APP = App(
    name="quotes",
    purpose="Funny things that the children in our family said. Everybody can give a quote a heart",
    state=[
        {
            "who": "Lotte",
            "age": 4,
            "text": "The moon is following our car!",
            "date": "2030-02-11",
            "hearts": 5,
        },
        {
            "who": "Emil",
            "age": 6,
            "text": "I am not tired, my eyes are just slow.",
            "date": "2030-03-02",
            "hearts": 8,
        },
        {
            "who": "Lotte",
            "age": 5,
            "text": "Can we plant the cookie so that more grow?",
            "date": "2030-09-20",
            "hearts": 2,
        },
        {"who": "Oskar", "age": 3, "text": "My soup is too loud.", "date": "2030-11-05", "hearts": 0},
        {
            "who": "Emil",
            "age": 7,
            "text": "Grandpa, were you black and white too?",
            "date": "2031-01-17",
            "hearts": 4,
        },
    ],
    cases=(
        Case(
            kind="read",
            call="random_quote()",
            response=any_of(*(picks("", index, by="text") for index in range(5))),
            right="return state[2]",
            tags="root-list",
        ),
        Case(
            kind="read",
            call="most_loved_quote()",
            response=picks("", 1, by="text"),
            right='return max(state, key=lambda quote: quote["hearts"])',
            tags="aggregation root-list",
        ),
        Case(
            kind="write",
            call='add_heart("My soup is too loud.")',
            after=becomes({"/3/hearts": 1}),
            right="""
                for quote in state:
                    if quote["text"] == "My soup is too loud.":
                        quote["hearts"] += 1
                        return quote
            """,
            tags="counter root-list",
        ),
        Case(
            kind="write",
            call="rename_child(Emil, Emilio)",
            after=becomes({"/1/who": "Emilio", "/4/who": "Emilio"}),
            right="""
                for quote in state:
                    if quote["who"] == "Emil":
                        quote["who"] = "Emilio"
                return state
            """,
            tags="bulk root-list",
        ),
        Case(
            kind="sentence",
            call="Lotte was 3, not 4, when she said the thing about the moon",
            after=becomes({"/0/age": 3}),
            right="""
                for quote in state:
                    if "moon" in quote["text"]:
                        quote["age"] = 3
                        return quote
            """,
            tags="root-list",
        ),
        Case(
            kind="REST",
            call="GET /quotes?who=Lotte",
            response=picks("", 0, 2, by="text"),
            right='return [quote for quote in state if quote["who"] == "Lotte"]',
            tags="filter root-list",
        ),
        Case(
            kind="REST",
            call="POST /quotes",
            data={
                "who": "Oskar",
                "age": 4,
                "text": "I can't hear you, I have my sunglasses on!",
                "date": "2031-04-30",
            },
            after=added(
                "",
                {
                    "who": "Oskar",
                    "age": 4,
                    "text": "I can't hear you, I have my sunglasses on!",
                    "date": "2031-04-30",
                    "hearts": no_hearts,
                },
                optional=("hearts",),
            ),
            right="""
                text = "I can't hear you, I have my sunglasses on!"
                quote = {"who": "Oskar", "age": 4, "text": text, "date": "2031-04-30", "hearts": 0}
                state.append(quote)
                return quote, 201
            """,
            tags="body root-list",
        ),
        Case(
            kind="mistyped",
            call='delet_qoute("Can we plant the cookie so that more grow?")',
            after=becomes(drops=("/2",)),
            right="return state.pop(2)",
            tags="root-list",
        ),
        Case(
            kind="creative",
            call="add_two_made_up_quotes()",
            after=invented("", "text", {}, {}, optional=("date", "hearts")),
            right="""
                lines = [("Oskar", 4, "Is the rain tired now?"), ("Lotte", 6, "Fish never need a bath.")]
                for who, age, text in lines:
                    state.append({"who": who, "age": age, "text": text, "date": "2031-02-01", "hearts": 0})
                return state[-2:]
            """,
            tags="root-list",
        ),
    ),
)
