"""`uuid`: random ones."""

from __future__ import annotations

import random


class UUID:
    """A UUID by its number."""

    def __init__(self, hex: str = "", int: int = 0) -> None:
        digits = hex.replace("-", "") or f"{int:032x}"
        if len(digits) != 32:
            raise ValueError("badly formed hexadecimal UUID string")
        self.hex = digits.lower()

    def __str__(self) -> str:
        return "-".join([self.hex[:8], self.hex[8:12], self.hex[12:16], self.hex[16:20], self.hex[20:]])

    def __repr__(self) -> str:
        return f"UUID('{self}')"


def uuid4() -> UUID:
    """Return a random UUID."""
    digits = f"{random.getrandbits(128):032x}"
    return UUID(digits[:12] + "4" + digits[13:16] + "89ab"[random.getrandbits(2)] + digits[17:])


def uuid1() -> UUID:
    """Return a UUID; there is neither a clock nor a network card to make one from, so it is a random one."""
    return uuid4()
