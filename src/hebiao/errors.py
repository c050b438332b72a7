"""
What a caller may catch.

    HebiaoError
    ├── UnreadableFile   this file cannot be read as a Word document: code, message, remedy
    ├── LeftAlone        no copy of this file can be written into: the reason, a Chinese sentence
    └── UsageError       the call is wrong: an unknown rule code, a layout file with a mistake

Nothing else is raised for anything found in a file: what a form says wrongly is a Finding.
"""

from __future__ import annotations

import errno


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


_REASONS = {
    errno.ENOENT: "路径不存在",
    errno.EEXIST: "同名的文件已经存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘只读",
    errno.ENOSPC: "磁盘已满",
    errno.ENOTDIR: "上级不是文件夹",
    errno.EISDIR: "同名的是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBUSY: "正被别的程序占用",
}


def reason_of(error: OSError) -> str:
    """Return in Chinese what the system says was wrong with a file."""
    known = _REASONS.get(error.errno or 0)
    return known or error.strerror or type(error).__name__
