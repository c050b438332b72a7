"""FD04: the sources of the money do not add up to the total above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.layouts.place import PATH_SIGN
from hebiao.rules.mismatch import expected_figure
from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.sources import borne_out_by_sources, splits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.scoring.sources import Split
    from hebiao.values.figure import Figure


@rule(
    "FD04",
    title="资金总额与各来源之和不符",
    about=(
        "年度资金总额的年初预算数、预算数、执行数，应分别等于各资金来源之和。各来源有空白、"
        "或表内没有“其他资金”一行时，合计少于总额只报警告；“其中”之下又有“其中”的不合计，"
        "末位的取整误差不算。"
    ),
    advice="请核对年度资金总额和各来源的金额，补填空白的来源。",
    severity=Severity.ERROR,
    basis="表内资金总额一行及其下各资金来源各行",
    sample="mof",
    bad={"funding.4.budget": "5.00"},
    good={"funding.2.executed": "90.004"},
)
def funding_lines_sum_mismatch(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    年度资金总额 is the sum of the lines below it, in every column.

    One finding for the block: a total line left at zero is one slip, not three. Sources that
    may be missing make it a warning where they add up to too little, unless the execution
    rate bears them out.
    """
    wrong = [split for split in splits(form) if split.disputed]
    if not wrong:
        return
    first = next((split for split in wrong if not split.short), wrong[0])
    unsure = first.short and not borne_out_by_sources(form)
    yield Problem(
        f"{'；'.join(map(_said, wrong))}{'，各来源可能没有填全' if unsure else ''}",
        at=first.total,
        expected=_sum(first),
        formula=f"{first.way.formula} = {_sum(first)}",
        related=tuple(cell for split in wrong for cell in (split.total, *split.cells)),
        severity=Severity.WARNING if unsure else None,
        confidence=Confidence.MEDIUM if unsure else Confidence.HIGH,
    )


def _said(split: Split) -> str:
    return f"{_column(split.total)}总额填 {split.total.value}，各来源合计 {_sum(split)}"


def _sum(split: Split) -> str:
    return expected_figure(split.total.value, split.way) if split.total.value else ""


def _column(total: Stated[Figure]) -> str:
    return total.label.rsplit(PATH_SIGN, 1)[-1]
