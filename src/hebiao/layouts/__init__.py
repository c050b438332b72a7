"""What each published form looks like, and which form a table is."""

from hebiao.layouts.layout import Layout, Standards, known_layout, known_layouts, parse_layout
from hebiao.layouts.place import CellPlace, Place, TextPlace, Unread, Written
from hebiao.layouts.recognise import LabelledForm, choose_layout, find_forms

__all__ = [
    "CellPlace",
    "LabelledForm",
    "Layout",
    "Place",
    "Standards",
    "TextPlace",
    "Unread",
    "Written",
    "choose_layout",
    "find_forms",
    "known_layout",
    "known_layouts",
    "parse_layout",
]
