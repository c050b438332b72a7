"""A labelled form as typed, frozen records: what it states, and in which cell."""

from hebiao.records.build import build
from hebiao.records.evaluation import SelfEvaluation
from hebiao.records.funding import Funding, FundingLine
from hebiao.records.indicator import Goal, Indicator, IndicatorGroup
from hebiao.records.others import Other
from hebiao.records.project import BoxGroup, Heading
from hebiao.records.stated import Stated
from hebiao.records.summary import Summary, SummaryPart

__all__ = [
    "BoxGroup",
    "Funding",
    "FundingLine",
    "Goal",
    "Heading",
    "Indicator",
    "IndicatorGroup",
    "Other",
    "SelfEvaluation",
    "Stated",
    "Summary",
    "SummaryPart",
    "build",
]
