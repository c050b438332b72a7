"""`hebiao check PATH…`: what is wrong with the forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hebiao.batch import discover, layouts_with, run
from hebiao.check import Status
from hebiao.cli.command import Command
from hebiao.cli.options import console, format_option, layouts_option
from hebiao.errors import UsageError
from hebiao.rules import Severity, select

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.check import CheckResult
    from hebiao.rules import Rule

_SEVERITIES = [severity.value for severity in Severity]
"""From the gravest on."""

NEVER = "never"


@click.command(cls=Command)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@format_option("text", "json", "jsonl")
@click.option("--out", metavar="DIR", help="另把 核查报告.txt 和 核查结果.json 写到这个文件夹。")
@click.option("--select", "selected", metavar="CODES", multiple=True,
              help="只用这些规则，代码或其开头，用逗号隔开，如 SC,FD01。")  # fmt: skip
@click.option("--ignore", "ignored", metavar="CODES", multiple=True,
              help="不用这些规则，写法同上。")  # fmt: skip
@click.option("--min-severity", metavar="error|warning|note", type=click.Choice(_SEVERITIES),
              default="note", help="只报告这一级以上的问题，默认 note（全部）。")  # fmt: skip
@click.option("--fail-on", metavar="error|warning|note|never",
              type=click.Choice([*_SEVERITIES, NEVER]), default="error",
              help="报告了这一级以上的问题时，退出码为 1，默认 error。")  # fmt: skip
@layouts_option
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), default=1,
              help="同时用几个进程，默认 1。")  # fmt: skip
@click.option("--quiet", is_flag=True, help="每个文件只报告各有几处问题。")
def command(  # noqa: PLR0913 - one argument an option
    paths: tuple[str, ...],
    style: str,
    out: str | None,
    selected: tuple[str, ...],
    ignored: tuple[str, ...],
    min_severity: str,
    fail_on: str,
    layouts: str | None,
    jobs: int,
    *,
    quiet: bool,
) -> int:
    """
    核查文件、文件夹（连同下级文件夹）里的绩效自评表。

    退出码：0 没有错误；1 有错误（见 --fail-on）；2 有文件无法读取，或命令写得不对。
    """
    rules = _rules(_codes(selected), _codes(ignored))
    layouts_with(layouts)
    found = discover(paths)
    results = run(found.targets, rules=rules, layouts=layouts, jobs=jobs)
