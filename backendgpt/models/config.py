"""The user's own configuration: `config.toml` in the data folder, which names the default model."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

from backendgpt.errors import UsageError
from backendgpt.store import disk
from backendgpt.store.home import Home


def default_model(env: Mapping[str, str]) -> str | None:
    """Return the user's default model, if there is one.

    Raises:
        UsageError: The file is not TOML.
        StorageError: It cannot be read.
    """
    model = _read(_path(env)).get("model")
    return model if isinstance(model, str) else None


def set_default_model(name: str | None, env: Mapping[str, str]) -> None:
    """Write the user's default model, or with None take it out; other keys stay.

    Raises:
        UsageError: The file is not TOML.
        StorageError: It cannot be written.
    """
    import tomli_w

    path = _path(env)
    config = {key: value for key, value in _read(path).items() if key != "model"}
    if name is not None:
        config["model"] = name
    with disk.storing(f"'{path}' cannot be written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        disk.replace_file(disk.SYSTEM, path, tomli_w.dumps(config).encode())


def _path(env: Mapping[str, str]) -> Path:
    return Home.from_env(env).root / "config.toml"


def _read(path: Path) -> dict[str, object]:
    try:
        with disk.storing(f"'{path}' cannot be read"):
            return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        hint = "Mend it, or delete it: it only names the default model."
        raise UsageError(f"'{path}' is not TOML: {exc}.", hint=hint) from exc
