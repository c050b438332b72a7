"""`hebiao.toml` in the folder of the forms, waivers in every report, and `hebiao config`."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Hebiao

from hebiao.reports.columns import width

Office = Callable[..., None]

WAIVER = '[[waiver]]\ncode = "{}"\nproject = "社区图书室设备更新项目"\nreason = "已核实"\n'


@pytest.fixture
def office(folder: Path) -> Office:
    """Writes the settings of an office into the folder of the forms, and files they name."""

    def write(settings: str, **files: str) -> None:
        (folder / "hebiao.toml").write_text(settings, encoding="utf-8")
        for name, text in files.items():
            (folder / f"{name}.toml").write_text(text, encoding="utf-8")

    return write


def report(output: str) -> Any:
    return json.loads(output)


def codes(output: str) -> list[str]:
    (file,) = report(output)["files"]
    return [finding["code"] for finding in file["forms"][0]["findings"]]


def test_the_settings_in_the_folder_of_the_form_hold(hebiao: Hebiao, office: Office):
    office('select = ["SC01"]')

    assert ["SC01"] == codes(hebiao("check", "错.docx", "--format", "json").stdout)


def test_a_settings_file_can_be_named(hebiao: Hebiao, office: Office):
    office("", 本局='ignore = ["SC01", "SM"]')

    assert 0 == hebiao("check", "错.docx", "--config", "本局.toml").exit_code


def test_the_severity_of_the_settings_decides_the_exit_code(hebiao: Hebiao, office: Office):
    office('select = ["SC01"]\n[severity]\nSC = "warning"')

    assert 0 == hebiao("check", "错.docx").exit_code


def test_the_report_names_the_settings_file(hebiao: Hebiao, office: Office, folder: Path):
    office("")

    assert f"按{folder}/hebiao.toml的设置核查" in "".join(hebiao("check", "好.docx").stdout.split())
    assert (
        str(folder / "hebiao.toml")
        == report(hebiao("check", "好.docx", "--format", "json").stdout)["summary"]["config"]
    )


@pytest.mark.parametrize("command", ["read", "show"])
def test_other_commands_find_the_layouts_of_the_settings(
    hebiao: Hebiao, office: Office, command: str
):
    office('layouts = "没有"')

    assert "找不到 layouts 所写的文件夹" in hebiao(command, "好.docx").stderr


def test_a_mistake_in_the_settings_is_a_wrong_call(hebiao: Hebiao, office: Office):
    office("[policy]\ngap = 5")

    answer = hebiao("check", "好.docx")

    assert 2 == answer.exit_code
    assert "[policy] 里没有 gap 这个键" in answer.stderr
    assert "" == answer.stdout


def test_a_waived_finding_does_not_count_for_the_exit_code(hebiao: Hebiao, office: Office):
    office('select = ["SC01"]\nwaivers = "豁免.toml"', 豁免=WAIVER.format("SC01"))

    assert 0 == hebiao("check", "错.docx").exit_code


def test_a_waived_finding_stands_in_the_report_with_its_reason(hebiao: Hebiao, office: Office):
    office('select = ["SC01"]\nwaivers = "豁免.toml"', 豁免=WAIVER.format("SC01"))

    text = hebiao("check", "错.docx").stdout

    assert "除豁免的以外，没有发现问题。" in text
    assert "  豁免 SC01 表1 第" in text
    assert "理由 已核实" in text
    assert "  · 豁免 1 处，没有计入上面的数" in text
    assert "错误 0 处" in text


def test_a_waived_finding_stands_apart_in_the_json(hebiao: Hebiao, office: Office):
    office('select = ["SC01"]\nwaivers = "豁免.toml"', 豁免=WAIVER.format("SC01"))

    answer = report(hebiao("check", "错.docx", "--format", "json").stdout)

    (form,) = answer["files"][0]["forms"]
    (waived,) = form["waived"]
    assert ([], 0, 1) == (
        form["findings"],
        answer["summary"]["errors"],
        answer["summary"]["waived"],
    )
    assert ("SC01", "已核实", 1) == (waived["code"], waived["reason"], waived["waiver"])


def test_a_milder_waived_finding_is_not_lost_by_min_severity(hebiao: Hebiao, office: Office):
    office(
        'select = ["SC01"]\nwaivers = "豁免.toml"\n[severity]\nSC = "note"',
        豁免=WAIVER.format("SC01"),
    )

    assert "豁免 SC01" in hebiao("check", "错.docx", "--min-severity", "error").stdout


def test_a_waiver_that_matched_nothing_is_said_at_the_end(hebiao: Hebiao, office: Office):
    office('waivers = "豁免.toml"', 豁免=WAIVER.format("SC02"))

    end = "".join(hebiao("check", "错.docx").stdout.rpartition("合计")[2].split())

    assert "豁免.toml里有1条豁免没有对上任何问题" in end
    assert "第1条SC02社区图书室设备更新项目" in end


def test_a_waiver_that_has_expired_is_said_at_the_end(hebiao: Hebiao, office: Office):
    office('waivers = "豁免.toml"', 豁免=WAIVER.format("SC01") + "until = 2020-12-31")

    answer = hebiao("check", "错.docx")

    assert 1 == answer.exit_code
    assert "里有1条豁免已过期，不再起作用" in "".join(answer.stdout.split())


def test_of_many_idle_waivers_the_first_are_named(hebiao: Hebiao, office: Office):
    office('waivers = "豁免.toml"', 豁免=WAIVER.format("SC02") * 7)

    end = "".join(hebiao("check", "好.docx").stdout.split())

    assert "有7条豁免没有对上" in end
    assert "第5条SC02社区图书室设备更新项目等。" in end
    assert "第6条" not in end


def test_an_idle_waiver_stands_in_the_summary_of_the_json(hebiao: Hebiao, office: Office):
    office('waivers = "豁免.toml"', 豁免=WAIVER.format("SC02"))

    summary = report(hebiao("check", "错.docx", "--format", "json").stdout)["summary"]

    assert [
        {"number": 1, "code": "SC02", "project": "社区图书室设备更新项目", "why": "unmatched"}
    ] == summary["idle_waivers"]


def test_json_lines_leave_idle_waivers_to_standard_error(hebiao: Hebiao, office: Office):
    office('waivers = "豁免.toml"', 豁免=WAIVER.format("SC02"))

    answer = hebiao("check", "错.docx", "--format", "jsonl")

    assert 1 == len(answer.stdout.splitlines())
    assert "没有对上任何问题" in answer.stderr


def test_the_files_written_have_the_waivers_as_well(hebiao: Hebiao, office: Office, folder: Path):
    office('select = ["SC"]\nwaivers = "豁免.toml"', 豁免=WAIVER.format("SC01"))
    hebiao("check", "错.docx", "--out", "结果")

    text = (folder / "结果" / "核查报告.txt").read_text(encoding="utf-8")
    written = report((folder / "结果" / "核查结果.json").read_text(encoding="utf-8"))

    assert "豁免 1 处" in text
    assert 1 == written["summary"]["waived"]


def test_findings_speak_in_the_words_of_the_office(hebiao: Hebiao, office: Office):
    office(
        'select = ["SC01"]\nwording = "措辞.toml"',
        措辞='[SC01]\nproblem = "总分有误，应为 {expected}。"',
    )

    assert "  总分有误，应为 96.06。\n" in hebiao("check", "错.docx").stdout


def test_a_settings_file_to_begin_with_can_be_saved_and_used(hebiao: Hebiao, folder: Path):
    before = hebiao("check", "错.docx", "--format", "jsonl").stdout
    for name, args in {"hebiao.toml": (), "措辞.toml": ("--wording",)}.items():
        (folder / name).write_text(hebiao("config", *args).stdout, encoding="utf-8")
    settings = (folder / "hebiao.toml").read_text(encoding="utf-8")
    (folder / "hebiao.toml").write_text(settings.replace("# wording", "wording"), encoding="utf-8")

    assert before == hebiao("check", "错.docx", "--format", "jsonl").stdout


def test_no_line_of_the_printed_settings_is_too_wide_to_read(hebiao: Hebiao):
    assert [] == [line for line in hebiao("config").stdout.splitlines() if width(line) > 100]


def test_the_template_of_letters_is_written_to_be_changed(hebiao: Hebiao, folder: Path):
    answer = hebiao("config", "--letter", "模板.docx")

    assert 0 == answer.exit_code
    assert (folder / "模板.docx").read_bytes().startswith(b"PK")


def test_a_template_that_is_there_is_not_overwritten(hebiao: Hebiao, folder: Path):
    (folder / "模板.docx").write_bytes(b"mine")
    answer = hebiao("config", "--letter", "模板.docx")

    assert 2 == answer.exit_code
    assert b"mine" == (folder / "模板.docx").read_bytes()
