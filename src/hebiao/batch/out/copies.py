"""批注/ and 修订/: a copy of each file with something to mark, in the folders they came in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.batch.out.job import KINDS
from hebiao.batch.out.place import put, writing
from hebiao.check import Status, load
from hebiao.errors import LeftAlone, UnreadableFile
from hebiao.reports.annotated import annotated, revised

if TYPE_CHECKING:
    from hebiao.batch.out.job import Job
    from hebiao.check import CheckResult

_MAKERS = {"annotated": annotated, "revised": revised}


class Copies:
    """The copies of a run, each written as its result comes."""

    def __init__(self, job: Job, kind: str) -> None:
        self._job = job
        self._make = _MAKERS[kind]
        self._folder = job.folder / KINDS[kind]
        self._taken: set[Path] = set()

    def add(self, result: CheckResult) -> None:
        """Write the copy of a file; where there is nothing to mark, that of last time goes."""
        copy = self._folder / self._place(result.path)
        data = self._copy(result) if result.status is Status.CHECKED else None
        if data is not None:
            put(copy, (data,))
        else:
            with writing(copy):
                copy.unlink(missing_ok=True)

    def _copy(self, result: CheckResult) -> bytes | None:
        try:
            return self._make(load(result.path), result, when=self._job.when)
        except LeftAlone as left:
            self._job.say(f"{result.path}：没有写{self._folder.name}的副本，{left.reason}")
        except UnreadableFile as gone:
            self._job.say(f"{result.path}：没有写{self._folder.name}的副本，{gone.message}")
        return None

    def close(self) -> None:
        """Nothing is left to write."""

    def _place(self, path: str) -> Path:
        """Return the place of a copy: as the file stands below the folder that was given."""
        below = next(filter(None, (_below(root, path) for root in self._job.roots)), None)
        place = below or Path(Path(path).name)
        number = 1
        while place in self._taken:
            number += 1
            place = place.with_name(f"{Path(path).stem}（{number}）{place.suffix}")
        self._taken.add(place)
        return place


def _below(root: str, path: str) -> Path | None:
    """Return the way from a folder down to a file, or None where it is not below it."""
    try:
        found = Path(path).resolve().relative_to(Path(root).resolve())
    except ValueError:
        return None
    return found if found.name else None
