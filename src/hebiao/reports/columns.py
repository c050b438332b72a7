"""
Text in, text of a given width in columns of a terminal out: a Chinese character takes two.

    wrap("总分填 95.62分，应为 91.67", 10)  →  ["总分填", "95.62分，", "应为 91.67"]
    clip("预算执行情况", 8)                 →  "预算执…"
"""

from __future__ import annotations

import re

from rich.cells import cell_len, chop_cells, set_cell_size

_OPENING, _CLOSING = "（《“‘【(〔「", "，。；：、！？）》”’】)〕」％%…"
_TOKEN = re.compile(
    rf"\s+|[{re.escape(_OPENING)}]*(?:[!-~]+|[^\s{re.escape(_OPENING)}])[{re.escape(_CLOSING)}]*"
    rf"|[{re.escape(_OPENING)}]+"
)
_BREAK = re.compile(r"(?<=[\u2E80-\uFFEF])\s*\n\s*(?=[\u2E80-\uFFEF])")
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
    return " ".join(_BREAK.sub("", text).split())


def printable(text: str) -> str:
    """Return a text, such as a file name, that cannot disturb the terminal."""
    return "".join(char if char.isprintable() else "�" for char in text)


def wrap(text: str, columns: int) -> list[str]:
    """
    Break a text into lines; there is always one.

    Latin words and figures are kept whole where they fit into a line, and no line begins with
    a closing or ends with an opening mark.
    """
    lines = [""]
    for token in _TOKEN.findall(one_line(text)):
        if width(lines[-1]) + width(token.rstrip()) > columns and lines[-1]:
            lines.append("")
        if lines[-1] or not token.isspace():
            *full, rest = chop_cells(token, columns) if width(token) > columns else [token]
            lines[-1:] = [*full, rest] if full else [lines[-1] + rest]
    return [line.rstrip() for line in lines]


def hang(head: str, text: str, columns: int) -> list[str]:
    """Wrap a text behind a head; the lines that follow begin below where it began."""
    first, *rest = wrap(text, max(columns - width(head), 8))
    return [f"{head}{first}".rstrip(), *(" " * width(head) + line for line in rest)]
