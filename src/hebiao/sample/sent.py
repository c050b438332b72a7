"""An example of a rule across forms in, what was sent in out: read from real Word files."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hebiao.across import filed_forms
from hebiao.check import check
from hebiao.config import read_list
from hebiao.layouts import known_layout
from hebiao.sample.document import write_forms
from hebiao.sample.samples import sample_content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.check import CheckResult
    from hebiao.rules.across import AcrossExample, FiledForm, ProjectList


class Received(NamedTuple):
    """The files of an example, their forms, and the office's list."""

    results: tuple[CheckResult, ...]
    forms: tuple[FiledForm, ...]
    listed: ProjectList | None


def received(example: AcrossExample) -> Received:
    """Return what an office has in hand: each form in a file 第1号.docx, 第2号.docx …"""
    results = tuple(_files(example))
    forms = tuple(form for result in results for form in filed_forms(result))
    return Received(results, forms, _list(example.listed) if example.listed else None)


def _files(example: AcrossExample) -> Iterator[CheckResult]:
    number = 0
    for sent in example.sent:
        layout = known_layout(sent.sample)
        result = check(write_forms([sample_content(sent.edits, sent.sample)], layout))
        for _ in range(sent.times):
            number += 1
            yield replace(result, path=f"第{number}号.docx")


def _list(text: str) -> ProjectList:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "清单.csv"
        path.write_text(text, encoding="utf-8")
        return replace(read_list(path), source=path.name)
