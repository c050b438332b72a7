"""Files dropped on the page: what becomes of each is said beside its name."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.web.browser.stage import checked, drop, form, retold

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def row(page: Page, name: str):
    return page.locator("#files-rows tr", has_text=name)


def test_every_file_is_told_of_and_a_bad_one_does_not_stop_the_others(
    page: Page, files: dict[str, bytes]
):
    checked(page, files)

    expect(row(page, "扫描件.docx")).to_contain_text("无法读取")
    expect(row(page, "扫描件.docx")).to_contain_text("PDF")
    expect(row(page, "会议通知.docx")).to_contain_text("没有自评表")
    expect(page.locator("#projects tr")).to_have_count(8)
    expect(page.locator("#lead")).to_contain_text("8 张自评表")


def with_document(text: str) -> bytes:
    """A Word file with this as its document."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(form())) as good, zipfile.ZipFile(made, "w") as bad:
        for name in good.namelist():
            bad.writestr(name, text if name == "word/document.xml" else good.read(name))
    return made.getvalue()


def test_a_file_made_to_do_harm_is_refused_and_the_one_beside_it_is_checked(page: Page):
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    bomb = with_document(f'<!DOCTYPE d [<!ENTITY a0 "哈">{laughs}]><d>&a9;</d>')

    checked(page, {"炸弹.docx": bomb, "好.docx": form()})

    expect(row(page, "炸弹.docx")).to_contain_text("无法读取")
    expect(page.locator("#projects tr")).to_have_count(1)


def test_while_files_are_checked_their_progress_is_shown(page: Page, files: dict[str, bytes]):
    def half_way(state: dict[str, Any]) -> None:
        for file in state["files"][1:]:
            file |= {"status": "checking", "problem": None}

    retold(page, half_way)
    drop(page, files)

    expect(page.locator("#files-rows .checking")).to_have_count(4)
    expect(page.locator("#files-count")).to_have_text(
        "5 个文件：核查完 1 个，还有 4 个", timeout=15_000
    )
    expect(page.locator("#downloads-reason")).to_contain_text("还在核查")


def test_files_can_be_added_later_and_taken_away(page: Page):
    checked(page, {"先到.docx": form()})
    drop(page, {"后到.docx": form(project="后到的项目")})
    expect(page.locator("#projects tr")).to_have_count(2, timeout=15_000)

    page.locator("#files-fold").click()
    page.get_by_role("button", name="移走 先到.docx").click()

    expect(page.locator("#projects tr")).to_have_count(1)
    expect(page.locator("#projects")).to_contain_text("后到的项目")


def test_all_can_be_taken_away_at_once_after_a_question(page: Page):
    checked(page, {"表.docx": form()})

    page.locator("#start-over").click()
    page.get_by_role("dialog").get_by_role("button", name="全部移走").click()

    expect(page.locator("#list")).to_be_hidden()
    expect(page.get_by_text("把自评表拖到这里")).to_be_visible()


def test_files_are_chosen_by_a_button(page: Page, tmp_path: Path):
    (tmp_path / "表.docx").write_bytes(form())

    with page.expect_file_chooser() as chooser:
        page.locator("#choose-files").click()
    chooser.value.set_files(tmp_path / "表.docx")

    expect(page.locator("#projects tr")).to_have_count(1, timeout=15_000)


def test_of_a_folder_only_the_forms_are_taken(page: Page, tmp_path: Path):
    folder = tmp_path / "报送"
    folder.mkdir()
    (folder / "表.docx").write_bytes(form())
    (folder / "~$表.docx").write_bytes(b"lock")
    (folder / "照片.jpg").write_bytes(b"jpg")

    with page.expect_file_chooser() as chooser:
        page.locator("#choose-folder").click()
    chooser.value.set_files(folder)

    expect(page.locator("#projects")).to_contain_text("报送/表.docx", timeout=15_000)
    expect(page.locator("#remarks")).to_contain_text("另有 2 个不是 Word 的文件")


def test_what_is_no_word_file_is_not_sent_and_the_reason_is_said(page: Page):
    drop(page, {"预算.xlsx": b"PK", "空.docx": b"", "~$表.docx": b"lock"})

    expect(row(page, "预算.xlsx")).to_contain_text("不是 Word 文件")
    expect(row(page, "空.docx")).to_contain_text("0 字节")
    expect(row(page, "~$表.docx")).to_contain_text("临时文件")


def test_a_zip_becomes_the_files_in_it(page: Page):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("甲.docx", form(project="甲项目"))
        archive.writestr("乙.docx", form(project="乙项目"))

    drop(page, {"报送.zip": packed.getvalue()})

    expect(page.locator("#files-count")).to_contain_text("已核查", timeout=15_000)
    expect(page.locator("#projects tr")).to_have_count(2)
    expect(page.locator("#files-rows")).to_contain_text("报送.zip/甲.docx")


def test_markup_in_a_file_name_or_in_a_form_stays_text(page: Page):
    name = "<img src=x onerror=bad()><script>bad()<!--.docx"
    project = "<script>document.title='坏'</script><b>项目</b>"

    checked(page, {name: form(project=project)})

    expect(page.locator("#projects th")).to_contain_text(project)
    expect(page.locator("#projects .file")).to_contain_text("onerror=bad()")
    page.locator("#projects a").click()
    expect(page.locator("#form-place h3")).to_contain_text(project)
    assert 0 == page.locator("main img, main script").count()


def test_a_thousand_projects_are_listed_some_at_a_time(page: Page):
    def many(state: dict[str, Any]) -> None:
        if state["projects"]:
            one = state["projects"][0]
            state["projects"] = [
                one | {"id": f"f1-{n}", "project": f"项目{n}"} for n in range(1, 1001)
            ]

    retold(page, many)
    drop(page, {"表.docx": form()})

    expect(page.locator("#projects tr")).to_have_count(200, timeout=15_000)
    page.locator("#more").click()
    expect(page.locator("#projects tr")).to_have_count(400)
    page.fill("#find", "项目999")
    expect(page.locator("#projects tr")).to_have_count(1)
    assert "显示 1 / 1000 个项目" == page.locator("#shown").text_content()


@pytest.mark.usefixtures("refused")
def test_what_the_server_refuses_is_said_in_its_words(page: Page):
    problem = json.dumps({"title": "放不下了", "detail": "这一页最多 2000 个文件。"})
    kind = "application/problem+json"
    page.route("**/files", lambda route: route.fulfill(status=413, content_type=kind, body=problem))

    drop(page, {"表.docx": form()})

    expect(row(page, "表.docx")).to_contain_text("放不下了：这一页最多 2000 个文件。")
