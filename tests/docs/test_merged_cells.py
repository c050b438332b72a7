from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.word.wordml import only_grid

from hebiao.word.drawing import draw

PAGE = (Path(__file__).parents[2] / "docs" / "merged-cells.md").read_text(encoding="utf-8")
PAIRS = re.findall(r"```xml\n(.*?)```\n```text\n(.*?)\n```", PAGE, re.DOTALL)
BARE = re.compile(r"(?<!<w:t)>([^<>\s]+)")  # a text that does not stand in a w:t


def table(xml: str) -> str:
    """Put a w:tbl around a piece of the page, and w:p, w:r and w:t around its texts."""
    whole = BARE.sub(r"><w:p><w:r><w:t>\1</w:t></w:r></w:p>", xml)
    return f"<w:tbl>{whole}</w:tbl>"


@pytest.mark.parametrize(("xml", "drawing"), PAIRS)
def test_each_table_of_the_page_is_read_as_it_is_drawn(xml: str, drawing: str) -> None:
    assert drawing == draw(only_grid(table(xml)))


def test_each_piece_of_xml_on_the_page_has_its_drawing() -> None:
    assert PAGE.count("```xml") == PAGE.count("```text") == len(PAIRS)
