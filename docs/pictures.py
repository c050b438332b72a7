"""
Takes the pictures of the reports that the guide shows: what an auditor sees, made anew.

    python docs/pictures.py

Needs Chromium, LibreOffice, pdftoppm and a Chinese font; looks at fixtures/xianning.docx.
"""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hebiao.batch.out import DEFAULT_KINDS
from hebiao.cli.session import Call, carried_out

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
FORM = "fixtures/xianning.docx"
WHEN = datetime(2021, 6, 1, tzinfo=UTC)
_DOTS = 65
"""Dots an inch: enough to read, and small to keep."""


def main() -> None:
    """Take all of them."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory(prefix="hebiao-") as folder:
        out = Path(folder)
        carried_out(Call((FORM,), quiet=True, folder=out, kinds=DEFAULT_KINDS, when=WHEN))
        page = out / "核查报告.html"
        browse(page, PICTURES / "report.png", 1366, 1000)
        browse_printed(page, PICTURES / "report-form.png", 3)
        print_page(out / "核查台账.xlsx", PICTURES / "workbook.png", 2)
        print_page(next((out / "意见书").iterdir()), PICTURES / "letter.png")
        print_page(out / "批注" / "xianning.docx", PICTURES / "annotated.png", 5)
    for picture in sorted(PICTURES.glob("*.png")):
        print(f"{picture.stat().st_size // 1024:5} KB  {picture.relative_to(ROOT)}")


def browse(page: Path, picture: Path, width: int, height: int) -> None:
    """Take a picture of a page in a window of this size."""
    window = (f"--window-size={width},{height}", "--hide-scrollbars")
    chromium(page, *window, "--force-device-scale-factor=0.75", f"--screenshot={picture}")


def browse_printed(page: Path, picture: Path, number: int) -> None:
    """Take a picture of a page as the browser would print it."""
    pdf = page.with_suffix(".pdf")
    chromium(page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    draw(pdf, picture, number)


def chromium(page: Path, *options: str) -> None:
    """Let Chromium open a page, unseen."""
    call("chromium", "--headless=new", "--no-sandbox", *options, page.as_uri())


def print_page(file: Path, picture: Path, number: int = 1) -> None:
    """Take a picture of a page as LibreOffice prints it; comments show as small notes."""
    notes = ':writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
    call(
        *("soffice", "--headless", f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"),
        *("--convert-to", f"pdf{notes if file.suffix == '.docx' else ''}"),
        *("--outdir", str(file.parent), str(file)),
    )
    draw(file.with_suffix(".pdf"), picture, number)


def draw(pdf: Path, picture: Path, number: int) -> None:
    """Draw one page of a PDF."""
    pages = ("-f", str(number), "-l", str(number), "-r", str(_DOTS), "-singlefile", "-png")
    call("pdftoppm", *pages, str(pdf), str(picture.with_suffix("")))


def call(*command: str) -> None:
    """Run a program; it must end well, and within three minutes."""
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 - our own words


if __name__ == "__main__":
    main()
