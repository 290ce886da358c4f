"""The embedded model: what it remembers and for whom, and, where marked, the real thing."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from backendgpt.deadline import Deadline
from backendgpt.errors import Cancelled, DeadlineExceeded, ModelUnavailable
from backendgpt.models import Message, weights
from backendgpt.models.embedded import EmbeddedModel, available, frame
from backendgpt.models.llama import CONTEXT
from backendgpt.models.shelf import Shelf, folder, label

SYSTEM = Message(
    "system", "You know the capitals of the world. Answer with the one word that is asked for. " * 4
)
EXAMPLES = (
    SYSTEM,
    Message("user", "France"),
    Message("assistant", "```text\ncapital:\nParis\n```"),
    Message("user", "Spain"),
    Message("assistant", "```text\ncapital:\nMadrid\n```"),
)


def asking(*texts: str) -> list[Message]:
    return [*EXAMPLES, *(Message("user", text) for text in texts)]


# Without the model


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (["```\na\n1\n```", "```\na\n2\n```"], ("```\na\n", "\n```")),
        (["```\na\n1\n```", "```\nb\n1\n2\n```"], ("```\n", "\n```")),
        (["one", "two"], ("", "")),
        (["```\na\n```\n", "```\nb\n```\n"], ("```\n", "")),
        (["```\na\n```"], ("", "")),
        ([], ("", "")),
    ],
    ids=["two lines", "one line", "nothing shared", "a line feed last", "one answer", "no answer"],
)
def test_an_answer_begins_and_ends_as_the_examples_do(answers: list[str], expected: tuple[str, str]) -> None:
    assert frame([SYSTEM, *(Message("assistant", text) for text in answers)]) == expected


def test_weights_that_are_not_there_are_named_with_the_command_that_fetches_them(tmp_path: Path) -> None:
    with pytest.raises(weights.WeightsMissing) as failed:
        EmbeddedModel("qwen2.5-coder-0.5b", {"BGPT_HOME": str(tmp_path)})
    assert failed.value.weights is weights.CATALOGUE["qwen2.5-coder-0.5b"]
    assert failed.value.hint == "bgpt models pull qwen2.5-coder-0.5b"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match=r"no model file '.*none\.gguf'"):
        EmbeddedModel(str(tmp_path / "none.gguf"), {"BGPT_HOME": str(tmp_path)})


@pytest.mark.skipif(not available(), reason="needs the [local] extra")
def test_a_file_that_holds_no_model_is_said_and_nothing_else_is_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.gguf").write_bytes(b"GGUF" + bytes(1000))
    model = EmbeddedModel(str(tmp_path / "bad.gguf"), {"BGPT_HOME": str(tmp_path)})
    assert model.name == "local/bad"
    with pytest.raises(ModelUnavailable, match="cannot be loaded"):
        model.complete(asking("Italy"), max_tokens=9, deadline=Deadline(30))
    assert capfd.readouterr() == ("", "")


# The shelf


def put(shelf: Shelf, name: str, data: bytes) -> None:
    """Put a file on the shelf as a server does: written under a draft's name."""
    draft = shelf.draft()
    (shelf.folder / draft).write_bytes(data)
    shelf.put(draft, name)


def content(shelf: Shelf, name: str) -> bytes | None:
    file = shelf.get(name)
    return (shelf.folder / file).read_bytes() if file else None


def test_a_shelf_gives_back_what_was_put_last(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "cache")
    assert content(shelf, label("a")) is None
    for data in (b"one", b"two", b"two"):
        put(shelf, label("a"), data)
    put(shelf, label("b"), b"three")
    assert (content(shelf, label("a")), content(shelf, label("b"))) == (b"two", b"three")
    assert len(list(shelf.folder.iterdir())) == 2


def test_labels_tell_the_words_apart() -> None:
    assert len({label("ab", "c"), label("a", "bc"), label("a", "b", "c")}) == 3


def test_a_damaged_file_is_deleted(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, label("a"), b"x" * 1000)
    (file,) = tmp_path.iterdir()
    file.write_bytes(b"x" * 500 + bytes(500))
    assert shelf.get(label("a")) is None
    assert not file.exists()


def test_a_full_shelf_drops_what_was_used_longest_ago(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, max_bytes=35)
    for age, name in enumerate("abc"):
        put(shelf, label(name), name.encode() * 10)
        (file,) = tmp_path.glob(f"{label(name)}-*")
        os.utime(file, (age, age))
    assert shelf.get(label("a"))
    put(shelf, label("d"), b"d" * 10)
    assert [name for name in "abcd" if shelf.get(label(name))] == ["a", "c", "d"]


