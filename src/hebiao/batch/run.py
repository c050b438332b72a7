"""
The files to check in, their results out, in the same order, as each is done.

One file never stops the others: what goes wrong in the program, too, is a result that says so.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hebiao.batch.more_layouts import layouts_with
from hebiao.batch.source import load, refused
from hebiao.check import CheckResult, Status, Trouble, check
from hebiao.config import DEFAULT_SETTINGS, Settings, rules_of, waive
from hebiao.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.batch.source import Source, Target


def run(
    targets: Iterable[Target], settings: Settings = DEFAULT_SETTINGS, *, jobs: int = 1
) -> Iterator[CheckResult]:
    """
    Yield the result of each file.

    Args:
        targets: files, and results that are passed through.
        settings: the rules to run, and what else an office set.
        jobs: how many processes to use.

    Raises:
        UsageError: a layout in the folder of the settings has a mistake.
    """
    layouts_with(settings.layouts)
    one = partial(_check_one, settings)
    if jobs > 1:
        from hebiao.batch.parallel import check_parallel  # noqa: PLC0415 - one job needs none of it

        yield from check_parallel(targets, one, _lost, jobs)
        return
    for target in targets:
        yield target if isinstance(target, CheckResult) else one(target)


def _check_one(settings: Settings, source: Source) -> CheckResult:
    """Check one file, in this process or another."""
    path = source.name
    layouts = layouts_with(settings.layouts)
    try:
        data = load(source)
        rules, policy = rules_of(settings), settings.policy
        result = check(data, rules=rules, layouts=layouts, policy=policy, name=path)
        return waive(result, settings.waivers)
    except UnreadableFile as error:
        return refused(path, error)
    except Exception as error:  # noqa: BLE001 - our own fault must not stop the other files
        return _failed(path, f"{type(error).__name__}: {error}")


def _lost(source: Source) -> CheckResult:
    return _failed(source.name, "进程意外终止，可能是内存不足")


def _failed(path: str, reason: str) -> CheckResult:
    message = (
        f"核表程序处理这个文件时出错（{reason}），是程序的问题，请告诉我们；其他文件不受影响。"
    )
    return CheckResult(path, "", Status.UNREADABLE, Trouble("internal", message), ())
