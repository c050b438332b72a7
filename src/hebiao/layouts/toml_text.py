"""
A layout and the remarks on its sections in, the text of its file out.

    id = "x"                          strings, numbers, lists of them, true and false
    # 不认识的标签：联系人             remarks stand under the head of their section
    [funding.columns]                 what is a table in the model is a section of its own
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from hebiao.layouts.layout import Layout

_LAST = ("drawing", "cells", "funding", "goals", "indicators", "prose")
"""The sections in the order of the form; before them come the short keys."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_LONGEST_LINE = 100


def toml_text(layout: Layout, remarks: Mapping[str, Sequence[str]]) -> str:
    """Return the file; `remarks` are by section, those of "" stand at the top."""
    dumped = layout.model_dump(exclude_unset=True, exclude_none=True)
    table = {key: dumped[key] for key in sorted(dumped, key=_rank)}
    return "\n".join(_section(table, "", remarks)).strip() + "\n"


def _section(
    table: Mapping[str, Any], path: str, remarks: Mapping[str, Sequence[str]]
) -> Iterator[str]:
    if path:
        yield f"\n[{path}]"
    yield from (f"# {_printable(remark)}" for remark in remarks.get(path, ()))
    for key, value in table.items():
        if not isinstance(value, dict):
            yield f"{_key(key)} = {_value(value)}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _section(value, f"{path}.{_key(key)}" if path else _key(key), remarks)


def _rank(key: str) -> int:
    return _LAST.index(key) if key in _LAST else -1


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else toml_string(key)


def _value(value: str | bool | Decimal | Sequence[str | Decimal]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, str):
        return f"'''\n{value}\n'''" if "\n" in value and "'''" not in value else toml_string(value)
    words = [_value(word) for word in value]
    line = f"[{', '.join(words)}]"
    return line if len(line) <= _LONGEST_LINE else "[\n    " + ",\n    ".join(words) + ",\n]"


def _printable(text: str) -> str:
    """Return the text without what TOML allows in no comment: tabs aside, control characters."""
    return "".join(char if char.isprintable() else " " for char in text)


def toml_string(text: str) -> str:
    """Write a string as JSON does, which TOML reads; it wants DEL escaped as well."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
