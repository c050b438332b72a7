"""Results come in the order of the files, whatever happens to one of them."""

import os
from importlib import import_module
from pathlib import Path

import pytest

from hebiao.batch import Source, discover, run
from hebiao.batch.engine import in_order
from hebiao.batch.engine.processes import Processes
from hebiao.batch.sources import plain
from hebiao.check import CheckResult, Status, Trouble
from hebiao.config import Settings
from hebiao.errors import UsageError
from hebiao.layouts import known_layouts
from hebiao.reports.json_v1 import file_entry
from hebiao.rules import Policy, Severity
from hebiao.rules.wording import Wording
from hebiao.sample import sample_content, write_forms

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")
SC01 = Settings(codes=frozenset({"SC01"}))
PASSED_THROUGH = CheckResult("空", "", Status.UNREADABLE, Trouble("empty_folder", "空"), ())


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A good form, a file that is no document, and a form with a wrong total."""
    texts = {"1.docx": sample_content(), "3.docx": sample_content({"total": "98.06分"})}
    for name, content in texts.items():
        (tmp_path / name).write_bytes(write_forms([content], HUBEI))
    (tmp_path / "2.docx").write_bytes(b"")
    return [str(tmp_path / name) for name in ("1.docx", "2.docx", "3.docx")]


def codes(results: list[CheckResult]) -> list[list[str]]:
    return [[finding.code for finding in result.findings] for result in results]


def test_one_file_that_cannot_be_read_does_not_stop_the_others(files: list[str]):
    results = list(run(discover(files).targets))

    assert files == [result.path for result in results]
    assert ["checked", "unreadable", "checked"] == [result.status for result in results]


def test_only_the_chosen_rules_run(files: list[str]):
    results = list(run(map(plain, files), SC01))

    assert [[], [], ["SC01"]] == codes(results)


def test_several_processes_give_the_same_results_in_the_same_order(files: list[str]):
    sources = [plain(file) for file in files]
    targets = [*sources, PASSED_THROUGH, *sources]
    settings = Settings(
        severities={"SC01": Severity.NOTE},
        wordings={"SC01": Wording("总分有误")},
        policy=Policy(fiscal_year=2023),
    )

    together = [file_entry(result) for result in run(targets, settings, workers=Processes(2))]

    assert [file_entry(result) for result in run(targets, settings)] == together


def test_the_policy_of_the_settings_is_judged_by(files: list[str]):
    settings = Settings(codes=frozenset({"FM12"}), policy=Policy(fiscal_year=2000))

    assert [["FM12"], [], ["FM12"]] == codes(list(run(map(plain, files), settings)))


def test_a_fault_of_the_program_is_a_result_that_says_so(
    files: list[str], monkeypatch: pytest.MonkeyPatch
):
    def broken(_: bytes, **__: object) -> CheckResult:
        raise RecursionError

    monkeypatch.setattr(import_module("hebiao.batch.work"), "check", broken)
    (result, *_) = run(map(plain, files))

    assert result.problem
    assert "internal" == result.problem.code
    assert "RecursionError" in result.problem.message
    assert "请告诉我们" in result.problem.message


def die_at_b(source: Source) -> CheckResult:
    if source.name == "b":
        os._exit(1)
    return CheckResult(source.name, "", Status.NO_FORM, None, ())


def lost(source: Source) -> CheckResult:
    return CheckResult(source.name, "", Status.UNREADABLE, Trouble("internal", "进程终止"), ())


def test_a_file_at_which_the_process_dies_does_not_stop_the_others():
    results = list(in_order(map(plain, "abc"), die_at_b, lost, Processes(2)))

    assert [("a", "no_form"), ("b", "unreadable"), ("c", "no_form")] == [
        (result.path, result.status) for result in results
    ]


def test_results_come_before_all_files_are_done():
    endless = (plain(str(number)) for number in iter(int, 1))

    first = next(in_order(endless, die_at_b, lost, Processes(2)))

    assert "0" == first.path


def test_a_layout_with_a_mistake_is_a_wrong_call(files: list[str], tmp_path: Path):
    (tmp_path / "x.toml").write_text("id = 1", encoding="utf-8")

    with pytest.raises(UsageError, match="版式文件"):
        list(run(map(plain, files), Settings(layouts=str(tmp_path))))
