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
from hebiao.rules.across import AcrossRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.rules.across import AcrossExample
    from hebiao.rules.rule import Edits, Rule

_COLUMNS = 80


@click.command(cls=Command)
@click.argument("code", metavar="CODE")
def command(code: str) -> None:
    """说明一条规则（代码如 SC01，或名称）：查什么、依据、为什么这样严、正反例。"""
    click.echo("\n".join(_lines(find_rule(code))))


def _lines(rule: Rule | AcrossRule) -> Iterator[str]:
    yield f"{rule.code} {rule.title}（{KINDS[rule.severity]}）"
    yield f"名称 {rule.name}"
    yield from hang("依据 ", rule.basis, _COLUMNS)
    for paragraph in rule.about.split("\n\n"):
        yield ""
        yield from wrap(paragraph, _COLUMNS)
    yield from ("", *hang("建议 ", rule.advice, _COLUMNS))
    if isinstance(rule, AcrossRule):
        yield from ("", "会报告的例子，在没有问题的表上改：", *_sent(rule.bad))
        yield from ("", "不报告的例子：", *_sent(rule.good))
    else:
        yield from ("", "会报告的例子，在一张没有问题的表上改：", *_edits(rule.bad, rule.sample))
        yield from ("", "不报告的例子：", *_edits(rule.good, rule.sample))


def _sent(example: AcrossExample) -> Iterator[str]:
    """Yield what was sent in: each form with its edits, and the office's list."""
    for number, sent in enumerate(example.sent, start=1):
        times = f"，用 {sent.times} 个文件名报送" if sent.times > 1 else ""
        changed = "" if sent.edits else "，没有改动"
        yield f"  第 {number} 张（{known_layout(sent.sample).name}）{times}{changed}"
        yield from _edits(sent.edits, sent.sample, "    ")
    if example.listed:
        yield "  项目清单："
        yield from (f"    {line}" for line in example.listed.splitlines())


def _edits(edits: Edits, sample: str, indent: str = "  ") -> Iterator[str]:
    layout = known_layout(sample)
    for field, text in edits.items():
        yield from hang(f"{indent}{field_name(field, layout)} → ", _said(text), _COLUMNS)


def _said(text: str | None) -> str:
    if text is None:
        return "（没有这一栏）"
    return text if text.strip() else "（空白）"
