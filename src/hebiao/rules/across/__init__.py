"""The rules across forms: what only shows where several forms are looked at together."""

from hebiao.rules.across.across_rule import (
    AcrossExample,
    AcrossPlace,
    AcrossProblem,
    AcrossRule,
    Sent,
)
from hebiao.rules.across.catalogue import ACROSS
from hebiao.rules.across.filed import Filed
from hebiao.rules.across.filed_form import FiledForm, IndicatorBlock, Spending
from hebiao.rules.across.listed import ListedProject, ProjectList

__all__ = [
    "ACROSS",
    "AcrossExample",
    "AcrossPlace",
    "AcrossProblem",
    "AcrossRule",
    "Filed",
    "FiledForm",
    "IndicatorBlock",
    "ListedProject",
    "ProjectList",
    "Sent",
    "Spending",
]
