"""BT04: the forms of one file or folder spell the name of their unit in two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

from hebiao.rules.across.across_rule import (
    AcrossExample,
    AcrossProblem,
    Sent,
    across_rule,
    place,
)
from hebiao.rules.across.keys import unit_key
from hebiao.rules.across.spelling import respelt
from hebiao.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hebiao.records import Stated
    from hebiao.rules.across.filed import Filed
    from hebiao.rules.across.filed_form import FiledForm

    Odd: TypeAlias = "list[tuple[FiledForm, Stated[str]]]"

_FOLDER = re.compile(r"[/\\][^/\\]*$")
_FEWEST = 2


@across_rule(
    "BT04",
    title="同一单位的名称写法不一致",
    about=(
        "一个文件或一个文件夹里，三分之二以上的表（至少两张）写同一个单位名称，另有表的写法只差"
        "“和”与“与”、“局”与“委”、颠倒的两个字或形近的字。简称不算；序号、方位、地名或别的字不同"
        "的，是另一个单位，不报。"
    ),
    advice="请按批准的名称统一写法。",
    severity=Severity.WARNING,
    basis="同一单位的自评表应写同一个名称",
    bad=AcrossExample(
        (
            Sent(),
            Sent({"project": "流动图书车购置"}),
            Sent({"project": "古籍修复", "department": "滨江市文化与旅游局"}),
        )
    ),
    good=AcrossExample(
        (
            Sent(),
            Sent({"project": "流动图书车购置"}),
            Sent({"project": "古籍修复", "implementing_unit": "滨江市少儿图书馆"}),
            Sent({"project": "展厅照明", "department": "滨江市文化和体育局"}),
        )
    ),
)
def unit_spelt_otherwise(filed: Filed) -> Iterator[AcrossProblem]:
    """A name that rules a file, else its folder, is the measure of those that nearly are it."""
    told: set[tuple[str, int, str]] = set()
    for where, forms in _groups(filed.once):
        for key, count in _usual(forms):
            by_name: defaultdict[str, Odd] = defaultdict(list)
            for form, unit in _named(forms):
                mark = (form.path, form.index, unit_key(unit.text))
                if mark not in told and respelt(mark[2], key):
                    told.add(mark)
                    by_name[mark[2]].append((form, unit))
            for odd in by_name.values():
                yield _problem(odd, _example(forms, key), count, where)


def _groups(forms: Sequence[FiledForm]) -> Iterator[tuple[str, list[FiledForm]]]:
    """Yield the forms of each file, then those of each folder, in words where they are."""
    files: defaultdict[str, list[FiledForm]] = defaultdict(list)
    folders: defaultdict[str, list[FiledForm]] = defaultdict(list)
    for form in forms:
        files[form.path].append(form)
        folders[_FOLDER.sub("", form.path) if _FOLDER.search(form.path) else ""].append(form)
    yield from (("同一个文件里", own) for own in files.values())
    yield from (("同一个文件夹里", own) for own in folders.values())


def _named(forms: Iterable[FiledForm]) -> Iterator[tuple[FiledForm, Stated[str]]]:
    """Yield every unit that is named, a name once for each form."""
    for form in forms:
        named = (form.department, form.implementing_unit, form.unit_above)
        yield from ((form, u) for u in {unit_key(u.text): u for u in named[::-1] if u}.values())


def _usual(forms: Sequence[FiledForm]) -> list[tuple[str, int]]:
    """Return the names that two forms in three have, and how many have them."""
    counts = Counter(unit_key(unit.text) for _, unit in _named(forms))
    least = max(_FEWEST, len(forms) * 2 / 3)
    return [(key, count) for key, count in counts.items() if count >= least]


def _example(forms: Sequence[FiledForm], key: str) -> tuple[FiledForm, Stated[str]]:
    return next((form, unit) for form, unit in _named(forms) if unit_key(unit.text) == key)


def _problem(
    odd: Odd, usual: tuple[FiledForm, Stated[str]], count: int, where: str
) -> AcrossProblem:
    name = usual[1].text.strip()
    return AcrossProblem(
        f"单位名称写作“{odd[0][1].text.strip()}”，{where}有 {count} 张表写作“{name}”",
        tuple(place(form, unit) for form, unit in (*odd, usual)),
        expected=name,
    )
