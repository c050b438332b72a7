"""What is wrong with a store in, the sentence that says so, and what to do, out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path


def locked(path: Path) -> UsageError:
    """Return what to say of a store that another program has."""
    return UsageError(f"结果库 {path} 正被别的程序使用，请在那边关掉它再试")


def no_store(path: Path) -> UsageError:
    """Return what to say of a file that is no store of this program."""
    return UsageError(f"{path} 不是核表的结果库（或已损坏），没有动它；请换一个文件名")


def not_writable(path: Path, reason: str) -> UsageError:
    """Return what to say of a store that cannot be written."""
    return UsageError(f"结果库 {path} 写不进去（{reason}）；请确认文件和文件夹可以写入，磁盘有空间")


def failed(path: Path, reason: str) -> UsageError:
    """Return what to say where nobody knows better than the engine."""
    return UsageError(f"结果库 {path} 用不了（{reason}）")
