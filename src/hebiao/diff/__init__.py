"""Two submissions of the same forms, before and after 整改: what was mended, what was not."""

from hebiao.diff.compare import compare
from hebiao.diff.side import (
    ChangedFigure,
    Difference,
    Fate,
    FileTrouble,
    FormDifference,
    Found,
    How,
    Judged,
    NamedFigure,
    Side,
    SubmittedForm,
)
from hebiao.diff.submitted import submitted_forms

__all__ = [
    "ChangedFigure",
    "Difference",
    "Fate",
    "FileTrouble",
    "FormDifference",
    "Found",
    "How",
    "Judged",
    "NamedFigure",
    "Side",
    "SubmittedForm",
    "compare",
    "submitted_forms",
]
