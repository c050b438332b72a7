"""
A call of `hebiao check` in, its exit code out; files are found, checked, shown, kept, reported.

    discover ──▶ carry_out ──▶ print_done ──▶ reports
                     └── ledger ──────────────┘
"""

from __future__ import annotations

from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime  # noqa: TC003
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hebiao.batch import discover
from hebiao.batch.basis import basis_of
from hebiao.batch.copies import old_copies
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
from hebiao.batch.out.job import STORED
from hebiao.batch.run import carry_out
from hebiao.batch.together import judged_together
from hebiao.cli.output import print_done, print_end, screen_for
from hebiao.cli.progress import while_writing, with_progress
from hebiao.config import settings_for
from hebiao.reports.about import About
from hebiao.reports.across.words import numbers
from hebiao.reports.counts import NOTHING
from hebiao.rules import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from hebiao.across import ProjectList
    from hebiao.batch.sources import Target
    from hebiao.batch.work import Done
    from hebiao.reports.counts import Counts
    from hebiao.reports.terminal import Screen
    from hebiao.store import Store

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
    listed: str | None = None
    store: str | None = None
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
    listed = _list(call.listed or settings.project_list)
    found = discover(call.paths)
    job = Job(
        About(settings, found.skipped, found.others, when=call.when),
        call.when,
        call.template,
        call.paths,
    )
    check_beforehand(call.kinds, job)
    workers = workers_for(call.jobs, call.scheduler)
    if call.folder:
        prepared(call.folder)
    order = _order(call, job)
    with ExitStack() as open_files:
        store = open_files.enter_context(_store(call.store))
        ledger = open_files.enter_context(Ledger(order, call.folder, fresh=call.recheck))
        done = carry_out(found.targets, order, ledger, workers)
        shown = print_done(with_progress(done, len(found.targets)), call.style)
        return _followed(shown, call, Run(job, found.targets, ledger, store, listed))


def _list(path: str | None) -> ProjectList | None:
    if path is None:
        return None
    from hebiao.config.project_list import read_list  # noqa: PLC0415 - few calls have one

    return read_list(Path(path))


def _store(path: str | None) -> AbstractContextManager[Store | None]:
    if path is None:
        return nullcontext()
    from hebiao.store import open_store  # noqa: PLC0415 - as above

    return open_store(path)


def _order(call: Call, job: Job) -> Order:
    """Return what is wanted of each file, by what is to be printed and written of it."""
    screen = screen_for(call.style, quiet=call.quiet)
    order = Order(
        settings=job.about.settings,
        least=call.least,
        parts=tuple(dict.fromkeys(_parts(call, screen))),
        copies=tuple(kind for kind in call.kinds if kind in COPIES),
        screen=screen,
        entries=call.style == "jsonl",
        when=job.when,
    )
    if call.folder is None:
        return order
    order = replace(order, folder=call.folder)
    return replace(order, basis=basis_of(order))


def _parts(call: Call, screen: Screen | None) -> Iterator[str]:
    """Yield what must be kept of each file."""
    yield "filed"
    yield from parts_for(call.kinds)
    yield from STORED if call.store else ()
    yield from _printed(call, screen)


def _printed(call: Call, screen: Screen | None) -> tuple[str, ...]:
    """Return what must be kept of a file to be printed of it, at the end or next time."""
    if screen is None:
        return ("entry",) if call.style == "json" or call.folder else ()
    return (("quiet" if screen.quiet else "text"),) if call.folder else ()


@dataclass(frozen=True, slots=True)
class Run:
    """A call that is being carried out: what is checked, and what is open for it."""

    job: Job
    targets: Sequence[Target]
    ledger: Ledger
    store: Store | None
    listed: ProjectList | None


def _followed(shown: Iterable[Done], call: Call, run: Run) -> int:
    """Go through what is done; write the reports also where the run is broken off."""
    total, unchanged = NOTHING, 0
    job = replace(run.job, about=replace(run.job.about, across=None))
    try:
        for done in shown:
            unchanged += not done.line
            total += done.counts
            for words in done.told:
                _tell(words)
        run.ledger.settle()
        job = replace(run.job, about=judged_together(run.job.about, run.ledger, run.listed))
        print_end(call.style, total, job.about, run.ledger, quiet=call.quiet)
    except KeyboardInterrupt:
        if call.folder:
            _tell("\n正在写出已核查部分的报告；再运行一次同样的命令，会接着核查其余的文件。")
        raise
    finally:
        _write(call, job, run)
    _say_unchanged(unchanged)
    return exit_code(total, job.about, call.failing)


def _write(call: Call, job: Job, run: Run) -> None:
    """Write the reports, and the run into the store."""
    try:
        if call.folder:
            with while_writing(len(run.targets)):
                told = write_reports(call.kinds, call.folder, job, run.ledger)
            _say_where(call.folder, call.kinds)
            for words in (*told, *old_copies(call.folder, call.kinds, run.targets)):
                _tell(words)
    finally:
        if run.store:
            from hebiao.batch.out.stored import add_run  # noqa: PLC0415 - as above

            add_run(run.store, job, run.ledger)
            _tell(f"结果已存入 {call.store}，用 hebiao summary {call.store} 查看汇总。")


def exit_code(total: Counts, about: About, failing: tuple[Severity, ...]) -> int:
    """Return the exit code of a run, as the contract has it."""
    if total.unreadable:
        return _UNREADABLE
    counted = (total.errors, total.warnings, total.notes)
    together = numbers(about.across.findings) if about.across else (0, 0, 0)
    found = zip(Severity, counted, together, strict=True)
    return int(any(one + other for severity, one, other in found if severity in failing))


def _say_where(folder: Path, kinds: Iterable[str]) -> None:
    """Name the reports that were written; there may be nothing to put in some."""
    there = [KINDS[kind] for kind in kinds if (folder / KINDS[kind]).exists()]
    _tell(f"报告已写到 {folder}：{'、'.join(there)}")


def _say_unchanged(files: int) -> None:
    if files:
        _tell(
            f"{files} 个文件自上次核查后没有改动，沿用上次的结果；"
            "要全部重新核查，请加上 --recheck。"
        )


def _tell(words: str) -> None:
    click.echo(words, err=True)
