"""Results in, report files in a folder out: one file here writes one kind of report."""

from hebiao.batch.out.kinds import DEFAULT_KINDS, KINDS, Job, writers_for, written
from hebiao.batch.out.place import prepared

__all__ = ["DEFAULT_KINDS", "KINDS", "Job", "prepared", "writers_for", "written"]
