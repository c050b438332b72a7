"""
A stored upload in, the documents in it out: itself, or what is in a .zip.

    f3.zip, called 报送.zip   →   报送.zip/甲局/表.docx, …
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hebiao.batch import discover
from hebiao.batch.work import Task
from hebiao.check import CheckResult

if TYPE_CHECKING:
    from pathlib import Path

    from hebiao.batch import Target


def documents_in(stored: Path, name: str) -> tuple[Task, ...]:
    """Return what there is to check, each called by the name that was given to the upload."""
    return tuple(_task(target, str(stored), name) for target in discover([str(stored)]).targets)


def _task(target: Target, stored: str, name: str) -> Task:
    if isinstance(target, CheckResult):
        return Task(replace(target, path=target.path.replace(stored, name, 1)))
    return Task(target, name=target.name.replace(stored, name, 1))
