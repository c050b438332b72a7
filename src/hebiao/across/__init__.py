"""What only shows where forms are looked at together: gathered, kept, and judged across forms."""

from hebiao.across.gather import filed_forms
from hebiao.across.judge import AcrossFinding, AcrossResult, AcrossWaived, across
from hebiao.across.stored import from_json, to_json
from hebiao.rules.across import AcrossPlace, FiledForm, ProjectList

__all__ = [
    "AcrossFinding",
    "AcrossPlace",
    "AcrossResult",
    "AcrossWaived",
    "FiledForm",
    "ProjectList",
    "across",
    "filed_forms",
    "from_json",
    "to_json",
]
