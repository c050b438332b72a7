"""The fixtures, which are whole submissions, give the findings written down beside them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from fixtures.build import expected_path, findings

from hebiao.check import check, read

FIXTURES = Path(__file__).parent.parent / "fixtures"
FILES = sorted(FIXTURES.glob("*.docx"))

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def rebuilt(path: Path, folder: Path) -> Path:
    """The file as LibreOffice saves it, by way of its own format."""
    for ending in ("odt", "docx"):
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", ending]
        subprocess.run(
            [*command, "--outdir", folder, path], check=True, capture_output=True, timeout=120
        )
        path = folder / f"{path.stem}.{ending}"
    return path


@each_file
def test_a_fixture_gives_exactly_the_findings_beside_it(path: Path):
    expected = json.loads(expected_path(path).read_text(encoding="utf-8"))

    assert expected == findings(check(path))


@each_file
def test_no_cell_of_a_fixture_is_left_unread(path: Path):
    assert [] == [cell.text for form in read(path) for cell in form.unread]


def test_the_only_errors_of_xianning_are_its_second_total_and_the_copy_in_the_summary():
    result = check(FIXTURES / "xianning.docx")

    errors = [f for f in result.findings if f.severity == "error"]
    assert [("SC01", "95.62分", "91.67"), ("SM02", "95.62", "91.67")] == [
        (f.code, f.stated, f.expected) for f in errors
    ]


@pytest.mark.office
@pytest.mark.skipif(
    not shutil.which("soffice") and not os.environ.get("CI"), reason="LibreOffice is not here"
)
def test_a_file_saved_by_libreoffice_gives_the_same_findings_at_the_same_rows(tmp_path: Path):
    path = FIXTURES / "xianning.docx"

    assert findings(check(path)) == findings(check(rebuilt(path, tmp_path)))
