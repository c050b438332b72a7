"""A blank rate or a blank score on the line that is scored."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes, found


def test_the_rate_that_follows_from_the_amounts_is_named():
    (finding,) = found("FD08", {"funding.1.execution_rate": "　"}, "mof")

    assert "85" == finding.expected


def test_a_blank_score_beside_a_rate_is_found():
    (finding,) = found("FD08", {"funding.1.score": ""}, "mof")

    assert "执行率填 85%，预算执行得分没有填写" in finding.message


@pytest.mark.parametrize(
    "edits",
    [
        {"funding.1.execution_rate": "/"},
        {"funding.1.execution_rate": "", "funding.1.score": ""},
        {"funding.1.execution_rate": "", "funding.1.executed": ""},
        {"funding.1.score": "", **{f"indicators.{n}.score": "" for n in range(1, 9)}},
    ],
    ids=["a stroke", "both blank", "no amount", "no score yet"],
)
def test_what_does_not_follow_is_not_missed(edits: dict[str, str]):
    assert "FD08" not in codes(edits, "mof")
