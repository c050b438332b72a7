"""The funding block: budget, executed, rate and marks, one line a source of money."""

from __future__ import annotations

from hebiao.records.stated import Record, Stated
from hebiao.values.figure import Figure  # noqa: TC001 - pydantic reads it at run time


class FundingLine(Record):
    """
    One line of the funding block.

    `kind` is "total" for the line that is scored. Amounts are in `Funding.money`, the
    execution rate in per cent; `arrived` is the amount that had arrived (到位数), `method` how
    the line is scored (得分计算方法).
    """

    kind: str
    source: Stated[str] | None = None
    initial_budget: Stated[Figure] | None = None
    budget: Stated[Figure] | None = None
    arrived: Stated[Figure] | None = None
    executed: Stated[Figure] | None = None
    execution_rate: Stated[Figure] | None = None
    full_marks: Stated[Figure] | None = None
    score: Stated[Figure] | None = None
    method: Stated[str] | None = None
    reason: Stated[str] | None = None
    remark: Stated[str] | None = None


class Funding(Record):
    """
    The funding block.

    `weight` is the marks for budget execution as the form prints them, `formula` the printed
    formula of the score (20分*执行率), `denominator` the column the rate is taken of.
    """

    money: str
    denominator: str
    weight: Stated[Figure] | None
    formula: Stated[str] | None
    lines: tuple[FundingLine, ...]

    @property
    def total(self) -> FundingLine | None:
        """The line that is scored: 年度资金总额, or the only one."""
        return next((line for line in self.lines if line.kind == "total"), None)

    def base(self, line: FundingLine) -> Stated[Figure] | None:
        """Return the amount the line's execution rate is taken of."""
        return line.initial_budget if self.denominator == "initial_budget" else line.budget
