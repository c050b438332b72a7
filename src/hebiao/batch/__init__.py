"""Many files: which ones are meant, and the check of each, in order."""

from hebiao.batch.discover import discover
from hebiao.batch.found import Found
from hebiao.batch.more_layouts import layouts_with
from hebiao.batch.run import run
from hebiao.batch.source import Source, Target, load

__all__ = ["Found", "Source", "Target", "discover", "layouts_with", "load", "run"]
