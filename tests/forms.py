"""Random forms as an honest office fills them in: computed from true figures, then rounded."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import strategies as st

from hebiao.sample import Content, sample_content

MODES = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])


@dataclass(frozen=True)
class Honest:
    """The texts of a consistent form, and the fields that hold its figures."""

    content: Content
    figures: tuple[str, ...] = field(default=())


def rounded(value: Fraction, places: int, mode: str) -> Decimal:
    """Round exactly: the digit that decides is never itself a rounding."""
    scaled = value * 10**places
    below = Decimal(scaled.numerator // scaled.denominator)
    rest = scaled - int(below)
    up = rest > Fraction(1, 2) or (
        rest == Fraction(1, 2) and (mode == ROUND_HALF_UP or below % 2 == 1)
    )
    return (below + (1 if up and mode != ROUND_DOWN else 0)).scaleb(-places)


@st.composite
def honest_forms(draw: st.DrawFn) -> Honest:
    """A Hubei form whose rate, scores, total and summary follow from its true amounts."""

    def written(value: Fraction, most_places: int = 2) -> Decimal:
        return rounded(value, draw(st.integers(0, most_places)), draw(MODES))

    budget = Fraction(draw(st.integers(10_000, 90_000_000)), 10_000)
    executed = budget * draw(st.integers(0, 10_000)) / 10_000
    rate = 100 * executed / budget
    rate_written = written(rate)
    base = draw(st.sampled_from([rate, Fraction(rate_written)]))
    score = written(20 * base / 100)
    content = sample_content(
        {
            "funding.1.budget": f"{written(budget)}",
            "funding.1.executed": f"{written(executed)}",
            "funding.1.execution_rate": f"{rate_written}%",
            "funding.1.score": f"{score}",
        }
    )
    target, actual = draw(st.integers(10, 999)), draw(st.integers(1, 999))
    given = written(Fraction(8) * min(actual, target) / target)
    content["indicators.1.target"], content["indicators.1.actual"] = f"{target}套", f"{actual}套"
    content["indicators.1.score"] = f"{given}"
    output = given + 4 * 8
    total = score + output + 39
    content["total"] = f"{total}分"
    content |= {
        "summary.total": f"{total}",
        "summary.parts.预算执行": f"{score}",
        "summary.parts.产出指标": f"{output}",
        "summary.parts.效益指标": "39",
        "summary.budget": content["funding.1.budget"] + "万元",
        "summary.executed": content["funding.1.executed"] + "万元",
        "summary.execution_rate": content["funding.1.execution_rate"],
    }
    return Honest(content)
