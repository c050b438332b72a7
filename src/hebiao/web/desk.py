"""
What an open page works on: its uploads, what was found in them, what is let pass.

A desk lives on the loop of the server alone, and is changed nowhere else. Every change has a
number, so that a page asks for what is new since the last one it has seen.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING

from hebiao.across import across
from hebiao.config import Waivers
from hebiao.reports.counts import Counts
from hebiao.rules import Severity
from hebiao.web.judge import KEPT_IN
from hebiao.web.problem import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hebiao.across import AcrossResult
    from hebiao.batch.work import Task
    from hebiao.config import Settings
    from hebiao.config.waivers import Waiver
    from hebiao.diff import Difference
    from hebiao.web.judge import Judged, ProjectLine

UPLOADS, REPORTS = "uploads", "reports"
_OWN = "本页的豁免"
_GATHERED, _FEW = 0.2, 20
"""Seconds in which changes are gathered before they are told, where the files are not few."""


class Stage(StrEnum):
    """How far a file is."""

    WAITING = "waiting"
    CHECKING = "checking"
    CHECKED = "checked"
    NO_FORM = "no_form"
    UNREADABLE = "unreadable"


BUSY = frozenset({Stage.WAITING, Stage.CHECKING})


@dataclass(slots=True)
class File:
    """
    A file on a desk.

    `turn` counts how often it was to be judged: the last time holds, and none runs beside another.
    """

    id: str
    name: str
    size: int
    task: Task | None = None
    stage: Stage = Stage.WAITING
    judged: Judged | None = None
    turn: int = 0
    alone: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(slots=True)
class Desk:
    """One desk; its folder is nobody else's."""

    id: str
    folder: Path
    settings: Settings
    least: Severity = Severity.NOTE
    files: dict[str, File] = field(default_factory=dict)
    own: dict[int, Waiver] = field(default_factory=dict)
    revision: int = 1
    closed: bool = False
    seen: float = field(default_factory=monotonic)
    difference: Difference | None = None
    running: set[asyncio.Task[None]] = field(default_factory=set)
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _numbered: int = 0
    _let_pass: int = 0
    _together: tuple[int, AcrossResult] | None = None

    def furnish(self) -> None:
        """Make the folders in which things are kept."""
        self.folder.mkdir(mode=0o700)
        for name in (UPLOADS, REPORTS, *KEPT_IN):
            (self.folder / name).mkdir(mode=0o700)

    def add(self, name: str, size: int, task: Task | None = None) -> File:
        """Put a file on the desk."""
        self._numbered += 1
        file = File(f"f{self._numbered}", name, size, task)
        self.files[file.id] = file
        self.changed()
        return file

    def changed(self) -> None:
        """Tell whoever waits that something is new."""
        self.revision += 1
        self._news.set()
        self._news = asyncio.Event()

    def sign_of_life(self) -> None:
        """Note that somebody is there."""
        self.seen = monotonic()

    async def news(self, since: int, patience: float) -> None:
        """Wait until there is something new, or patience ends."""
        if self.revision > since or self.closed:
            return
        try:
            async with asyncio.timeout(patience):
                await self._news.wait()
                if len(self.files) > _FEW:
                    await asyncio.sleep(_GATHERED)
        except TimeoutError:
            return

    async def settled(self, patience: float) -> None:
        """Wait until the files that are judged once more are, or patience ends."""
        end = monotonic() + patience
        while any(f.judged and f.stage in BUSY for f in self.files.values()) and not self.closed:
            if (left := end - monotonic()) <= 0:
                return
            await self.news(self.revision, left)

    @property
    def counts(self) -> Counts:
        """What is in all files that are done."""
        return sum((judged.counts for _, judged in self.judged), Counts())

    @property
    def size(self) -> int:
        """How many bytes have been uploaded."""
        return sum(file.size for file in self.files.values() if file.task)

    @property
    def judged(self) -> Iterator[tuple[File, Judged]]:
        """The files that are done, in their order, and what was found in them."""
        return ((file, file.judged) for file in self.files.values() if file.judged)

    def together(self) -> AcrossResult | None:
        """Return what is wrong with all forms together, once all are done; worked out once."""
        if any(file.stage in BUSY for file in self.files.values()):
            return None
        if self._together is None or self._together[0] != self.revision:
            filed = (form for _, judged in self.judged for form in judged.filed)
            self._together = self.revision, across(filed, self.settings_now())
        return self._together[1]

    def settings_now(self) -> Settings:
        """Return what files are judged by: what the office set, and what is let pass here."""
        office = self.settings.waivers
        if not self.own:
            return self.settings
        waivers = Waivers(
            entries=(*office.entries, *self.own.values()),
            source=office.source or _OWN,
            day=office.day,
            numbers=(*range(1, len(office.entries) + 1), *self.own),
        )
        return replace(self.settings, waivers=waivers)

    def let_pass(self, waiver: Waiver) -> int:
        """Take a waiver and return its number, which it keeps when others are taken back."""
        self._let_pass += 1
        number = len(self.settings.waivers.entries) + self._let_pass
        self.own[number] = waiver
        self.changed()
        return number

    def no_more(self, number: int) -> Waiver:
        """
        Take a waiver back and return it.

        Raises:
            Refused: there is none of this number, or it is the office's own.
        """
        if 0 < number <= len(self.settings.waivers.entries):
            detail = "这一条写在设置文件的豁免里，不能在页面上取消；请修改豁免文件。"
            raise Refused(409, "office-waiver", "这一条不能取消", detail)
        if number not in self.own:
            raise Refused(404, "no-waiver", "没有这一条豁免", "这一条豁免已经取消。")
        waiver = self.own.pop(number)
        self.changed()
        return waiver

    def remove(self, file: str) -> None:
        """
        Take a file away, and what is let pass in it.

        Raises:
            Refused: there is none of this id.
        """
        name = self.file(file).name
        del self.files[file]
        self.own = {number: each for number, each in self.own.items() if each.file != name}
        for place in self.folder.glob(f"*/*{file}*"):
            if place.stem.lstrip("~$").partition("-")[0] == file:
                place.unlink(missing_ok=True)
        self.changed()

    def form(self, form: str) -> tuple[File, ProjectLine]:
        """
        Return the form of this id, and its file.

        Raises:
            Refused: there is none.
        """
        name, _, number = form.rpartition("-")
        file = self.files.get(name)
        lines = file.judged.projects if file and file.judged else ()
        found = next((line for line in lines if str(line.index) == number), None)
        if file is None or found is None:
            raise Refused(404, "no-form", "没有这张表", "这张表已不在页面上，可能已被移去。")
        return file, found

    def file(self, file: str) -> File:
        """
        Return the file of this id.

        Raises:
            Refused: there is none.
        """
        if file not in self.files:
            raise Refused(404, "no-file", "没有这个文件", "这个文件已不在页面上，可能已被移去。")
        return self.files[file]
