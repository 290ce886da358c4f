"""Specs and names."""

from __future__ import annotations

import pytest

from backendgpt.errors import UsageError
from backendgpt.spec import Limits, Spec, check_name

BAD_NAMES = ["", "../x", "CON", "con", "lpt1", "a" * 65, "Todo", "-x", ".x", "a b", "a/b", "ä", "a\n"]


@pytest.mark.parametrize("name", BAD_NAMES, ids=repr)
def test_a_bad_name_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        check_name(name)


@pytest.mark.parametrize("name", ["a", "todo_list", "a" * 64, "7up", "con-1"])
def test_a_good_name_is_kept(name: str) -> None:
    assert check_name(name) == name


def test_a_spec_survives_toml() -> None:
    spec = Spec(
        "A list.\nWith 'quotes' and \"more\".",
        model="openai/gpt-4o-mini",
        schema={"type": "object", "default": None},
        learn="off",
        agreements=3,
        limits=Limits(state_bytes=1000, run_seconds=0.5),
    )
    assert Spec.from_toml(spec.to_toml()) == spec


def test_every_problem_of_a_spec_is_told_at_once() -> None:
    with pytest.raises(UsageError) as caught:
        Spec.from_toml(
            'purpose = 3\nlearn = "maybe"\nschema = "{"\ncolour = 1\n[limits]\ndepth = -1\nlegs = 4'
        )
    for part in ("purpose", "learn", "schema", "colour", "limits.depth", "limits.legs"):
        assert part in caught.value.message


def test_what_is_not_toml_is_refused() -> None:
    with pytest.raises(UsageError, match="not TOML"):
        Spec.from_toml("purpose = ")
    with pytest.raises(UsageError, match="not TOML"):
        Spec.from_toml(f"agreements = {'9' * 5000}")


@pytest.mark.parametrize(
    "limit",
    [
        "run_memory = inf",
        "run_seconds = nan",
        "run_seconds = 1e300",
        "depth = 0.5",
        "depth = true",
        "depth = 0",
    ],
)
def test_a_limit_is_a_number_that_everything_can_work_with(limit: str) -> None:
    with pytest.raises(UsageError, match=f"limits.{limit.split()[0]}: .* is not a (whole )?number"):
        Spec.from_toml(f'purpose = "x"\n[limits]\n{limit}')
