"""The ledger in, 数据/ out: the tables of the store as Parquet files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.batch.out.stored import across_entries, items, run_of
from hebiao.store import write_parquet

if TYPE_CHECKING:
    from pathlib import Path

    from hebiao.batch.ledger import Ledger
    from hebiao.batch.out.job import Job


def write(path: Path, job: Job, ledger: Ledger) -> None:
    """Write a file a table."""
    write_parquet(path, items(ledger), run_of(job), across_entries(job))
