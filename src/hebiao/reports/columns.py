"""
Text in, text of a given width in columns of a terminal out: a Chinese character takes two.

    wrap("总分填 95.62分，应为 91.67", 10)  →  ["总分填", "95.62分，", "应为 91.67"]
    clip("预算执行情况", 8)                 →  "预算执…"
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells, set_cell_size

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING, _CLOSING = "（《“‘【(〔「", "，。；：、！？）》”’】)〕」％%…"
_TOKEN = re.compile(
    rf"\s+|[{re.escape(_OPENING)}]*(?:[!-~]+|[^\s{re.escape(_OPENING)}])[{re.escape(_CLOSING)}]*"
    rf"|[{re.escape(_OPENING)}]+"
)
MORE = "…"


def width(text: str) -> int:
    """Return how many columns a text takes."""
    return cell_len(text)


def pad(text: str, columns: int) -> str:
    """Fill a text up with blanks; one that is too long stays as it is."""
    return text + " " * (columns - width(text))


def clip(text: str, columns: int) -> str:
    """Shorten a text that is too long, and show by … that it was."""
    if width(text) <= columns:
        return text
    return set_cell_size(text, max(columns - 1, 0)).rstrip() + MORE


def one_line(text: str) -> str:
    """Return a text without line breaks and with single blanks; 产出⏎指标 needs none."""
    line = ""
    for part in filter(None, (" ".join(part.split()) for part in text.split("\n"))):
        joined = not line or (width(line[-1]) == 2 and width(part[0]) == 2)
        line += part if joined else f" {part}"
    return line


def printable(text: str) -> str:
    """Return a text, such as a file name, that cannot disturb the terminal."""
    return "".join(char if char.isprintable() else "�" for char in text)


def wrap(text: str, columns: int) -> list[str]:
    """
    Break a text into lines; there is always one.

    Latin words and figures are kept whole where they fit into a line, and no line begins with
    a closing or ends with an opening mark.
    """
    lines, used = [""], 0
    for token in _pieces(text, columns):
        size = width(token)
        if used and used + size > columns and not token.isspace():
            lines, used = [*lines, ""], 0
        if used or not token.isspace():
            lines[-1] += token
            used += size
    return [line.rstrip() for line in lines]


def _pieces(text: str, columns: int) -> Iterator[str]:
    """Yield what stays together on a line; what is too long for any is cut."""
    for token in _TOKEN.findall(one_line(text)):
        yield from chop_cells(token, columns) if width(token) > columns else [token]


def hang(head: str, text: str, columns: int) -> list[str]:
    """Wrap a text behind a head; the lines that follow begin below where it began."""
    first, *rest = wrap(text, max(columns - width(head), 8))
    return [f"{head}{first}".rstrip(), *(" " * width(head) + line for line in rest)]
