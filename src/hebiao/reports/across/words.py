"""A place of a finding of several forms in, how a person finds it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.reports.columns import one_line, printable
from hebiao.reports.places import where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hebiao.across import AcrossFinding, AcrossPlace
    from hebiao.reports.about import About
    from hebiao.reports.counts import Counts

TITLE = "跨表核对"
MEANING = "把这次核查的所有表放在一起核对：重复报送、照抄、单位和年度不一、与清单或部门整体对不上。"
NONE_FOUND = "没有发现问题。"
NOT_DONE = "没有核查完，跨表核对要等所有文件核查完才做。"


def spot(place: AcrossPlace) -> str:
    """Return file, form and cell: 甲局/a.docx 表2 第3行 第2列 项目名称."""
    return " ".join(filter(None, (printable(place.path), where(place.at) if place.at else "")))


def told(place: AcrossPlace) -> str:
    """Return what stands there, with the project and the unit of the form."""
    named = "，".join(filter(None, map(one_line, (place.project, place.unit))))
    own = one_line(place.stated)
    stated = f"填“{own}”" if own and own not in {place.project, place.unit} else ""
    return "；".join(filter(None, (named, stated)))


def used_waivers(counts: Counts, about: About) -> frozenset[int]:
    """Return the numbers of the waivers that let something pass, in a form or across forms."""
    across = about.across.waived if about.across else ()
    return frozenset((*counts.waived, *(waived.number for waived in across)))


def also(about: About) -> str:
    """Say how much is wrong with the forms together; nothing where nothing is."""
    if about.across is None or not about.across.findings:
        return ""
    errors, warnings, notes = numbers(about.across.findings)
    return f"另有错误 {errors} 处，警告 {warnings} 处，提示 {notes} 处。"


def numbers(findings: Sequence[AcrossFinding]) -> tuple[int, int, int]:
    """Return how many errors, warnings and notes there are."""
    kinds = [finding.severity.value for finding in findings]
    return kinds.count("error"), kinds.count("warning"), kinds.count("note")
