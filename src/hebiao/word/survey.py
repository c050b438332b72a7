"""
A w:tbl → the text of its plain cells, from two loops over what C finds in the whole table.

    <w:tc> <w:p><w:r><w:t>85.31</w:t></w:r></w:p> </w:tc>           plain: text and breaks only
    <w:tc> <w:p><w:r><w:sym …/></w:r></w:p> </w:tc>                 to be read piece by piece

Asking every cell by itself costs more than parsing the document; nearly all are plain.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.word.names import TBL, TC, Element
from hebiao.word.text import Text, plain_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hebiao.word.reading import Reading


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a table at first sight."""

    wrapped: bool  # something is around a row or a cell, or marks a row as deleted
    plain: Mapping[Element, Text]


def survey(tbl: Element, reading: Reading) -> Survey:
    """Find the plain cells of a w:tbl and read them; none is plain within an open field."""
    wrapped, rich = False, set()
    for element in reading.rare(tbl):
        holder = next(element.iterancestors(TC, TBL))
        wrapped = wrapped or holder is tbl
        rich.add(holder)
    texts = plain_texts(tbl) if reading.shows else {}
    return Survey(wrapped, {tc: text for tc, text in texts.items() if tc not in rich})
