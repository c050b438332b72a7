"""The commands of hebiao, one file each."""

from hebiao.cli.program import main

__all__ = ["main"]
