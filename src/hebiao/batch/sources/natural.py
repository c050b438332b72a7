"""Paths in, the key they are sorted by out: 第2号 before 第10号."""

from __future__ import annotations

import re
from pathlib import Path

_DIGITS = re.compile(r"(\d+)")
_LONGEST_FIGURE = 4000  # Python makes no number of more digits than 4300


def natural(path: str) -> list[list[tuple[bool, int, str]]]:
    """Return the key that sorts 2.docx before 10.docx, and figures before words."""
    return [[_rank(piece) for piece in _DIGITS.split(name) if piece] for name in Path(path).parts]


def _rank(piece: str) -> tuple[bool, int, str]:
    digits = piece.isdecimal() and len(piece) <= _LONGEST_FIGURE
    return not digits, int(piece) if digits else 0, piece.casefold()
