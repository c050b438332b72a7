"""
Files in, how long other programs take merely to read them out, in seconds a form.

python-docx reads the text of every cell of every row, in one process that is there already. pandoc
is started for each file, as it must be. LibreOffice turns all files into text in one start.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def python_docx(files: Sequence[Path]) -> float:
    """Read `row.cells` of all tables."""
    start = time.perf_counter()
    for path in files:
        for table in docx.Document(BytesIO(path.read_bytes())).tables:
            for row in table.rows:
                for cell in row.cells:
                    _ = cell.text
    return time.perf_counter() - start


def pandoc(files: Sequence[Path]) -> float:
    """Turn each file into pandoc's own JSON."""
    start = time.perf_counter()
    for path in files:
        subprocess.run(
            ["pandoc", "--from", "docx", "--to", "json", str(path)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    return time.perf_counter() - start


def libreoffice(files: Sequence[Path]) -> float:
    """Turn all files into web pages, which keep tables."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        start = time.perf_counter()
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "html", "--outdir", folder, *files],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return time.perf_counter() - start


RIVALS: dict[str, tuple[str | None, Callable[[Sequence[Path]], float], int]] = {
    "python-docx, row.cells alone": (None, python_docx, 100),
    "pandoc to its JSON": ("pandoc", pandoc, 20),
    "LibreOffice to HTML": ("soffice", libreoffice, 40),
}
"""The program each needs, what runs it, and for how many files."""


def rivals(files: Sequence[Path], forms: int) -> dict[str, float | None]:
    """Return the seconds a form each takes; None where it is not installed."""
    taken: dict[str, float | None] = {}
    for name, (program, run, most) in RIVALS.items():
        some = files[:: max(len(files) // most, 1)][:most]
        there = program is None or shutil.which(program)
        taken[name] = run(some) / (len(some) * forms) if there else None
    return taken
