"""What a letter says of findings across forms: those of one unit, below the first of its forms."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.across.submitted import OFFICE, form, found

from hebiao.reports.letter import FormPart, with_across
from hebiao.rules import Confidence, Severity

if TYPE_CHECKING:
    from hebiao.across import AcrossFinding, FiledForm

TWICE = form("甲.docx"), form("甲/乙.docx", total="96.07分")
OTHER_UNIT = {"department": "滨江市水利局", "implementing_unit": "滨江市水利局"}


def parts(*forms: FiledForm, unit: str = OFFICE) -> dict[str, tuple[FormPart, ...]]:
    """What letters say of forms by their file, each with nothing to mend."""
    return {
        each.path: (FormPart(unit, each.project_text, each.path, 1, 2024, ()),) for each in forms
    }


def told(
    files: dict[str, tuple[FormPart, ...]], findings: tuple[AcrossFinding, ...]
) -> dict[str, list[str]]:
    """The codes that are told below each form."""
    return {
        part.file: [item.code for item in part.items]
        for part in with_across(files.items(), findings)
    }


def test_it_stands_below_the_first_form_it_is_about():
    assert {"甲.docx": ["BT01"], "甲/乙.docx": []} == told(parts(*TWICE), found(*TWICE))


def test_it_names_every_other_form_it_is_about():
    first, _ = with_across(parts(*TWICE).items(), found(*TWICE))
    (item,) = first.items

    assert "表1第1行第3列“项目名称”栏" == item.place
    assert item.message.startswith(
        "“社区图书室设备更新项目”（滨江市图书馆，2024 年度）有 2 张自评表"
    )
    assert item.message.endswith("涉及的还有乙.docx表1第1行第3列“项目名称”栏")


def test_after_some_others_it_only_counts():
    many = [form(f"{n:02}.docx", total=f"{n}分") for n in range(12)]
    first, *_ = with_across(parts(*many).items(), found(*many))

    assert first.items[0].message.endswith("08.docx表1第1行第3列“项目名称”栏等 11 处")


def test_it_is_not_told_where_forms_of_several_units_are_concerned():
    theirs = parts(TWICE[0]) | parts(TWICE[1], unit="滨江市水利局")

    assert {"甲.docx": [], "甲/乙.docx": []} == told(theirs, found(*TWICE))


def test_units_are_one_however_they_are_spaced():
    spaced = parts(TWICE[0]) | parts(TWICE[1], unit=f" {OFFICE[:3]} {OFFICE[3:]}")

    assert ["BT01"] == told(spaced, found(*TWICE))["甲.docx"]


def test_forms_that_name_no_unit_are_not_taken_for_those_of_one():
    assert {"甲.docx": [], "甲/乙.docx": []} == told(parts(*TWICE, unit=""), found(*TWICE))


def test_notes_are_not_written_about():
    (twice,) = found(*TWICE)

    assert [] == told(parts(*TWICE), (replace(twice, severity=Severity.NOTE),))["甲.docx"]


def test_a_doubtful_one_is_doubtful():
    (twice,) = found(*TWICE)
    doubtful = replace(twice, confidence=Confidence.LOW)
    first, _ = with_across(parts(*TWICE).items(), (doubtful,))

    assert first.items[0].doubtful
