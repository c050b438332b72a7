"""Nothing can be spent of a budget of nothing."""

from __future__ import annotations

import pytest
from tests.rules.edited import codes, found

ZERO = {
    f"funding.{n}.{column}": text
    for n in (1, 2, 3, 4)
    for column, text in (("budget", "0.00"), ("executed", "0.00"), ("execution_rate", "0.00%"))
}
NOTHING = ZERO | {"funding.1.score": "0", "total": "88.5"}


def test_lines_of_nothing_out_of_nothing_are_ordinary():
    assert [] == codes(NOTHING, "mof")


@pytest.mark.parametrize(
    "edits",
    [
        {"funding.1.execution_rate": "100%", "funding.1.score": "10", "total": "98.5"},
        {"funding.1.execution_rate": "/", "funding.1.score": "10", "total": "98.5"},
    ],
    ids=["rate", "score"],
)
def test_a_rate_or_a_score_for_it_is_found(edits: dict[str, str]):
    assert ["FD09"] == codes(NOTHING | edits, "mof")


def test_the_source_is_named():
    (finding,) = found("FD09", {"funding.4.executed": "5.00"}, "mof")

    assert finding.message.startswith("“其他资金”预算数填 0.00，执行数填 5.00")


def test_a_total_of_zero_that_its_sources_contradict_is_left_to_them():
    edits = {"funding.1.budget": "0.00", "funding.1.execution_rate": "85%"}

    assert ["FD04"] == codes(edits, "mof")
