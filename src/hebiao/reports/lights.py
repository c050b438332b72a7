"""A form in, its light out: 红 there is an error, 黄 a warning, 蓝 only notes, 绿 nothing found."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hebiao.reports.counts import by_severity

if TYPE_CHECKING:
    from hebiao.check import FormResult


class Light(StrEnum):
    """The gravest of what was found in a form, by the colour reports give it."""

    RED = "红"
    YELLOW = "黄"
    BLUE = "蓝"
    GREEN = "绿"


def light(form: FormResult) -> Light:
    """Return the light of a form; waived findings count for nothing."""
    numbers = by_severity(form.findings)
    graded = zip((Light.RED, Light.YELLOW, Light.BLUE), numbers, strict=True)
    return next((colour for colour, number in graded if number), Light.GREEN)
