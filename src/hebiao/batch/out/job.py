"""What is written where: the kinds of reports by the name `--report` gives them, and a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime  # noqa: TC003 - a field of a value

from hebiao.batch.order import now
from hebiao.config import DEFAULT_SETTINGS, Settings

KINDS = {
    "html": "核查报告.html",
    "xlsx": "核查台账.xlsx",
    "annotated": "批注",
    "letter": "意见书",
    "json": "核查结果.json",
    "text": "核查报告.txt",
    "revised": "修订",
}
"""The file or folder each kind writes, in the order of `--help`."""

DEFAULT_KINDS = ("html", "xlsx", "annotated", "letter", "json", "text")

PARTS = {
    "html": ("html",),
    "xlsx": ("xlsx",),
    "letter": ("letter",),
    "json": ("entry",),
    "text": ("text",),
}
"""What is kept of each file for the reports that are put together at the end."""

COPIES = {"annotated": "批注", "revised": "修订"}
"""The folders of copies, which are written file by file."""


@dataclass(frozen=True, slots=True)
class Job:
    """
    What reports say of a run besides its results: what it was set to, and when it was.

    `template` is the .docx letters are made of, where it is not the program's own.
    """

    settings: Settings = DEFAULT_SETTINGS
    skipped: int = 0
    when: datetime = field(default_factory=now)
    template: bytes | None = None
