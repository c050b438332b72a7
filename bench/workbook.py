"""
How long the workbook takes and how much memory, from a thousand findings to many.

    python -m bench.workbook [FINDINGS …]

Each size is written in a process of its own: files of one form with ten findings, every one in
a place of its own, so that nothing is shared that a real run does not share. Memory is the most
the process ever held, with and without what the program and one form take before the first row.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from hebiao.check import CheckResult, check
from hebiao.layouts import CellPlace, known_layout
from hebiao.reports.workbook import Workbook
from hebiao.sample import SAMPLES, write_forms

SIZES = (1_000, 10_000, 100_000, 200_000)
A_FILE = 10
MB = 1 << 20
LAYOUT = "hubei"


class Measured(NamedTuple):
    """Seconds, bytes of the file, and the most memory before and after in KB."""

    seconds: float
    size: int
    before: int
    after: int


def faulty() -> CheckResult:
    """Return the result of a form with an error."""
    content = {**SAMPLES[LAYOUT], "total": "98.06分"}
    return check(write_forms([content], known_layout(LAYOUT)))


def results(findings: int) -> list[int]:
    """Return the numbers of the files that have so many findings together."""
    return list(range(1, findings // A_FILE + 1))


def one_of(template: CheckResult, number: int) -> CheckResult:
    """Return the result of another file: its own name, its own places."""
    form = template.forms[0]
    found = form.findings[0]
    findings = tuple(
        replace(
            found,
            message=f"第 {number} 个文件：{found.message}",
            at=CellPlace(1, row, 5, f"第{row}项 › 得分"),
            likely=None,
        )
        for row in range(1, A_FILE + 1)
    )
    path = f"报送材料/第{number % 100}批/第{number}号自评表.docx"
    return replace(template, path=path, forms=(replace(form, findings=findings, causes=()),))


def measured(findings: int) -> Measured:
    """Write a workbook with so many findings, in this process."""
    template = faulty()
    before = peak()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "核查台账.xlsx"
        start = time.perf_counter()
        with Workbook(path) as book:
            for number in results(findings):
                book.add(one_of(template, number))
        return Measured(time.perf_counter() - start, path.stat().st_size, before, peak())


def peak() -> int:
    """Return the most memory this process ever held, in KB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    print(f"{'findings':>10} {'seconds':>8} {'MB file':>8} {'MB peak':>8} {'MB above start':>15}")
    context = get_context("spawn")
    for size in sizes:
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            found = pool.submit(measured, size).result()
        peaks = (found.after / 1024, (found.after - found.before) / 1024)
        print(f"{size:>10,} {found.seconds:>8.1f} {found.size / MB:>8.1f}", end=" ")
        print(f"{peaks[0]:>8.0f} {peaks[1]:>15.0f}")


if __name__ == "__main__":
    main()
