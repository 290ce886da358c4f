"""A page of questions and answers: a list of objects without ids, and a scalar."""

import json
from typing import Any

from benchmarks.accuracy.exam import App, Case
from benchmarks.accuracy.responses import answers, picks
from benchmarks.accuracy.seen import Seen
from benchmarks.accuracy.states import added, all_of, becomes, invented


def answers_invoice(seen: Seen) -> str:
    """Accept an answer in words to the question about the invoice."""
    state: Any = seen.after
    answer = state["faqs"][3]["answer"]
    is_answer = isinstance(answer, str) and len(answer.split()) > 1
    return "" if is_answer else "the question should have an answer"


def about_wrapping(seen: Seen) -> str:
    """Accept new questions that have to do with gift wrapping."""
    before: Any = seen.before
    after: Any = seen.after
    fresh = [json.dumps(faq).casefold() for faq in after["faqs"] if faq not in before["faqs"]]
    is_about = all("wrap" in faq or "gift" in faq for faq in fresh)
    return "" if is_about else "the new questions should be about gift wrapping"


APP = App(
    name="faq",
    purpose="The FAQ page of our online shop",
    state={
        "faqs": [
            {
                "question": "How do I return an item?",
                "answer": "Send it back within 30 days, the label is in the box.",
                "category": "returns",
                "helpful": 31,
                "published": True,
            },
            {
                "question": "Where is my order?",
                "answer": "Follow the tracking link in your confirmation email.",
                "category": "shipping",
                "helpful": 54,
                "published": True,
            },
            {
                "question": "Do you ship abroad?",
                "answer": "Yes, to all countries of the EU.",
                "category": "shipping",
                "helpful": 2,
                "published": False,
            },
            {
                "question": "Can I pay by invoice?",
                "answer": "",
                "category": "payment",
                "helpful": 0,
                "published": False,
            },
            {
                "question": "How long does delivery take?",
                "answer": "Two to four working days.",
                "category": "shipping",
                "helpful": 25,
                "published": True,
            },
        ],
        "contact": "help@lumashop.example",
    },
    cases=(
        Case(
            kind="read",
            call="count_by_category()",
            response=answers({"returns": 1, "shipping": 3, "payment": 1}),
            right="""
                counts = {}
                for faq in state["faqs"]:
                    counts[faq["category"]] = counts.get(faq["category"], 0) + 1
                return counts
            """,
            tags="aggregation",
        ),
        Case(
            kind="read",
            call="search(delivery)",
            response=picks("/faqs", 4, by="question", also=(4,)),
            right="""
                return [f for f in state["faqs"] if "delivery" in (f["question"] + f["answer"]).lower()]
            """,
            tags="filter search",
        ),
        Case(
            kind="write",
            call="publish(2)",
            after=becomes({"/faqs/2/published": True}),
            right='state["faqs"][2]["published"] = True\nreturn state["faqs"][2]',
            tags="index",
        ),
        Case(
            kind="write",
            call="sort_questions_alphabetically()",
            after=becomes(order={"/faqs": [3, 2, 0, 4, 1]}),
            right='state["faqs"].sort(key=lambda faq: faq["question"])\nreturn state["faqs"]',
            tags="sort",
        ),
        Case(
            kind="sentence",
            call="what are the three most helpful questions?",
            response=picks("/faqs", 0, 1, 4, by="question", also=(0, 1, 2, 3, 4)),
            right="""
                faqs = sorted(state["faqs"], key=lambda faq: faq["helpful"], reverse=True)
                return [faq["question"] for faq in faqs[:3]]
            """,
            tags="read sort",
        ),
        Case(
            kind="REST",
            call="POST /faqs",
            data={
                "question": "Do you have gift cards?",
                "answer": "Yes, from 10 to 200 euros.",
                "category": "payment",
            },
            after=added(
                "/faqs",
                {
                    "question": "Do you have gift cards?",
                    "answer": "Yes, from 10 to 200 euros.",
                    "category": "payment",
                    "helpful": lambda value: value in (None, 0),
                },
                optional=("helpful", "published"),
            ),
            right="""
                faq = {"question": "Do you have gift cards?", "answer": "Yes, from 10 to 200 euros."}
                faq.update(category="payment", helpful=0, published=False)
                state["faqs"].append(faq)
                return faq, 201
            """,
            tags="body",
        ),
        Case(
            kind="mistyped",
            call="mrak_helpfull(4)",
            after=becomes({"/faqs/4/helpful": 26}),
            right='state["faqs"][4]["helpful"] += 1\nreturn state["faqs"][4]',
            tags="index counter",
        ),
        Case(
            kind="creative",
            call="fill_in_missing_answers()",
            after=all_of(becomes(free=("/faqs/3/answer",)), answers_invoice),
            right="""
                state["faqs"][3]["answer"] = "Yes, choose invoice at the checkout and pay within 14 days."
                return state["faqs"][3]
            """,
            tags="filter",
        ),
        Case(
            kind="creative",
            call="add_two_questions_about_gift_wrapping()",
            after=all_of(
                invented("/faqs", "question", {}, {}, optional=("helpful", "published")), about_wrapping
            ),
            right="""
                pairs = [
                    ("Can you wrap my order as a gift?", "Yes, tick the box in the cart."),
                    ("How much is gift wrapping?", "It costs 3 euros for each item."),
                ]
                for question, answer in pairs:
                    faq = {"question": question, "answer": answer, "category": "gifts"}
                    state["faqs"].append({**faq, "helpful": 0, "published": False})
                return state["faqs"][-2:]
            """,
        ),
    ),
)
