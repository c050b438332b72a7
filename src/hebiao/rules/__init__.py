"""The rules: one defect a file, a folder for each section of the form, and one across forms."""

from hebiao.rules.across.catalogue import ACROSS
from hebiao.rules.catalogue import CATALOGUE, EVERY_RULE, find_rule, select
from hebiao.rules.policy import Policy
from hebiao.rules.rule import Confidence, NotChecked, Problem, Rule, Severity, milder

__all__ = [
    "ACROSS",
    "CATALOGUE",
    "EVERY_RULE",
    "Confidence",
    "NotChecked",
    "Policy",
    "Problem",
    "Rule",
    "Severity",
    "find_rule",
    "milder",
    "select",
]
