"""Many files: which ones are meant, and the check of each, in order."""

from hebiao.batch.more_layouts import layouts_with
from hebiao.batch.run import gathered, run
from hebiao.batch.sources import Found, Source, Target, discover, load

__all__ = ["Found", "Source", "Target", "discover", "gathered", "layouts_with", "load", "run"]
