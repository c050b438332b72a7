"""The letter to a unit: what is in it, in what style, and what a template may do."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docs.letter_template import TEMPLATE, template
from docx import Document
from docx.shared import Mm
from syrupy.assertion import SnapshotAssertion
from tests.reports.conftest import Make, Result

from hebiao.check import CheckResult, check
from hebiao.errors import UsageError
from hebiao.layouts import TextPlace
from hebiao.reports.letter import (
    FormPart,
    Item,
    UnitPart,
    by_unit,
    checked_template,
    form_parts,
    letter,
    letters,
    standard_template,
)
from hebiao.reports.letter.example import EXAMPLE
from hebiao.reports.letter.words import safe_name
from hebiao.rules import Confidence, Severity

DAY = date(2025, 3, 18)
FIXTURE = Path(__file__).parents[2] / "fixtures/xianning.docx"
ITEM = EXAMPLE.forms[0].items[0]

Template = Callable[..., bytes]


def text(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(data)).paragraphs)


def written(*parts: FormPart) -> str:
    (unit,) = by_unit(parts)
    return text(letter(unit, None, DAY))


def part(**changes: object) -> FormPart:
    return replace(FormPart("某某局", "甲项目", "甲.docx", 1, 2024, (ITEM,)), **changes)


@pytest.fixture
def own() -> Template:
    """Makes a template of an office with these paragraphs."""

    def make(*paragraphs: str) -> bytes:
        word = Document()
        for paragraph in paragraphs:
            word.add_paragraph(paragraph)
        file = BytesIO()
        word.save(file)
        return file.getvalue()

    return make


def test_the_letters_of_six_forms(snapshot: SnapshotAssertion):
    found = letters(by_unit(form_parts(check(FIXTURE))), None, DAY)

    assert snapshot == {name: text(data) for name, data in found}


def test_a_unit_without_faults_gets_no_letter(clean: CheckResult):
    (unit,) = by_unit(form_parts(clean))

    assert ("滨江市文化和旅游局", False) == (unit.unit, unit.due)
    assert [] == list(letters([unit], None, DAY))


def test_notes_are_not_written_about(result: Result, finding: Make):
    note = finding(severity=Severity.NOTE)
    (form,) = form_parts(result(note))

    assert () == form.items


def test_findings_of_one_certain_cause_are_one_item():
    form = form_parts(check(FIXTURE))[1]

    assert ["SC01"] == [item.code for item in form.items]
    assert ("表外第8段，摘要总分填 95.62，应为 91.67",) == form.items[0].same_cause


def test_a_doubtful_reading_is_said_to_be_doubtful(result: Result, finding: Make):
    sure, doubtful = (
        written(*form_parts(result(finding(confidence=confidence))))
        for confidence in (Confidence.HIGH, Confidence.LOW)
    )

    assert "读表存疑" not in sure
    assert "读表存疑" in doubtful


def test_forms_are_gathered_by_unit_however_it_is_spaced():
    units = by_unit([part(), part(unit="某 某局"), part(unit=""), part(unit="另一局")])

    assert [("某某局", 2, True), ("未写明单位", 1, False), ("另一局", 1, True)] == [
        (unit.unit, len(unit.forms), unit.named) for unit in units
    ]


def test_a_letter_about_forms_without_a_unit_leaves_its_address_open():
    assert "【请填写主送单位】：" in written(part(unit=""))


def test_the_year_is_named_if_all_forms_are_of_one():
    assert "关于2024年度绩效自评表核查意见的函" in written(part(), part())
    assert "关于绩效自评表核查意见的函" in written(part(), part(year=2023))


def test_a_form_without_faults_is_named_beside_one_with():
    assert "“乙项目”的自评表没有发现需要整改的问题。" in written(
        part(), part(project="乙项目", items=())
    )


def test_words_of_a_paragraph_are_a_place_too(result: Result, finding: Make):
    (form,) = form_parts(result(finding(at=TextPlace(8, "总分 96"))))

    assert "表外第8段" == form.items[0].place


HOSTILE = (
    "<script>{{ 7*7 }}{% for x in y %}</w:t>&{_{ \x00\x07\x0c\ud800\u202e=1+1\n下一行\t"
    + "长" * 3000
)


def test_hostile_texts_are_written_as_they_are_and_nothing_more(result: Result, finding: Make):
    faulty = finding(message=HOSTILE, title=HOSTILE, stated=HOSTILE, formula=HOSTILE)
    (form,) = form_parts(result(faulty))
    got = written(replace(form, project=form.items[0].message))

    assert "<script>{{ 7*7 }}{% for x in y %}</w:t>&" in got
    assert "=1+1 下一行" in got
    assert "长" * 3000 in got
    assert not {"\x00", "\x07", "\x0c", "\ud800", "\u202e", "\t"} & set(got)


def test_the_same_content_and_date_give_the_same_bytes():
    one, other = (letter(EXAMPLE, None, DAY) for _ in range(2))

    assert one == other
    assert one != letter(EXAMPLE, None, date(2025, 3, 19))


def test_the_page_is_that_of_an_official_letter():
    word = Document(BytesIO(letter(EXAMPLE, None, DAY)))
    (section,) = word.sections
    body = word.styles["公文正文"]

    assert [210, 297, 37, 35, 28, 26] == [
        round(Mm(1).__rtruediv__(length))
        for length in (
            *(section.page_width, section.page_height, section.top_margin),
            *(section.bottom_margin, section.left_margin, section.right_margin),
        )
    ]
    assert 16 == body.font.size.pt


def test_the_template_in_the_package_is_what_its_script_writes():
    packages = (zipfile.ZipFile(BytesIO(data)) for data in (TEMPLATE.read_bytes(), template()))
    kept, made = ({name: each.read(name) for name in each.namelist()} for each in packages)

    assert made["word/document.xml"] == kept["word/document.xml"]
    assert made["word/fontTable.xml"] == kept["word/fontTable.xml"]


def test_the_page_on_templates_names_every_placeholder():
    page = (Path(__file__).parents[2] / "docs/letter.md").read_text(encoding="utf-8")
    body = (Path(__file__).parents[2] / "docs/letter_template.txt").read_text(encoding="utf-8")
    named = {word for word in page.replace("`", " ").split() if "." in word}

    assert checked_template(standard_template())
    for name in ("问题.算法", "问题.判断", "问题.同因", "问题.依据", "问题.建议", "问题.位置"):
        assert name in body
        assert name in named


def test_an_office_may_use_a_template_of_its_own(own: Template):
    data = own(
        "致{{ 单位 }}",
        "{%p for 项目 in 项目清单 %}",
        "{{ 项目.名称 }}：{{ loop.index }}",
        "{%p endfor %}",
    )

    assert data == checked_template(data)
    assert "致某某局\n某某项目：1" == text(letter(EXAMPLE, data, DAY))


@pytest.mark.parametrize(
    ("paragraphs", "words"),
    [
        (["{{ 单位名 }}"], "不认识的占位符：单位名"),
        (["{{ 项目清单[0].名字 }}"], "不认识的占位符：.名字"),
        (["{% if 0 %}{{ 局名 }}{% endif %}"], "不认识的占位符：局名"),
        (["{{ 单位.名称 }}"], "没有这个占位符：名称"),
        (["{{ 单位"], "写法不对，在“{{ 单位”附近"),
        (["{%p for 项目 in 项目清单 %}", "无尾"], "写法不对"),
        (["{% 重复 %}"], "写法不对"),
        (["{{ 单位 | 大写 }}"], "写法不对"),
        (["{{ ().__class__.__base__.__subclasses__() }}"], "不认识的占位符：.__base__"),
        (["{{ 1 / 0 }}"], "填不进去"),
        (["{{ 单位 + 1 }}"], "填不进去"),
    ],
)
def test_a_mistake_in_a_template_is_one_chinese_sentence(
    own: Template, paragraphs: list[str], words: str
):
    with pytest.raises(UsageError, match="信函模板") as error:
        checked_template(own(*paragraphs))

    assert words in str(error.value)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 broken"])
def test_what_is_no_word_document_is_no_template(data: bytes):
    with pytest.raises(UsageError, match="信函模板"):
        checked_template(data)


def test_a_template_cannot_reach_into_the_program(own: Template):
    data = own("{{ 单位['__cl' ~ 'ass__'] }}")

    with pytest.raises(UsageError):
        letter(EXAMPLE, data, DAY)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("某某局", "某某局"),
        ("市委/市政府", "市委_市政府"),
        ("..", "_"),
        ("CON", "_CON"),
        ("局 .", "局"),
        ("\u202e局\x00", "局"),
    ],
)
def test_a_file_may_have_its_name_on_every_system(name: str, safe: str):
    assert safe == safe_name(name)


def test_units_whose_files_would_be_one_get_two():
    units = [UnitPart("市/局", (part(),)), UnitPart("市:局", (part(),))]

    assert ["市_局.docx", "市_局（2）.docx"] == [name for name, _ in letters(units, None, DAY)]


def test_an_item_is_small(result: Result, finding: Make):
    (form,) = form_parts(result(finding()))

    assert isinstance(form.items[0], Item)
    assert not hasattr(form, "__dict__")
