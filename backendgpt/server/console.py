"""The console page: one file, with a policy under which only its own script and style can run."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import Response


async def console(_: Request) -> Response:
    """Give the page. It holds no data: its script asks for that, with the token if there is one."""
    html, policy = page()
    return Response(html, headers={"Content-Security-Policy": policy}, media_type="text/html")


@cache
def page() -> tuple[str, str]:
    """Return the page and its Content-Security-Policy.

    The script and the style are named by their hashes, so nothing that gets into the page could run; with
    Trusted Types the script itself cannot turn text into HTML.
    """
    html = files("backendgpt.server").joinpath("console.html").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; script-src {_hash(html, 'script')}; style-src {_hash(html, 'style')}; "
        "connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )
    return html, policy


def _hash(html: str, tag: str) -> str:
    (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
