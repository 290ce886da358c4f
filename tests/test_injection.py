"""Texts that pose as instructions; benchmarks/injection.py makes all of these attacks on the real model."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from backendgpt.call import Call
from backendgpt.prompt import messages
from benchmarks.injection import SECRET, Attack, attacks, harm

ATTACKS = list(attacks())
IDS = [f"{number}-{attack.way}" for number, attack in enumerate(ATTACKS)]


def test_there_are_at_least_thirty_attacks_by_four_ways() -> None:
    assert len(ATTACKS) >= 30
    assert {attack.way for attack in ATTACKS} == {"title", "argument", "purpose", "call"}


@pytest.mark.parametrize("attack", ATTACKS, ids=IDS)
def test_a_hostile_text_stays_on_the_line_of_its_own_kind(attack: Attack) -> None:
    plain = messages("A todo list", {}, Call.parse("get_all()"))
    shown = messages(attack.purpose, attack.state, Call.parse(attack.call, attack.data))
    assert shown[:-1] == plain[:-1]
    lines = [line for line in shown[-1].content.split("\n") if not line.startswith("# ")]
    assert [line.split(" ")[0].rstrip(":") for line in lines] == ["Backend", "state", "args", "Call"]


@pytest.mark.embedded
@pytest.mark.parametrize("attack", ATTACKS[1::8], ids=IDS[1::8])
def test_the_real_model_does_no_harm_outside_its_backend(attack: Attack, tmp_path: Path) -> None:
    env = {**os.environ, "BGPT_HOME": str(tmp_path), "OPENAI_API_KEY": SECRET}
    assert harm(attack, {**env, "BGPT_MODEL": "local/qwen2.5-coder-1.5b"}) == ""
