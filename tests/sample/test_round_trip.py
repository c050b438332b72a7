"""A form that is written and read again is the same form."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hebiao.check import read
from hebiao.layouts import known_layouts
from hebiao.sample import content_of, sample_content, write, write_forms

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")
