"""
The files to check in, what is kept of each out, in their order, as each is done.

    targets ──▶ tasks ──▶ workers ──▶ Done ──▶ ledger, copies ──▶ whoever shows it

One file never stops the others.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from hebiao.batch.copies import places
from hebiao.batch.engine import in_order
from hebiao.batch.more_layouts import layouts_with
from hebiao.batch.order import Order
from hebiao.batch.out.place import gone, put
from hebiao.batch.parts import dumped, lines_from
from hebiao.batch.work import Done, Task, lost, lost_result, result_of, work
from hebiao.config import DEFAULT_SETTINGS, Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from hebiao.batch.engine import Workers
    from hebiao.batch.ledger import Ledger
    from hebiao.batch.sources import Target
    from hebiao.check import CheckResult
    from hebiao.reports.line import Line

T = TypeVar("T")


def run(
    targets: Iterable[Target],
    settings: Settings = DEFAULT_SETTINGS,
    workers: Workers | None = None,
) -> Iterator[CheckResult]:
    """Yield the whole result of each file, as `gathered` does what is kept of it."""
    return gathered(targets, _whole, settings, workers)


def gathered(
    targets: Iterable[Target],
    keep: Callable[[CheckResult], T],
    settings: Settings = DEFAULT_SETTINGS,
    workers: Workers | None = None,
) -> Iterator[T]:
    """
    Yield what is to be kept of the result of each file.

    Args:
        targets: files, and results that are passed through.
        keep: gives what is kept; it travels to the workers, and what it gives travels back.
        settings: the rules to run, and what else an office set.
        workers: who does the work; this process, if it is not said.

    Raises:
        UsageError: a layout in the folder of the settings has a mistake.
    """
    layouts_with(settings.layouts)
    work_on = partial(_kept, Order(settings), keep)
    yield from in_order(map(Task, targets), work_on, partial(_kept_of_lost, keep), workers)


def _whole(result: CheckResult) -> CheckResult:
    return result


def _kept(order: Order, keep: Callable[[CheckResult], T], task: Task) -> T:
    return keep(result_of(order, task))


def _kept_of_lost(keep: Callable[[CheckResult], T], task: Task) -> T:
    return keep(lost_result(task.path))


def carry_out(
    targets: Sequence[Target],
    order: Order,
    ledger: Ledger,
    workers: Workers | None = None,
) -> Iterator[Done]:
    """
    Check the files that are new or changed, and yield what is to be shown of each.

    Args:
        targets: files, and results that are passed through.
        order: what is wanted of each.
        ledger: what is there from last time, and where all is kept.
        workers: who does the work; this process, if it is not said.

    Raises:
        UsageError: a layout in the folder of the settings has a mistake, or the disk is full.
    """
    layouts_with(order.settings.layouts)
    tasks = _tasks(targets, ledger)
    done = in_order(tasks, partial(work, order), partial(lost, order), workers)
    for each in done:
        if each.line:
            _keep(each, ledger, order.folder)
            yield each
        else:
            yield _as_last_time(each, order, ledger)


def _tasks(targets: Sequence[Target], ledger: Ledger) -> Iterator[Task]:
    for target, place in zip(targets, places(targets), strict=True):
        task = Task(target, place)
        yield replace(task, known=ledger.known(task.path, place))


def _keep(done: Done, ledger: Ledger, folder: Path) -> None:
    """Put the copies in their place, then write the line: what it says is there, is there."""
    for copy in done.copies:
        place = folder / copy.place
        if copy.data is None:
            gone(place)
        else:
            put(place, (copy.data,))
    ledger.add(done.line)


def _as_last_time(done: Done, order: Order, ledger: Ledger) -> Done:
    """Return what was kept of a file, as if it had been checked again."""
    record = ledger.take_over(done.path)
    shown: tuple[Line, ...] = ()
    if order.screen:
        shown = lines_from(record.parts["quiet" if order.screen.quiet else "text"])
    entry = record.parts["entry"] if order.entries else None
    return replace(done, counts=record.counts, shown=shown, entry=dumped(entry) if entry else b"")
