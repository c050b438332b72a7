"""
How long the whole line takes, as a multiple of the floor under every reader of Word files.

    python -m bench.pipeline [FILE.docx] [ROUNDS]          one file, again and again
    python -m bench.pipeline --files 200 [--forms 1]       as many generated files, each once

The floor is reading document.xml from the zip and parsing it with lxml. All candidates are run
in turn in one process, and what counts is the processor's time, as it does not depend on what
else runs. The median is that of the multiples; of many files each form is another, so that
nothing is known of it beforehand.
"""

from __future__ import annotations

import argparse
import statistics
import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import docx
from bench.submissions import submissions
from lxml import etree

from hebiao.check import check
from hebiao.reports.json_v1 import file_entry
from hebiao.word import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Candidate: TypeAlias = Callable[[bytes], object]
    Times: TypeAlias = dict[str, list[float]]

FIXTURE = Path(__file__).parent.parent / "fixtures" / "xianning.docx"
IN_TURN = 10
"""So many files each candidate reads before the next has its turn."""


def floor(data: bytes) -> object:
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))


def walk(data: bytes) -> object:
    return read_document(data)


def whole(data: bytes) -> object:
    return file_entry(check(data)).model_dump_json()


def python_docx(data: bytes) -> object:
    tables = docx.Document(BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


WHOLE = "whole: bytes to JSON of findings"
PYTHON_DOCX = "python-docx: text of row.cells"
CANDIDATES: dict[str, Candidate] = {
    "floor: zip + lxml": floor,
    "walk: bytes to grids": walk,
    WHOLE: whole,
    PYTHON_DOCX: python_docx,
}


def over_one(candidates: Mapping[str, Candidate], data: bytes, rounds: int) -> Times:
    """
    Return the times of each candidate for one file, in seconds.

    Each is run twice in a row and the second time counts. Freeing an element tree leaves work
    to whoever asks for memory next; so each candidate pays for what it has left itself.
    """
    times: Times = {name: [] for name in candidates}
    for _ in range(rounds):
        for name, run in candidates.items():
            run(data)
            start = time.process_time()
            run(data)
            times[name].append(time.process_time() - start)
    return times


def timed(run: Candidate, before: bytes, files: Sequence[bytes]) -> list[float]:
    """Return the time of each file, after one that is not counted, for the reason above."""
    run(before)
    times: list[float] = []
    for data in files:
        start = time.process_time()
        run(data)
        times.append(time.process_time() - start)
    return times


def over_many(files: Sequence[bytes]) -> Times:
    """Return the times of each candidate for each file; the first ones only warm it up."""
    times: Times = {name: [] for name in CANDIDATES}
    for at in range(IN_TURN, len(files), IN_TURN):
        for name, run in CANDIDATES.items():
            times[name] += timed(run, files[at - 1], files[at : at + IN_TURN])
    return times


def table(times: Times) -> str:
    """Lay out the medians of the times, and of the multiples of the first one."""
    base = next(iter(times.values()))
    lines = [
        f"{name:36} {statistics.median(taken) * 1000:9.2f} ms {multiple(taken, base):8.2f} x floor"
        for name, taken in times.items()
    ]
    return "\n".join(lines)


def multiple(times: Sequence[float], base: Sequence[float]) -> float:
    return statistics.median(time / own for time, own in zip(times, base, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the whole line beside its floor.")
    parser.add_argument("path", type=Path, nargs="?", default=FIXTURE)
    parser.add_argument("rounds", type=int, nargs="?", default=31)
    parser.add_argument("--files", type=int, default=0)
    parser.add_argument("--forms", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.files:
        files = submissions(asked.files + IN_TURN, asked.forms, asked.seed)
        times = over_many([data for _, data in files])
    else:
        times = over_one(CANDIDATES, asked.path.read_bytes(), asked.rounds)
    print(table(times))
    print(f"\nwhole is {multiple(times[PYTHON_DOCX], times[WHOLE]):.1f} x faster than python-docx")


if __name__ == "__main__":
    main()
