"""
A file of waivers in, what an office lets pass out.

    [[waiver]]
    code = "PI04"
    project = "社区图书室设备更新项目"
    file = "图书室*.docx"            optional: a name, * for any words
    table = 2                        optional
    row = 18                         optional: of the cell, as reports name it
    column = 5                       optional
    until = 2026-12-31               optional: the last day it holds
    reason = "三年项目，目标为三年合计"
"""

from __future__ import annotations

from datetime import date  # noqa: TC003 - pydantic reads it at run time
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from hebiao.config.text import mistaken, read_toml
from hebiao.errors import UsageError
from hebiao.layouts.faults import fault_sentences
from hebiao.rules import find_rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KIND = "豁免文件"
_Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Waiver(BaseModel):
    """One rule that an office, for a reason, does not hold against one project."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    code: _Words = Field(description="规则的代码")
    project: _Words = Field(description="项目名称，空格、括号、引号不计")
    reason: _Words = Field(description="为什么可以不报")
    file: _Words | None = Field(None, description="只在这个文件里，可用 * 代表任意文字")
    table: int | None = Field(None, ge=1, description="只在这个表（报告里的表几）")
    row: int | None = Field(None, ge=1, description="只在这一行的单元格（报告里的第几行）")
    column: int | None = Field(None, ge=1, description="只在这一列的单元格（报告里的第几列）")
    paragraph: int | None = Field(None, ge=1, description="只在表外的这一段（报告里的第几段）")
    until: date | None = Field(None, description="到这一天为止有效")


class WaiverFile(BaseModel):
    """The file."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    waiver: tuple[Waiver, ...] = ()


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """
    Return the waivers of a file, their codes as the catalogue has them.

    Raises:
        UsageError: it cannot be read, something in it means nothing, or a rule is unknown.
    """
    data = read_toml(path, _KIND)
    try:
        waivers = WaiverFile.model_validate(data).waiver
    except ValidationError as error:
        raise mistaken(path, _KIND, fault_sentences(error.errors(), WaiverFile)) from error
    faults = list(_unknown(waivers))
    if faults:
        raise mistaken(path, _KIND, faults)
    return tuple(w.model_copy(update={"code": find_rule(w.code).code}) for w in waivers)


def _unknown(waivers: tuple[Waiver, ...]) -> Iterator[str]:
    for number, waiver in enumerate(waivers, start=1):
        try:
            find_rule(waiver.code)
        except UsageError as error:
            yield f"第 {number} 个 [[waiver]] {error}"
