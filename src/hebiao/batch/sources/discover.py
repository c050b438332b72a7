"""
Paths as a user gives them in, the documents to check out, in their order.

    2020/            every Word document in the folder and below, 第2号 before 第10号
    2020/*.docx      what fits the pattern
    a.docx           itself, whatever it is
    甲局.zip          every Word document in it, and in the archives within it
    s3://…           all of this at a remote place
    ~$a.docx         not checked: the lock file Word leaves beside an open document
    结果/批注/        not checked: the copies and letters of a run, beside its 核查报告.html
"""

from __future__ import annotations

import os
from dataclasses import replace
from glob import has_magic
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from hebiao.batch.sources import disk, remote
from hebiao.batch.sources.archive import listed
from hebiao.batch.sources.closed import closed
from hebiao.batch.sources.documents import (
    LOCK,
    File,
    Kind,
    is_passed_over,
    kind_of,
    kind_of_named,
    without_reports,
)
from hebiao.batch.sources.found import Found, together
from hebiao.batch.sources.natural import natural
from hebiao.batch.sources.source import Source, refused
from hebiao.check import CheckResult
from hebiao.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.batch.sources.documents import Way

_Item: TypeAlias = File | CheckResult


def discover(paths: Iterable[str]) -> Found:
    """Return the documents that are meant; one that is meant twice is checked once."""
    targets: dict[str, tuple[_Item, bool]] = {}
    counted: dict[str, Kind] = {}
    for path in paths:
        for item in _meant(path):
            key = _key(item)
            if isinstance(item, File) and not item.kind.is_target:
                counted[key] = item.kind
            else:
                named = isinstance(item, File) and item.path == path
                targets.setdefault(key, (item, named))
    found = together(_opened_up(item, named=named) for item, named in targets.values())
    kinds = [kind for key, kind in counted.items() if key not in targets]
    return replace(
        found,
        skipped=found.skipped + kinds.count(Kind.PASSED_OVER),
        others=found.others + kinds.count(Kind.SCAN),
    )


def _key(item: _Item) -> str:
    return item.path if remote.is_remote(item.path) else os.path.realpath(item.path)


def _opened_up(item: _Item, *, named: bool) -> Found:
    """Return the documents of a file: those in an archive, else itself."""
    if isinstance(item, CheckResult):
        return Found((item,))
    if item.kind is Kind.CLOSED:
        return Found((closed(item.path),))
    if item.kind is Kind.ARCHIVE:
        return listed(item.path, item.below, named=named)
    return Found((Source(item.path, item.path, item.below),))


class _Where(Protocol):
    """A module for the files of one kind of place."""

    def is_folder(self, path: str, /) -> bool: ...
    def exists(self, path: str, /) -> bool: ...
    def walked(self, folder: str, /) -> tuple[list[Way], list[str]]: ...
    def joined(self, folder: str, way: Way, /) -> str: ...
    def matches(self, pattern: str, /) -> list[tuple[str, Way]]: ...


def _meant(path: str) -> list[_Item]:
    where: _Where = remote if remote.is_remote(path) else disk
    try:
        if where.is_folder(path):
            return _in_folder(where, path)
        if has_magic(path) and not where.exists(path):
            return _fitting(where, path)
    except UnreadableFile as error:
        return [refused(path, error)]
    name = Path(path).name
    if name.startswith(LOCK) and where.exists(path):
        return [_nothing(path, "lock_file")]
    return [File(path, (name,), kind_of_named(name))]


def _fitting(where: _Where, pattern: str) -> list[_Item]:
    """Return what fits a pattern: only a shell for Unix has replaced it before."""
    items: list[_Item] = []
    for path, way in where.matches(pattern):
        if where.is_folder(path):
            items += _in_folder(where, path, way)
        else:
            kind = Kind.PASSED_OVER if is_passed_over(way[-1]) else kind_of_named(way[-1])
            items.append(File(path, way, kind))
    return items if any(map(_is_target, items)) else [*items, _nothing(pattern, "missing")]


def _in_folder(where: _Where, folder: str, before: Way = ()) -> list[_Item]:
    """Return what is in a folder and below; `before` leads to it where a pattern stood for it."""
    ways, shut = where.walked(folder)
    files: list[_Item] = [
        File(where.joined(folder, way), (*before, *way), kind_of(way))
        for way in without_reports(ways)
    ]
    files.sort(key=lambda file: natural(file.path))
    files += (_nothing(name, "not_accessible") for name in shut)
    return files if any(map(_is_target, files)) else [*files, _nothing(folder, "empty_folder")]


def _is_target(item: _Item) -> bool:
    return isinstance(item, CheckResult) or item.kind.is_target


_MESSAGES = {
    "lock_file": "这是 Word 打开文档时留下的临时文件，不是文档本身。请核查去掉“~$”的同名文档；"
    "Word 已关闭而它还在的，可以删除。",
    "empty_folder": "文件夹里没有 Word 文档（.docx），请核对是不是这个文件夹。",
    "missing": "没有符合的文件，请核对文件名和所在的文件夹。",
    "not_accessible": "文件夹打不开，里面的文件没有核查，请确认有读取权限。",
}


def _nothing(path: str, code: str) -> CheckResult:
    return refused(path, UnreadableFile(code, _MESSAGES[code]))
