"""
A file and its result in, the copies with comments or tracked changes out, to be put in their place.

    报送/甲局/表.docx   →   批注/甲局/表.docx, 修订/甲局/表.docx
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hebiao.batch.out.job import COPIES
from hebiao.batch.out.left_over import left_over
from hebiao.check import CheckResult, Status
from hebiao.errors import LeftAlone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from hebiao.batch.order import Order
    from hebiao.batch.sources import Target


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of one kind: its place below the folder of reports; no bytes if none is to lie."""

    kind: str
    place: str
    data: bytes | None


def copies_of(
    order: Order, place: str, result: CheckResult, data: bytes
) -> tuple[tuple[Copy, ...], tuple[str, ...]]:
    """Return the copies of a file, and for those that could not be made the reason why."""
    copies: list[Copy] = []
    told: list[str] = []
    for kind in order.copies:
        made = None
        if result.status is Status.CHECKED:
            try:
                made = _made(kind, order, result, data)
            except LeftAlone as left:
                told.append(f"{result.path}：没有写{COPIES[kind]}的副本，{left.reason}")
        copies.append(Copy(kind, f"{COPIES[kind]}/{place}", made))
    return tuple(copies), tuple(told)


def _made(kind: str, order: Order, result: CheckResult, data: bytes) -> bytes | None:
    from hebiao.reports.annotated import annotated, revised  # noqa: PLC0415 - few runs want copies

    return (annotated if kind == "annotated" else revised)(data, result, when=order.when)


def places(targets: Iterable[Target]) -> Iterator[str]:
    """Yield the place of the copies of each, as the file lies below what was named; none twice."""
    taken: set[str] = set()
    for target in targets:
        way = PurePosixPath() if isinstance(target, CheckResult) else target.place
        place, number = way, 1
        while str(place).casefold() in taken:
            number += 1
            place = way.with_name(f"{way.stem}（{number}）{way.suffix}")
        if not isinstance(target, CheckResult):
            taken.add(str(place).casefold())
        yield str(place)


def old_copies(folder: Path, kinds: Iterable[str], targets: Iterable[Target]) -> Iterator[str]:
    """Say which copies are of files that were not named this time."""
    own = {place.casefold() for place in places(targets)}
    for name in (COPIES[kind] for kind in kinds if kind in COPIES):
        files = (path for path in (folder / name).rglob("[!~.]*") if path.is_file())
        copies = {path.relative_to(folder / name).as_posix() for path in files}
        old = {copy for copy in copies if copy.casefold() not in own}
        yield from left_over(name, "副本", old, "它们的原件这次没有送来，或者改了名字、换了文件夹")
