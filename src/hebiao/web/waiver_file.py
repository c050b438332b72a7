"""
What is let pass in, a file of waivers out that `hebiao.toml` can name.

    [[waiver]]
    code = "SC01"
    project = "社区图书室设备更新项目"
    …
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hebiao.layouts.toml_text import toml_string

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.config.waivers import Waiver

_HEAD = '# 豁免文件：在 hebiao.toml 里写 waivers = "豁免.toml" 即可使用。\n'


def waiver_file(entries: Iterable[Waiver]) -> str:
    """Return the text of the file."""
    return "\n".join([_HEAD, *("\n".join(_entry(entry)) + "\n" for entry in entries)])


def _entry(waiver: Waiver) -> Iterator[str]:
    yield "[[waiver]]"
    for key, value in waiver.model_dump(exclude_none=True).items():
        written = str(value) if isinstance(value, int | date) else toml_string(value)
        yield f"{key} = {written}"
