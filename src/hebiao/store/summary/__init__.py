"""A store in, the answers to what reviewers commonly ask out."""

from hebiao.store.summary.questions import QUESTIONS, Answer, Counts, answer, counts
from hebiao.store.summary.scope import ALL, LATEST, Scope, scope_of

__all__ = [
    "ALL",
    "LATEST",
    "QUESTIONS",
    "Answer",
    "Counts",
    "Scope",
    "answer",
    "counts",
    "scope_of",
]
