"""What paths mean: the documents to check, and how many files are not checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.batch.sources.source import Target


@dataclass(frozen=True, slots=True)
class Found:
    """
    What the paths mean.

    `skipped` counts hidden and lock files, `others` PDF files and pictures, which are probably
    forms that were scanned; nothing of both is checked.
    """

    targets: tuple[Target, ...]
    skipped: int = 0
    others: int = 0


def together(parts: Iterable[Found]) -> Found:
    """Return what several found, in their order."""
    parts = list(parts)
    return Found(
        tuple(target for part in parts for target in part.targets),
        sum(part.skipped for part in parts),
        sum(part.others for part in parts),
    )
