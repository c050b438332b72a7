"""
Text from a file in, text for a letter out: on one line, without what nobody can see.

Control characters have no place in XML, and marks that turn the direction of writing could make
a letter read otherwise than it is.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from hebiao.reports.columns import one_line

if TYPE_CHECKING:
    from datetime import date

_SEPARATORS = re.compile(r"[/\\]")
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")
_LONGEST_NAME = 60
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Cn"})


def clean(text: str) -> str:
    """Return the text on one line, without characters that cannot be seen or written."""
    seen = (sign for sign in one_line(text) if unicodedata.category(sign) not in _UNSEEN)
    return "".join(seen).strip()


def sentence(text: str) -> str:
    """End a text with a full stop, if it has no end."""
    return text if not text or text.endswith(("。", "！", "？", "；")) else f"{text}。"


def file_name(path: str) -> str:
    """Return the name of a file without its folders."""
    return clean(_SEPARATORS.split(path)[-1])


def safe_name(name: str) -> str:
    """Return a name that a file may have on every system: no / and no CON, and not too long."""
    safe = _NOT_IN_NAMES.sub("_", clean(name))[:_LONGEST_NAME].strip(" .")
    return f"_{safe}" if not safe or _DEVICES.fullmatch(safe) else safe


def dated(day: date) -> str:
    """Write a date as letters do: 2025年3月18日."""
    return f"{day.year}年{day.month}月{day.day}日"
