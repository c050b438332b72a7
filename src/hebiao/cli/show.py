"""`hebiao show FILE`: each table as it was read, and what was understood of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hebiao.batch import layouts_with
from hebiao.check import document_of
from hebiao.cli.command import Command
from hebiao.cli.options import config_option, format_option, layouts_option
from hebiao.cli.page import page
from hebiao.config import settings_for
from hebiao.layouts import choose_layout, find_forms
from hebiao.reports.tables import table_lines
from hebiao.reports.tables_v1 import tables
from hebiao.word.file import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hebiao.layouts import LabelledForm, Layout
    from hebiao.word import Document


@click.command(cls=Command)
@click.argument("file", metavar="FILE")
@format_option("text", "json")
@config_option
@layouts_option
def command(file: str, style: str, config: str | None, layouts: str | None) -> None:
    """画出文档正文里的每个表格：行号列号与报告所指一致，选用哪个表式及理由，各单元格读成哪一栏。"""
    document, _ = document_of(load(file))
    known = layouts_with(settings_for(file, config=config, layouts=layouts).layouts)
    forms = {g.table: form for form in find_forms(document, known) for g in form.grids}
    if style == "json":
        click.echo(tables(document, forms).model_dump_json(indent=2))
    else:
        _show(document, forms, known)


def _show(document: Document, forms: Mapping[int, LabelledForm], layouts: Sequence[Layout]) -> None:
    show, columns = page()
    for grid in document.grids:
        form = forms.get(grid.table)
        reasons = form.reasons if form else choose_layout((grid,), layouts).reasons
        show(table_lines(grid, form, reasons, columns))
    for story in document.others:
        click.echo(f"{story.name}里另有 {len(story.grids)} 个表格，不是正文，没有核查。")
    if not document.grids:
        click.echo("文档正文里没有表格。")
