"""
How long the whole line takes, as a multiple of the floor under every reader of Word files.

    python bench/pipeline.py [FILE.docx] [ROUNDS]

The floor is reading document.xml from the zip and parsing it with lxml. All candidates are run
in turn in one process and the medians of their times are compared.
"""

from __future__ import annotations

import statistics
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from lxml import etree

from hebiao.check import check
from hebiao.reports.json_v1 import file_entry
from hebiao.word import read_document

if TYPE_CHECKING:
    from collections.abc import Callable

FIXTURE = Path(__file__).parent.parent / "fixtures" / "xianning.docx"


def floor(data: bytes) -> object:
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))


def walk(data: bytes) -> object:
    return read_document(data)


def whole(data: bytes) -> object:
    return file_entry(check(data)).model_dump_json()


def python_docx(data: bytes) -> object:
    tables = docx.Document(BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


CANDIDATES: dict[str, Callable[[bytes], object]] = {
    "floor: zip + lxml": floor,
    "walk: bytes to grids": walk,
    "whole: bytes to JSON of findings": whole,
    "python-docx: text of row.cells": python_docx,
}


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else FIXTURE
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 31
    data = path.read_bytes()
    times: dict[str, list[float]] = {name: [] for name in CANDIDATES}
    for _ in range(rounds + 1):
        for name, run in CANDIDATES.items():
            start = time.perf_counter()
            run(data)
            times[name].append(time.perf_counter() - start)
    base = statistics.median(times["floor: zip + lxml"][1:])
    for name, taken in times.items():
        median = statistics.median(taken[1:])
        print(f"{name:36} {median * 1000:8.2f} ms {median / base:8.2f} x floor")


if __name__ == "__main__":
    main()
