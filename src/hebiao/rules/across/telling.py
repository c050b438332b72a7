"""
The indicators of a form in, how sure equal ones were copied out.

What makes a copy certain are unusual figures. Schools that run one programme by one template all
report 100 % of the same targets; that two of them report 97.36 % and 1241.5 亩 is no chance.

    100%  60套 of 60套  5200册  93%          0   round, or given by the target
    10.4万元  2.75万人次                      1   three digits
    97.36%  1241625.93㎡                     2   four and more
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from hebiao.layouts.label import squeeze
from hebiao.records import Stated
from hebiao.rules.across.filed_form import IndicatorBlock
from hebiao.values.number import NUMBER
from hebiao.values.spelling import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hebiao.records import Indicator

_DATE = re.compile(
    r"""
      (?<!\d) (?:19|20)\d\d \s* [年./-] \s* \d{1,2} (?: \s* [月./-] \s* \d{1,2} )? (?!\d)
    | \d{4} \s* 年 | \d{1,2} \s* 月 (?: \s* \d{1,2} \s* [日号] )?
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(NUMBER)
_DIGITS = 8
_LEAST, _MOST = 2, 2
"""Two digits say nothing, and one figure of an indicator never counts for more than two."""


def block_of(indicators: Sequence[Indicator]) -> IndicatorBlock | None:
    """Return what a copy of the indicators is known by; None where no actual has a figure."""
    actuals = [each.actual for each in indicators]
    weights = [_weight(each) for each in indicators]
    figures = [cell for cell in actuals if cell and _NUMBER.search(plain(cell.text))]
    if not figures:
        return None
    best = actuals[weights.index(max(weights))] if max(weights) else figures[0]
    first = best or figures[0]
    return IndicatorBlock(
        digest=_digest(indicators),
        rows=len(indicators),
        figures=len(figures),
        weight=sum(weights),
        first=Stated(first.text, first.text, first.status, "", first.at),
    )


def _digest(indicators: Sequence[Indicator]) -> str:
    rows = (
        "\t".join(squeeze(cell.text) if cell else "" for cell in cells)
        for cells in ((i.level3, i.target, i.actual, i.score) for i in indicators)
    )
    return hashlib.blake2b("\n".join(rows).encode(), digest_size=12).hexdigest()


def _weight(indicator: Indicator) -> int:
    """Return how telling the actual of an indicator is; what its target says already is not."""
    if indicator.actual is None:
        return 0
    given = set(_figures(indicator.target.text if indicator.target else ""))
    own = (figure for figure in _figures(indicator.actual.text) if figure not in given)
    return max((min(len(figure) - _LEAST, _MOST) for figure in own), default=0)


def _figures(text: str) -> list[str]:
    """Return the digits of each number that is no date, without zeros at either end."""
    words = _DATE.sub(" ", plain(text))
    found = (number.replace(",", "") for number in _NUMBER.findall(words))
    digits = (_significant(number) for number in found)
    return [figure for figure in digits if _LEAST < len(figure) <= _DIGITS * 2]


def _significant(number: str) -> str:
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return number.replace(".", "").strip("0")
