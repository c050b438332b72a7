"""A field's name in the program in, its name on the form out: funding.1.executed, 执行数."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hebiao.layouts import Layout

_HEADINGS = {
    "title": "表题",
    "title.project": "表题中的项目",
    "title.year": "表题中的年度",
    "heading": "摘要标题",
    "heading.project": "摘要标题中的项目",
    "heading.year": "摘要标题中的年度",
    "summary.subject": "摘要所指的单位和项目",
    "summary.year": "摘要所指的年度",
}


def field_name(field: str, layout: Layout) -> str:
    """Return what the layout prints for the field, or the field where it prints nothing."""
    named = _HEADINGS.get(field) or _in_table(field, layout) or _in_prose(field, layout)
    return named or field


def _in_table(field: str, layout: Layout) -> str | None:
    if variants := layout.cells.get(field):
        return variants[0]
    first, _, rest = field.partition(".")
    number, _, column = rest.partition(".")
    block = layout.blocks.get(first)
    if block and column in block.columns:
        return f"{block.stub[0] if block.stub else ''}第{number}行 {block.columns[column][0]}"
    feet = (block.foot for block in layout.blocks.values())
    return next((foot.labels[0] for foot in feet if field in foot.fields), None)


def _in_prose(field: str, layout: Layout) -> str | None:
    first, _, rest = field.partition(".")
    if field.startswith("summary.paragraphs."):
        return "摘要全文"
    if first == "summary" and rest in layout.prose.figures:
        return f"摘要“{layout.prose.figures[rest][0].partition('{')[0]}…”"
    variants = layout.prose.caption.get(rest) if first == "caption" else None
    return variants[0] if variants else None
