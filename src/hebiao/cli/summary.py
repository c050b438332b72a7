"""`hebiao summary STORE`: what reviewers commonly ask about the results of many files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hebiao.cli.command import Command
from hebiao.cli.options import format_option
from hebiao.cli.page import page
from hebiao.errors import UsageError
from hebiao.reports.form_v1 import writable
from hebiao.store import asked_store
from hebiao.store.summary import LATEST, QUESTIONS, answer, counts, scope_of
from hebiao.store.summary.page import answer_lines, head_lines
from hebiao.store.summary.plain import as_csv, as_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hebiao.store.summary import Answer, Counts, Scope

_BRIEF = 6
"""Rows of each table on the page that has all of them; as many as there are bands of totals."""

_WIDEST = 100


@click.command(cls=Command)
@click.argument("store", metavar="STORE")
@click.option("--by", metavar="|".join(QUESTIONS), type=click.Choice(list(QUESTIONS)),
              help="只看一张表：unit 按单位，rule 按规则，month 按月份，total 总分分布，"
                   "worst 问题最多的项目；不写则各列几行。")  # fmt: skip
@click.option("--run", metavar="latest|all|N", default=LATEST,
              help="看哪次核查：latest 每个文件最近一次的结果（默认），all 各次都算，"
                   "N 第几次。")  # fmt: skip
@format_option("text", "json", "csv")
@click.option("--top", metavar="N", type=click.IntRange(min=1),
              help="每张表最多列几行；不写时，有 --by 则全列，否则各列 6 行。")  # fmt: skip
def command(store: str, by: str | None, run: str, style: str, top: int | None) -> int:
    """
    汇总结果库（hebiao check --store 写出的文件）：哪些单位、哪些规则问题多，总分怎么分布。

    要查别的，结果库可以直接用 SQL 查。
    """
    if style == "csv" and by is None:
        raise UsageError(f"CSV 一次输出一张表，请加 --by，如 --by unit；有 {'、'.join(QUESTIONS)}")
    with asked_store(store) as engine:
        scope = scope_of(run, engine)
        answers = [answer(name, engine, scope) for name in ([by] if by else QUESTIONS)]
        whole = counts(engine, scope)
    if style == "json":
        click.echo(as_json(writable(store), scope, whole, answers, top))
    elif style == "csv":
        click.echo(as_csv(answers[0], top), nl=False)
    else:
        _print(writable(store), scope, whole, answers, top or (None if by else _BRIEF))
    return 0


def _print(
    store: str, scope: Scope, whole: Counts, answers: Sequence[Answer], top: int | None
) -> None:
    show, columns = page()
    columns = min(columns, _WIDEST)
    show(head_lines(store, scope.words, whole, columns))
    for each in answers:
        show(answer_lines(each, top, columns))
