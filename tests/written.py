"""Sample forms as Word files; what several tests ask for is written, and checked, once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hebiao.check import CheckResult, check
from hebiao.layouts import known_layout
from hebiao.rules import CATALOGUE
from hebiao.sample import sample_content, write_forms

if TYPE_CHECKING:
    from hebiao.rules.rule import Edits


def written(edits: Edits | None = None, sample: str = "hubei") -> bytes:
    """Return a file with the sample form of a layout after these edits."""
    return _written(frozenset((edits or {}).items()), sample)


@cache
def _written(edits: frozenset[tuple[str, str | None]], sample: str) -> bytes:
    return write_forms([sample_content(dict(edits), sample)], known_layout(sample))


@cache
def bad_example(code: str) -> tuple[bytes, CheckResult]:
    """Return the file of a rule's bad example, and its result."""
    (rule,) = (rule for rule in CATALOGUE if rule.code == code)
    data = written(rule.bad, rule.sample)
    return data, check(data, policy=rule.policy)
