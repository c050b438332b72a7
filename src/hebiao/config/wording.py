"""
A file of wordings in, for each rule the words of the office out.

    [SC01]
    problem = "总分填“{stated}”，与各项得分之和 {expected} 不符（{formula}）。"
    advice = "请重新加总后再报。"

The same as a worksheet: 代码 | 问题 | 建议. What stands in braces is filled in from the finding.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from hebiao.config.text import mistaken, read_toml
from hebiao.errors import UsageError
from hebiao.layouts.faults import fault_sentences, suggestion
from hebiao.rules import find_rule
from hebiao.rules.worded import PLACEHOLDER, PLACEHOLDERS
from hebiao.rules.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

KIND = "措辞文件"
_BRACE = re.compile(r"[{}｛｝]")


class RuleWording(BaseModel):
    """What is said of one rule; a key that means nothing is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    problem: str | None = Field(None, description="问题怎样说，代替程序的说明")
    advice: str | None = Field(None, description="建议怎样说，代替程序的建议")


def read_wordings(path: Path) -> dict[str, Wording]:
    """
    Return the wordings of a TOML file or a worksheet, by the code of the rule.

    Raises:
        UsageError: it cannot be read, or a code, a key or a placeholder means nothing.
    """
    if path.suffix.lower() == ".toml":
        data = read_toml(path, KIND)
    else:
        from hebiao.config.workbook import read_workbook  # noqa: PLC0415 - only where it is used

        data = read_workbook(path)
    codes = _codes(path, data)
    table = {codes[name]: entry for name, entry in data.items()}
    wordings = _validated(path, table)
    faults = [fault for code, each in wordings.items() for fault in _faults(code, each)]
    if faults:
        raise mistaken(path, KIND, faults)
    return wordings


def _codes(path: Path, data: Mapping[str, Any]) -> dict[str, str]:
    """Return the codes as the catalogue has them."""
    try:
        return {name: find_rule(name).code for name in data}
    except UsageError as error:
        raise mistaken(path, KIND, [str(error)]) from error


def _validated(path: Path, table: Mapping[str, Any]) -> dict[str, Wording]:
    fields: dict[str, Any] = dict.fromkeys(table, (RuleWording, ...))
    model = create_model("WordingFile", **fields)
    try:
        file = model.model_validate(table)
    except ValidationError as error:
        raise mistaken(path, KIND, fault_sentences(error.errors(), model)) from error
    entries: dict[str, RuleWording] = {code: getattr(file, code) for code in table}
    return {code: Wording(entry.problem, entry.advice) for code, entry in entries.items()}


def _faults(code: str, wording: Wording) -> Iterator[str]:
    """Yield what is wrong with the braces."""
    for key, template in (("problem", wording.problem), ("advice", wording.advice)):
        for name in PLACEHOLDER.findall(template or ""):
            if name not in PLACEHOLDERS:
                near = suggestion(name, list(PLACEHOLDERS))
                yield f"[{code}] {key} 里的 {{{name}}} 不知道代表什么，{near}"
        if _BRACE.search(PLACEHOLDER.sub("", template or "")):
            yield f"[{code}] {key} 里的花括号没有成对"
