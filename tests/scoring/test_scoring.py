"""What the figures of a form must be, on forms that were written to a Word file and read."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from tests.written import written

from hebiao.check import read
from hebiao.scoring.achievement import Outcome, achievement, achievements
from hebiao.scoring.comparison import compared
from hebiao.scoring.computed import Verdict, judge, plain, rounded
from hebiao.scoring.execution import execution_score, line_rate
from hebiao.scoring.full_marks import full_marks
from hebiao.scoring.lost import losses
from hebiao.scoring.totals import parts, score_room, total
from hebiao.values.amount import amount
from hebiao.values.figure import Figure
from hebiao.values.percent import percent
from hebiao.values.score import score

if TYPE_CHECKING:
    from hebiao.records import SelfEvaluation
    from hebiao.rules.rule import Edits


def form(edits: Edits | None = None) -> SelfEvaluation:
    return read(written(edits))[0]


def verdict(budget: str, executed: str, rate: str) -> Verdict:
    edits = {"funding.1.budget": budget, "funding.1.executed": executed}
    sample = form(edits)
    line = sample.funding.total
    way = line_rate(sample.funding, line) if line else None
    stated = percent(rate).value
    assert way
    assert stated
    return judge(stated, (way,))


@pytest.mark.parametrize("rate", ["67.94%", "67.93%", "67.9%", "68%", "67%"])
def test_a_rate_rounded_or_cut_off_at_any_digit_is_consistent(rate: str):
    assert Verdict.CONSISTENT == verdict("143", "97.15", rate)


def test_a_rate_that_only_rounded_amounts_allow_is_told_apart():
    assert Verdict.ROUNDING == verdict("143", "97.15", "67.8%")


def test_two_of_three_may_be_eighty_per_cent_only_if_both_were_rounded():
    assert Verdict.ROUNDING == verdict("3", "2", "80%")


def test_swapped_digits_are_a_contradiction():
    assert Verdict.CONTRADICTION == verdict("143.00", "97.15", "69.47%")


def test_a_budget_of_zero_has_no_rate():
    sample = form({"funding.1.budget": "0.00", "funding.1.executed": "0.00"})

    assert sample.funding.total
    assert line_rate(sample.funding, sample.funding.total) is None


def test_the_score_of_a_rate_above_100_may_be_capped_or_not():
    sample = form({"funding.1.executed": "104.00", "funding.1.execution_rate": "104%"})
    weight = sample.funding.weight and sample.funding.weight.value
    assert weight
    assert sample.funding.total

    ways = execution_score(sample.funding, sample.funding.total, weight)

    assert {Fraction(20), Fraction("20.8")} == {way.exact for way in ways}


def test_the_parts_of_the_total_are_budget_execution_and_each_group():
    assert [("预算执行", "17.06"), ("产出指标", "40"), ("效益指标", "39")] == [
        (part.name, plain(part.exact)) for part in parts(form())
    ]


def test_the_formula_of_the_total_has_one_operand_a_part():
    way = total(form())

    assert way
    assert "17.06 + 40 + 39" == way.formula


def test_marks_that_were_given_leave_no_room_in_the_sum():
    output = parts(form())[1]

    assert "产出指标" == output.name
    assert output.possible.low == output.possible.high == Decimal(40)


def test_full_marks_for_budget_execution_leave_only_the_room_of_the_rate():
    edits = {"funding.1.executed": "100.00", "funding.1.execution_rate": "100.00%"}
    execution = parts(form(edits | {"funding.1.score": "20"}))[0]

    assert Decimal("19.998") < execution.possible.low
    assert Decimal(20) == execution.possible.high


def test_marks_for_budget_execution_may_be_rounded_where_coarse_amounts_seem_spent_in_full():
    edits = {"funding.1.budget": "0.9", "funding.1.executed": "0.9"}
    execution = parts(
        form(edits | {"funding.1.execution_rate": "97.76%", "funding.1.score": "20"})
    )[0]

    assert execution.possible.contains(Decimal("19.552"))


def test_a_rounded_score_may_be_that_of_the_written_rate_where_the_amounts_give_another():
    edits = {"funding.1.budget": "754.6", "funding.1.executed": "426"}
    execution = parts(form(edits | {"funding.1.execution_rate": "57%", "funding.1.score": "11"}))[0]

    assert execution.possible.contains(Decimal("11.4"))


def test_a_score_of_the_written_rate_or_of_the_amounts_is_right_and_none_between():
    sample = form({"funding.1.execution_rate": "85%"})
    weight = sample.funding.weight and sample.funding.weight.value
    assert weight
    assert sample.funding.total

    ways = execution_score(sample.funding, sample.funding.total, weight)

    verdicts = {text: judge(points(text), ways) for text in ("17.00", "17.06", "17.15")}
    assert {
        "17.00": Verdict.CONSISTENT,
        "17.06": Verdict.CONSISTENT,
        "17.15": Verdict.CONTRADICTION,
    } == verdicts


def test_marks_given_to_several_indicators_at_once_may_be_rounded_where_one_missed_its_target():
    merged = {"indicators.2.score": None, "indicators.2.actual": "4400册"}
    output = parts(form(merged | {"indicators.1.score": "15"}))[1]

    assert output.possible.contains(Decimal("39.04"))


@pytest.mark.parametrize(
    ("actual", "given", "exact"),
    [("2.97万人次", "10", False), ("2.1万人次", "10", True), ("2.97万人次", "9.9", True)],
)
def test_full_marks_for_a_missed_target_are_given_unless_its_share_rounds_to_them(
    actual: str, given: str, exact: bool
):
    indicator = form({"indicators.7.actual": actual}).indicators[6]
    room = score_room(points(given), Decimal(10), achievement(indicator, compared(indicator)))

    assert exact == (room.low == room.high)


def points(text: str) -> Figure:
    figure = score(text).value
    assert figure
    return figure


def test_a_computed_score_leaves_the_room_of_its_last_digit():
    way = total(form({"indicators.7.score": "8.7"}))

    assert way
    assert Decimal("0.05") <= Decimal("95.76") - way.possible.low <= Decimal("0.06")


def test_full_marks_follow_from_the_group_where_only_one_missed_its_target():
    marks = full_marks(form())

    assert Decimal(10) == marks[7]
    assert Decimal(8) == marks[1]


def test_full_marks_stay_open_where_two_missed_their_targets():
    marks = full_marks(form({"indicators.6.actual": "9万元", "indicators.6.score": "9"}))

    assert 6 not in marks
    assert 7 not in marks
    assert 1 in marks


def test_full_marks_follow_from_the_only_one_below_marks_the_others_share():
    edits = {"indicators.7.actual": "正常", "indicators.7.score": "6"}

    assert Decimal(10) == full_marks(form(edits))[7]


def test_marks_are_lost_where_they_are_missing_from_the_weight():
    assert [("预算执行", "2.94"), ("效益指标", "1")] == [
        (loss.name, plain(loss.marks)) for loss in losses(form())
    ]


@pytest.mark.parametrize(
    ("level2", "name", "target", "actual", "outcome"),
    [
        ("数量指标", "桌椅", "60套", "60套", Outcome.MET),
        ("数量指标", "桌椅", "60套", "59套", Outcome.MISSED),
        ("数量指标", "桌椅", "≥60套", "60", Outcome.MET),
        ("数量指标", "桌椅", "60套", "60册", Outcome.UNKNOWN),
        ("数量指标", "经费", "达到100万元", "1162700元", Outcome.MET),
        ("质量指标", "合格率", "不低于95%", "0.96", Outcome.MET),
        ("质量指标", "合格率", "≥95%", "94.9%", Outcome.MISSED),
        ("成本指标", "单价", "1200元", "1150元", Outcome.MET),
        ("成本指标", "单价", "不超过1200元", "1300元", Outcome.MISSED),
        ("成本指标", "预算执行率", "90%", "67.94%", Outcome.MISSED),
        ("质量指标", "设备故障率", "5%", "3%", Outcome.MET),
        ("质量指标", "事故数", "0起", "0起", Outcome.MET),
        ("社会效益指标", "影响", "显著提升", "完成", Outcome.UNKNOWN),
        ("数量指标", "桌椅", "约60套", "55套", Outcome.UNKNOWN),
        ("数量指标", "天数", "3-5天", "4天", Outcome.MET),
        ("社会效益指标", "投诉办结率", "100%", "95%", Outcome.MISSED),
        ("数量指标", "培训", "3-5场", "6场", Outcome.UNKNOWN),
        ("数量指标", "培训", "3-5场", "2场", Outcome.MISSED),
        ("时效指标", "办结", "3-5天", "6天", Outcome.MISSED),
        ("时效指标", "办结时间", "缩短5天", "缩短6天", Outcome.MET),
        ("质量指标", "投诉率", "降低5%", "降低8%", Outcome.MET),
        ("质量指标", "溢漏", "=0起", "3起", Outcome.MISSED),
        ("质量指标", "溢漏", "0起", "3起", Outcome.MISSED),
        ("质量指标", "溢漏", "=0起", "0起", Outcome.MET),
        ("质量指标", "合格率", "=98%", "99%", Outcome.MET),
        ("质量指标", "合格率", ">90%", "90%", Outcome.UNKNOWN),
        ("成本指标", "成本", "<30万元", "30万元", Outcome.UNKNOWN),
        ("成本指标", "成本", "≤30万元", "0元", Outcome.UNKNOWN),
        ("质量指标", "事故", "≤3起", "0起", Outcome.MET),
        ("数量指标", "桌椅", "60套", "-3套", Outcome.MISSED),
    ],
)
def test_a_target_is_met_missed_or_not_compared(
    level2: str, name: str, target: str, actual: str, outcome: Outcome
):
    row = {"level2": level2, "level3": name, "target": target, "actual": actual}
    edits = {f"indicators.1.{column}": text for column, text in row.items()}

    assert outcome == achievements(form(edits))[1].outcome


def test_a_guessed_direction_is_marked():
    reached = achievements(form())

    assert not reached[1].sure
    assert reached[2].sure


@pytest.mark.parametrize(
    ("exact", "expected"), [("2.675", "2.68"), ("-2.675", "-2.68"), ("2.674", "2.67")]
)
def test_what_is_right_is_rounded_half_up(exact: str, expected: str):
    assert Decimal(expected) == rounded(Fraction(exact), Decimal("0.01"))


def test_a_figure_is_written_without_exponent_and_idle_zeros():
    assert ["40", "91.67", "1000", "0"] == [
        plain(Decimal(text)) for text in ("40.00", "91.670", "1E+3", "0.00")
    ]


def test_amounts_in_other_units_are_compared_in_that_of_the_block():
    reading = amount("1300000元", "万元")

    assert isinstance(reading.value, Figure)
    assert Decimal(130) == reading.value.value
