"""The console page in a real browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from backendgpt.backend import Backend, Runtime
from backendgpt.jsonvalue import Json
from tests.browser import chromium, site
from tests.serving import Served, functions, serving, wait_for

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

TODO: Json = {
    "todos": [{"title": "Buy Milk", "completed": True}, {"title": "Do laundry", "completed": False}]
}
REPLIES = {
    "add": """\
def handle(state, args):
    state["todos"].append({"title": args[0], "completed": False})
    return {"message": "added"}""",
    "mark": """\
def handle(state, args):
    state["todos"][1]["completed"] = True
    return {"message": "done"}""",
    "fail": 'def handle(state, args):\n    return {"message": "no such todo"}, 404',
    "divide": "def handle(state, args):\n    return 1 / 0",
    "get_all": 'def handle(state, args):\n    return state["todos"]',
    "POST": 'def handle(state, args):\n    state["todos"].append(args)\n    return args, 201',
}
HOSTILE = "<img src=x onerror=alert(1)><script>alert(2)</script></style><b>bold</b>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    with serving(
        tmp_path, {"chess": {"board": [["r", "n"], ["p", " "]]}, "todo": TODO}, functions(REPLIES)
    ) as served:
        yield served


@pytest.fixture
def problems() -> list[str]:
    """What goes wrong in the page."""
    return []


@pytest.fixture
def page(browser: Browser, served: Served, problems: list[str]) -> Iterator[Page]:
    """The console with the backend `todo` chosen; whatever goes wrong in the page fails the test."""
    page = browser.new_page(viewport={"width": 1300, "height": 900})
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if is_bad(message) else None)
    page.on("dialog", lambda dialog: problems.append(f"a dialog opened: {dialog.message}"))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith((served.url, "data:")) else problems.append(request.url)
        ),
    )
    open_console(page, served)
    yield page
    page.close()
    assert problems == []


def is_bad(message: ConsoleMessage) -> bool:
    """Tell a real error from the line that chromium prints for every response above 399."""
    return message.type == "error" and "Failed to load resource" not in message.text


def open_console(page: Page, served: Served, fragment: str = "#todo") -> None:
    page.goto(f"{served.url}/-/{fragment}")
    page.wait_for_selector("#live[data-on]")


def call(page: Page, text: str) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.evaluate("document.getElementById('answer').hidden = true")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "text => document.querySelector('#answer:not([hidden]) .asked')?.textContent === text", arg=text
    )


def shows(page: Page, selector: str, text: str) -> None:
    """Wait until something shows a text. (The page's policy forbids what `wait_for_function` does.)"""
    wait_for(lambda: text in texts(page, selector))


def texts(page: Page, selector: str) -> list[str]:
    return [element.inner_text() for element in page.query_selector_all(selector)]


def test_it_lists_the_backends_and_shows_the_state(page: Page) -> None:
    assert texts(page, "#backends .name") == ["chess", "todo"]
    assert texts(page, "#state tbody tr") == ['0\t"Buy Milk"\ttrue', '1\t"Do laundry"\tfalse']
    assert page.inner_text("#revision") == "rev 1"


def test_a_call_is_made_with_the_keyboard_alone(page: Page, served: Served) -> None:
    call(page, "add(walk the dog)")
    assert "added" in page.inner_text("#answer .value.tree")
    assert texts(page, "#answer .tag") == ["200", "model"]
    assert page.inner_text("#revision") == "rev 2"
    assert page.inner_text("#state tbody tr:last-child") == '2\t"walk the dog"\tfalse'
    assert served.log.getvalue().count("add(walk the dog) 200") == 1


def test_the_function_behind_a_call_is_shown(page: Page) -> None:
    call(page, "add(x)")
    assert page.inner_text("#answer .program") == REPLIES["add"]


def test_the_timeline_shows_what_changed_and_opens_with_the_keyboard(page: Page) -> None:
    call(page, "mark(Do laundry)")
    assert page.inner_text("#log li:first-child .diff") == "~ todos.1.completed false → true"
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    assert page.inner_text("#log li:first-child .program") == REPLIES["mark"]
    page.keyboard.press("Enter")
    assert not page.query_selector("#log .program")


def test_items_that_are_removed_together_are_each_named(page: Page, served: Served) -> None:
    served.send("PUT", "/todo/-/state", {"todos": ["a", "b", "c"]})
    served.send("PUT", "/todo/-/state", {"todos": ["a"]})
    shows(page, "#revision", "rev 3")
    removed = [line[2:] for line in texts(page, "#log li:first-child .diff .minus")]
    assert removed == ['todos.1 "b"', 'todos.2 "c"']


def test_a_change_from_elsewhere_arrives_by_itself_and_is_highlighted(page: Page, served: Served) -> None:
    served.get("/todo/mark(Do%20laundry)")
    page.wait_for_selector("#state .changed")
    assert texts(page, "#state .changed") == ["true"]
    assert page.inner_text("#revision") == "rev 2"


def test_u_undoes(page: Page, served: Served) -> None:
    call(page, "add(x)")
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    page.wait_for_selector(".toast")
    assert "add(x)" in page.inner_text(".toast")
    shows(page, "#revision", "rev 3")
    assert served.state("todo") == TODO


def test_the_call_bar_completes_and_remembers(page: Page) -> None:
    call(page, "add(first)")
    call(page, "mark(second)")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.input_value("#call") == "add(first)"
    page.keyboard.press("ArrowDown")
    assert page.input_value("#call") == "mark(second)"
    page.fill("#call", "")
    page.keyboard.type("ma")
    assert page.inner_text("#ghost b") == "rk("
    page.keyboard.press("Tab")
    assert page.input_value("#call") == "mark("
    assert texts(page, "#chips button") == ["mark()"]


def test_items_that_share_most_keys_are_a_table(page: Page, served: Served) -> None:
    served.send("PUT", "/todo/-/state", [{"id": 1, "title": "a"}, {"title": "b", "id": 2, "due": None}])
    shows(page, "#revision", "rev 2")
    assert texts(page, "#state tr") == ["\tid\ttitle\tdue", '0\t1\t"a"\t', '1\t2\t"b"\tnull']


def test_others_changes_arrive_while_a_call_runs(page: Page, served: Served, problems: list[str]) -> None:
    page.route("**/todo/slow*", lambda _: None)
    page.fill("#call", "slow()")
    page.keyboard.press("Enter")
    served.get("/todo/add(meanwhile)")
    shows(page, "#revision", "rev 2")
    page.click("#go")
    shows(page, ".toast", "Cancelled. The state is unchanged.")
    assert problems == []


def test_a_learned_read_is_on_the_timeline_and_a_learned_write_is_there_once(page: Page) -> None:
    for title in "abc":
        call(page, f"add({title})")
    assert texts(page, "#answer .tag") == ["200", "learned"]
    assert "rev 3 → 4" in page.inner_text("#answer .facts")
    for _ in range(3):
        call(page, "get_all()")
    assert "nothing changed" in page.inner_text("#answer .facts")
    called = texts(page, "#log .what")
    assert called == [*["get_all()"] * 3, "add(c)", "add(b)", "add(a)", "created"]


def test_what_a_model_wrote_that_was_not_usable_is_shown(page: Page, problems: list[str]) -> None:
    call(page, "divide()")
    assert texts(page, "#answer .tag") == ["502"]
    assert page.inner_text("#answer .program") == REPLIES["divide"]
    assert all("502" in problem for problem in problems)
    problems.clear()


def test_a_backend_that_was_made_meanwhile_is_found(page: Page, served: Served) -> None:
    Backend.create("new", "A new one", {}, runtime=Runtime(served.hall.runtime.env))
    page.evaluate("dispatchEvent(new Event('focus'))")
    wait_for(lambda: texts(page, "#backends .name") == ["chess", "new", "todo"])


def test_the_first_backend_shows_up_by_itself(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, {}, functions(REPLIES)) as served:
        page = browser.new_page()
        page.goto(f"{served.url}/-/")
        shows(page, "#name", "No backend yet")
        assert not page.is_visible("#bar")
        Backend.create("todo", "A todo list", TODO, runtime=Runtime(served.hall.runtime.env))
        page.wait_for_selector("#live[data-on]")
        call(page, "add(milk)")
        assert page.inner_text("#revision") == "rev 2"
        page.close()


def test_a_refusal_of_the_function_is_shown_as_its_answer(page: Page) -> None:
    call(page, "fail()")
    assert texts(page, "#answer .tag.bad") == ["404"]
    assert "no such todo" in page.inner_text("#answer .value.tree")


def test_a_rest_call_goes_out_as_one(page: Page, served: Served) -> None:
    call(page, 'POST /items {"title": "x"}')
    assert texts(page, "#answer .tag")[0] == "201"
    assert "POST /todo/items 201" in served.logged("items")
    assert served.state("todo")["todos"][-1] == {"title": "x"}
    assert texts(page, "#log .what")[0] == 'POST /items {"title":"x"}'


@pytest.mark.parametrize("where", ["the state", "the call", "a key"])
def test_nothing_that_a_model_or_a_user_wrote_becomes_html(page: Page, served: Served, where: str) -> None:
    if where == "the call":
        call(page, f"add({HOSTILE})")
    else:
        states: dict[str, Json] = {
            "the state": {"todos": [{"title": HOSTILE}]},
            "a key": {HOSTILE: [{HOSTILE: []}]},
        }
        served.send("PUT", "/todo/-/state", states[where])
        shows(page, "#revision", "rev 2")
    page.click("#log li:first-child .turn")
    page.wait_for_timeout(100)
    assert HOSTILE in page.inner_text("#state").replace('\\"', '"')
    assert page.query_selector_all("main img, main script, main b:not(#ghost b), main iframe, main a") == []


def test_the_page_could_not_make_html_of_text_if_it_tried(page: Page, problems: list[str]) -> None:
    script = "() => { try { document.body.innerHTML = '<p>x'; } catch (error) { return error.name } }"
    assert page.evaluate(script) == "TypeError"
    wait_for(lambda: page.title() and problems)
    assert all("TrustedHTML" in problem for problem in problems)
    problems.clear()


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1600])
def test_it_fits_any_width(page: Page, served: Served, width: int) -> None:
    served.send(
        "PUT",
        "/todo/-/state",
        {"todos": [{"title": "x" * 300, "n": i} for i in range(3)], "deep": {"a" * 60: {"b": [1]}}},
    )
    page.set_viewport_size({"width": width, "height": 800})
    page.wait_for_timeout(150)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width


