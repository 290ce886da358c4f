"""`textwrap`: filling, shortening, indenting. Lines are broken at white space only, never after a hyphen."""

from __future__ import annotations


def wrap(text: str, width: int = 70) -> list[str]:
    """Break a text into lines of at most `width` characters."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        gap = " " if line else ""
        while len(line) + len(gap) + len(word) > width:
            if len(word) > width and len(line) + len(gap) < width:
                line, word = (
                    line + gap + word[: width - len(line) - len(gap)],
                    word[width - len(line) - len(gap) :],
                )
            lines.append(line)
            line = gap = ""
        line = line + gap + word
    return [*lines, line] if line else lines


def fill(text: str, width: int = 70) -> str:
    """Break a text into lines and join them."""
    return "\n".join(wrap(text, width))


def shorten(text: str, width: int, placeholder: str = " [...]") -> str:
    """Keep as many words as fit."""
    words = text.split()
    if len(" ".join(words)) <= width:
        return " ".join(words)
    while words and len(" ".join(words)) + len(placeholder) > width:
        words.pop()
    return " ".join(words) + placeholder if words else placeholder.strip()


def dedent(text: str) -> str:
    """Take away the indentation that all lines share."""
    lines = [line if line.strip() else "" for line in text.split("\n")]
    depth = min([len(line) - len(line.lstrip()) for line in lines if line], default=0)
    return "\n".join([line[depth:] for line in lines])


def indent(text: str, prefix: str) -> str:
    """Put a prefix in front of every line that is not blank."""
    return "".join([prefix + line if line.strip() else line for line in text.splitlines(True)])
