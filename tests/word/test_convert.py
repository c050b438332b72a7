"""
Old formats through LibreOffice: once with the real one, else with a script in its place.

What LibreOffice itself writes is read back; of real files by Word and WPS these tests know
nothing but the web page and the stream by which a .wps is told from a .doc.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

import pytest
from fixtures.build import findings
from tests.word.wordml import docx, p

from hebiao.check import CheckResult, Status, check
from hebiao.errors import UnreadableFile
from hebiao.word import convert
from hebiao.word.convert import find_soffice, read_or_convert

if TYPE_CHECKING:
    from collections.abc import Callable

    Install: TypeAlias = Callable[[str], None]

XIANNING = Path(__file__).parent.parent.parent / "fixtures" / "xianning.docx"
OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504)
OLD_DOC = OLE + "WordDocument".encode("utf-16-le")

office = pytest.mark.skipif(
    find_soffice() is None and not os.environ.get("CI"), reason="LibreOffice is not here"
)


# with LibreOffice


def saved_as(ending: str, folder: Path) -> bytes:
    command = ["soffice", f"-env:UserInstallation={(folder / ending).as_uri()}", "--headless"]
    command += ["--convert-to", ending, "--outdir", str(folder), str(XIANNING)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / f"xianning.{ending}").read_bytes()


def letter(page: bytes) -> bytes:
    """A page as Word's "single file web page" holds it."""
    whole = MIMEMultipart("related")
    whole.attach(MIMEText("not this", "plain"))
    whole.attach(MIMEText(page.decode("utf-8"), "html", "utf-8"))
    return b"MIME-Version: 1.0\n" + whole.as_bytes().replace(b"MIME-Version: 1.0\n", b"")


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, CheckResult]:
    """The form in each old format, checked: all at once, as batches are."""
    folder = tmp_path_factory.mktemp("old")
    with ThreadPoolExecutor() as pool:
        doc, rtf, odt, html = pool.map(
            saved_as, ("doc", "rtf", "odt", "html"), [folder] * 4, timeout=240
        )
        wps = doc + "WpsCustomData".encode("utf-16-le")
        names = ("old_doc", "rtf", "odt", "html", "wps", "mhtml", "broken")
        files = (doc, rtf, odt, html, wps, letter(html), OLD_DOC.replace(bytes(504), b""))
        return dict(zip(names, pool.map(check, files, timeout=240), strict=True))


@pytest.mark.office
@office
@pytest.mark.parametrize("code", convert.FILTERS)
def test_an_old_format_gives_the_findings_of_the_docx_at_the_same_rows(
    converted: dict[str, CheckResult], code: str
):
    result = converted[code]

    assert findings(check(XIANNING)) == findings(result)
    assert code == result.converted_from


@pytest.mark.office
@office
def test_a_broken_file_is_not_taken_for_a_text_without_tables(converted: dict[str, CheckResult]):
    problem = converted["broken"].problem

    assert problem
    assert "conversion_failed" == problem.code


@pytest.mark.office
@office
def test_the_network_is_not_asked_for_what_a_file_links_to():
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def handle(self) -> None:
            asked.append(self.rfile.readline().decode())

    with HTTPServer(("127.0.0.1", 0), Listening) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        at = f"http://127.0.0.1:{server.server_port}"
        page = f"<html><link rel=stylesheet href='{at}/a.css'><img src='{at}/a.png'>镕</html>"
        document, _ = read_or_convert(page.encode("gb18030"))
        server.shutdown()

    assert [] == asked
    assert ["镕"] == [block.text for block in document.blocks if block.text]


# with a script in its place

