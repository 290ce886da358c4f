"""`bgpt serve`: every path is an endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from backendgpt.cli.output import note
from backendgpt.errors import UsageError

if TYPE_CHECKING:
    from backendgpt.server.settings import Settings

app = typer.Typer()


@app.command()
def serve(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="The backends to serve; all by default.")
    ] = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = 8000,
    cors: Annotated[
        list[str] | None,
        typer.Option(metavar="ORIGIN", help="A page that may call, e.g. http://localhost:3000."),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(metavar="HOST", help="A further name of this server, e.g. behind a proxy."),
    ] = None,
    token: Annotated[
        str, typer.Option(envvar="BGPT_TOKEN", help="What callers must present.", show_default=False)
    ] = "",
    read_only: Annotated[
        bool, typer.Option("--read-only", help="Refuse whatever would change a state.")
    ] = False,
    offline: Annotated[bool, typer.Option("--offline", help="Ask no model: learned routes only.")] = False,
    delay: Annotated[int, typer.Option(min=0, max=60_000, metavar="MS", help="Add this to every call.")] = 0,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", envvar="BGPT_TIMEOUT", help="The longest a call may take.")
    ] = 120.0,
    log_json: Annotated[bool, typer.Option("--log-json", help="Write the access log as JSON lines.")] = False,
) -> None:
    """Serve backends over HTTP, with a console page at /-/.

    \b
      bgpt serve
      curl 'http://127.0.0.1:8000/todo/get_all()'
      curl --json '{"title": "buy milk"}' http://127.0.0.1:8000/todo/add_todo
    """
    try:
        from backendgpt.server.settings import Settings
    except ImportError as exc:
        raise UsageError("bgpt serve needs an extra.", hint="pip install 'backendgpt[serve]'") from exc
    settings = Settings(
        names=tuple(names or ()),
        host=host,
        port=port,
        cors=tuple(cors or ()),
        hosts=tuple(allow_host or ()),
        token=token,
        read_only=read_only,
        offline=offline,
        delay=delay / 1000,
        timeout=timeout,
        log_json=log_json,
    )
    _run(settings.checked(), token_is_new=not token)


def _run(settings: Settings, *, token_is_new: bool) -> None:
    from backendgpt.backend import Runtime
    from backendgpt.server.hall import Hall, OfflineRuntime
    from backendgpt.server.run import listen, make_server

    hall = Hall(settings, OfflineRuntime() if settings.offline else Runtime())
    for name in settings.names:
        hall.open(name)
    with listen(settings) as sock:
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        url = f"http://{host}:{sock.getsockname()[1]}"
        names = hall.names()
        note(
            f"Serving {', '.join(names[:8]) or 'no backend yet'}{', ...' if len(names) > 8 else ''} on {url}"
        )
        note(f"Console: {url}/-/" + (f"#token={settings.token}" if token_is_new and settings.token else ""))
        make_server(hall).run(sockets=[sock])
