"""`secrets`: tokens for a prototype; the sandbox's random numbers are seeded by its worker's entropy."""

from __future__ import annotations

import base64
import random
from typing import Any


def token_hex(nbytes: int = 32) -> str:
    """Return random hexadecimal digits, two a byte."""
    return f"{random.getrandbits(8 * nbytes):0{2 * nbytes}x}"


def token_bytes(nbytes: int = 32) -> bytes:
    """Return random bytes."""
    return bytes.fromhex(token_hex(nbytes))


def token_urlsafe(nbytes: int = 32) -> str:
    """Return random text that needs no quoting in a URL."""
    return base64.urlsafe_b64encode(token_bytes(nbytes)).decode().rstrip("=")


def choice(items: Any) -> Any:
    """Return a random item."""
    return random.choice(items)


def randbelow(n: int) -> int:
    """Return a random number from 0 to n - 1."""
    return random.randrange(n)