on_unix = pytest.mark.skipif(sys.platform == "win32", reason="the script is one of a Unix shell")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Let a script be what is found as soffice; what it leaves behind is in tmp_path."""

    def written(script: str) -> None:
        path = tmp_path / "bin" / "soffice"
        path.parent.mkdir()
        path.write_text(script, encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("PATH", f"{path.parent}{os.pathsep}{os.environ['PATH']}")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("LEFT", str(tmp_path / "left"))
    return written


@pytest.fixture
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let LibreOffice be in none of the places where it is looked for."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(convert, "_usual_places", lambda: iter(()))


def left_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def refusal(data: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as raised:
        read_or_convert(data)
    return raised.value


@on_unix
def test_when_time_is_up_all_that_was_started_is_ended(
    install: Install, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(convert, "TIME_LIMIT", 0.2)
    install('#!/bin/sh\n(sleep 0.6; touch "$LEFT") &\nsleep 9\n')

    error = refusal(OLD_DOC)

    time.sleep(0.8)
    assert "conversion_timeout" == error.code
    assert ["bin"] == left_in(tmp_path)


@on_unix
@pytest.mark.parametrize(
    "script",
    [
        "#!/bin/sh\nexit 1\n",
        "#!/bin/sh\nexit 0\n",
        "#!/bin/sh\nmkdir out\n: > out/form.docx\n",
        "not even a program",
    ],
    ids=["failure", "no output", "empty output", "no program"],
)
def test_a_conversion_that_gives_nothing_has_failed(install: Install, script: str, tmp_path: Path):
    install(script)

    error = refusal(b"{\\rtf1 }")

    assert "conversion_failed" == error.code
    assert "另存为 .docx" in error.message
    assert ["bin"] == left_in(tmp_path)


@on_unix
def test_a_conversion_that_gives_too_much_is_refused(
    install: Install, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(convert, "MAX_OUTPUT", 4)
    install("#!/bin/sh\nmkdir out\necho 12345 > out/form.docx\n")

    assert "too_large" == refusal(OLD_DOC).code


@on_unix
def test_a_converted_file_without_a_form_says_too_what_it_was(install: Install, tmp_path: Path):
    (tmp_path / "made.docx").write_bytes(docx(p("你好")))
    install("#!/bin/sh\nmkdir out\ncp ../made.docx out/form.docx\n")

    result = check(b"<html>")

    assert (Status.NO_FORM, "html") == (result.status, result.converted_from)


@on_unix
def test_a_word_file_is_not_converted(install: Install, tmp_path: Path):
    install('#!/bin/sh\ntouch "$LEFT"\n')

    _, converted_from = read_or_convert(docx(p("你好")))

    assert converted_from is None
    assert ["bin"] == left_in(tmp_path)


@on_unix
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"%PDF-1.7", "pdf"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (OLE + "Workbook".encode("utf-16-le"), "not_word"),
        (b"PK\3\4" + bytes(40), "truncated_zip"),
        (b"<?mso-application progid='x'?><a xmlns='office/2006/xmlPackage'/>", "word_xml"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_old_format_is_not_given_to_libreoffice(
    install: Install, tmp_path: Path, data: bytes, code: str
):
    install('#!/bin/sh\ntouch "$LEFT"\n')

    assert code == refusal(data).code
    assert ["bin"] == left_in(tmp_path)


@pytest.mark.usefixtures("nowhere")
def test_without_libreoffice_a_file_keeps_its_code_and_the_remedy_is_given():
    error = refusal(OLD_DOC)

    assert "old_doc" == error.code
    assert (
        "这是旧版 Word 文档（.doc）。请用 Word 或 WPS 打开，另存为 .docx 后再试。"
        "装有 LibreOffice 时，核表可以直接读取。"
    ) == error.message


@on_unix
@pytest.mark.usefixtures("nowhere")
def test_a_program_in_the_folder_of_the_files_is_not_taken_for_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "soffice").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")

    assert shutil.which("soffice")
    assert find_soffice() is None


def test_libreoffice_is_found_where_windows_has_its_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "LibreOffice" / "program" / "soffice.exe"
    path.parent.mkdir(parents=True)
    path.touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path))

    assert str(path) == find_soffice()
