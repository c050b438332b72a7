"""A published form typed as a table of texts in; the form read back out of a real .docx."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from hebiao.check import FormResult, check, read
from hebiao.layouts import find_forms, known_layouts
from hebiao.layouts.label import squeeze
from hebiao.records import SelfEvaluation, Stated, build
from hebiao.sample import Content, content_of, write, write_forms
from hebiao.sample.plan import plan
from hebiao.word import Cell, Document, Grid

if TYPE_CHECKING:
    from collections.abc import Iterator

LAYOUTS = {layout.id: layout for layout in known_layouts()}


def rows(block: str, columns: str, lines: str) -> Content:
    """Name the cells of lines such as `产出指标 | 数量指标 | 8` by their block, row and column."""
    return {
        f"{block}.{number}.{column}": text.strip()
        for number, line in enumerate(lines.strip().splitlines(), start=1)
        for column, text in zip(columns.split(), line.split("|"), strict=True)
    }


def filled(content: Content, layout: str) -> FormResult:
    """Write the form with one layout, read it with all: it is one form, read to the last cell."""
    (result,) = check(write_forms([content], LAYOUTS[layout])).forms
    assert [] == [cell.text for cell in result.form.unread]
    assert layout == result.form.layout
    return result


def said(form: SelfEvaluation) -> Content:
    """Return the texts of a form, all but the labels beside the rows of its blocks."""
    texts = content_of(form).items()
    return {name: words for name, words in texts if not name.endswith((".source", ".goal"))}


def respelled(content: Content, layout: str, labels: dict[str, str]) -> SelfEvaluation:
    """Return the form as it is read where some of its labels are typed in another way."""
    grid = plan(LAYOUTS[layout], content)
    typed = {squeeze(printed): other for printed, other in labels.items()}
    assert typed.keys() <= {squeeze(cell.text) for cell in grid.cells}
    words = ((cell, typed.get(squeeze(cell.text), cell.text)) for cell in grid.cells)
    others = (cell._replace(text=text, typed=text) for cell, text in words)
    (form,) = find_forms(Document((replace(grid, cells=tuple(others)),)), known_layouts())
    assert layout == form.layout.id
    return build(form)


def written_again(form: SelfEvaluation) -> list[SelfEvaluation]:
    return read(write(form, LAYOUTS[form.layout]))


def codes(result: FormResult, severity: str = "") -> list[str]:
    return [f.code for f in result.findings if f.severity.startswith(severity)]


def text(stated: Stated[object] | None) -> str | None:
    return stated.text if stated else None


def column(form: SelfEvaluation, name: str) -> list[str | None]:
    return [text(getattr(indicator, name)) for indicator in form.indicators]


def funding(form: SelfEvaluation, name: str) -> list[str | None]:
    return [text(getattr(line, name)) for line in form.funding.lines]


def table(*lines: str) -> Grid:
    """
    Draw a table of lines such as `项目名称 | 某项目 | < | <`, the cells of each equally wide.

    `<` is the cell to its left merged wide, `^` the cell above merged down, of the same width.
    """
    rows = [[text.strip() for text in line.split("|")] for line in "\n".join(lines).splitlines()]
    placed = [list(_spans(texts)) for texts in rows if any(texts)]
    edges = sorted({edge for row in placed for _, *ends in row for edge in ends})
    cells: dict[tuple[int, int], Cell] = {}
    for row, spans in enumerate(placed, start=1):
        for text, left, right in spans:
            first, last = edges.index(left) + 1, edges.index(right) + 1
            above = cells.get((row - 1, first)) if text == "^" else None
            if above:
                cell = above._replace(row_span=above.row_span + 1)
                cells |= {(n, first): cell for n in range(above.row, row + 1)}
            else:
                words = text.replace("⏎", "\n")
                cells[row, first] = Cell(row, first, 1, last - first, words, words)
    widths = tuple(int((right - left) * 100_000) for left, right in pairwise(edges))
    own = tuple(dict.fromkeys(cells.values()))
    return Grid(1, len(placed), len(widths), own, widths=widths)


def _spans(texts: list[str]) -> Iterator[tuple[str, Fraction, Fraction]]:
    """Yield each text with its left and right edge; `<` belongs to the text before it."""
    starts = [n for n, text in enumerate(texts) if text != "<"]
    for start, end in pairwise([*starts, len(texts)]):
        yield texts[start], Fraction(start, len(texts)), Fraction(end, len(texts))


def read_table(*lines: str) -> SelfEvaluation:
    """Return the one form that a table drawn in lines is, read to its last cell."""
    (form,) = forms_in(*lines)
    assert [] == [cell.text for cell in form.unread]
    return form


def forms_in(*lines: str) -> list[SelfEvaluation]:
    return [build(form) for form in find_forms(Document((table(*lines),)), known_layouts())]
