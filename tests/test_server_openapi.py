"""The OpenAPI description: complete, and true for whatever can be generated from it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from backendgpt.server.app import ROUTES
from tests.serving import Served, serving

CASES = 12
"""Generated requests an operation; benchmarks/serve.py makes thousands."""


def attack(served: Served, cases: int) -> str:
    """Let Schemathesis generate requests; return what it printed."""
    checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
    # An event stream never ends, so a generated request for it would only time out.
    options = ("--checks", checks, "-n", str(cases), "--exclude-path-regex", "/events$", "--no-color")
    phases = ("--phases", "examples,coverage,fuzzing", "--seed", "1")
    command = [sys.executable, "-m", "schemathesis.cli", "run", f"{served.url}/-/openapi.json"]
    done = subprocess.run([*command, *options, *phases], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_describes_every_path_of_the_servers_own(tmp_path: Path) -> None:
    with serving(tmp_path, {"todo": {}}) as served:
        described = set(served.get("/-/openapi.json").json["paths"])
    own = {route.path for route in ROUTES} - {"/", "/-/", "/-/openapi.json"}
    assert described == own


def test_generated_requests_find_no_server_error(tmp_path: Path) -> None:
    pytest.importorskip("schemathesis", reason="no schemathesis: pip install schemathesis")
    with serving(tmp_path, {"todo": {"todos": []}, "other": {"n": 1}}) as served:
        printed = attack(served, CASES)
        assert " 5" not in "".join(re.findall(r" \d\d\d ", served.log.getvalue()))
    assert int(re.findall(r"(\d+) generated", printed)[0]) > 100
