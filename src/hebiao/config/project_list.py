"""
The office's list of projects in, its rows as values out.

    |      2024 年度项目清单（单位：万元）          |   what stands above the header is passed over
    | 序号 | 单位名称 | 项目名称   | 预算数 | 执行数（元） |
    | 1    | 市图书馆 | 图书室设备 | 100    | 853,100.00   |
    | 2    |          | 读者服务   | 20     |              |   a unit is carried down
    |      | 合计     |            | 120    |              |   a total is passed over

Columns are found by their words, in any order. Amounts are in the unit that the header of their
column names, else in that named above it, else in 万元.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hebiao.config.sheet import read_sheets
from hebiao.errors import UsageError
from hebiao.layouts.label import UNITS_OF_MONEY, read_label, squeeze
from hebiao.rules.across import ListedProject, ProjectList
from hebiao.values.amount import amount, in_wan_yuan
from hebiao.values.reading import Status, absent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from hebiao.config.sheet import Rows
    from hebiao.values.figure import Figure

_KIND = "项目清单"
_PROJECT = ("项目名称", "预算项目名称", "项目支出名称", "专项名称", "资金名称", "预算项目", "项目")
_UNIT = (
    *("实施单位", "项目实施单位", "项目单位", "用款单位", "预算单位名称", "预算单位", "填报单位"),
    *("单位名称", "单位"),
)
_DEPARTMENT = ("主管部门", "项目主管部门", "部门名称", "预算部门", "部门")
_BUDGET = (
    *("全年预算数", "全年预算", "调整后预算数", "调整后预算", "调整预算数", "预算数", "预算金额"),
    *("年度预算数", "年度预算", "预算安排数", "预算安排", "预算"),
)
_EXECUTED = (
    *("全年执行数", "预算执行数", "执行数", "实际执行数", "全年支出数", "实际支出数", "支出数"),
    *("实际支出", "执行金额", "支出金额", "执行"),
)
_COLUMNS = {
    "project": _PROJECT,
    "unit": _UNIT,
    "department": _DEPARTMENT,
    "budget": _BUDGET,
    "executed": _EXECUTED,
}
_AMOUNTS = ("budget", "executed")
_SUM = re.compile(r"^(?:[总合小]计|总[额数]|.{0,12}(?:合计|小计|总计))$")
_MONEY = re.compile(rf"单位[:：]?(?:人民币)?({'|'.join(UNITS_OF_MONEY)})")
_WORDS = re.compile(r"[^\W\d]")
_DEEPEST = 30


@dataclass(frozen=True)
class _Header:
    """The row of the column names: where each column is, and the money of those with amounts."""

    row: int
    columns: dict[str, int]
    money: dict[str, str]


def read_list(path: Path) -> ProjectList:
    """
    Return the projects of a list in .xlsx or .csv; the first worksheet with such a column counts.

    Raises:
        UsageError: it cannot be read, has no column for the project, or a row means nothing.
    """
    for rows in read_sheets(path, _KIND, instead=".csv 文件"):
        header = _header(rows)
        if header:
            projects, faults = _projects(rows, header)
            if faults:
                raise UsageError(f"{_KIND} {path} 有误：{'；'.join(faults)}")
            if not projects:
                raise UsageError(f"{_KIND} {path} 里一个项目也没有")
            return ProjectList(str(path), tuple(projects))
    raise UsageError(f"{_KIND} {path} 没有“项目名称”一列，请在列名一行写明“项目名称”")


def _header(rows: Rows) -> _Header | None:
    """Return the first row in which the column of the project is named."""
    for number, row in enumerate(rows[:_DEEPEST]):
        cores = [label.core if (label := read_label(text)) else "" for text in row]
        names = [_without_money(core) for core in cores]
        columns = {
            key: names.index(word)
            for key, words in _COLUMNS.items()
            if (word := next((word for word in words if word in names), None))
        }
        if "project" in columns:
            above = _money_above(rows[:number])
            money = {
                key: _money_of(row[columns[key]]) or above for key in _AMOUNTS & columns.keys()
            }
            return _Header(number, columns, money)
    return None


def _without_money(core: str) -> str:
    """Return 预算数 for a header written 预算数万元, without brackets."""
    unit = next((unit for unit in UNITS_OF_MONEY if core.endswith(unit)), "")
    return core.removesuffix(unit) if unit else core


def _money_of(text: str) -> str | None:
    words = squeeze(text)
    return next((unit for unit in UNITS_OF_MONEY if unit in words), None)


def _money_above(rows: Sequence[Sequence[str]]) -> str:
    """Return the unit of money that a line above the header names: 单位：元."""
    lines = (squeeze(text) for row in rows for text in row)
    found = (mark[1] for line in lines if (mark := _MONEY.search(line)))
    return next(found, "万元")


def _projects(rows: Rows, header: _Header) -> tuple[list[ListedProject], list[str]]:
    """Return the rows below the header, and what is wrong with them."""
    projects: list[ListedProject] = []
    faults: list[str] = []
    carried = {"unit": "", "department": ""}
    for number, row in enumerate(rows[header.row + 1 :], start=header.row + 2):
        texts = {key: row[at] if at < len(row) else "" for key, at in header.columns.items()}
        if not any(texts.values()) or _is_sum(row):
            continue
        _carry(carried, texts)
        project = texts["project"]
        amounts = {key: _amount(texts[key], header.money[key]) for key in header.money}
        faults += _faults(number, amounts, header, rows)
        if absent(project) is None:
            figures = {key: each for key, each in amounts.items() if not isinstance(each, str)}
            unit = carried["unit"] or carried["department"]
            projects.append(ListedProject(number, project, unit, **figures))
        elif not (texts.get("unit") or texts.get("department")):
            faults.append(f"第 {number} 行没有写项目名称")
    return projects, faults


def _carry(carried: dict[str, str], texts: dict[str, str]) -> None:
    """Keep the unit for the rows below: a merged cell has its text in the first row only."""
    if texts.get("department") and absent(texts["department"]) is None:
        if texts["department"] != carried["department"]:
            carried["unit"] = ""
        carried["department"] = texts["department"]
    if texts.get("unit") and absent(texts["unit"]) is None:
        carried["unit"] = texts["unit"]


def _is_sum(row: Sequence[str]) -> bool:
    """Return whether the row is a total: its first words say so."""
    first = next((text for text in map(squeeze, row) if _WORDS.search(text)), "")
    return bool(_SUM.match(first.rstrip(":")))


def _amount(text: str, money: str) -> Figure | str | None:
    """Return the amount in 万元, None where there is none, or why it cannot be read."""
    read = amount(text, money)
    if read.status is Status.UNREADABLE:
        return read.reason
    return in_wan_yuan(read.value) if read.value else None


def _faults(
    number: int, amounts: dict[str, Figure | str | None], header: _Header, rows: Rows
) -> Iterator[str]:
    for key, read in amounts.items():
        if isinstance(read, str):
            column = squeeze(rows[header.row][header.columns[key]])
            yield f"第 {number} 行“{column}”一列：{read}"
