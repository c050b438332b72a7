"""批注/ and 修订/: a copy of each file with something to mark, in the folders they came in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.batch.out.place import put
from hebiao.check import Status, load
from hebiao.errors import LeftAlone, UnreadableFile
from hebiao.reports.annotated import annotated, revised

if TYPE_CHECKING:
    from hebiao.batch.out.kinds import Job
    from hebiao.check import CheckResult

FOLDERS = {"annotated": "批注", "revised": "修订"}
_MAKERS = {"annotated": annotated, "revised": revised}


class Copies:
    """The copies of a run, each written as its result comes."""

    def __init__(self, job: Job, kind: str) -> None:
        self._job = job
        self._make = _MAKERS[kind]
        self._folder = job.folder / FOLDERS[kind]
        self._taken: set[Path] = set()

    def add(self, result: CheckResult) -> None:
        """Write the copy of a file, if there is anything to mark in it."""
        if result.status is not Status.CHECKED or not result.findings:
            return
        try:
            data = self._make(load(result.path), result, when=self._job.when)
        except LeftAlone as left:
            self._job.say(f"{result.path}：没有写{self._folder.name}的副本，{left.reason}")
        except UnreadableFile as gone:
            self._job.say(f"{result.path}：没有写{self._folder.name}的副本，{gone.message}")
        else:
            if data is not None:
                put(self._folder / self._place(result.path), (data,))

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
