"""What lies on a desk together: the members of an archive, and what is wrong across forms."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import OpenDesk


def test_an_archive_becomes_the_files_in_it(desk: OpenDesk, good: bytes, wrong: bytes):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("甲局/好.docx", good)
        made.writestr("甲局/错.docx", wrong)
        made.writestr("__MACOSX/._好.docx", b"?")

    desk.upload_named(("报送.zip", archive.getvalue()))
    state = desk.state()

    assert ["报送.zip/甲局/好.docx", "报送.zip/甲局/错.docx"] == [f["name"] for f in state["files"]]
    assert ["checked", "checked"] == [file["status"] for file in state["files"]]
    assert ["green", "red"] == [project["light"] for project in state["projects"]]


def test_copies_of_what_was_in_an_archive_lie_in_its_folders(desk: OpenDesk, wrong: bytes):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("甲局/错.docx", wrong)
    desk.upload_named(("报送.zip", archive.getvalue()))
    desk.state()

    copies = zipfile.ZipFile(io.BytesIO(desk.get("/reports/annotated").content))

    assert ["报送.zip/甲局/错.docx"] == copies.namelist()


def test_what_is_found_across_forms_is_listed_with_a_way_to_each_form(desk: OpenDesk, good: bytes):
    desk.upload_named(("1/好.docx", good), ("2/好.docx", good))

    (finding,) = desk.state()["across"]

    assert "BT02" == finding["code"]
    assert ["f1-1", "f2-1"] == [place["form"] for place in finding["places"]]


def test_a_report_has_what_was_found_across_forms(desk: OpenDesk, good: bytes):
    desk.upload_named(("1/好.docx", good), ("2/好.docx", good))
    desk.state()

    whole = json.loads(desk.get("/reports/json").content)
    some = json.loads(desk.get("/reports/json", forms="f1-1").content)

    assert ["BT02"] == [finding["code"] for finding in whole["across"]["findings"]]
    assert 1 == len(some["files"])
    assert [] == some["across"]["findings"]
