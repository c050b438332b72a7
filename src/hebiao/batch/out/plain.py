"""核查报告.txt and 核查结果.json: what `hebiao check` prints, kept in files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.batch.out.job import KINDS
from hebiao.batch.out.place import put_text
from hebiao.reports.counts import Counts, count
from hebiao.reports.ending import ending_lines
from hebiao.reports.json_v1 import file_entry, report
from hebiao.reports.line import plain
from hebiao.reports.terminal import file_lines

if TYPE_CHECKING:
    from hebiao.batch.out.job import Job
    from hebiao.check import CheckResult
    from hebiao.reports.json_v1 import FileEntry

_COLUMNS = 80


class TextFile:
    """The report as text, 80 columns wide."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._texts: list[str] = []
        self._total = Counts()

    def add(self, result: CheckResult) -> None:
        """Keep the lines of a file, not its result, which takes far more memory."""
        self._texts.append(plain(file_lines(result, _COLUMNS)))
        self._total += count(result)

    def close(self) -> None:
        """Write the file."""
        job = self._job
        self._texts.append(plain(ending_lines(self._total, job.skipped, _COLUMNS, job.settings)))
        put_text(job.folder / KINDS["text"], (f"{text}\n" for text in self._texts))


class JsonFile:
    """The JSON for other programs, and for `hebiao diff` after the forms were mended."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._entries: list[FileEntry] = []

    def add(self, result: CheckResult) -> None:
        """Keep the entry of a file."""
        self._entries.append(file_entry(result))

    def close(self) -> None:
        """Write the file."""
        job = self._job
        text = report(self._entries, job.skipped, job.settings).model_dump_json(indent=2)
        put_text(job.folder / KINDS["json"], (text, "\n"))
