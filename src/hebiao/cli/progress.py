"""Results as they come in, the same out; on the screen, while there are many, how far it is."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

T = TypeVar("T")

FEWEST = 20
"""So many files take long enough to ask how long it will be."""


def with_progress(results: Iterable[T], total: int) -> Iterator[T]:
    """
    Pass the results on, and say on the screen how many are done, how fast, and how long to go.

        核查 ━━━━━━━━━━━━━━━━  132/500  每秒 21.4 个  还要 0:00:17

    Nothing is said where standard error is no terminal.
    """
    if not _is_worth_telling(total):
        yield from results
        return
    from hebiao.cli.bar import bar  # noqa: PLC0415 - few runs need it

    with bar() as shown:
        task = shown.add_task("", total=total)
        for result in results:
            yield result
            shown.advance(task)


def while_writing(files: int) -> AbstractContextManager[object]:
    """Say on the screen that the reports of many files are being written, as long as they are."""
    if not _is_worth_telling(files):
        return nullcontext()
    from hebiao.cli.bar import going_on  # noqa: PLC0415 - as above

    return going_on(f"正在写出 {files} 个文件的报告，请稍候")


def _is_worth_telling(files: int) -> bool:
    return files >= FEWEST and sys.stderr.isatty()