def test_what_is_in_use_stays_on_a_full_shelf(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, max_bytes=25)
    for age, name in enumerate("ab"):
        put(shelf, label(name), name.encode() * 10)
        (file,) = tmp_path.glob(f"{label(name)}-*")
        os.utime(file, (age, age))
    shelf.touch(label("a"))
    put(shelf, label("c"), b"c" * 10)
    assert [name for name in "abc" if shelf.get(label(name))] == ["a", "c"]


def test_a_shelf_that_cannot_be_written_is_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands in the way")
    shelf = Shelf(tmp_path / "cache")
    shelf.put(shelf.draft(), label("a"))
    shelf.drop("nothing")
    assert shelf.get(label("a")) is None


# The real model


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """The user's own weights, which are fetched the first time, and a cache that is empty."""
    path = weights.ensure(weights.CATALOGUE[weights.DEFAULT], os.environ, lambda *_: None)
    return {"BGPT_MODELS": str(path.parent), "BGPT_HOME": str(tmp_path)}


@pytest.fixture
def model(env: dict[str, str]) -> Iterator[EmbeddedModel]:
    model = EmbeddedModel(weights.DEFAULT, env, slots=2)
    yield model
    model.close()


def ask(model: EmbeddedModel, country: str, cache: str | None = None) -> tuple[str, int, int]:
    """Ask for a capital; return the answer, and how many tokens there were, and how many were not new."""
    done = model.complete(asking(country), max_tokens=20, deadline=Deadline(100), cache=cache)
    return done.text, done.input_tokens, done.cached_tokens


@pytest.mark.embedded
def test_the_answer_is_whole_though_the_model_wrote_only_its_middle(
    model: EmbeddedModel, capfd: pytest.CaptureFixture[str]
) -> None:
    done = model.complete(asking("Italy"), max_tokens=20, deadline=Deadline(100))
    assert done.text == "```text\ncapital:\nRome\n```"
    assert (done.model, done.cost) == ("local/qwen2.5-coder-1.5b", 0.0)
    assert done.output_tokens <= 4
    assert capfd.readouterr() == ("", "")


@pytest.mark.embedded
def test_a_whole_answer_is_ended_at_once(model: EmbeddedModel) -> None:
    opening = "```text\ncapital:\nRome\n"
    done = model.complete(asking("Italy"), max_tokens=20, deadline=Deadline(100), opening=opening)
    assert done.text == "```text\ncapital:\nRome\n```"
    assert done.output_tokens <= 4


@pytest.mark.embedded
def test_the_model_avoids_words(model: EmbeddedModel) -> None:
    opening = "```text\ncapital:\nThe city of"
    done = model.complete(
        asking("Italy"), max_tokens=20, deadline=Deadline(100), opening=opening, avoid=["Rome"]
    )
    assert "Rome" not in done.text


@pytest.mark.embedded
def test_the_model_goes_on_from_an_opening(model: EmbeddedModel) -> None:
    opening = "```text\ncapital:\nThe city of R"
    done = model.complete(asking("Italy"), max_tokens=20, deadline=Deadline(100), opening=opening)
    assert done.text.startswith("```text\ncapital:\nThe city of Rome")


@pytest.mark.embedded
def test_the_model_does_not_write_the_same_for_ever(model: EmbeddedModel) -> None:
    line = "Rome is the capital of Italy, and all the roads that anybody built lead there again.\n"
    done = model.complete(
        asking("Italy"), max_tokens=400, deadline=Deadline(200), opening=f"```text\ncapital:\n{line * 5}"
    )
    assert done.text.count(line) < 8


@pytest.mark.embedded
def test_another_process_reads_only_what_is_new(env: dict[str, str]) -> None:
    """A backend of its own finds all it had read, another one at least the constant messages."""
    first = EmbeddedModel(weights.DEFAULT, env)
    _, read, _ = ask(first, "Italy, the beautiful country in the south of Europe", "geo")
    first.close()
    second = EmbeddedModel(weights.DEFAULT, env)
    same = ask(second, "Italy, the beautiful country in the south of Europe", "geo")
    other = ask(second, "Germany, the country north of the Alps", "other")
    back = ask(second, "Italy, the beautiful country in the south of Europe", "geo")
    second.close()
    assert same[1] - same[2] <= 1
    assert back[1] - back[2] <= 1
    assert read - 35 < other[2] < read - 10
    assert "Berlin" in other[0]


