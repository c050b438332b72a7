"""A field's name in the program in, its name on the form out: funding.1.executed, 执行数."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hebiao.layouts import Layout

_HEADINGS = {"title": "表题", "heading": "摘要标题"}


def field_name(field: str, layout: Layout) -> str:
    """Return what the layout prints for the field, or the field where it prints nothing."""
    first, _, rest = field.partition(".")
    number, _, column = rest.partition(".")
    if variants := layout.cells.get(field):
        return variants[0]
    if (block := layout.blocks.get(first)) and column in block.columns:
        return f"{block.stub[0]}第{number}行 {block.columns[column][0]}"
    for foot in (block.foot for block in layout.blocks.values()):
        if field in foot.fields:
            return foot.labels[0]
    if first == "summary" and rest in layout.prose.figures:
        return f"摘要“{layout.prose.figures[rest][0].partition('{')[0]}…”"
    if first == "caption" and rest in layout.prose.caption:
        return layout.prose.caption[rest][0]
    return _HEADINGS.get(field, field)
