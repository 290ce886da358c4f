"""The command line: it parses, calls, and is the only room that prints.

`app.py` holds the Typer app and the one error boundary; each other module holds the commands of one topic.
This file imports nothing heavy, so that Ctrl-C is handled from the first millisecond on.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run `bgpt` with the process's arguments and exit with its code."""
    try:
        from backendgpt.cli.app import app

        app(prog_name="bgpt")
    except KeyboardInterrupt:
        sys.stderr.write("\nCancelled.\n")
        sys.exit(130)
