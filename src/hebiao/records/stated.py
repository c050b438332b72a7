"""Stated[T]: what a form states, with the text as written and the place it was written at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from hebiao.layouts.place import CellPlace, TextPlace
from hebiao.values.reading import Status

T = TypeVar("T")


class Record(BaseModel):
    """
    A frozen record; every part of a form is one.

    Records are made of values our own grammars have read, so `build` constructs them without
    validating them again, and pydantic makes its validators only when they are asked for: that
    spares every start of the program a tenth of its time.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


@dataclass(frozen=True, slots=True)
class Stated(Generic[T]):
    """
    A value and where it was written.

    `value` is None unless `status` is "read"; `reason` says in Chinese why there is no value,
    or what was guessed. `text` is the text as written, never altered.
    """

    text: str
    value: T | None
    status: Status
    reason: str
    at: CellPlace | TextPlace

    @property
    def empty(self) -> bool:
        """Nothing is written there, or only spaces."""
        return self.status is Status.EMPTY

    @property
    def unwritten(self) -> bool:
        """No value stands where one belongs: it is blank, or cannot be read."""
        return self.status in {Status.EMPTY, Status.UNREADABLE}

    @property
    def label(self) -> str:
        """The label path of the cell; none for words of a paragraph."""
        return self.at.label if isinstance(self.at, CellPlace) else ""
