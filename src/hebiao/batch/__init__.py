"""Many files: which ones are meant, and the check of each, in order."""

from hebiao.batch.discover import Found, discover
from hebiao.batch.more_layouts import layouts_with
from hebiao.batch.run import gathered, run

__all__ = ["Found", "discover", "gathered", "layouts_with", "run"]
