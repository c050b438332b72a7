"""Many files: which ones are meant, and the check of each, in order."""

from hebiao.batch.discover import Found, discover
from hebiao.batch.more_layouts import layouts_with
from hebiao.batch.run import run

__all__ = ["Found", "discover", "layouts_with", "run"]
