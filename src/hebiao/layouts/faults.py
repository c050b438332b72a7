"""
What pydantic says of a file of settings in, sentences for the person who typed it out.

    [indicators] 里没有 colums 这个键，是不是 columns？
    [cells] project 应为方括号里的几个词，如 ["项目名称"]，现在是文字
"""

from __future__ import annotations

import re
from decimal import Decimal
from difflib import get_close_matches
from typing import TYPE_CHECKING, TypeAlias, get_args, get_origin

from pydantic import BaseModel

if TYPE_CHECKING:
    import tomllib
    from collections.abc import Iterable, Iterator, Sequence

    from pydantic_core import ErrorDetails

    Place: TypeAlias = Sequence[str | int]

_LINE = re.compile(r"line (\d+)")
_WANTED = {
    "int": "整数，不带引号",
    "decimal": "数，不带引号",
    "finite": "数，不带引号",
    "date": "日期，如 2026-12-31，不带引号",
    "string": "带引号的文字",
    "tuple": '方括号里的几个词，如 ["项目名称"]',
    "bool": "true 或 false，不带引号",
    "dict": "一节，节名写在方括号里",
    "model": "一节，节名写在方括号里",
}
_BOUNDS = {
    "greater_than_equal": ("ge", "不小于"),
    "greater_than": ("gt", "大于"),
    "less_than_equal": ("le", "不大于"),
    "less_than": ("lt", "小于"),
}
_KINDS: dict[type, str] = {
    bool: "true 或 false",
    str: "文字",
    int: "数",
    float: "数",
    Decimal: "数",
    list: "列表",
    dict: "一节",
}


def fault_sentences(errors: Iterable[ErrorDetails], model: type[BaseModel]) -> list[str]:
    """Return one sentence a mistake; a key that is only misspelt is not missing as well."""
    told: list[str] = []
    misspelt: set[tuple[str | int, ...]] = set()
    for error in sorted(errors, key=lambda error: error["type"] != "extra_forbidden"):
        *place, last = error["loc"]
        key = str(last)
        if error["type"] == "extra_forbidden":
            near = get_close_matches(key, _part(model, place).model_fields, 1)
            misspelt.update((*place, name) for name in near)
            told.append(_unknown(error, model))
        elif error["type"] != "missing" or isinstance(last, int):
            told.append(_wrong_kind(error))
        elif (*place, key) not in misspelt:
            told.append(_missing(place, key, model))
    return told


def _unknown(error: ErrorDetails, model: type[BaseModel]) -> str:
    """Return what to write in the place of a key or a section that means nothing."""
    place, key = error["loc"][:-1], str(error["loc"][-1])
    fields = list(_part(model, place).model_fields)
    if isinstance(error["input"], dict):
        sections = [_joined(*place, name) for name in fields if _is_section(model, place, name)]
        near = get_close_matches(_joined(*place, key), sections, 1) or sections
        question = f"是不是 [{near[0]}]？" if len(near) == 1 else f"可用的有 {'、'.join(sections)}"
        return f"没有 [{_joined(*place, key)}] 这一节，{question}"
    if place and key in model.model_fields:
        return f"{_section(place)}里没有 {key} 这个键，它要写在文件开头、各节之前"
    return f"{_section(place)}里没有 {key} 这个键，{suggestion(key, fields)}"


def _missing(place: Place, key: str, model: type[BaseModel]) -> str:
    if _is_section(model, place, key):
        return f"缺少 [{_joined(*place, key)}] 这一节"
    return f"{_section(place)}里缺少 {key} 这个键"


def toml_fault(error: tomllib.TOMLDecodeError) -> str:
    """Return where a file stops being TOML, and what usually is the cause there."""
    at = _LINE.search(str(error))
    where = f"第 {at[1]} 行" if at else "文件末尾"
    return f"{where}读不下去，请看看那里或上一行的引号、方括号、等号、逗号是不是半角，有没有漏掉"


def suggestion(word: str, known: Sequence[str]) -> str:
    """Return the question whether the nearest of the known words was meant, or all of them."""
    near = get_close_matches(word, known, 1)
    return f"是不是 {near[0]}？" if near else f"可用的有 {'、'.join(known)}"


def _section(place: Place) -> str:
    """Name a section; one of several of the same name by its number: 第 2 个 [[waiver]]."""
    number = next((part + 1 for part in place if isinstance(part, int)), None)
    if number:
        return f"第 {number} 个 [[{_joined(*place)}]] "
    return f"[{_joined(*place)}] " if place else "文件开头（各节之前）"


def _joined(*place: str | int) -> str:
    return ".".join(part for part in place if isinstance(part, str))


def _wrong_kind(error: ErrorDetails) -> str:
    """Return what a value must be: its path, the section first, and what was written."""
    *place, last = error["loc"]
    item = None
    if isinstance(last, int):
        item, last = last, place.pop()
    where = f"{_section(place) if place else ''}{last}"
    which = " " if item is None else f" 的第 {item + 1} 个{_item(error)}"
    return f"{where}{which}{_wanted(error)}"


def _item(error: ErrorDetails) -> str:
    return "词" if error["type"].startswith("string") else "值"


def _wanted(error: ErrorDetails) -> str:
    """Return what a value must be, and what it is."""
    kind, limits, given = error["type"], error.get("ctx", {}), error["input"]
    if kind == "missing":
        return "没有写"
    if kind == "too_long":
        return f"应为 {limits['max_length']} 个值，现在是 {limits['actual_length']} 个"
    if kind in _BOUNDS:
        name, word = _BOUNDS[kind]
        return f"应{word} {limits[name]}，现在是 {given}"
    if kind == "enum":
        choices = str(limits["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
        return f"应为 {'、'.join(choices)} 之一，现在是“{given}”"
    if kind == "string_too_short":
        return "不能空着"
    wanted = _WANTED.get(kind.partition("_")[0], "另一种写法")
    return f"应为{wanted}，现在是{_KINDS.get(type(given), '日期')}"


def _part(model: type[BaseModel], place: Place) -> type[BaseModel]:
    """Return the model of a section, found by following its path."""
    for name in (part for part in place if isinstance(part, str)):
        model = next(kind for kind in _kinds(model, name) if issubclass(kind, BaseModel))
    return model


def _is_section(model: type[BaseModel], place: Place, name: str) -> bool:
    """Return whether what has this name is a section of the file, and no key with a value."""
    return any(issubclass(kind, (BaseModel, dict)) for kind in _kinds(_part(model, place), name))


def _kinds(model: type[BaseModel], name: str) -> Iterator[type]:
    """Yield the types a field may have: Block and None of `Block | None`, dict of a dict."""
    annotation = model.model_fields[name].annotation
    for kind in (annotation, *get_args(annotation)):
        origin = get_origin(kind) or kind
        if isinstance(origin, type):
            yield origin
