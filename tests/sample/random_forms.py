"""Random forms of any layout: texts of all kinds in every field that its drawing has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from hebiao.layouts import known_layouts
from hebiao.layouts.label import read_label
from hebiao.layouts.vocabulary import vocabulary
from hebiao.sample.plan import fields, labels_beside
from hebiao.word.drawing import read_drawing

if TYPE_CHECKING:
    from hebiao.layouts import Layout
    from hebiao.sample import Content

MOST_ROWS = 5

LABELS = frozenset[str]().union(*(vocabulary(layout).every for layout in known_layouts()))
"""A form may hold none of them as a value: Hypothesis draws words of the program, too."""

words = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P"), exclude_characters="□☑☒"),
    min_size=1,
    max_size=12,
).filter(lambda text: read_label(text).core not in LABELS)
blank = st.sampled_from(["", " ", "\u3000", "/", "—", "无"])
figures = st.decimals(0, 10_000, places=2).map(str)
cells = st.one_of(words, blank, figures, figures.map(lambda figure: f"{figure}%"))
years = st.integers(2015, 2030).map(str)
boxes = st.lists(st.sampled_from("□☑"), min_size=2, max_size=2).map(
    lambda drawn: f"1、部门预算项目{drawn[0]}   2、其他项目{drawn[1]}"
)
captions = {
    "caption.unit_name": words,
    "caption.form_date": st.dates().map(str),
    "caption.money": st.sampled_from(["元", "万元", "亿元"]),
}


@st.composite
def forms_of(draw: st.DrawFn, layout: Layout) -> Content:
    """
    A form with any number of rows in its blocks; blocks that number their rows may have more.

    Some indicators share the score cell of the one above.
    """
    texts = [*re.findall(r"\{.+?\}", layout.drawing), *layout.prose.paragraphs]
    names = list(dict.fromkeys(name for text in texts for name in fields(text)))
    content: Content = {}
    for name in names:
        if not re.search(r"\.(n|\d+)\.", name):
            content |= _single(draw, layout, name)
    beside = set(labels_beside(read_drawing(layout.drawing), layout).values())
    for block in layout.blocks:
        columns = [name for name in names if re.match(rf"{block}\.(n|\d+)\.", name)]
        content |= _rows(draw, block, columns)
        rows = sorted({int(name.split(".")[1]) for name in content if name.startswith(f"{block}.")})
        if f"{block}.n.source" in beside:
            content |= {f"{block}.{n}.source": draw(_sources(layout)) for n in rows}
        if f"{block}.n.goal" in beside:
            content |= _goals(draw, layout, block, rows)
    scores = [name for name in content if re.fullmatch(r"indicators\.\d+\.score", name)]
    merged = {name for name in scores[1:] if draw(st.booleans())}
    return {name: text for name, text in content.items() if name not in merged}


def _single(draw: st.DrawFn, layout: Layout, name: str) -> Content:
    if name in {"title", "heading"}:
        templates = layout.prose.title if name == "title" else layout.prose.heading
        filled = draw(st.sampled_from(templates)).replace("{year}", draw(years))
        return {name: re.sub(r"\{\w+\}", "灌区改造", filled)}
    if name.endswith(".year"):
        return {name: draw(years)}
    if name.startswith("summary."):
        return {name: draw(figures if "subject" not in name else st.just("甲县水利局灌区改造"))}
    if name.startswith("boxes."):
        return {name: draw(boxes)}
    return {name: draw(captions.get(name, words if name.startswith("caption.") else cells))}


def _sources(layout: Layout) -> st.SearchStrategy[str]:
    lines = layout.funding.lines if layout.funding else {}
    return st.sampled_from([words for variants in lines.values() for words in variants])


def _goals(draw: st.DrawFn, layout: Layout, block: str, rows: list[int]) -> Content:
    """Several goals, each with its number and weight beside its rows."""
    first = [n for n in rows if n == rows[0] or draw(st.booleans())]
    (label, *_) = layout.blocks[block].stub
    return {f"{block}.{n}.goal": f"{label}{m}（{n * 5}分）" for m, n in enumerate(first, start=1)}


def _rows(draw: st.DrawFn, block: str, columns: list[str]) -> Content:
    drawn = {name.split(".")[1] for name in columns}
    fewest = max((int(number) for number in drawn if number != "n"), default=1)
    content: Content = {}
    for number in range(1, draw(st.integers(fewest, fewest + MOST_ROWS)) + 1):
        for name in columns:
            _, drawn_number, column = name.split(".")
            if drawn_number in {"n", str(min(number, fewest))} or "n" in drawn:
                content[f"{block}.{number}.{column}"] = draw(cells)
    return content