def test_it_follows_light_and_dark(browser: Browser, served: Served) -> None:
    shades = []
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)
        open_console(page, served)
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
        shades.append(sum(int(part) for part in re.findall(r"\d+", colour)[:3]))
        page.close()
    assert shades[0] > 600
    assert shades[1] < 120


def test_a_large_state_is_shown_in_parts(page: Page, served: Served) -> None:
    served.send("PUT", "/todo/-/state", {"rows": [{"id": i, "name": f"row {i}"} for i in range(5000)]})
    shows(page, "#revision", "rev 2")
    assert len(page.query_selector_all("#state tbody tr")) == 100
    page.click("#state .more")
    assert len(page.query_selector_all("#state tbody tr")) == 200


def test_it_works_with_a_token(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(REPLIES), token="the-right-token") as served:
        page = browser.new_page()
        open_console(page, served, "#token=the-right-token")
        assert texts(page, "#backends .name") == ["todo"]
        assert "token" not in page.url
        assert "the-right-token" not in served.log.getvalue()
        page.close()


def test_it_asks_for_the_token_that_it_lacks(browser: Browser, tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": TODO}, functions(REPLIES), token="the-right-token") as served:
        page = browser.new_page()
        page.goto(f"{served.url}/-/")
        page.wait_for_selector("#gate[open]")
        page.fill("#token", "the-right-token")
        page.keyboard.press("Enter")
        page.wait_for_selector("#live[data-on]")
        page.close()


EVIL = """\
<!doctype html>
<img src="{url}/todo/add(image)">
<link rel="stylesheet" href="{url}/todo/add(style)">
<script src="{url}/todo/add(script)"></script>
<iframe src="{url}/todo/add(frame)"></iframe>
<iframe name="target"></iframe>
<form method="post" action="{url}/todo/add(form)" target="target"><input name="title" value="x"></form>
<script>
document.forms[0].submit();
navigator.sendBeacon("{url}/todo/add(beacon)", "{{}}");
const tries = ["GET", "POST", "DELETE"].flatMap((method) => ["cors", "no-cors"].map((mode) =>
  fetch(`{url}/todo/add(fetch)`, {{ method, mode }}).then((r) => r.text(), () => "refused")));
Promise.all(tries).then((all) => {{
  document.title = "done " + all.filter((one) => one.includes("added")).length;
}});
</script>"""


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost"], ids=["another site", "the same site, another port"]
)
def test_a_foreign_page_can_neither_change_nor_read(
    browser: Browser, served: Served, tmp_path: Path, host: str
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "evil.html").write_text(EVIL.format(url=f"http://{host}:{served.port}"))
    with site(pages) as origin:
        page = browser.new_page()
        page.goto(f"{origin}/evil.html", wait_until="load")
        wait_for(lambda: page.title().startswith("done"))
        page.wait_for_timeout(300)
        assert page.title() == "done 0"
        page.close()
    assert served.state("todo") == TODO
    assert not served.model.requests
    assert len(re.findall(r" 403 ", served.log.getvalue())) >= 8
