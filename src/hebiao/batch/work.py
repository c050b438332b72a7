"""
One file in, all a run keeps of it out: this is what runs in the workers.

    Task ──load──▶ bytes ──check──▶ CheckResult ──parts──▶ Done
                     └── as last time ───────────────────▶ Done without a line

Only text and bytes travel back: a result is some hundred times as much as its findings.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from hebiao.batch.copies import Copy, copies_of
from hebiao.batch.more_layouts import layouts_with
from hebiao.batch.parts import part_of
from hebiao.batch.sources import load
from hebiao.batch.sources.source import refused
from hebiao.check import CheckResult, Status, Trouble, check
from hebiao.config import rules_of, waive
from hebiao.errors import UnreadableFile
from hebiao.reports.counts import NOTHING, Counts, count
from hebiao.reports.form_v1 import writable
from hebiao.reports.terminal import block
from hebiao.rules import Severity

if TYPE_CHECKING:
    from hebiao.batch.order import Order
    from hebiao.batch.sources import Target
    from hebiao.reports.line import Line


@dataclass(frozen=True, slots=True)
class Task:
    """
    A file, where copies of it are to lie, and its hash where it was checked last time.

    `name` is what reports call it where that is not its path; `forms` are the numbers of those of
    its forms that are wanted, where not all of them are.
    """

    target: Target
    place: str = ""
    known: str = ""
    name: str = ""
    forms: tuple[int, ...] = ()

    @property
    def path(self) -> str:
        """What reports call the file."""
        if isinstance(self.target, CheckResult):
            return self.target.path
        return self.name or self.target.name


@dataclass(frozen=True, slots=True)
class Done:
    """
    What a run keeps of a file: its line of the ledger, or none where the file is as last time.

    `shown` are its lines on the screen, `entry` what stands in a line of JSON Lines, `told` what
    the user is to be told besides.
    """

    path: str
    counts: Counts = NOTHING
    line: bytes = b""
    shown: tuple[Line, ...] = ()
    entry: bytes = b""
    copies: tuple[Copy, ...] = ()
    told: tuple[str, ...] = ()


def work(order: Order, task: Task) -> Done:
    """Check one file; whatever goes wrong in the program is a result that says so."""
    try:
        return _worked(order, task)
    except MemoryError:
        return _done(order, task, _too_much(task.path), b"")
    except Exception as error:  # noqa: BLE001 - our own fault must not stop the other files
        return _done(order, task, _failed(task.path, f"{type(error).__name__}: {error}"), b"")


def lost(order: Order, task: Task) -> Done:
    """Return what is kept of a file at which its worker died."""
    return _done(order, task, lost_result(task.path), b"")


def lost_result(path: str) -> CheckResult:
    """Return the result of a file at which its worker died."""
    return _failed(path, "进程意外终止，可能是内存不足")


def result_of(order: Order, task: Task) -> CheckResult:
    """Return the result of one file, by what the office set."""
    if isinstance(task.target, CheckResult):
        return task.target
    try:
        return _checked(order, task, load(task.target))
    except UnreadableFile as error:
        return refused(task.path, error)
    except MemoryError:
        return _too_much(task.path)
    except Exception as error:  # noqa: BLE001 - as above
        return _failed(task.path, f"{type(error).__name__}: {error}")


def _worked(order: Order, task: Task) -> Done:
    if isinstance(task.target, CheckResult):
        return _done(order, task, task.target, b"")
    try:
        data = load(task.target)
    except UnreadableFile as error:
        return _done(order, task, refused(task.path, error), b"")
    if task.known and sha256(data).hexdigest() == task.known:
        return Done(task.path)
    return _done(order, task, _checked(order, task, data), data)


def _checked(order: Order, task: Task, data: bytes) -> CheckResult:
    settings = order.settings
    rules, layouts = rules_of(settings), layouts_with(settings.layouts)
    result = check(data, rules=rules, layouts=layouts, policy=settings.policy, name=task.path)
    if task.forms:
        forms = tuple(form for form in result.forms if form.index in task.forms)
        result = replace(result, forms=forms)
    return _graver(waive(result, settings.waivers), order.least)


def _graver(result: CheckResult, least: Severity) -> CheckResult:
    """Leave out the findings that are milder than the least the user wants to see."""
    if least is Severity.NOTE:
        return result
    order = list(Severity)
    wanted = order[: order.index(least) + 1]
    forms = (
        replace(form, findings=tuple(f for f in form.findings if f.severity in wanted))
        for form in result.forms
    )
    return replace(result, forms=tuple(forms))


def _too_much(path: str) -> CheckResult:
    message = (
        "核查这个文件要用的内存太多，已经停止；其他文件不受影响。"
        "请拆成几个文件，或用 Word、WPS 另存为 .docx 后再试。"
    )
    return CheckResult(path, "", Status.UNREADABLE, Trouble("too_much_memory", message), ())


def _failed(path: str, reason: str) -> CheckResult:
    message = (
        f"核表程序处理这个文件时出错（{reason}），是程序的问题，请告诉我们；其他文件不受影响。"
    )
    return CheckResult(path, "", Status.UNREADABLE, Trouble("internal", message), ())


def _done(order: Order, task: Task, result: CheckResult, data: bytes) -> Done:
    counts = count(result)
    copies, told = copies_of(order, task.place, result, data)
    return Done(
        path=task.path,
        counts=counts,
        line=_line(order, result, counts, copies),
        shown=block(result, order.screen) if order.screen else (),
        entry=part_of("entry", result, order) if order.entries else b"",
        copies=copies,
        told=told,
    )


def _line(order: Order, result: CheckResult, counts: Counts, copies: tuple[Copy, ...]) -> bytes:
    """Return the line of the ledger: what it is found by first, then the parts as they are."""
    head = {
        "path": writable(result.path),
        "sha256": result.sha256,
        "basis": order.basis,
        "status": result.status,
        "counts": asdict(counts),
        "copies": {copy.kind: copy.place if copy.data else None for copy in copies},
    }
    parts = b",".join(
        b'"%s":%s' % (name.encode(), part_of(name, result, order)) for name in order.parts
    )
    return b'%s,"parts":{%s}}\n' % (json.dumps(head, ensure_ascii=False).encode()[:-1], parts)
