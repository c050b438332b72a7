"""
How long the whole line takes, as a multiple of the floor under every reader of Word files.

    python -m bench.pipeline [FILE.docx] [ROUNDS]

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
from typing import TYPE_CHECKING, TypeAlias

import docx
from lxml import etree

from hebiao.check import check
from hebiao.reports.json_v1 import file_entry
from hebiao.word import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Candidate: TypeAlias = Callable[[bytes], object]

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


CANDIDATES: dict[str, Candidate] = {
    "floor: zip + lxml": floor,
    "walk: bytes to grids": walk,
    "whole: bytes to JSON of findings": whole,
    "python-docx: text of row.cells": python_docx,
}


def medians(candidates: Mapping[str, Candidate], data: bytes, rounds: int) -> dict[str, float]:
    """
    Return the median time of each candidate, in seconds.

    Each is run twice in a row and the second time counts. Freeing an element tree leaves work
    to whoever asks for memory next; so each candidate pays for what it has left itself.
    """
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, run in candidates.items():
            run(data)
            start = time.perf_counter()
            run(data)
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def table(times: Mapping[str, float]) -> str:
    """Lay out the times, as multiples of the first one, too."""
    base = next(iter(times.values()))
    lines = [f"{name:36} {s * 1000:9.2f} ms {s / base:8.2f} x floor" for name, s in times.items()]
    return "\n".join(lines)


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else FIXTURE
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 31
    print(table(medians(CANDIDATES, path.read_bytes(), rounds)))


if __name__ == "__main__":
    main()
