"""Where in the document something is written: a cell of a table, or words of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

PATH_SIGN = " › "


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell: ordinals of its table and row, grid column where it begins, and its label path."""

    table: int
    row: int
    column: int
    label: str


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Words of a body paragraph outside tables."""

    paragraph: int
    text: str


Place: TypeAlias = CellPlace | TextPlace


class Written(NamedTuple):
    """The text of one field, and the place it stands at."""

    text: str
    at: Place


@dataclass(frozen=True, slots=True)
class Unread:
    """A filled cell of which nobody knows what it is."""

    at: CellPlace
    text: str


def label_path(*labels: str) -> str:
    """Join labels from the outermost: 预算执行情况 › 得分."""
    return PATH_SIGN.join(label for label in labels if label)
