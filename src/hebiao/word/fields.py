"""
A w:fldChar → how the open fields stand, and the text of a form's check box or drop-down list.

    <w:fldChar w:fldCharType="begin">                 FORMCHECKBOX: ☒ or ☐
      <w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>
    </w:fldChar>
    <w:fldChar w:fldCharType="begin">                 FORMDROPDOWN: 乙
      <w:ffData><w:ddList><w:result w:val="1"/>
        <w:listEntry w:val="甲"/><w:listEntry w:val="乙"/>
      </w:ddList></w:ffData>
    </w:fldChar>
"""

from __future__ import annotations

from hebiao.word.names import (
    CHECK_BOX,
    CHECKED,
    DD_LIST,
    DEFAULT,
    FF_DATA,
    FLD_CHAR_TYPE,
    LIST_ENTRY,
    RESULT,
    VAL,
    Element,
    first,
    is_on,
    number,
    value,
)
from hebiao.word.reading import Field, Reading

TICKED, EMPTY = "☒", "☐"  # as Word draws them


def turn(mark: Element, reading: Reading) -> str:
    """Open a field, begin its result or close it; return what a form's field shows."""
    kind = mark.get(FLD_CHAR_TYPE)
    if kind == "begin" and mark not in reading.unclosed:
        shows, state = reading.shows, _state(mark)
        reading.fields.append(Field(replaced=state is not None))
        return (state or "") if shows else ""
    if kind == "separate" and reading.fields:
        reading.fields[-1].shows = not reading.fields[-1].replaced
    elif kind == "end" and reading.fields:
        reading.fields.pop()
    return ""


def _state(mark: Element) -> str | None:
    """Return the state of a check box or drop-down list; other fields have a result."""
    data = first(mark, FF_DATA)
    if data is None:
        return None
    box, choices = first(data, CHECK_BOX), first(data, DD_LIST)
    if box is not None:
        checked = first(box, CHECKED)
        switch = first(box, DEFAULT) if checked is None else checked
        return TICKED if switch is not None and is_on(switch) else EMPTY
    return None if choices is None else _chosen(choices)


def _chosen(choices: Element) -> str:
    entries = [entry.get(VAL, "") for entry in choices.iterchildren(LIST_ENTRY)]
    index = number(value(choices, RESULT) or value(choices, DEFAULT)) or 0
    return entries[index] if 0 <= index < len(entries) else ""
