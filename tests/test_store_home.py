"""The folder that holds the backends: which there are, and how they come and go."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from backendgpt.errors import BackendExists, BackendNotFound, LimitExceeded, StorageError, UsageError
from backendgpt.spec import Limits, Spec
from backendgpt.store.home import Home


def test_the_environment_says_where_home_is(tmp_path: Path) -> None:
    assert Home.from_env({"BGPT_HOME": str(tmp_path)}).root == tmp_path
    assert Home.from_env({"BGPT_HOME": "~/x"}).root == Path.home() / "x"
    assert "backendgpt" in str(Home.from_env({}).root)


def test_a_home_that_nobody_used_has_no_backends(tmp_path: Path) -> None:
    assert Home(tmp_path / "no" / "where").names() == []


def test_backends_are_made_listed_opened_and_removed(tmp_path: Path) -> None:
    home = Home(tmp_path / "new" / "home")
    home.create("b", Spec("x"), [])
    home.create("a", Spec("y"), {})
    (home.root / "config.toml").write_text("")
    (home.root / "weights").mkdir()
    assert home.names() == ["a", "b"]
    assert home.open("a").spec.purpose == "y"
    home.remove("a")
    assert home.names() == ["b"]
    with pytest.raises(BackendNotFound, match="'a'") as caught:
        home.open("a")
    assert caught.value.known == ("b",)


def test_a_backend_is_not_replaced_unless_asked(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.create("todo", Spec("x"), [1])
    with pytest.raises(BackendExists):
        home.create("todo", Spec("y"), [2])
    assert home.open("todo").load().state == [1]
    home.create("todo", Spec("y"), [2], replace=True)
    assert home.open("todo").load().state == [2]
    assert [path.name for path in tmp_path.iterdir() if not path.name.endswith(".lock")] == ["todo"]


@pytest.mark.parametrize("name", ["", "..", "../x", "a/b", "a\x00", "A", "con", "x" * 65, ".todo.old", "-a"])
def test_a_name_never_becomes_a_path_unchecked(tmp_path: Path, name: str) -> None:
    home = Home(tmp_path / "home")
    for use in (home.open, home.remove, lambda name: home.create(name, Spec("x"), {})):
        with pytest.raises(UsageError):
            use(name)
    assert not list(tmp_path.iterdir())


def test_a_first_state_beyond_the_limits_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(LimitExceeded):
        Home(tmp_path).create("todo", Spec("x", limits=Limits(state_bytes=5)), {"a": "bcdef"})
    assert Home(tmp_path).names() == []


def test_an_interrupted_replacement_is_taken_back(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.create("todo", Spec("x"), [1])
    (tmp_path / "todo").rename(tmp_path / ".todo.old")
    (tmp_path / ".todo.new").mkdir()
    assert home.names() == ["todo"]
    assert home.open("todo").load().state == [1]
    assert home.names() == ["todo"]
    assert not list(tmp_path.glob(".todo.[on]*"))


def test_what_an_interrupted_removal_left_is_removed(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.create("todo", Spec("x"), [1])
    (tmp_path / "todo").rename(tmp_path / ".todo.gone")
    assert home.names() == []
    home.create("todo", Spec("x"), [2])
    assert not (tmp_path / ".todo.gone").exists()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StorageError, match="Permission denied"):
        Home(tmp_path).create("todo", Spec("x"), {})


def test_a_file_where_the_home_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(StorageError, match="Not a directory"):
        Home(tmp_path / "home").create("todo", Spec("x"), {})
