"""How findings across forms come about: order, settings, waivers, and our own faults."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.across.submitted import codes, form, found

from hebiao.across import across
from hebiao.config import Settings, settings_for
from hebiao.rules import Confidence, Severity
from hebiao.rules.across import ACROSS, Filed
from hebiao.rules.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hebiao.rules.across import AcrossProblem

TWICE = (form("甲.docx"), form("乙.docx", total="95.06分"))
WAIVER = '[[waiver]]\ncode = "{code}"\nproject = "{project}"\nreason = "已核实"\n'


def office(folder: Path, settings: str, waivers: str = "") -> Settings:
    (folder / "hebiao.toml").write_text(settings, encoding="utf-8")
    (folder / "豁免.toml").write_text(waivers, encoding="utf-8")
    return settings_for(str(folder))


def test_the_order_the_forms_come_in_does_not_matter():
    projects = [form(f"{n}.docx", project=f"{n}号项目") for n in range(6)]
    doubled = [*projects, *(replace(each, path=f"副本{each.path}", sha256="") for each in projects)]

    assert found(*doubled) == found(*doubled[::-1])
    assert 6 == len(found(*doubled))


def test_nothing_submitted_is_nothing_wrong():
    assert [] == codes()


def test_a_finding_on_a_form_whose_layout_was_guessed_is_doubtful():
    (one,) = found(TWICE[0], replace(TWICE[1], guessed=True))

    assert Confidence.LOW is one.confidence


@pytest.mark.parametrize(
    ("settings", "expected"),
    [('select = ["FD"]', []), ('ignore = ["BT01"]', []), ('select = ["BT"]', ["BT01"])],
)
def test_an_office_selects_rules_across_forms_as_others(
    tmp_path: Path, settings: str, expected: list[str]
):
    got = found(*TWICE, settings=office(tmp_path, settings))

    assert expected == [one.code for one in got]


def test_an_office_sets_the_severity(tmp_path: Path):
    (one,) = found(*TWICE, settings=office(tmp_path, '[severity]\nBT = "error"'))

    assert Severity.ERROR is one.severity


def test_an_office_sets_the_words(tmp_path: Path):
    settings = replace(
        office(tmp_path, ""),
        wordings={"BT01": Wording("{project}（{label}）重复：{message}", "退回重报")},
    )

    (one,) = found(*TWICE, settings=settings)

    assert one.message.startswith("社区图书室设备更新项目（项目名称）重复：“社区")
    assert "退回重报" == one.advice


@pytest.mark.parametrize(
    ("code", "project", "waived"),
    [
        ("BT01", "社区图书室设备更新项目", 1),
        ("BT01", "古籍修复", 0),
        ("BT03", "社区图书室设备更新项目", 0),
    ],
)
def test_a_waiver_for_one_of_the_projects_sets_a_finding_apart(
    tmp_path: Path, code: str, project: str, waived: int
):
    waivers = WAIVER.format(code=code, project=project)
    settings = office(tmp_path, 'waivers = "豁免.toml"', waivers)

    got = across(TWICE, settings)

    assert (1 - waived, waived) == (len(got.findings), len(got.waived))
    assert ["已核实"] * waived == [each.reason for each in got.waived]


def test_a_waiver_for_another_file_does_not_hold(tmp_path: Path):
    waivers = WAIVER.format(code="BT01", project="社区图书室设备更新项目") + 'file = "丙.docx"\n'
    settings = office(tmp_path, 'waivers = "豁免.toml"', waivers)

    assert 1 == len(across(TWICE, settings).findings)


def test_a_rule_that_crashes_says_it_is_our_fault_and_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
):
    def crashing(_: Filed) -> Iterator[AcrossProblem]:
        raise ZeroDivisionError("0")

    rules = (replace(ACROSS[1], check=crashing), ACROSS[0])
    monkeypatch.setattr("hebiao.across.judge.across_rules_of", lambda _: rules)

    ours, other = found(*TWICE)

    assert ("BT02", Severity.NOTE, Confidence.LOW) == (ours.code, ours.severity, ours.confidence)
    assert ours.message.startswith("核表程序出错")
    assert "BT01" == other.code


def test_the_list_of_the_settings_is_named_from_their_folder(tmp_path: Path):
    (tmp_path / "清单.csv").write_text("项目名称\n读者服务", encoding="utf-8")

    settings = office(tmp_path, 'project_list = "清单.csv"')

    assert str(tmp_path / "清单.csv") == settings.project_list
