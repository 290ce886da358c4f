"""`re`: what the sandbox's own lacks, which is a function as the replacement."""

from __future__ import annotations

import re
from typing import Any


def sub(pattern: Any, repl: Any, string: str, count: int = 0, flags: Any = 0) -> str:
    """Do `re.sub`."""
    if isinstance(repl, str):
        return re.sub(pattern, repl, string, count=count, flags=flags)
    out, end = [], 0
    for n, match in enumerate(re.finditer(pattern, string, flags)):
        if count and n >= count:
            break
        out.append(string[end : match.start()])
        out.append(repl(match))
        end = match.end()
    return "".join(out) + string[end:]
