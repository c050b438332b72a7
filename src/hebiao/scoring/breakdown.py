"""
A group of indicators in, those that are broken down (其中) with the rows of their parts out.

    | 清淤渠道长度 | 31公里 |
    | 其中：支渠   | 21公里 |
    | 其中：干渠   | 10公里 |
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.layouts.label import squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Indicator, IndicatorGroup

_PART = re.compile(r"[^\u4e00-\u9fff]*其中(?!之一)")
"""★其中：…, 2.其中：…"""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """An indicator, and the rows right below it that are parts of it."""

    whole: Indicator
    parts: tuple[Indicator, ...]


def is_part(indicator: Indicator) -> bool:
    """Return whether an indicator is named as a part of the one above."""
    return bool(indicator.level3 and _PART.match(squeeze(indicator.level3.text)))


def breakdowns(group: IndicatorGroup) -> Iterator[Breakdown]:
    """Yield the indicators of a group that have parts."""
    whole: Indicator | None = None
    parts: list[Indicator] = []
    for indicator in group.indicators:
        if is_part(indicator):
            parts.append(indicator)
            continue
        if whole and parts:
            yield Breakdown(whole, tuple(parts))
        whole, parts = indicator, []
    if whole and parts:
        yield Breakdown(whole, tuple(parts))
