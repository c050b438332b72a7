"""
A call of `hebiao check` in, its exit code out; files are found, checked, shown, kept, reported.

    discover ──▶ carry_out ──▶ print_done ──▶ reports
                     └── ledger ──────────────┘
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime  # noqa: TC003
from typing import TYPE_CHECKING

import click

from hebiao.batch import discover
from hebiao.batch.basis import basis_of
from hebiao.batch.engine import workers_for
from hebiao.batch.ledger import Ledger
from hebiao.batch.order import Order, now
from hebiao.batch.out import (
    COPIES,
    KINDS,
    Job,
    check_beforehand,
    parts_for,
    prepared,
    write_reports,
)
from hebiao.batch.run import carry_out
from hebiao.cli.output import print_done, screen_for
from hebiao.cli.progress import with_progress
from hebiao.config import settings_for
from hebiao.reports.about import About
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hebiao.batch.work import Done
    from hebiao.reports.counts import Counts
    from hebiao.reports.terminal import Screen

_UNREADABLE = 2


@dataclass(frozen=True, slots=True)
class Call:
    """What a call says; `failing` are the severities that make the exit code 1."""

    paths: tuple[str, ...]
    style: str = "text"
    quiet: bool = False
    folder: Path | None = None
    kinds: tuple[str, ...] = ()
    recheck: bool = False
    template: bytes | None = None
    chosen: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    least: Severity = Severity.NOTE
    failing: tuple[Severity, ...] = (Severity.ERROR,)
    config: str | None = None
    layouts: str | None = None
    jobs: int = 1
    scheduler: str | None = None
    when: datetime = field(default_factory=now)


def carried_out(call: Call) -> int:
    """
    Carry out a call and return its exit code.

    Raises:
        UsageError: the call asks for something that is not there, or a report cannot be written.
    """
    settings = settings_for(
        call.paths[0],
        config=call.config,
        chosen=call.chosen,
        ignored=call.ignored,
        layouts=call.layouts,
    )
    found = discover(call.paths)
    job = Job(About(settings, found.skipped, when=call.when), call.when, call.template)
    check_beforehand(call.kinds, job)
    workers = workers_for(call.jobs, call.scheduler)
    if call.folder:
        prepared(call.folder)
    order = _order(call, job)
    with Ledger(order, call.folder, fresh=call.recheck) as ledger:
        done = carry_out(found.targets, order, ledger, workers, call.paths)
        bar = with_progress(done, len(found.targets))
        shown = print_done(bar, call.style, job.about, ledger, quiet=call.quiet)
        return _followed(shown, call, job, ledger)


def _order(call: Call, job: Job) -> Order:
    """Return what is wanted of each file, by what is to be printed and written of it."""
    screen = screen_for(call.style, quiet=call.quiet)
    order = Order(
        settings=job.about.settings,
        least=call.least,
        parts=tuple(dict.fromkeys((*parts_for(call.kinds), *_printed(call, screen)))),
        copies=tuple(kind for kind in call.kinds if kind in COPIES),
        screen=screen,
        entries=call.style == "jsonl",
        when=job.when,
    )
    if call.folder is None:
        return order
    order = replace(order, folder=call.folder)
    return replace(order, basis=basis_of(order))


def _printed(call: Call, screen: Screen | None) -> tuple[str, ...]:
    """Return what must be kept of a file to be printed of it, at the end or next time."""
    if screen is None:
        return ("entry",) if call.style == "json" or call.folder else ()
    return (("quiet" if screen.quiet else "text"),) if call.folder else ()


def _followed(shown: Iterable[Done], call: Call, job: Job, ledger: Ledger) -> int:
    """Go through what is done; write the reports also where the run is broken off."""
    code = unchanged = 0
    try:
        for done in shown:
            unchanged += not done.line
            code = max(code, _exit_code(done.counts, call.failing))
            for words in done.told:
                _tell(words)
        ledger.settle()
    except KeyboardInterrupt:
        if call.folder:
            _tell("\n正在写出已核查部分的报告；再运行一次同样的命令，会接着核查其余的文件。")
        raise
    finally:
        if call.folder:
            write_reports(call.kinds, call.folder, job, ledger)
            _say_where(call.folder, call.kinds)
    if unchanged:
        _tell(
            f"{unchanged} 个文件自上次核查后没有改动，沿用上次的结果；"
            "要全部重新核查，请加上 --recheck。"
        )
    return code


def _exit_code(counts: Counts, failing: tuple[Severity, ...]) -> int:
    """Return the exit code of one file."""
    if counts.unreadable:
        return _UNREADABLE
    numbers = dict(zip(Severity, (counts.errors, counts.warnings, counts.notes), strict=True))
    return int(any(numbers[severity] for severity in failing))


def _say_where(folder: Path, kinds: Iterable[str]) -> None:
    """Name the reports that were written; there may be nothing to put in some."""
    there = [KINDS[kind] for kind in kinds if (folder / KINDS[kind]).exists()]
    _tell(f"报告已写到 {folder}：{'、'.join(there)}")


def _tell(words: str) -> None:
    click.echo(words, err=True)
