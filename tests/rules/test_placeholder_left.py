"""Words of the template are found wherever somebody should have written."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes, found


@pytest.mark.parametrize(
    ("sample", "field", "text"),
    [
        ("hubei", "reason", "（100字以内）"),
        ("hubei", "measures", "对照问题，说明改进措施（200字以内）"),
        ("hubei", "indicators.8.actual", "XX"),
        ("mof", "goals.1.expected", "目标1：{年度目标}"),
        ("mof", "goals.1.actual", "完成**个村的改造"),
        ("mof", "indicators.9.level3", "指标1："),
    ],
)
def test_a_placeholder_is_found_in_any_text(sample: str, field: str, text: str):
    (finding,) = found("FM08", {field: text}, sample)

    assert text == finding.stated


def test_a_form_full_of_them_has_one_finding_that_names_the_other_cells():
    edits = {f"indicators.{n}.level3": f"指标{n}：" for n in (1, 2, 3, 4)}

    (finding,) = found("FM08", edits, "mof")
    assert 3 == len(finding.related)
    assert "共 4 处" in finding.message


@pytest.mark.parametrize("text", ["……", "/", "—", "指标1：/", "指标2：完工时间"])
def test_nothing_to_fill_in_is_no_placeholder(text: str):
    assert "FM08" not in codes({"indicators.4.level3": text}, "mof")
