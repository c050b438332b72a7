"""BT10: the budget or what was executed of it is another on the office's list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.rules.across.across_rule import (
    AcrossExample,
    AcrossProblem,
    Sent,
    across_rule,
    place,
)
from hebiao.rules.across.on_list import BASIS, LIST, SETTINGS, of_row
from hebiao.rules.rule import Severity
from hebiao.scoring.computed import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Stated
    from hebiao.rules.across.filed import Filed
    from hebiao.rules.across.filed_form import FiledForm
    from hebiao.rules.across.listed import ListedProject
    from hebiao.values.figure import Figure


@across_rule(
    "BT10",
    title="预算数或执行数与清单不符",
    about=(
        "给了项目清单，清单有预算数、执行数的，与表上资金总额一行的比较。清单的单位看列名（元、"
        "万元、亿元，不写为万元），换算后按各自写出的位数比较，取整造成的不同不算；一边空白的不"
        "比较。"
    ),
    advice="请核对是表填错了，还是预算有调整而清单没有更新。",
    severity=Severity.WARNING,
    basis=BASIS,
    settings=SETTINGS,
    bad=AcrossExample((Sent({"funding.1.executed": "83.51"}),), LIST),
    good=AcrossExample(
        (Sent({"funding.1.executed": "853,100.00元"}),), LIST.replace("85.31", "85.3")
    ),
)
def amount_unlike_list(filed: Filed) -> Iterator[AcrossProblem]:
    """No true amount rounds to both what the list says and what the form says."""
    if filed.listed is None or filed.matching is None:
        return
    for pair in filed.matching.matched:
        for form in pair.forms:
            wrong = list(_different(form, pair.row))
            if wrong:
                yield AcrossProblem(
                    f"{'；'.join(said for _, _, said in wrong)}（清单第 {pair.row.row} 行）",
                    (
                        *(place(form, stated) for stated, _, _ in wrong),
                        of_row(filed.listed, pair.row),
                    ),
                    expected="、".join(f"{plain(listed.value)} 万元" for _, listed, _ in wrong),
                )


def _different(form: FiledForm, row: ListedProject) -> Iterator[tuple[Stated[Figure], Figure, str]]:
    """Yield the amounts that contradict the list, what the list has, and both in words."""
    columns = (
        ("预算数", form.money.budget, row.budget),
        ("执行数", form.money.executed, row.executed),
    )
    for name, stated, listed in columns:
        own = stated.value if stated else None
        if stated and own and listed and not own.interval().meets(listed.interval()):
            said = f"{name}填 {plain(own.value)} 万元，清单是 {plain(listed.value)} 万元"
            yield stated, listed, said
