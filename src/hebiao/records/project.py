"""The head of a form: what its titles name, and the groups of boxes to tick."""

from __future__ import annotations

from hebiao.records.stated import Record, Stated
from hebiao.values.tickbox import TickBox  # noqa: TC001 - pydantic reads it at run time


class Heading(Record):
    """A title in the text before the table, with the project and the fiscal year it names."""

    text: Stated[str]
    project: Stated[str] | None
    year: Stated[int] | None


class BoxGroup(Record):
    """A row of boxes of which one is to be ticked: `category` 项目类别, `type` 项目类型 …"""

    name: str
    boxes: Stated[tuple[TickBox, ...]]

    @property
    def label(self) -> str:
        """The label printed beside the boxes."""
        return self.boxes.label

    @property
    def ticked(self) -> tuple[str, ...]:
        """The options whose box is ticked."""
        return tuple(box.option for box in self.boxes.value or () if box.ticked)
