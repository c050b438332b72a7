"""`hebiao check PATH…`: what is wrong with the forms."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hebiao.batch import discover, run
from hebiao.batch.out import DEFAULT_KINDS, KINDS, Job, prepared, writers_for, written
from hebiao.check import Status
from hebiao.cli.command import Command
from hebiao.cli.options import config_option, format_option, layouts_option
from hebiao.cli.output import print_results
from hebiao.cli.progress import with_progress
from hebiao.config import settings_for
from hebiao.errors import UsageError, reason_of
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.check import CheckResult

_SEVERITIES = [severity.value for severity in Severity]
"""From the gravest on."""

NEVER = "never"
_UNREADABLE = 2


@click.command(cls=Command)
@click.argument("paths", metavar="PATH…", nargs=-1, required=True)
@format_option("text", "json", "jsonl")
@click.option("--out", metavar="DIR", help="另把报告写到这个文件夹：网页、台账、批注、意见书等。")
@click.option("--report", "reports", metavar="KINDS", multiple=True,
              help="只写这些报告，用逗号隔开：html 网页，xlsx 台账，annotated 批注副本，"
                   "letter 意见书，json，text，revised 修订副本；"
                   "不写则除修订副本外都写。")  # fmt: skip
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
@click.option("--quiet", is_flag=True, help="每个文件只报告各有几处问题。")
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    paths: tuple[str, ...],
    style: str,
    out: str | None,
    reports: tuple[str, ...],
    letter_template: str | None,
    selected: tuple[str, ...],
    ignored: tuple[str, ...],
    min_severity: str,
    fail_on: str,
    config: str | None,
    layouts: str | None,
    jobs: int,
    *,
    quiet: bool,
) -> int:
    """
    核查文件、文件夹（连同下级文件夹）里的绩效自评表。

    退出码：0 没有错误；1 有错误（见 --fail-on）；2 有文件无法读取，或命令写得不对。
    """
    chosen, unwanted = _codes(selected), _codes(ignored)
    settings = settings_for(
        paths[0], config=config, chosen=chosen, ignored=unwanted, layouts=layouts
    )
    found = discover(paths)
    checked = with_progress(run(found.targets, settings, jobs=jobs), len(found.targets))
    results = _shown(checked, min_severity)
    if out:
        template = _template(letter_template)
        job = Job(prepared(out), settings, found.skipped, paths, template=template, say=_tell)
        results = written(results, writers_for(_kinds(reports), job))
    elif reports or letter_template:
        raise UsageError("--report、--letter-template 要与 --out 一起用，报告写在 --out 的文件夹里")
    codes: list[int] = []
    noted = _noted(results, codes, fail_on)
    print_results(noted, style, settings, quiet=quiet, skipped=found.skipped)
    if out:
        _tell(f"报告已写到 {out}：{'、'.join(_there(Path(out), _kinds(reports)))}")
    return max(codes, default=0)


def _codes(options: Iterable[str]) -> list[str]:
    """Return the single codes of options such as `SC,FD01`."""
    return [code.strip() for option in options for code in option.split(",") if code.strip()]


def _there(folder: Path, kinds: Iterable[str]) -> list[str]:
    """Return the names of the reports that were written; there may be nothing to put in some."""
    return [KINDS[kind] for kind in kinds if (folder / KINDS[kind]).exists()]


def _tell(words: str) -> None:
    click.echo(words, err=True)


def _kinds(options: Iterable[str]) -> list[str]:
    """Return the kinds of reports that are wanted."""
    wanted = [kind.lower() for kind in _codes(options)]
    for kind in wanted:
        if kind not in KINDS:
            near = get_close_matches(kind, KINDS, 1)
            hint = f"，是不是 {near[0]}" if near else ""
            raise UsageError(f"--report 没有 {kind} 这种报告{hint}；有 {'、'.join(KINDS)}")
    return wanted or list(DEFAULT_KINDS)


def _template(path: str | None) -> bytes | None:
    try:
        return Path(path).read_bytes() if path else None
    except OSError as error:
        raise UsageError(f"意见书模板 {path} 打不开（{reason_of(error)}）") from error


def _at_least(severity: str) -> list[str]:
    return _SEVERITIES[: _SEVERITIES.index(severity) + 1]


def _shown(results: Iterable[CheckResult], least: str) -> Iterator[CheckResult]:
    """Leave out the findings that are milder than the least the user wants to see."""
    wanted = _at_least(least)
    for result in results:
        forms = (
            replace(form, findings=tuple(f for f in form.findings if f.severity in wanted))
            for form in result.forms
        )
        yield replace(result, forms=tuple(forms))


def _noted(results: Iterable[CheckResult], codes: list[int], fail_on: str) -> Iterator[CheckResult]:
    """Note the exit code of each result as it passes."""
    failing = () if fail_on == NEVER else _at_least(fail_on)
    for result in results:
        failed = any(finding.severity in failing for finding in result.findings)
        codes.append(_UNREADABLE if result.status is Status.UNREADABLE else int(failed))
        yield result
