"""A submitted Word file and its result → a copy with comments, or with tracked changes."""

from hebiao.reports.annotated.annotate import annotated
from hebiao.reports.annotated.revise import revised

__all__ = ["annotated", "revised"]
