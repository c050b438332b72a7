"""
A worksheet of wordings in, the same table as from a TOML file out.

    | 代码 | 标题             | 问题                          | 建议       | 备注 |
    | SC01 | 总分与各项得分…  | 总分填“{stated}”，应为 {expe… | 请重新加总 |      |

The first sheet is read. 标题 and 备注 are for whoever edits it; an empty cell leaves the words
of the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from hebiao.config.sheet import read_sheets
from hebiao.config.text import mistaken
from hebiao.layouts.faults import suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    Rows: TypeAlias = Sequence[Sequence[str]]

_KIND = "措辞文件"
_CODE = "代码"
_KEYS = {"问题": "problem", "建议": "advice"}
_REMARKS = ("标题", "备注")


def read_workbook(path: Path) -> dict[str, dict[str, str]]:
    """
    Return the columns 问题 and 建议 of each rule, by what stands in the column 代码.

    Raises:
        UsageError: it is no workbook that can be read, or a column or a code is missing.
    """
    rows = next(read_sheets(path, _KIND, instead=".toml 文件"), [])
    head = rows[0] if rows else []
    faults = [*_head_faults(head), *_row_faults(head, rows[1:])]
    if faults:
        raise mistaken(path, _KIND, faults)
    return {
        row[head.index(_CODE)]: {
            _KEYS[name]: text
            for name, text in zip(head, row, strict=False)
            if name in _KEYS and text
        }
        for row in rows[1:]
        if any(row)
    }


def _head_faults(head: Sequence[str]) -> Iterator[str]:
    known = (_CODE, *_KEYS, *_REMARKS)
    for name in filter(None, head):
        if name not in known:
            yield f"第 1 行的“{name}”不是已知的列名，{suggestion(name, known)}"
    if _CODE not in head:
        yield f"第 1 行没有“{_CODE}”这一列"
    if not any(name in _KEYS for name in head):
        yield f"第 1 行没有“{'”或“'.join(_KEYS)}”这一列"
    yield from (f"第 1 行有两个“{name}”" for name in known if head.count(name) > 1)


def _row_faults(head: Sequence[str], rows: Rows) -> Iterator[str]:
    if _CODE not in head:
        return
    at = head.index(_CODE)
    seen: set[str] = set()
    for number, row in enumerate(rows, start=2):
        if any(row) and not row[at]:
            yield f"第 {number} 行没有写代码"
        elif row[at].upper() in seen:
            yield f"第 {number} 行的 {row[at]} 前面已经有了"
        seen.update(filter(None, [row[at].upper()]))
