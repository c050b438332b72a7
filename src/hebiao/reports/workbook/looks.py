"""
A look in, its format in the workbook out.

等线 is in every Office since 2016; with the charset of 简体中文 beside it, an older one or WPS
takes its own Chinese font.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hebiao.reports.workbook.cell import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from xlsxwriter import Workbook as Book
    from xlsxwriter.format import Format

FONT = {
    "font_name": "等线",
    "font_size": 10,
    "font_charset": 134,
    "font_scheme": "none",
}
_CELL = {"valign": "top", "border": 1, "border_color": "#BFBFBF"}
_WRAPPED = _CELL | {"text_wrap": True, "align": "left"}
_CENTRED = _CELL | {"text_wrap": True, "align": "center"}
_NUMBER = _CELL | {"align": "right"}
_LIGHT = _CENTRED | {"bold": True, "num_format": '"● "0'}
_HEAD = _CENTRED | {"valign": "vcenter", "bold": True, "border_color": "#8EA9C1"}

_PROPERTIES: Mapping[Look, Mapping[str, Any]] = {
    Look.TEXT: _WRAPPED,
    Look.CENTRED: _CENTRED,
    Look.LINK: _WRAPPED | {"font_color": "#0563C1", "underline": 1},
    Look.COUNT: _CENTRED | {"num_format": '0;-0;"–"'},
    Look.YEAR: _CENTRED | {"num_format": "0"},
    Look.MONEY: _NUMBER | {"num_format": "#,##0.00####"},
    Look.RATE: _NUMBER | {"num_format": "0.00%"},
    Look.MARKS: _NUMBER | {"num_format": "0.00##"},
    Look.SIGNED: _NUMBER | {"num_format": "+0.00##;-0.00##;0.00"},
    Look.NUMBER: _NUMBER,
    Look.RED: _LIGHT | {"font_color": "#9C0006", "bg_color": "#FFC7CE"},
    Look.YELLOW: _LIGHT | {"font_color": "#7F4F00", "bg_color": "#FFE699"},
    Look.BLUE: _LIGHT | {"font_color": "#1F4E79", "bg_color": "#DDEBF7"},
    Look.TO_FILL: _WRAPPED | {"bg_color": "#FFFDE7"},
    Look.HEAD: _HEAD | {"bg_color": "#D9E5F1"},
    Look.HEAD_TO_FILL: _HEAD | {"bg_color": "#FFF2CC"},
    Look.SUM: _CENTRED | {"bold": True, "bg_color": "#F2F2F2", "num_format": "#,##0"},
    Look.PLAIN: {"valign": "top"},
}


def looks_of(book: Book) -> Callable[[Look, bool], Format]:
    """
    Return what gives the format of a look; each is made once.

    A `quoted` one keeps a text a text, also after somebody has edited it.
    """
    made: dict[tuple[Look, bool], Format] = {}

    def format_of(look: Look, quoted: bool) -> Format:
        if (look, quoted) not in made:
            properties = {**FONT, **_PROPERTIES[look], "quote_prefix": quoted}
            made[look, quoted] = book.add_format(properties)
        return made[look, quoted]

    return format_of
