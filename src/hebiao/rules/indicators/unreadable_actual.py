"""PI07: the target is a figure and the actual is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hebiao.rules.rule import Confidence, Problem, Severity, rule
from hebiao.scoring.achievement import explained
from hebiao.scoring.comparison import UPPER_BOUNDS
from hebiao.values.outcome import Grade
from hebiao.values.spelling import plain
from hebiao.values.target import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, SelfEvaluation, Stated
    from hebiao.rules.policy import Policy
    from hebiao.values.quantity import Quantity
    from hebiao.values.target import Statement

_FIGURES = (Kind.QUANTITY, Kind.RANGE, Kind.FREQUENCY, Kind.DELTA)
_NUMERAL = re.compile("[0-9零一二两三四五六七八九十百千万半]")
_ALL = re.compile("[全均都皆]|所有|逐一|每")
"""全部完成 says 100 %."""

_NONE = re.compile("[未无没零]")
"""未发生 says 0."""

_EVERYTHING = 100


@rule(
    "PI07",
    title="定量目标的完成值没有数字",
    about=(
        "目标值是一个明确的数量而完成值只写“完成”一类的话并且得了分的，完成多少无从核对。日期、期限"
        "不在此列；100%的目标写“全部完成”、0的目标写“未发生”也不算。"
    ),
    advice="请在实际完成值栏填写完成的数量。",
    severity=Severity.WARNING,
    basis="定量指标应填写具体完成数值，并按数值计分",
    bad={"indicators.5.actual": "完成"},
    good={"indicators.4.actual": "按时完成"},
    sample="mof",
)
def unreadable_actual(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    A figure that was aimed at asks for a figure that was reached.

    Only words that plainly say 完成 are a warning. One of the three outcomes of qualitative
    indicators is a note: fiscal systems fill it in. Other words are not judged.
    """
    for indicator in form.indicators:
        score = indicator.score.value if indicator.score else None
        aimed, actual = _aimed(indicator.target), indicator.actual
        said = actual.value if actual else None
        if aimed is None or not actual or not said or not score or score.value <= 0:
            continue
        if not _in_words(said) or _amounts_to_a_figure(plain(said.text), aimed):
            continue
        outcome = said.grade is not None
        yield Problem(
            f"“{indicator.name}”{explained(indicator)}，没有写出完成的数量，得分 {score}",
            at=actual,
            expected=_expected(indicator, aimed),
            related=tuple(cell for cell in (indicator.target, indicator.score) if cell),
            severity=Severity.NOTE if outcome else None,
            confidence=Confidence.LOW if outcome or aimed.guess else Confidence.MEDIUM,
        )


def _aimed(target: Stated[Statement] | None) -> Quantity | None:
    """Return the one figure a target states; beside a date it is the date that may count."""
    said = target.value if target else None
    if said is None or said.kind not in _FIGURES or said.period or len(said.quantities) != 1:
        return None
    return said.quantities[0]


def _in_words(said: Statement) -> bool:
    """Return whether an actual says that the work is done, or how well, and not how much."""
    if _NUMERAL.search(plain(said.text)):
        return False
    return said.done is True or said.grade in (Grade.FULL, Grade.PARTIAL)


def _amounts_to_a_figure(words: str, aimed: Quantity) -> bool:
    value = aimed.figure.value
    if aimed.figure.unit in ("%", "") and value == _EVERYTHING and _ALL.search(words):
        return True
    return (value == 0 or aimed.operator in UPPER_BOUNDS) and bool(_NONE.search(words))


def _expected(indicator: Indicator, aimed: Quantity) -> str:
    counted = aimed.written_unit or (indicator.unit.value if indicator.unit else None)
    return f"以{counted}计的数量" if counted else "数量"
