"""
What a caller may catch.

    HebiaoError
    ├── UnreadableFile   this file cannot be read as a Word document: code, message, remedy
    ├── LeftAlone        no copy of this file can be written into: the reason, a Chinese sentence
    └── UsageError       the call is wrong: an unknown rule code, a layout file with a mistake

Nothing else is raised for anything found in a file: what a form says wrongly is a Finding.
"""

from __future__ import annotations


class HebiaoError(Exception):
    """The root of every exception this package raises on purpose."""


class UnreadableFile(HebiaoError):  # noqa: N818 - names what is wrong with the file, as users see it
    """
    The file is no Word document that can be read.

    Args:
        code: stable, for machines: `empty_file`, `encrypted`, `old_doc` …
        message: one Chinese sentence for a person: what the file is, and what to do.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return self.message


class LeftAlone(HebiaoError):  # noqa: N818 - names what became of the file, as users see it
    """
    A file that can be read, but of which no copy with comments or changes is made.

    Args:
        reason: one Chinese sentence for a person: why, and what to do.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class UsageError(HebiaoError):
    """The caller asked for something that does not exist, such as an unknown rule code."""
