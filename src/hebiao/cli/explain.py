"""`hebiao explain CODE`: one rule, with what it rests on and its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hebiao.cli.command import Command
from hebiao.layouts import known_layout
from hebiao.reports.columns import hang, wrap
from hebiao.reports.field_names import field_name
from hebiao.reports.finding import KINDS
from hebiao.rules import find_rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.rules.rule import Edits, Rule

_COLUMNS = 80


@click.command(cls=Command)
@click.argument("code", metavar="CODE")
def command(code: str) -> None:
    """说明一条规则（代码如 SC01，或名称）：查什么、依据、为什么这样严、正反例。"""
    click.echo("\n".join(_lines(find_rule(code))))


def _lines(rule: Rule) -> Iterator[str]:
    yield f"{rule.code} {rule.title}（{KINDS[rule.severity]}）"
    yield f"名称 {rule.name}"
    yield from hang("依据 ", rule.basis, _COLUMNS)
    for paragraph in rule.about.split("\n\n"):
        yield ""
        yield from wrap(paragraph, _COLUMNS)
    yield from ("", *hang("建议 ", rule.advice, _COLUMNS))
    yield from ("", "会报告的例子，在一张没有问题的表上改：")
    yield from _edits(rule.bad, rule)
    yield from ("", "不报告的例子：")
    yield from _edits(rule.good, rule)


def _edits(edits: Edits, rule: Rule) -> Iterator[str]:
    layout = known_layout(rule.sample)
    for field, text in edits.items():
        yield from hang(f"  {field_name(field, layout)} → ", _said(text), _COLUMNS)


def _said(text: str | None) -> str:
    if text is None:
        return "（没有这一栏）"
    return text if text.strip() else "（空白）"
