"""The words an office puts in place of a rule's own; `worded` fills them in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """What an office writes in place of a rule's message and of its advice; None leaves it."""

    problem: str | None = None
    advice: str | None = None


UNCHANGED = Wording()
