"""BT11: a row of the office's list may mean several forms, or a form several rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.across.across_rule import (
    AcrossExample,
    AcrossProblem,
    Sent,
    across_rule,
    place,
)
from hebiao.rules.across.on_list import BASIS, LIST, SETTINGS, named, of_row
from hebiao.rules.rule import Confidence, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.rules.across.filed import Filed
    from hebiao.rules.across.filed_form import FiledForm

_NO_UNIT = LIST.replace("滨江市图书馆", "")
_ELSEWHERE = {"project": "社区图书室设备更新", "implementing_unit": "滨江市文化馆"}


@across_rule(
    "BT11",
    title="清单与报送的表对不准",
    about=(
        "清单的一行与不同单位或不同年度的几张表都对得上，或清单的几行对得上同一张表的，只说明，"
        "不猜是哪一张，也不比较金额。清单写明单位，就能分清。"
    ),
    advice="请在清单里写明单位，或核对有没有重复的行。",
    severity=Severity.NOTE,
    basis=BASIS,
    settings=SETTINGS,
    bad=AcrossExample((Sent(), Sent(_ELSEWHERE)), _NO_UNIT),
    good=AcrossExample(
        (Sent(), Sent(_ELSEWHERE)), LIST + "社区图书室设备更新,滨江市文化馆,100,85.31\n"
    ),
)
def listed_project_unclear(filed: Filed) -> Iterator[AcrossProblem]:
    """A match that is not the only one is said, never guessed."""
    if filed.listed is None or filed.matching is None:
        return
    for pair in filed.matching.unclear:
        yield AcrossProblem(
            f"{named(pair.row)}{_why(pair.forms)}",
            (
                *(place(form, form.project) for form in pair.forms),
                of_row(filed.listed, pair.row),
            ),
            confidence=Confidence.LOW,
        )


def _why(forms: Sequence[FiledForm]) -> str:
    """Return in words what cannot be told apart."""
    units = dict.fromkeys(form.unit_text or "没有写" for form in forms)
    years = dict.fromkeys(str(form.fiscal_year or "没有写") for form in forms)
    if len(units) == len(years) == 1:
        return "对得上的表，清单的别的行也对得上，没有判断是哪一行"
    told = f"单位：{'、'.join(units)}；年度：{'、'.join(years)}"
    return f"对得上 {len(forms)} 张表（{told}），没有判断是哪一张"
