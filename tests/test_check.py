"""One file in, one result out, whatever is in the file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from hebiao.check import Status, check, read
from hebiao.errors import UnreadableFile
from hebiao.rules import CATALOGUE, Confidence, Policy, find_rule
from tests.written import written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hebiao.records import SelfEvaluation
    from hebiao.rules.rule import Problem


def crashing(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    raise ZeroDivisionError(form.layout)


def test_a_missing_file_is_a_result_that_says_so():
    result = check("没有这个文件.docx")

    assert Status.UNREADABLE == result.status
    assert result.problem
    assert "missing" == result.problem.code


def test_a_folder_in_place_of_a_file_is_a_result_that_says_so(tmp_path: Path):
    result = check(tmp_path)

    assert result.problem
    assert "not_accessible" == result.problem.code


def test_reading_a_missing_file_raises_the_one_exception_for_it():
    with pytest.raises(UnreadableFile, match="找不到"):
        read("没有这个文件.docx")


def test_a_rule_that_crashes_is_a_finding_that_says_the_fault_is_ours():
    broken = replace(find_rule("FM01"), check=crashing)
    data = written({"implementing_unit": ""})

    result = check(data, rules=(broken, *CATALOGUE))

    assert ["FM01", "FM01"] == [finding.code for finding in result.findings]
    assert "程序出错" in result.findings[0].message
    assert Confidence.LOW == result.findings[0].confidence


def test_a_rule_that_crashes_settles_nothing():
    broken = replace(find_rule("FM07"), check=crashing)
    data = written({"implementing_unit": ""})

    result = check(data, rules=(broken, find_rule("FM01")))

    assert ["FM07", "FM01"] == [finding.code for finding in result.findings]


def test_the_result_names_the_file_by_the_hash_of_its_bytes(tmp_path: Path):
    path = tmp_path / "a.docx"
    path.write_bytes(written({}))

    assert check(path).sha256 == check(path.read_bytes()).sha256
    assert str(path) == check(path).path
