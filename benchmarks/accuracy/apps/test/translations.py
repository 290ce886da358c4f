"""The texts of a web shop: an object of languages, each an object of strings, some of which are missing."""

from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, mentions, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import all_of, any_of, becomes

ENGLISH = {"cart": "Cart", "checkout": "Checkout", "search": "Search", "login": "Log in"}


def italian_is_to_be_filled(seen: Seen) -> str:
    """Accept a new language without texts, or with some text, an empty one or none for the known keys."""
    after: Any = seen.after
    texts = after["texts"]["it"]
    if not isinstance(texts, dict) or not texts.keys() <= ENGLISH.keys():
        return "the new language should have no other keys than the rest"
    if not all(text is None or isinstance(text, str) for text in texts.values()):
        return "the new language should have nothing but texts"
    return ""


APP = App(
    name="translations",
    purpose="The translations of the texts in our web shop: language, key, text",
    state={
        "defaultLanguage": "en",
        "texts": {
            "en": {**ENGLISH},
            "de": {"cart": "Warenkorb", "checkout": "Zur Kasse", "search": "Suche", "login": "Anmelden"},
            "es": {"cart": "Carrito", "search": "Buscar"},
        },
    },
    cases=(
        Case(
            kind="read",
            call="list_languages()",
            response=any_of(
                picks("/texts", "en", "de", "es"),
                mentions("en", "de", "es", omits=("cart",)),
                mentions("English", "German", "Spanish", omits=("cart",)),
            ),
            right='return list(state["texts"])',
            tags="key",
        ),
        Case(
            kind="read",
            call='translate("checkout", "de")',
            response=answers("Zur Kasse"),
            right='return state["texts"]["de"]["checkout"]',
            tags="key nested",
        ),
        Case(
            kind="read",
            call="missing_keys(es)",
            response=any_of(
                picks("/texts/en", "checkout", "login"),
                mentions("checkout", "login", omits=("cart", "search")),
            ),
            right="""
                texts = state["texts"]
                return [key for key in texts["en"] if key not in texts["es"]]
            """,
            tags="filter key nested",
        ),
        Case(
            kind="write",
            call='set_text("es", "checkout", "Pagar")',
            after=becomes({"/texts/es/checkout": "Pagar"}),
            right='state["texts"]["es"]["checkout"] = "Pagar"\nreturn state["texts"]["es"]',
            tags="key nested",
        ),
        Case(
            kind="write",
            call='add_language("it")',
            after=all_of(becomes({"/texts/it": {}}, free=("/texts/it",)), italian_is_to_be_filled),
            right='state["texts"]["it"] = {}\nreturn list(state["texts"])',
            tags="key",
        ),
        Case(
            kind="sentence",
            call='change the German cart text to "Einkaufswagen"',
            after=becomes({"/texts/de/cart": "Einkaufswagen"}),
            right='state["texts"]["de"]["cart"] = "Einkaufswagen"\nreturn state["texts"]["de"]',
            tags="key nested",
        ),
        Case(
            kind="mistyped",
            call="delet_key(serch)",
            after=becomes(drops=("/texts/en/search", "/texts/de/search", "/texts/es/search")),
            right="""
                for texts in state["texts"].values():
                    texts.pop("search", None)
                return state["texts"]
            """,
            tags="key nested",
        ),
        Case(
            kind="REST",
            call="GET /texts/es",
            response=answers({"cart": "Carrito", "search": "Buscar"}),
            right='return state["texts"]["es"]',
            tags="key",
        ),
        Case(
            kind="REST",
            call="PATCH /texts/de",
            data={"login": "Einloggen", "search": "Suchen"},
            after=becomes({"/texts/de/login": "Einloggen", "/texts/de/search": "Suchen"}),
            right="""
                state["texts"]["de"].update(login="Einloggen", search="Suchen")
                return state["texts"]["de"]
            """,
            tags="key body",
        ),
    ),
)
