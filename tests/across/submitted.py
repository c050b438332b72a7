"""Forms as an office has them in hand: written to .docx, read, gathered, and filed under a path."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from hebiao.across import AcrossFinding, FiledForm, ProjectList, across, filed_forms
from hebiao.check import check
from hebiao.config import DEFAULT_SETTINGS, Settings
from hebiao.layouts import known_layout
from hebiao.sample import sample_content, write_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

LIBRARY = "滨江市图书馆"
OFFICE = "滨江市文化和旅游局"


def form(path: str = "甲.docx", layout: str = "hubei", /, **edits: str | None) -> FiledForm:
    """The sample form with edits; a double underscore in a name stands for a dot."""
    named = tuple((name.replace("__", "."), text) for name, text in edits.items())
    return replace(_filed(layout, named), path=path, sha256=f"{path} {named}")


@lru_cache(maxsize=256)
def _filed(layout: str, edits: tuple[tuple[str, str | None], ...]) -> FiledForm:
    content = sample_content(dict(edits), layout)
    (filed,) = filed_forms(check(write_forms([content], known_layout(layout)), rules=()))
    return filed


def found(
    *forms: FiledForm, listed: ProjectList | None = None, settings: Settings = DEFAULT_SETTINGS
) -> tuple[AcrossFinding, ...]:
    return across(forms, settings, listed).findings


def codes(*forms: FiledForm, listed: ProjectList | None = None) -> list[str]:
    return [finding.code for finding in found(*forms, listed=listed)]


def messages(findings: Iterable[AcrossFinding]) -> list[str]:
    return [finding.message for finding in findings]
