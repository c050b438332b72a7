"""The rules: one defect a file, a folder for each section of the form."""

from hebiao.rules.catalogue import CATALOGUE, find_rule, select
from hebiao.rules.policy import Policy
from hebiao.rules.rule import Confidence, NotChecked, Problem, Rule, Severity

__all__ = [
    "CATALOGUE",
    "Confidence",
    "NotChecked",
    "Policy",
    "Problem",
    "Rule",
    "Severity",
    "find_rule",
    "select",
]
