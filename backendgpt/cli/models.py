"""`bgpt models`: which models there are, which one is asked, and the weights of the embedded ones."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from backendgpt.cli.output import note, show_json, write
from backendgpt.errors import BackendGPTError, UsageError
from backendgpt.jsonvalue import Json

if TYPE_CHECKING:
    from backendgpt.models.weights import Weights

app = typer.Typer(
    help="""List the models, fetch the embedded one, choose the default.

    \b
      bgpt models
      bgpt models pull qwen2.5-coder-0.5b
      bgpt models default openai/gpt-4.1-mini
    """,
    rich_markup_mode=None,
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="A name that bgpt models list shows.")]


@app.callback(invoke_without_command=True)
def models(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        list_models()


@app.command("list")
def list_models(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the models whose weights can be fetched, and say which model is asked.

    \b
      bgpt models list
      bgpt models list --json | jq -r '.models[].name'
    """
    from backendgpt.models import weights

    found = [_about(known) for known in weights.CATALOGUE.values()]
    asked = _asked()
    if as_json:
        show_json({"models": [*found], "asked": asked})
        return
    _print_table(found)
    write(f"\nbgpt asks {asked['model']}: {asked['reason']}." if asked["model"] else f"\n{asked['reason']}")
    write(
        "--model also takes PROVIDER/MODEL, ollama/MODEL, http://HOST/v1#MODEL, or the path of a GGUF file."
    )


@app.command()
def pull(name: Name = "qwen2.5-coder-1.5b") -> None:
    """Fetch the weights of an embedded model; a pull that was interrupted goes on where it stopped.

    \b
      bgpt models pull
      bgpt models pull qwen2.5-coder-0.5b
    """
    from backendgpt.cli.fetching import fetch
    from backendgpt.models import weights

    known = weights.find(name)
    if not weights.present(known, os.environ):
        fetch(known)
    note(f"'{known.name}' is here: {weights.present(known, os.environ)}")


@app.command()
def default(
    name: Annotated[str | None, typer.Argument(metavar="MODEL", help="Any model, as for --model.")] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Have no default any more.")] = False,
) -> None:
    """Choose the model that is asked unless --model, BGPT_MODEL or a backend's spec names one.

    \b
      bgpt models default qwen2.5-coder-0.5b
      bgpt models default openai/gpt-4.1-mini
      bgpt models default --clear
    """
    from backendgpt.models.config import default_model, set_default_model

    if name is None and not clear:
        write(default_model(os.environ) or "There is no default.")
        return
    if name is not None and (clear or not name.strip() or not name.isprintable()):
        raise UsageError(f"{name!r} cannot be the default.", hint="bgpt models default openai/gpt-4.1-mini")
    set_default_model(name, os.environ)
    _warn_if_missing(name)


@app.command()
def rm(name: Name) -> None:
    """Delete the weights of an embedded model.

    \b
      bgpt models rm qwen2.5-coder-0.5b
    """
    from backendgpt.models import weights

    known = weights.find(name)
    if not weights.remove(known, os.environ):
        raise UsageError(f"The weights of '{known.name}' are not on this machine.", hint="bgpt models list")


def _about(known: Weights) -> dict[str, Json]:
    from backendgpt.models import weights

    path = weights.present(known, os.environ)
    return {
        "name": known.name,
        "bytes": known.size,
        "licence": known.licence,
        "path": str(path) if path else None,
    }


def _asked() -> dict[str, Json]:
    from backendgpt.models.resolve import choose

    try:
        choice = choose(env=os.environ)
    except BackendGPTError as exc:
        return {"model": None, "reason": f"{exc.message} {exc.hint}".strip()}
    return {"model": choice.name, "reason": choice.reason}


def _print_table(found: list[dict[str, Json]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("name", "size", "licence", "on this machine", box=None, pad_edge=False)
    for row in found:
        here = row["path"] or f"no (bgpt models pull {row['name']})"
        table.add_row(
            str(row["name"]), f"{int(str(row['bytes'])) / 1e9:.1f} GB", str(row["licence"]), str(here)
        )
    Console(width=None if sys.stdout.isatty() else 240, highlight=False).print(table)


def _warn_if_missing(name: str | None) -> None:
    from backendgpt.models import weights

    known = weights.CATALOGUE.get((name or "").removeprefix("local/"))
    if known and not weights.present(known, os.environ):
        note(f"Its weights are not on this machine yet: bgpt models pull {known.name}")
