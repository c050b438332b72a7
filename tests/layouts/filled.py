"""A published form typed as a table of texts in; the form read back out of a real .docx."""

from __future__ import annotations

from dataclasses import replace

from hebiao.check import FormResult, check, read
from hebiao.layouts import find_forms, known_layouts
from hebiao.layouts.label import squeeze
from hebiao.records import SelfEvaluation, Stated, build
from hebiao.sample import Content, content_of, write, write_forms
from hebiao.sample.plan import plan
from hebiao.word import Document

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
    """Return the texts of a form, all but the labels of its funding lines."""
    texts = content_of(form).items()
    return {name: words for name, words in texts if not name.endswith(".source")}


def respelled(content: Content, layout: str, labels: dict[str, str]) -> SelfEvaluation:
    """Return the form as it is read where some of its labels are typed in another way."""
    grid = plan(LAYOUTS[layout], content)
    typed = {squeeze(printed): other for printed, other in labels.items()}
    assert typed.keys() <= {squeeze(cell.text) for cell in grid.cells}
    words = ((cell, typed.get(squeeze(cell.text), cell.text)) for cell in grid.cells)
    others = (replace(cell, text=text, typed=text) for cell, text in words)
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
