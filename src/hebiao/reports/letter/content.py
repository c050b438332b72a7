"""
What a letter says in, its texts by the names a template calls them out.

The names are Chinese, for those who change a template write Chinese: {{ 单位 }}, {{ 日期 }}.
Every text is a whole sentence where it stands as one in a letter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from hebiao.reports.letter.words import dated, sentence
from hebiao.rules import Severity
from hebiao.word.numerals import numeral

if TYPE_CHECKING:
    from datetime import date

    from hebiao.reports.letter.part import FormPart, Item, UnitPart

Content: TypeAlias = "dict[str, Any]"

KINDS = {Severity.ERROR: "数字相互矛盾", Severity.WARNING: "不符合填报要求"}
_DOUBTFUL = "（这一处读表存疑，请对照原表核实。）"


def content(part: UnitPart, day: date) -> Content:
    """Return the texts of a letter."""
    faulty = [form for form in part.forms if form.items]
    items = [item for form in faulty for item in form.items]
    return {
        "单位": part.unit,
        "主送": part.unit if part.named else "【请填写主送单位】",
        "年度": f"{part.year}年度" if part.year else "",
        "日期": dated(day),
        "表数": str(len(part.forms)),
        "有问题表数": str(len(faulty)),
        "问题数": str(len(items)),
        "分类": "，".join(_kinds(items)),
        "项目清单": [_form(number, form) for number, form in enumerate(faulty, start=1)],
        "无问题项目": "、".join(f"“{_name(form)}”" for form in part.forms if not form.items),
    }


def _kinds(items: list[Item]) -> list[str]:
    counted = {kind: sum(item.severity is kind for item in items) for kind in KINDS}
    return [f"{KINDS[kind]}的{number}处" for kind, number in counted.items() if number]


def _form(number: int, form: FormPart) -> Content:
    return {
        "序号": f"（{numeral(number, 'chineseCounting')}）",
        "名称": _name(form),
        "文件": form.file,
        "表号": f"表{form.table}",
        "问题清单": [_item(n, item) for n, item in enumerate(form.items, start=1)],
    }


def _name(form: FormPart) -> str:
    return form.project or "（没有填写项目名称）"


def _item(number: int, item: Item) -> Content:
    return {
        "序号": str(number),
        "代码": item.code,
        "名称": sentence(item.title),
        "性质": KINDS.get(item.severity, ""),
        "位置": item.place,
        "内容": sentence(item.message) + (_DOUBTFUL if item.doubtful else ""),
        "所填": item.stated,
        "应为": item.expected,
        "算法": sentence(item.formula),
        "判断": sentence(item.likely),
        "同因": sentence("；".join(item.same_cause)),
        "依据": sentence(item.basis),
        "建议": sentence(item.advice),
    }
