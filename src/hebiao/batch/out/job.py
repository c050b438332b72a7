"""What is written where: the kinds of reports by the name `--report` gives them, and a run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from hebiao.reports.about import About

KINDS = {
    "html": "核查报告.html",
    "xlsx": "核查台账.xlsx",
    "annotated": "批注",
    "letter": "意见书",
    "json": "核查结果.json",
    "text": "核查报告.txt",
    "revised": "修订",
    "parquet": "数据",
}
"""The file or folder each kind writes, in the order of `--help`."""

DEFAULT_KINDS = ("html", "xlsx", "annotated", "letter", "json", "text")

STORED = ("entry", "rows")
"""What is kept of each file for the store."""

PARTS = {
    "html": ("html",),
    "xlsx": ("xlsx",),
    "letter": ("letter",),
    "json": ("entry",),
    "text": ("text",),
    "parquet": STORED,
}
"""What is kept of each file for the reports that are put together at the end."""

COPIES = {"annotated": "批注", "revised": "修订"}
"""The folders of copies, which are written file by file."""


@dataclass(frozen=True, slots=True)
class Job:
    """
    What the reports of a run are made by.

    `template` is the .docx letters are made of, where it is not the program's own; `paths` is what
    the user named.
    """

    about: About
    when: datetime
    template: bytes | None = None
    paths: tuple[str, ...] = ()
