"""What each published form looks like, and which form a table is."""

from hebiao.layouts.layout import Layout, known_layouts, parse_layout
from hebiao.layouts.place import CellPlace, Place, TextPlace, Written
from hebiao.layouts.recognise import LabelledForm, find_forms

__all__ = [
    "CellPlace",
    "LabelledForm",
    "Layout",
    "Place",
    "TextPlace",
    "Written",
    "find_forms",
    "known_layouts",
    "parse_layout",
]
