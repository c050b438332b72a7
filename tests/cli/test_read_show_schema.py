"""What `read` and `show` print, and that JSON is what `schema` says it is."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.cli.conftest import Hebiao


@pytest.fixture
def schemas(hebiao: Hebiao) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(hebiao("schema").stdout)
    return answer


def faults(schema: dict[str, Any], instance: object) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(instance)]


def test_the_schemas_are_schemas(hebiao: Hebiao, schemas: dict[str, Any]):
    assert {"records", "result"} == set(schemas)
    for name, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        assert schema == json.loads(hebiao("schema", name).stdout)


def test_the_result_of_a_check_is_as_its_schema_says(hebiao: Hebiao, schemas: dict[str, Any]):
    answer = json.loads(hebiao("check", ".", "--format", "json").stdout)

    assert [] == faults(schemas["result"], answer)
    assert {"checked", "no_form", "unreadable"} == {file["status"] for file in answer["files"]}


def test_the_schema_does_not_take_everything(hebiao: Hebiao, schemas: dict[str, Any]):
    answer = json.loads(hebiao("check", "错.docx", "--format", "json").stdout)
    answer["files"][0]["forms"][0]["stated_total"] = 98.06

    assert faults(schemas["result"], answer)


def test_the_records_are_as_their_schema_says(hebiao: Hebiao, schemas: dict[str, Any]):
    answer = json.loads(hebiao("read", "错.docx").stdout)

    assert {"version", "path", "forms"} == set(answer)
    assert (1, "错.docx", 1) == (answer["version"], answer["path"], len(answer["forms"]))
    assert [] == faults(schemas["records"], answer["forms"][0])


def test_a_record_has_the_text_the_value_and_the_cell(hebiao: Hebiao):
    (form,) = json.loads(hebiao("read", "错.docx").stdout)["forms"]

    assert "98.06分" == form["total"]["text"]
    assert "98.06" == form["total"]["value"]["value"]
    assert {"table", "row", "column", "label"} == set(form["total"]["at"])


def test_a_document_without_a_form_reads_as_none(hebiao: Hebiao):
    answer = hebiao("read", "无.docx")

    assert 0 == answer.exit_code
    assert [] == json.loads(answer.stdout)["forms"]
    assert "没有认出自评表" in answer.stderr


def test_show_draws_each_table_and_lists_its_fields(hebiao: Hebiao):
    answer = hebiao("show", "错.docx")

    assert 0 == answer.exit_code
    assert "湖北省项目支出绩效自评表（hubei）" in answer.stdout
    assert "+----" in answer.stdout
    assert "总分：98.06分" in answer.stdout


def test_show_prints_the_grid_as_json(hebiao: Hebiao):
    answer = json.loads(hebiao("show", "错.docx", "--format", "json").stdout)

    (table,) = answer["tables"]
    assert {"table", "rows", "columns", "layout", "cells"} == set(table)
    fields = {cell["text"]: cell["field"] for cell in table["cells"]}
    assert ("total", None) == (fields["98.06分"], fields["总分"])


def test_show_says_that_there_is_no_table(hebiao: Hebiao):
    assert "文档正文里没有表格。\n" == hebiao("show", "无.docx").stdout
