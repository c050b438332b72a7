"""The ledger of a run in, report files in a folder out: one file here writes one kind of report."""

from hebiao.batch.out.job import COPIES, DEFAULT_KINDS, KINDS, Job
from hebiao.batch.out.place import prepared
from hebiao.batch.out.writers import check_beforehand, parts_for, write_reports

__all__ = [
    "COPIES",
    "DEFAULT_KINDS",
    "KINDS",
    "Job",
    "check_beforehand",
    "parts_for",
    "prepared",
    "write_reports",
]
