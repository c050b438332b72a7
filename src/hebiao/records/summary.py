"""The 摘要版 before a table: the form's figures repeated in prose."""

from __future__ import annotations

from hebiao.records.project import Heading  # noqa: TC001 - pydantic reads it at run time
from hebiao.records.stated import Record, Stated
from hebiao.values.figure import Figure  # noqa: TC001 - pydantic reads it at run time


class SummaryPart(Record):
    """One part of the total that the summary names: 预算执行, 产出指标, 效益指标 …"""

    name: str
    score: Stated[Figure]


class Summary(Record):
    """
    What the prose before the table says of the form.

    `subject` is the unit and project in the sentence that states the total; `problems` the
    reasons it gives for what was not achieved; `paragraphs` the whole of what it says.
    """

    heading: Heading | None = None
    subject: Stated[str] | None = None
    year: Stated[int] | None = None
    total: Stated[Figure] | None = None
    parts: tuple[SummaryPart, ...] = ()
    budget: Stated[Figure] | None = None
    executed: Stated[Figure] | None = None
    execution_rate: Stated[Figure] | None = None
    problems: Stated[str] | None = None
    paragraphs: tuple[Stated[str], ...] = ()
