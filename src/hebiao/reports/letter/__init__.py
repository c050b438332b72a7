"""Results in, a letter in official style to each unit out: what is to be mended, and by when."""

from hebiao.reports.letter.part import FormPart, Item, UnitPart, by_unit, form_parts
from hebiao.reports.letter.render import checked_template, letter, letters, standard_template
from hebiao.reports.letter.together import with_across

__all__ = [
    "FormPart",
    "Item",
    "UnitPart",
    "by_unit",
    "checked_template",
    "form_parts",
    "letter",
    "letters",
    "standard_template",
    "with_across",
]
