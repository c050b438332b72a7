from __future__ import annotations

from decimal import Decimal

import pytest

from hebiao.values.figure import Figure
from hebiao.values.operators import Operator
from hebiao.values.outcome import Grade
from hebiao.values.period import Moment, Period
from hebiao.values.quantity import Change, Quantity
from hebiao.values.target import Kind, Statement, statement


def only(text: str) -> Quantity:
    (quantity,) = statement(text).quantities
    return quantity


def test_a_quantity_is_in_the_canonical_unit_and_remembers_the_written_one() -> None:
    quantity = only("≤90万元")

    assert (
        Quantity(
            Operator.AT_MOST,
            Figure("90万元", Decimal("9E+5"), Decimal("1E+4"), "元"),
            written_unit="万元",
        )
        == quantity
    )


def test_a_figure_keeps_its_part_of_the_cell_as_typed() -> None:
    assert "９０ ％" == only("不低于９０ ％以上").figure.text
    assert "两栋" == only("两栋").figure.text
    assert "-5%" == only("-5%").figure.text


def test_both_ends_of_a_range_keep_their_own_text() -> None:
    quantity = only("8000元-1万元")

    assert quantity.upper
    assert ("8000元", "1万元") == (quantity.figure.text, quantity.upper.text)


def test_a_date_beside_a_quantity_is_noticed_and_no_part_of_it() -> None:
    found = statement("截止至2021年3月项目实际完成率应达到75%")

    assert Kind.QUANTITY is found.kind
    assert Period(None, Moment(2021, 3)) == found.period
    assert "项目实际完成率" == found.quantities[0].label


def test_a_difference_says_which_way_it_goes() -> None:
    assert Change.UP is only("提升50%").change
    assert Change.DOWN is only("同比下降5%以上").change
    assert only("提升到95%").change is None


def test_a_range_of_a_difference_is_a_range_that_keeps_its_direction() -> None:
    found = statement("提高1-2个百分点")

    assert Kind.RANGE is found.kind
    assert Change.UP is found.quantities[0].change


def test_so_much_for_each_stretch_of_time_recurs() -> None:
    assert only("每季度≧2场").recurs
    assert not only("583元/人*月").recurs


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("》90%", "“》”按“≥”读"),
        ("W30万元", "“W”按“≤”读"),
        ("100余人", "“余”按“约”读"),
        ("5柱", "单位“柱”不常见"),
        ("满意（≥90%）", "数字写在括号内"),
        ("3个（其中1个未验收）", "括号内的数字未读"),
        ("80%，尚未完工", "另有文字“尚未完工”"),
        ("从3个方面加强管理", "数字取自文字“从3个方面加强管理”"),
        ("提高资金使用率≥95%", "按达到的水平读，而非变动的幅度"),
        ("第3批", "文中的数字未能读作数量"),
        ("》90%，尚未完工", "另有文字“尚未完工”；“》”按“≥”读"),
    ],
)
def test_nothing_is_guessed_in_silence(text: str, reason: str) -> None:
    assert reason == statement(text).reason


def test_a_grade_is_an_outcome() -> None:
    expected = Statement("部分达成年度指标", Kind.OUTCOME, grade=Grade.PARTIAL)

    assert expected == statement("部分达成年度指标")


def test_work_left_undone_is_said_beside_the_quantity_reached() -> None:
    found = statement("80%，尚未完工")

    assert found.done is False
    assert Decimal(80) == found.quantities[0].figure.value


def test_a_report_in_a_cell_is_words() -> None:
    found = statement("完成3个。" * 300)

    assert (Kind.TEXT, "超过1000字，未从中读取数量") == (found.kind, found.reason)


def test_the_text_stays_as_it_was_typed() -> None:
    assert "　３个 \n" == statement("　３个 \n").text


def test_a_deadline_has_an_end_and_no_beginning() -> None:
    expected = Statement("11月底前完成", Kind.DEADLINE, period=Period(None, Moment(None, 11)))

    assert expected == statement("11月底前完成")


def test_the_second_date_of_a_period_has_the_year_of_the_first() -> None:
    expected = Period(Moment(2023, 1, 1), Moment(2023, 12, 31))

    assert expected == statement("2023年1月1日至12月31日").period
