"""PI15: a reason for a miss beside full marks for a hit."""

from __future__ import annotations

import pytest
from tests.rules.edited import found


def reasons(reason: str, **more: str) -> int:
    edits = {"indicators.3.reason": reason}
    return len(found("PI15", edits | {f"indicators.3.{k}": v for k, v in more.items()}, "mof"))


@pytest.mark.parametrize(
    "reason",
    ["未完成", "因雨季停工，未按期完成。", "没有达到年初目标", "未能全部完成年度任务", "偏差较大"],
)
def test_a_reason_that_says_missed_is_a_note(reason: str):
    assert 1 == reasons(reason)


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "无",
        "无偏差",
        "已完成",
        "不存在未完成情况",
        "未完成原因：无",
        "上半年未完成，现已完成",
        "个别点位未完成",
        "无较大偏差",
        "没有偏差大的情况",
        "偏差不大",
        "加强管理",
    ],
)
def test_a_reason_that_takes_it_back_is_none(reason: str):
    assert 0 == reasons(reason)


def test_a_great_deviation_upwards_is_no_contradiction():
    assert 0 == reasons("偏差较大，超出预期", target="≥90%", actual="99%")


def test_where_marks_were_lost_or_the_target_was_missed_the_reason_is_in_its_place():
    assert 0 == reasons("未完成", score="9")
    assert 0 == reasons("未完成", actual="90%")
