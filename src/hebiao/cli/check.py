"""`hebiao check PATH…`: what is wrong with the forms."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hebiao.batch.out import DEFAULT_KINDS, KINDS
from hebiao.cli.command import Command
from hebiao.cli.options import config_option, format_option, layouts_option
from hebiao.cli.session import Call, carried_out
from hebiao.errors import UsageError, reason_of
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

_SEVERITIES = [severity.value for severity in Severity]
"""From the gravest on."""

NEVER = "never"
_DASK = "dask"


@click.command(cls=Command)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@format_option("text", "json", "jsonl")
@click.option("--out", metavar="DIR", help="另把报告写到这个文件夹：网页、台账、批注、意见书等。")
@click.option("--report", "reports", metavar="KINDS", multiple=True,
              help="只写这些报告，用逗号隔开：html 网页，xlsx 台账，annotated 批注副本，"
                   "letter 意见书，json，text，revised 修订副本，parquet 数据；"
                   "不写则除最后两种外都写。")  # fmt: skip
@click.option("--recheck", is_flag=True,
              help="全部重新核查；不写则 --out 里上次核查过、没有改动的文件不再核查。")  # fmt: skip
@click.option("--store", metavar="FILE",
              help="另把结果存进这个文件（.sqlite 或 .duckdb），"
                   "供 SQL 查询和 hebiao summary 汇总。")  # fmt: skip
@click.option("--list", "listed", metavar="FILE",
              help="应报送的项目清单（.xlsx、.csv），核对漏报、多报和金额。")  # fmt: skip
@click.option("--letter-template", metavar="FILE", help="意见书用自己的 .docx 模板。")
@click.option("--select", "selected", metavar="CODES", multiple=True,
              help="只用这些规则，代码或其开头，用逗号隔开，如 SC,FD01。")  # fmt: skip
@click.option("--ignore", "ignored", metavar="CODES", multiple=True,
              help="不用这些规则，写法同上。")  # fmt: skip
@click.option("--min-severity", metavar="error|warning|note", type=click.Choice(_SEVERITIES),
              default="note", help="只报告这一级以上的问题，默认 note（全部）。")  # fmt: skip
@click.option("--fail-on", metavar="error|warning|note|never",
              type=click.Choice([*_SEVERITIES, NEVER]), default="error",
              help="报告了这一级以上的问题时，退出码为 1，默认 error。")  # fmt: skip
@config_option
@layouts_option
@click.option("--jobs", metavar="N", type=click.IntRange(min=1), default=1,
              help="同时用几个进程，默认 1。")  # fmt: skip
@click.option("--engine", metavar="local|dask", type=click.Choice(["local", _DASK]),
              default="local", help="在本机核查，或交给已有的 Dask 集群，默认 local。")  # fmt: skip
@click.option("--scheduler", metavar="ADDRESS", help="Dask 调度器的地址，如 tcp://10.0.0.5:8786。")
@click.option("--quiet", is_flag=True, help="每个文件只报告各有几处问题。")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """
    核查文件、文件夹（连同下级文件夹）、压缩包（.zip）里的绩效自评表；也可以是 s3:// 等地址。

    退出码：0 没有错误；1 有错误（见 --fail-on）；2 有文件无法读取，或命令写得不对。
    """
    return carried_out(_call(paths, **options))


def _call(  # noqa: PLR0913 - one argument an option
    paths: tuple[str, ...],
    *,
    style: str,
    out: str | None,
    reports: tuple[str, ...],
    recheck: bool,
    store: str | None,
    listed: str | None,
    letter_template: str | None,
    selected: tuple[str, ...],
    ignored: tuple[str, ...],
    min_severity: str,
    fail_on: str,
    config: str | None,
    layouts: str | None,
    jobs: int,
    engine: str,
    scheduler: str | None,
    quiet: bool,
) -> Call:
    """Return what the options say together."""
    if not out and (reports or letter_template or recheck):
        raise UsageError(
            "--report、--letter-template、--recheck 要与 --out 一起用，报告写在 --out 的文件夹里"
        )
    if (engine == _DASK) != (scheduler is not None):
        raise UsageError("--engine dask 和 --scheduler 地址 要一起用")
    return Call(
        paths=paths,
        style=style,
        quiet=quiet,
        folder=Path(out) if out else None,
        kinds=tuple(_kinds(reports)) if out else (),
        recheck=recheck,
        template=_template(letter_template),
        chosen=_codes(selected),
        ignored=_codes(ignored),
        least=Severity(min_severity),
        failing=() if fail_on == NEVER else _at_least(fail_on),
        config=config,
        layouts=layouts,
        jobs=jobs,
        scheduler=scheduler,
        listed=listed,
        store=store,
    )


def _codes(options: Iterable[str]) -> tuple[str, ...]:
    """Return the single codes of options such as `SC,FD01`."""
    return tuple(code.strip() for option in options for code in option.split(",") if code.strip())


def _kinds(options: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds of reports that are wanted."""
    wanted = tuple(kind.lower() for kind in _codes(options))
    for kind in wanted:
        if kind not in KINDS:
            near = get_close_matches(kind, KINDS, 1)
            hint = f"，是不是 {near[0]}" if near else ""
            raise UsageError(f"--report 没有 {kind} 这种报告{hint}；有 {'、'.join(KINDS)}")
    return wanted or DEFAULT_KINDS


def _template(path: str | None) -> bytes | None:
    try:
        return Path(path).read_bytes() if path else None
    except OSError as error:
        raise UsageError(f"意见书模板 {path} 打不开（{reason_of(error)}）") from error


def _at_least(severity: str) -> tuple[Severity, ...]:
    return tuple(map(Severity, _SEVERITIES[: _SEVERITIES.index(severity) + 1]))
