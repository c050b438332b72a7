"""`hebiao layouts`: the known forms, and what each was learnt from; `new` drafts another one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hebiao.batch import layouts_with
from hebiao.cli.command import Command, Group
from hebiao.cli.options import layouts_option
from hebiao.errors import UsageError, reason_of
from hebiao.layouts import choose_layout, parse_layout
from hebiao.layouts.draft import draft_layout, most_like_a_form
from hebiao.reports.columns import hang
from hebiao.word.convert import read_or_convert
from hebiao.word.file import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.layouts import Layout
    from hebiao.layouts.draft import Draft
    from hebiao.word import Grid

_COLUMNS = 80


@click.group(cls=Group, invoke_without_command=True, no_args_is_help=False)
@layouts_option
@click.pass_context
def command(ctx: click.Context, layouts: str | None) -> None:
    """列出认得的表式：代号、名称、依据哪些公开的表。"""
    if ctx.invoked_subcommand is None:
        for layout in layouts_with(layouts):
            lines = [f"{layout.id}  {layout.name}", *hang("    依据 ", layout.evidence, _COLUMNS)]
            click.echo("\n".join(lines))


@command.command("new", cls=Command, short_help="从一份没见过的表起草表式")
@click.argument("file", metavar="FILE")
@click.option("-o", "--out", metavar="FILE.toml", help="写到这个文件，不写则输出到屏幕。")
@layouts_option
def new(file: str, out: str | None, layouts: str | None) -> None:
    """
    从一份没见过的自评表起草表式（.toml）：认得的标签写进去，不认识的列出来。

    取文档里最像自评表的一个表格。草稿改好后，用 --layouts 把它所在的文件夹指给 check、read、show。
    """
    document, _ = read_or_convert(load(file))
    known = layouts_with(layouts)
    grid = most_like_a_form(document.grids, known)
    if grid is None:
        raise UsageError(f"{file} 正文里没有表格，无从起草")
    draft = draft_layout(grid, known, Path(out or file).stem, Path(file).name)
    if out:
        _save(Path(out), draft.text)
    else:
        click.echo(draft.text, nl=False)
    for line in _advice(draft, grid, known, file, out):
        click.echo(line, err=True)


def _save(path: Path, text: str) -> None:
    """Write a new file; one that is there may have been worked on and is not touched."""
    if path.exists():
        raise UsageError(f"已经有 {path}，没有改动它；请换一个文件名")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"写不了 {path}（{reason_of(error)}）；请确认文件夹可以写入") from error


def _advice(
    draft: Draft, grid: Grid, known: Sequence[Layout], file: str, out: str | None
) -> Iterator[str]:
    """Yield how the table is read with the draft, and what a person must still see to."""
    own = choose_layout((grid,), (parse_layout(draft.text, out or file),))
    others = choose_layout((grid,), [layout for layout in known if not layout.fallback])
    yield f"取自表{grid.table}（{grid.rows} 行）。用草稿读这张表：{own.reasons[0]}。"
    if others.labelling:
        yield f"不另立表式也能读：{others.reasons[0]}。"
    yield "还要做："
    for number, line in enumerate(draft.to_do, start=1):
        yield from hang(f"  {number}. ", line, _COLUMNS)
    folder = Path(out).parent if out else "表式文件夹"
    last = f"用 hebiao show {file} --layouts {folder} 核对各单元格读成哪一栏"
    yield from hang(f"  {len(draft.to_do) + 1}. ", last, _COLUMNS)
