"""Results in, report files in a folder out: one file here writes one kind of report."""

from hebiao.batch.out.job import DEFAULT_KINDS, KINDS, Job
from hebiao.batch.out.place import prepared
from hebiao.batch.out.writers import writers_for, written

__all__ = ["DEFAULT_KINDS", "KINDS", "Job", "prepared", "writers_for", "written"]
