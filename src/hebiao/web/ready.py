"""
Imported where workers come from: what every file needs is there before the first one comes.

Elsewhere these are imported when they are wanted, since a single call may want none of them.
"""

from __future__ import annotations

from importlib import import_module

from hebiao.layouts import known_layouts
from hebiao.reports.html.engine import environment

for _name in (
    "hebiao.diagnosis",
    "hebiao.reports.annotated",
    "hebiao.reports.html.alone",
    "hebiao.reports.json_v1",
    "hebiao.reports.letter",
    "hebiao.reports.workbook.part",
    "hebiao.web.judge",
    "hebiao.web.writing",
):
    import_module(_name)

known_layouts()
environment().get_template("form.html")
