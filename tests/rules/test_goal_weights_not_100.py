"""The weights printed in labels, of goals or else of groups."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes, found


def goals(first: str, second: str) -> dict[str, str]:
    return {"indicators.1.goal": first, "indicators.6.goal": second}


def test_the_goals_and_the_budget_are_named_in_the_sum():
    (finding,) = found("SC11", goals("年度绩效目标1（40分）", "年度绩效目标2（30分）"))

    assert "预算执行 20 + 年度绩效目标1 40 + 年度绩效目标2 30 = 90" == finding.formula


def test_goals_of_which_one_prints_nothing_are_not_judged():
    assert "SC11" not in codes(goals("年度绩效目标1（40分）", "年度绩效目标2"))


def test_groups_count_where_the_only_goal_prints_nothing():
    edits = {f"indicators.{n}.level1": "产出指标（45分）" for n in range(1, 6)}

    assert ["SC11"] == codes(edits)


@pytest.mark.parametrize("label", ["产出指标（40）", "产出指标(权重40)", "产出指标"])
def test_labels_that_come_to_100_or_print_nothing_are_right(label: str):
    assert "SC11" not in codes({f"indicators.{n}.level1": label for n in range(1, 6)})
