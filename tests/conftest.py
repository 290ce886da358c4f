"""What every test gets: an environment of its own, and a network that ends at this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backendgpt.models import shelf, weights

_network_allowed = False


def _refuse_network(event: str, args: tuple[Any, ...]) -> None:
    """Fail whatever leaves this machine: a real model call in the unit suite is an error."""
    if _network_allowed or event not in ("socket.connect", "socket.getaddrinfo"):
        return
    address = args[1] if event == "socket.connect" else args
    host = address[0] if isinstance(address, tuple) else None  # a Unix socket's address is a string
    if isinstance(host, bytes):
        host = host.decode()
    if host not in (None, "", "localhost", "::1", "0.0.0.0") and not host.startswith("127."):
        raise RuntimeError(
            f"a test tried to reach {host!r}; only the real local servers of tests/wire.py may answer"
        )


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def isolation(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    """Give the test an empty home and no keys; one marked `embedded` may use the network and the weights."""
    global _network_allowed
    _network_allowed = request.node.get_closest_marker("embedded") is not None
    shared = {"BGPT_MODELS": str(weights.folder(os.environ)), "BGPT_CACHE": str(shelf.folder(os.environ))}
    for name in list(os.environ):
        if name.startswith("BGPT_") or name.endswith(("_API_KEY", "_BASE_URL", "_API_BASE")):
            monkeypatch.delenv(name)
    if _network_allowed:
        for name, folder in shared.items():
            monkeypatch.setenv(name, folder)
    monkeypatch.setenv("BGPT_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("OLLAMA_HOST", "http://127.0.0.1:9")  # nothing answers at the discard port
    yield
    _network_allowed = False