@pytest.mark.embedded
def test_many_backends_do_not_push_out_what_all_of_them_begin_with(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    model = EmbeddedModel(weights.DEFAULT, env, slots=1)
    ask(model, "Italy", "one")
    (constant,) = folder(env).glob("*.bin")
    monkeypatch.setattr(model._shelf, "_max_bytes", 3 * constant.stat().st_size)
    for cache in ("two", "three", "four", "five"):
        ask(model, "Italy", cache)
    model.close()
    assert constant.exists()
    assert len(list(folder(env).glob("*.bin"))) < 5


@pytest.mark.embedded
@pytest.mark.parametrize("content", [b"", b"no state of llama.cpp's"], ids=["empty", "foreign"])
def test_a_file_that_the_server_refuses_is_replaced(env: dict[str, str], content: bytes) -> None:
    shelf = Shelf(folder(env))
    first = EmbeddedModel(weights.DEFAULT, env)
    ask(first, "Italy", "geo")
    first.close()
    for file in list(shelf.folder.iterdir()):
        file.unlink()
        put(shelf, file.stem.partition("-")[0], content)
    second = EmbeddedModel(weights.DEFAULT, env)
    assert "Rome" in ask(second, "Italy", "geo")[0]
    second.close()
    assert len(list(shelf.folder.iterdir())) == 2
    assert min(file.stat().st_size for file in shelf.folder.iterdir()) > 10_000


@pytest.mark.embedded
def test_calls_run_side_by_side_and_a_third_waits(model: EmbeddedModel) -> None:
    countries = {"Italy": "Rome", "Germany": "Berlin", "Greece": "Athens", "Russia": "Moscow"}
    answers: dict[str, str] = {}

    def run(country: str) -> None:
        answers[country] = ask(model, country, country)[0]

    threads = [threading.Thread(target=run, args=(country,)) for country in countries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(capital in answers[country] for country, capital in countries.items())


def idle(seconds: float) -> bool:
    """Tell whether this process does next to nothing for a while."""
    used = time.process_time()
    time.sleep(seconds)
    return time.process_time() - used < seconds / 10


@pytest.mark.embedded
@pytest.mark.parametrize("how", ["cancelled", "too late"])
def test_giving_up_ends_the_computation(model: EmbeddedModel, how: str) -> None:
    ask(model, "Italy")
    deadline = Deadline(0.7 if how == "too late" else 60)
    if how == "cancelled":
        threading.Timer(0.7, deadline.cancel).start()
    counting = [Message("user", "Count from 1 to 1000.")]
    started = time.monotonic()
    with pytest.raises(Cancelled if how == "cancelled" else DeadlineExceeded):
        model.complete(counting, max_tokens=2000, deadline=deadline)
    assert time.monotonic() - started < 2
    assert any(idle(0.5) for _ in range(10))


@pytest.mark.embedded
def test_a_prompt_beyond_the_context_is_refused_at_once(model: EmbeddedModel) -> None:
    with pytest.raises(ModelUnavailable, match="exceeds the available context size"):
        model.complete(asking("word " * CONTEXT), max_tokens=9, deadline=Deadline(60))


@pytest.mark.embedded
def test_nobody_else_can_use_the_server(model: EmbeddedModel) -> None:
    ask(model, "Italy")
    assert model._server is not None
    host, _, port = model._server._url.removeprefix("http://").partition(":")
    assert host == "127.0.0.1"
    with socket.create_connection((host, int(port))) as client:
        client.sendall(b"GET /slots HTTP/1.0\r\n\r\n")
        assert b" 401 " in client.recv(100)


@pytest.mark.embedded
def test_ctrl_c_while_it_loads_ends_the_process(env: dict[str, str]) -> None:
    code = (
        "import os, sys; from backendgpt.models.embedded import EmbeddedModel;"
        "from backendgpt.models import Message; from backendgpt.deadline import Deadline;"
        "model = EmbeddedModel(env=os.environ); print('up', flush=True);"
        "model.complete([Message('user', 'Hello')], max_tokens=500, deadline=Deadline(60))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        env={**os.environ, **env},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stdout.readline() == b"up\n"
    time.sleep(0.5)
    process.send_signal(2)
    _, said = process.communicate(timeout=10)
    assert said.endswith(b"KeyboardInterrupt\n")
