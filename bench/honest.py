"""
A layout in, a random form as an honest office fills it in out: true figures, then rounded.

Which fields a form has is read off its drawing, so a layout that is added is covered at once.
What is not true of every office is chosen for each form or figure: the unit and the places
amounts are rounded to, the way of rounding, whether the marks for budget execution follow the
written rate or the exact one, and the total the written scores or the exact ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from bench.aims import aim
from bench.filling import Form
from bench.funds import fill_funding
from bench.written import Hand, decimal

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable

    from bench.aims import Aim

    from hebiao.layouts import Layout
    from hebiao.sample import Content

NAMES = ("社区图书室设备更新", "农村道路养护", "中小学校舍维修", "政法智能化建设", "公共卫生服务")
TOWNS, OFFICES = ("滨江市", "临川县", "青山区"), ("文化和旅游局", "交通运输局", "教育局")
LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
BOXES = ("常年性项目", "延续性项目", "一次性项目")
REASON = "闭馆改造时间比计划多两个月，部分工作推迟到下年。"


@dataclass(frozen=True)
class Honest:
    """The texts of a consistent form; `rounded` are the scores that were computed and rounded."""

    layout: Layout
    content: Content
    rounded: frozenset[str]


def honest_form(chance: random.Random, layout: Layout) -> Honest:
    """Return a form in which every figure is true, rounded and spelled in a way of its own."""
    written = with_caption_total(layout)
    drawn = frozenset(
        re.findall(r"\{([^{}]+)\}", "\n".join((written.drawing, *written.prose.paragraphs)))
    )
    form = Form(Hand(chance), written, drawn)
    year = chance.randint(2018, 2025)
    _head(form, year)
    fill_funding(form)
    _indicators(form, year)
    _total(form)
    if chance.random() < 0.3:
        form.content = {
            name: text
            for name, text in form.content.items()
            if not name.startswith(("heading", "summary."))
        }
    return Honest(written, form.content, frozenset(form.rounded))


def with_caption_total(layout: Layout) -> Layout:
    """Return the layout with a line for the total above the table, where it knows of one."""
    prose = layout.prose
    if "total" not in prose.caption or any("{caption.total}" in p for p in prose.paragraphs):
        return layout
    lines = (*prose.paragraphs, f"{prose.caption['total'][0]}：{{caption.total}}")
    return layout.model_copy(update={"prose": prose.model_copy(update={"paragraphs": lines})})


def _head(form: Form, year: int) -> None:
    chance, prose = form.chance, form.layout.prose
    town = chance.choice(TOWNS)
    department, project = town + chance.choice(OFFICES), chance.choice(NAMES) + "项目"
    words = {"year": str(year), "project": project, "subject": department + project}
    if prose.title:
        form.put("title", f"《{chance.choice(prose.title).format_map(words)}》")
    if prose.heading:
        form.put("heading", f"《{chance.choice(prose.heading).format_map(words)}》摘要版")
    texts = {
        "title.year": str(year),
        "summary.year": str(year),
        "summary.subject": department + project,
        "summary.problems": "改造时间比计划多两个月",
        "caption.unit_name": department,
        "caption.form_date": f"{year + 1}年{chance.randint(1, 6):02}月18日",
        "caption.form_number": "510000_0013zp",
        "caption.signature": "",
        "project": project,
        "department": department,
        "implementing_unit": department,
        "central_department": "财政部",
        "contact": "王某 13900000000",
        "caption.contact": "王某",
        "caption.phone": "13900000000",
        "caption.money": form.layout.money,
        "reason": REASON,
        "measures": "按月核对进度。",
        "funding.1.reason": REASON,
        "funding.1.method": "执行率*该指标分值，最高不得超过分值上限",
    }
    for name, text in texts.items():
        form.put(name, text)
    for name in sorted(form.drawn):
        if name.startswith("boxes."):
            form.put(name, _boxes(chance))
        elif name.startswith(("goals.", "notes.")):
            form.put(name.replace(".n.", ".1."), "100%" if "completion" in name else "按计划完成。")


def _boxes(chance: random.Random) -> str:
    ticked, sign = chance.randrange(3), chance.choice("☑■√")
    return "  ".join(f"{n + 1}、{box}{sign if n == ticked else '□'}" for n, box in enumerate(BOXES))


def _indicators(form: Form, year: int) -> None:
    names = list(LEVELS)[: form.chance.choice((2, 3, 3))]
    columns, number = form.has("indicators.1.full_marks"), 1
    fives = _split(form.chance, (100 - form.weight) // 5, len(names))
    for name, five in zip(names, fives, strict=True):
        weight = 5 * five
        printed = not columns or form.chance.random() < 0.3
        label = f"{name}{form.chance.choice(('（%s分）', '(%s分)')) % weight}" if printed else name
        parts = _split(form.chance, weight, form.chance.randint(1, min(5, weight)))
        weights = [Decimal(part) for part in parts]
        if columns and len(weights) > 1 and form.chance.random() < 0.2:
            weights[:2] = [weights[0] + Decimal("0.5"), weights[1] - Decimal("0.5")]
        number = _group(form, (name, label), number, weights, year)
    form.put("total_full_marks", form.chance.choice(("100", "100.00", "100分")))


def _split(chance: random.Random, whole: int, parts: int) -> list[int]:
    """Part marks into whole ones that add up."""
    cuts = sorted(chance.sample(range(1, whole), parts - 1))
    return [high - low for low, high in zip([0, *cuts], [*cuts, whole], strict=True)]


def _group(
    form: Form, names: tuple[str, str], number: int, weights: list[Decimal], year: int
) -> int:
    """Fill in the rows of a group; where full marks have no column a cell may cover two rows."""
    part, level1 = names
    merges = not form.has("indicators.1.full_marks")
    while weights:
        level2 = form.chance.choice(LEVELS[part])
        rows = 2 if merges and len(weights) > 1 and form.chance.random() < 0.2 else 1
        aims = [_aim(form, year, level2) for _ in range(rows)]
        for row, reached in enumerate(aims):
            _row(form, number + row, (level1, level2), reached)
            form.put(f"indicators.{number + row}.full_marks", form.hand.points(weights[row]))
        _marks(form, part, number, sum(weights[:rows], Decimal(0)), aims)
        weights, number = weights[rows:], number + rows
    return number


def _aim(form: Form, year: int, level2: str) -> Aim:
    """Return an indicator; where a rate is written it may be the execution rate once more."""
    reached = aim(form.hand, year, level2)
    if level2 == "数量指标" and form.written_rate is not None and form.chance.random() < 0.1:
        rate = form.written_rate
        share = min(Fraction(1), Fraction(rate) / 90)
        return reached._replace(
            name="预算执行率",
            sign="≥",
            words="≥",
            target="90",
            unit="%",
            actual=f"{rate}%",
            share=share,
            computed=True,
        )
    return reached


def _row(form: Form, number: int, levels: tuple[str, str], reached: Aim) -> None:
    split = form.has("indicators.1.operator")
    texts = {
        "level1": levels[0],
        "level2": levels[1],
        "level3": f"{reached.name}{number}" if reached.name != "预算执行率" else reached.name,
        "operator": reached.sign,
        "target": reached.target if split else f"{reached.words}{reached.target}{reached.unit}",
        "unit": reached.unit,
        "actual": reached.actual,
        "method": "完成值达到指标值，记满分",
        "completion": "完成" if reached.share == 1 else "未完成",
        "reason": "" if reached.share == 1 else REASON,
    }
    for name, text in texts.items():
        form.put(f"indicators.{number}.{name}", text)


def _marks(form: Form, part: str, number: int, weight: Decimal, aims: Iterable[Aim]) -> None:
    if not form.has("indicators.1.score"):
        return
    shares = [each.share for each in aims]
    computed = all(each.computed for each in aims) and min(shares) < 1
    computed = computed and form.has("indicators.1.target")
    true = Fraction(weight) * sum(shares) / len(shares)
    if not computed:
        true = Fraction(weight) * int(10 * true / Fraction(weight)) / 10
    figure = form.score(part, f"indicators.{number}.score", true, computed=computed)
    form.put(f"indicators.{number}.weight_share", f"{weight:f}%")
    form.put(f"indicators.{number}.converted_score", f"{figure * weight / 100:.2f}")


def _total(form: Form) -> None:
    """Add up what is written, or what is true, and repeat it where the form repeats it."""
    if not form.scores:
        return
    exact = form.chance.random() < 0.4
    sums = {
        part: sum(
            (form.truths[name] if exact else Fraction(score) for name, score in scores.items()),
            Fraction(0),
        )
        for part, scores in form.scores.items()
    }
    total = sum(sums.values(), Fraction(0))
    figure = _sum(form, total, exact=exact)
    above = form.has("caption.total") and form.chance.random() < 0.3
    form.put("caption.total" if above else "total", form.hand.points(figure).strip())
    form.put(
        "grade",
        next(g for g, low in zip("优良中差", (90, 80, 60, 0), strict=True) if figure >= low),
    )
    form.put("reviewed_total", "")
    form.put("summary.total", f"{_sum(form, total, exact=exact)}")
    for part, value in sums.items():
        form.put(f"summary.parts.{part}", f"{_sum(form, value, exact=exact)}")


def _sum(form: Form, value: Fraction, *, exact: bool) -> Decimal:
    if not exact and form.chance.random() < 0.7:
        return decimal(value)
    return form.hand.rounded(value, form.chance.randint(0, 2))
