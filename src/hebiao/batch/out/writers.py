"""
The ledger of a run in, its reports out, when the last file is done or the run is broken off.

    核查记录.jsonl ──▶ 核查报告.html, 核查台账.xlsx, 意见书/, 核查结果.json, 核查报告.txt
"""

from __future__ import annotations

from contextlib import ExitStack
from importlib import import_module
from typing import TYPE_CHECKING

from hebiao.batch.out.job import KINDS, PARTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from hebiao.batch.ledger import Ledger
    from hebiao.batch.out.job import Job

_MODULES = {
    "html": "page",
    "xlsx": "book",
    "letter": "letters",
    "json": "json_file",
    "text": "plain",
    "parquet": "lake",
}


def parts_for(kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the parts that must be kept of each file."""
    return tuple(dict.fromkeys(name for kind in kinds for name in PARTS.get(kind, ())))


def check_beforehand(kinds: Iterable[str], job: Job) -> None:
    """
    Look for what would keep a report from being written, before hours have gone into checking.

    Raises:
        UsageError: the template of letters has a mistake, or DuckDB is not installed.
    """
    if "letter" in kinds and job.template:
        from hebiao.reports.letter import checked_template  # noqa: PLC0415 - few runs have one

        checked_template(job.template)
    if "parquet" in kinds:
        from hebiao.store.duckdb_file import library  # noqa: PLC0415 - as above

        library()


def write_reports(kinds: Iterable[str], folder: Path, job: Job, ledger: Ledger) -> tuple[str, ...]:
    """
    Write the reports, and return what is to be said of them; each loads its library if wanted.

    One that cannot be written keeps none of the others from it.

    Raises:
        UsageError: a file cannot be written.
    """
    told: list[str] = []

    def write(kind: str) -> None:
        module = import_module(f"hebiao.batch.out.{_MODULES[kind]}")
        told.extend(module.write(folder / KINDS[kind], job, ledger) or ())

    with ExitStack() as each_in_turn:
        for kind in reversed([kind for kind in KINDS if kind in kinds and kind in _MODULES]):
            each_in_turn.callback(write, kind)
    return tuple(told)
