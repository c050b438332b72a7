"""`hebiao rules`: the catalogue."""

from __future__ import annotations

import click

from hebiao.cli.command import Command
from hebiao.reports.columns import pad, width
from hebiao.reports.finding import KINDS
from hebiao.rules import EVERY_RULE


@click.command(cls=Command)
def command() -> None:
    """列出全部规则：代码、级别、标题、名称。"""
    kinds = {rule.code: KINDS[rule.severity] for rule in EVERY_RULE}
    kind = max(map(width, kinds.values()))
    title = max(width(rule.title) for rule in EVERY_RULE)
    for rule in EVERY_RULE:
        click.echo(
            f"{rule.code}  {pad(kinds[rule.code], kind)}  {pad(rule.title, title)}  {rule.name}"
        )
