"""
What becomes of every file of a folder: read, refused and why, and what it costs.

    python -m bench.corpus FOLDER

Each file is read in a process of its own, so that its time and its peak memory are its own.
Ends with 1 if one of them ended in anything but a document or an UnreadableFile, took over 10
seconds or over 500 MB.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

MAX_SECONDS = 10
MAX_MEGABYTES = 500


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one file came to; `problem` is a code, empty if it was read."""

    file: str
    problem: str
    tables: int = 0
    cells: int = 0
    seconds: float = 0.0
    megabytes: int = 0

    @property
    def failed(self) -> bool:
        """Whether this is our bug, not the file's."""
        return (
            self.problem in {"crash", "timeout"}
            or self.seconds > MAX_SECONDS
            or self.megabytes > MAX_MEGABYTES
        )


def read_one(path: Path) -> Outcome:
    """Read one file in this process."""
    from hebiao.errors import UnreadableFile  # noqa: PLC0415 - the parent stays small
    from hebiao.word import read_document  # noqa: PLC0415

    tables = cells = 0
    data = path.read_bytes()
    began = time.perf_counter()
    try:
        document = read_document(data)
    except UnreadableFile as refusal:
        problem = refusal.code
    else:
        problem = ""
        grids = [*document.grids, *(grid for story in document.others for grid in story.grids)]
        tables, cells = len(grids), sum(len(grid.cells) for grid in grids)
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak // (2**20 if sys.platform == "darwin" else 2**10)
    return Outcome(str(path), problem, tables, cells, seconds, megabytes)


def in_child(path: Path) -> Outcome:
    """Read one file in a child process; whatever goes wrong there is an outcome."""
    command = [sys.executable, __file__, "--one", str(path)]
    try:
        child = subprocess.run(command, capture_output=True, timeout=6 * MAX_SECONDS, check=True)
    except subprocess.TimeoutExpired:
        return Outcome(str(path), "timeout", seconds=6 * MAX_SECONDS)
    except subprocess.CalledProcessError as crash:
        sys.stderr.write(f"{path}\n{crash.stderr.decode(errors='replace')}\n")
        return Outcome(str(path), "crash")
    return Outcome(**json.loads(child.stdout))


def report(outcomes: list[Outcome]) -> None:
    """Print the sums, the slowest and the largest file, and every failure."""
    refused = Counter(outcome.problem for outcome in outcomes if outcome.problem)
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    largest = max(outcomes, key=lambda outcome: outcome.megabytes)
    print(f"{len(outcomes):7} files")
    print(f"{len(outcomes) - refused.total():7} read")
    for problem, count in refused.most_common():
        print(f"{count:7} {problem}")
    print(f"{sum(outcome.tables for outcome in outcomes):7} tables")
    print(f"{sum(outcome.cells for outcome in outcomes):7} cells")
    print(f"{sum(outcome.seconds for outcome in outcomes):7.2f} seconds in all")
    print(f"{slowest.seconds:7.2f} seconds at most: {slowest.file}")
    print(f"{largest.megabytes:7} MB at most: {largest.file}")
    for outcome in outcomes:
        if outcome.failed:
            print(f" FAILED {outcome}")


def main(folder: Path) -> int:
    """Read every file below the folder; several at a time, as there are processors."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        print(f"no file in {folder}")
        return 2
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(in_child, files))
    report(outcomes)
    return int(any(outcome.failed for outcome in outcomes))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(asdict(read_one(Path(sys.argv[2])))))
    elif len(sys.argv) == 2:
        sys.exit(main(Path(sys.argv[1])))
    else:
        sys.exit(__doc__)
