"""
Paths, patterns, archives and addresses in, the documents to check out, each to be opened anywhere.

    discover ──▶ disk | remote ──▶ File ──archive──▶ Source ──load──▶ bytes
"""

from hebiao.batch.sources.discover import discover
from hebiao.batch.sources.found import Found
from hebiao.batch.sources.source import Source, Target, load, plain

__all__ = ["Found", "Source", "Target", "discover", "load", "plain"]
