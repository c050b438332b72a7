"""A letter with everything in it, to try a template with before anything is checked."""

from datetime import date

from hebiao.reports.letter.part import FormPart, Item, UnitPart
from hebiao.rules import Severity

EXAMPLE_DAY = date(2025, 3, 18)

_ITEM = Item(
    code="SC01",
    title="总分与各项得分之和不符",
    severity=Severity.ERROR,
    place="表1第17行第5列“总分”栏",
    message="总分填 96.06，应为 95.06",
    stated="96.06分",
    expected="95.06",
    formula="17.06 + 40 + 38 = 95.06",
    likely="总分 96.06 写了两次，其余数字自洽；应为 95.06",
    same_cause=("表外第2段，摘要总分填 96.06，应为 95.06",),
    basis="总分为各项得分之和",
    advice="请重新加总",
    doubtful=True,
)

EXAMPLE = UnitPart(
    "某某局",
    (
        FormPart("某某局", "某某项目", "某某项目自评表.docx", 1, 2024, (_ITEM, _ITEM)),
        FormPart("某某局", "另一项目", "另一项目自评表.docx", 1, 2024, ()),
    ),
)
