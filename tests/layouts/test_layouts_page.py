"""docs/layouts.md: what it says of the keys, its example and hebiao's sentences is so."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from hebiao.errors import UsageError
from hebiao.layouts import Layout, find_forms, known_layouts, parse_layout
from hebiao.layouts.draft import draft_layout
from hebiao.sample import write_forms
from hebiao.word import Document, read_document

PAGE = (Path(__file__).parents[2] / "docs" / "layouts.md").read_text(encoding="utf-8")
TABLE, REPORT = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)
(TOML,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)

CELLS = 'project = ["项目名称"]'
REQUIRED = 'requires = ["level3", "target", "actual"]'
ALL = 'requires = ["project", "funding", "indicators"]'


def keys(model: type[BaseModel]) -> set[str]:
    found = set(model.model_fields)
    for field in model.model_fields.values():
        for kind in (field.annotation, *get_args(field.annotation)):
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                found |= keys(kind)
    return found


def donghai() -> Document:
    (hubei,) = (layout for layout in known_layouts() if layout.id == "hubei")
    return read_document(write_forms([{}], hubei.model_copy(update={"drawing": TABLE})))


@pytest.mark.parametrize("key", sorted(keys(Layout)))
def test_every_key_of_a_layout_is_described(key: str):
    lines = PAGE.splitlines()
    rows = [line.split("|")[1] for line in lines if line.startswith("| ")]
    heads = [line for line in lines if line.startswith("### ")]

    assert any(f"`{key}`" in row for row in rows) or any(f"`[{key}]`" in head for head in heads)


def test_the_form_of_the_page_is_read_with_the_layout_of_the_page():
    layout = parse_layout(TOML, "donghai.toml")

    (form,) = find_forms(donghai(), (layout, *known_layouts()))

    assert "donghai" == form.layout.id
    assert () == form.labelling.unread
    assert "东海省航标站" == form.labelling.values["implementing_unit"].text
    assert "2023" == form.prose["title.year"].text


def test_the_draft_of_the_form_says_what_the_page_says():
    (grid,) = donghai().grids
    to_do = draft_layout(grid, known_layouts(), "donghai", "东海.docx").to_do
    said = re.sub(r"\s", "", REPORT)

    assert list(to_do) == [line for line in to_do if re.sub(r"\s", "", line) in said]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("[indicators.columns]", "[indicators.colums]"),
        ("[prose]\n", "[prosa]\n"),
        ("[cells]\n", '[cells]\n"项目" = "无"\n'),
        ("[indicators]\n", '[indicators]\nnamed = ["level1"]\n'),
        ("[prose]\n", '[prose]\nmoney = "元"\n'),
        ('mandatory = ["project", "department", "implementing_unit"]\n', ""),
        (CELLS, 'project = "项目名称"'),
        (CELLS, "project = [2023]"),
        (REQUIRED, REQUIRED.replace("target", "targets")),
        (ALL, ALL.replace("project", "projekt")),
        (CELLS, "project = [“项目名称”]"),
    ],
)
def test_the_answer_to_a_mistake_stands_on_the_page(right: str, wrong: str):
    assert right in TOML

    with pytest.raises(UsageError) as error:
        parse_layout(TOML.replace(right, wrong, 1), "donghai.toml")

    sentence = re.sub(r"第 \d+ 行", "第 … 行", str(error.value))
    assert sentence.partition("：")[2] in PAGE
