"""What became of findings and figures."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.diff.conftest import MakeForm, MakeFound, side
from tests.written import written

from hebiao.check import check
from hebiao.diff import ChangedFigure, Fate, NamedFigure, compare, submitted_forms
from hebiao.layouts import CellPlace, TextPlace, known_layouts
from hebiao.rules import Severity
from hebiao.sample import sample_content, write_forms

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")


def fates(old: object, new: object) -> list[Fate]:
    (form,) = compare(side(old), side(new)).forms  # type: ignore[arg-type]
    return [judged.fate for judged in form.findings]


def changes(old: object, new: object) -> list[ChangedFigure]:
    (form,) = compare(side(old), side(new)).forms  # type: ignore[arg-type]
    return list(form.figures)


def test_a_finding_that_is_gone_is_fixed(form: MakeForm, found: MakeFound):
    assert [Fate.FIXED] == fates(form(found()), form())


def test_a_finding_in_another_row_is_the_same(form: MakeForm, found: MakeFound):
    lower = found(at=CellPlace(3, 25, 4, "总分"))

    assert [Fate.REMAINING] == fates(form(found()), form(lower))


def test_a_finding_of_another_rule_or_at_another_cell_is_another(form: MakeForm, found: MakeFound):
    elsewhere = found("产出指标 › 数量指标 › 新购图书 › 得分")

    assert [Fate.NEW, Fate.FIXED] == fates(form(found()), form(found(code="SC02")))
    assert [Fate.NEW, Fate.FIXED] == fates(form(found()), form(elsewhere))


def test_a_finding_at_an_indicator_whose_name_was_mended_is_the_same(
    form: MakeForm, found: MakeFound
):
    old = found("产出指标 › 数量指标 › 新购图书 › 得分")
    new = found("产出指标 › 数量指标 › 新购图书数 › 得分")

    assert [Fate.REMAINING] == fates(form(old), form(new))


def test_of_two_findings_with_the_same_labels_one_may_be_fixed(form: MakeForm, found: MakeFound):
    other = found(message="总分填 94，应为 95", stated="94")
    (judged,) = compare(side(form(found(), other)), side(form(other))).forms

    assert [(Fate.REMAINING, "94"), (Fate.FIXED, "96")] == [
        (each.fate, each.shown.stated) for each in judged.findings
    ]


def test_findings_in_the_text_are_paired_by_their_rule(form: MakeForm, found: MakeFound):
    old = found("", at=TextPlace(8, "总分 96"))

    assert [Fate.REMAINING] == fates(form(old), form(found("", at=TextPlace(2, "总分 96"))))


def test_what_could_not_be_checked_this_time_is_not_taken_for_fixed(
    form: MakeForm, found: MakeFound
):
    new = form(unchecked={"SC01": "得分读不出"})
    difference = compare(side(form(found())), side(new))

    assert [Fate.UNCHECKED] == fates(form(found()), new)
    assert 1 == difference.open_errors


def test_a_finding_that_is_let_pass_now_is_waived_and_not_open(form: MakeForm, found: MakeFound):
    difference = compare(side(form(found())), side(form(found(waived=True))))

    assert [Fate.WAIVED] == [judged.fate for judged in difference.forms[0].findings]
    assert 0 == difference.open_errors


def test_a_finding_let_pass_before_is_new_when_it_no_longer_is(form: MakeForm, found: MakeFound):
    waived = form(found(waived=True))

    assert [Fate.NEW] == fates(waived, form(found()))
    assert [] == fates(waived, form())
    assert [] == fates(waived, waived)


def test_a_finding_fixed_by_taking_its_cell_away_is_told(form: MakeForm, found: MakeFound):
    (difference,) = compare(side(form(found())), side(form(figures={}))).forms

    assert [True] == [judged.cell_gone for judged in difference.findings]


def test_notes_come_last(form: MakeForm, found: MakeFound):
    note = found("执行数", code="SC03", severity=Severity.NOTE)
    (difference,) = compare(side(form(found(), note)), side(form(note))).forms

    assert ["SC01", "SC03"] == [judged.shown.code for judged in difference.findings]


def test_forms_without_another_side_are_listed_and_their_errors_are_open(
    form: MakeForm, found: MakeFound
):
    gone, come = form(found(), project="甲"), form(found(), project="乙乙", path="x.docx")
    difference = compare(side(gone), side(come))

    assert ((gone,), (come,)) == (difference.not_resubmitted, difference.newly_submitted)
    assert 2 == difference.open_errors


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        (NamedFigure("95", Decimal(95)), NamedFigure("95.0分", Decimal("95.0")), False),
        (NamedFigure("95", Decimal(95)), NamedFigure("96", Decimal(96)), True),
        (NamedFigure("≥ 3台", None), NamedFigure("≥3台", None), False),
        (NamedFigure("≥3台", None), NamedFigure("≥4台", None), True),
        (NamedFigure("约九十", None), NamedFigure("90", Decimal(90)), True),
    ],
)
def test_a_figure_is_another_if_its_value_is(
    form: MakeForm, old: NamedFigure, new: NamedFigure, changed: bool
):
    got = changes(form(figures={"a": old}), form(figures={"a": new}))

    assert ([ChangedFigure("a", old.text, new.text)] if changed else []) == got


def test_figures_that_came_or_went_are_told_only_where_all_are_known(form: MakeForm):
    here, there = (form(figures={name: NamedFigure("1", Decimal(1))}) for name in "ab")

    assert [ChangedFigure("a", "1", None), ChangedFigure("b", None, "1")] == changes(here, there)
    assert [] == changes(replace(here, whole=False), there)


def test_a_row_put_in_changes_no_other_figure():
    content = sample_content()
    texts = {k: v for k, v in content.items() if k.startswith("indicators.")}
    moved = {
        f"indicators.{int(k.split('.')[1]) + 1}.{k.split('.')[2]}": v for k, v in texts.items()
    }
    first = {
        "indicators.1.level1": "产出指标（40分）",
        "indicators.1.level2": "数量指标",
        "indicators.1.level3": "新增座位",
        "indicators.1.target": "10个",
        "indicators.1.actual": "10个",
        "indicators.1.score": "0",
    }
    rest = {k: v for k, v in content.items() if k not in texts}
    old, new = (
        submitted_forms(check(write_forms([each], HUBEI)))[0]
        for each in (content, rest | moved | first)
    )

    assert {"新增座位"} == {changed.name.split(" › ")[2] for changed in changes(old, new)}
    assert {None} == {changed.old for changed in changes(old, new)}


def test_a_form_compared_with_itself_has_not_changed():
    (form,) = submitted_forms(check(written({"total": "98.06分"})))

    assert {Fate.REMAINING} == set(fates(form, form))
    assert [] == changes(form, form)
