"""`hebiao diff OLD NEW`: what became of the findings after 整改."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hebiao.batch import discover, gathered
from hebiao.batch.engine import workers_for
from hebiao.batch.out.place import writing
from hebiao.batch.submitted import submitted_of
from hebiao.check import Status
from hebiao.cli.command import Command
from hebiao.cli.options import config_option, format_option, layouts_option
from hebiao.cli.page import page
from hebiao.config import settings_for
from hebiao.diff import Side, compare
from hebiao.errors import UnreadableFile, UsageError
from hebiao.reports.diff.text import diff_report
from hebiao.word.file import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from hebiao.config import Settings
    from hebiao.diff import Difference

_UNREADABLE = 2


@click.command(cls=Command)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@format_option("text", "json")
@click.option("--xlsx", metavar="FILE", help="另把对比写成这个 Excel 文件。")
@config_option
@layouts_option
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), default=1,
              help="同时用几个进程，默认 1。")  # fmt: skip
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    old: str,
    new: str,
    style: str,
    xlsx: str | None,
    config: str | None,
    layouts: str | None,
    jobs: int,
) -> int:
    """
    整改前后对比：哪些问题已整改、未整改、新出现，哪些数字改动了，哪些表没有再报送。

    OLD 和 NEW 是整改前、整改后的文件、文件夹或压缩包，或以前核查写出的 核查结果.json；按项目和单位
    对应，文件改名也对得上。

    退出码：0 没有未整改或新出现的错误；1 有；2 有文件无法读取，或命令写得不对。
    """
    judged_by = new if not _is_report(new) else old
    settings = settings_for(judged_by, config=config, layouts=layouts)
    read = partial(_side, settings=settings, jobs=jobs)
    difference = compare(read(old), read(new))
    _PRINT[style](difference)
    if xlsx:
        _write(difference, Path(xlsx))
    return _exit_code(difference)


def _write(difference: Difference, path: Path) -> None:
    from hebiao.reports.workbook.difference import write_difference  # noqa: PLC0415 - only here

    with writing(path):
        write_difference(difference, path)


def _is_report(path: str) -> bool:
    return Path(path).suffix.lower() == ".json"


def _side(path: str, *, settings: Settings, jobs: int) -> Side:
    """Read one side."""
    if _is_report(path):
        return _reported(path)
    targets = discover([path]).targets
    read = tuple(gathered(targets, submitted_of, settings, workers_for(jobs)))
    forms = tuple(form for of_file, _ in read for form in of_file)
    return Side(path, len(read), forms, tuple(trouble for _, trouble in read if trouble))


def _reported(path: str) -> Side:
    from hebiao.reports.diff.result_file import side_of  # noqa: PLC0415 - most calls read no report

    try:
        return side_of(load(path), path)
    except UnreadableFile as error:
        raise UsageError(f"{path}：{error.message}") from error


def _print_text(difference: Difference) -> None:
    show, columns = page()
    for lines in diff_report(difference, columns):
        show(lines)


def _print_json(difference: Difference) -> None:
    from hebiao.reports.diff.json_v1 import diff_v1  # noqa: PLC0415 - building its types takes a while

    click.echo(diff_v1(difference).model_dump_json(indent=2))


_PRINT: dict[str, Callable[[Difference], None]] = {"text": _print_text, "json": _print_json}


def _exit_code(difference: Difference) -> int:
    """A file of before that could not be read hides nothing of now, unless there is no other."""
    old = difference.old
    nothing_before = not old.forms and any(t.status is Status.UNREADABLE for t in old.troubles)
    if nothing_before or difference.new.unreadable:
        return _UNREADABLE
    return int(difference.open_errors > 0)
