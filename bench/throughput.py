"""
What a province hands in, through `hebiao check`: forms a second, scaling, memory; and its rivals.

    python -m bench.throughput [--files 10000] [--six 500] [--folder FOLDER]

Writes single-form files and files of six forms (bench.submissions), checks them with one process
and with two, one after the other, and says for each how many forms a second, how much more two do
than one, how much of the processor time the parent took, and the most memory of parent and worker,
also over a tenth of the files: it must not grow with them. Then what python-docx, pandoc and
LibreOffice take merely to read the same files, and what it takes to start.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.rivals import rivals
from bench.watched import watched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.watched import Watched

HEBIAO = (sys.executable, "-m", "hebiao")
STARTS = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "import docx, pydantic": (sys.executable, "-c", "import docx, pydantic"),
    "hebiao --help": (*HEBIAO, "--help"),
    "hebiao check, one form": (*HEBIAO, "check"),
}
_STARTED = 7


def written(folder: Path, count: int, forms: int) -> Path:
    """Return a folder with the files; those of an earlier run are used again."""
    place = folder / f"{count}x{forms}"
    if not place.exists():
        options = ("--files", str(count), "--forms", str(forms))
        call = [sys.executable, "-m", "bench.submissions", str(place), *options]
        subprocess.run(call, check=True)
    return place


def checked(files: Sequence[Path] | Path, jobs: int) -> Watched:
    """Check files, the findings as JSON Lines to nowhere."""
    paths = [str(files)] if isinstance(files, Path) else list(map(str, files))
    options = ("--jobs", str(jobs), "--format", "jsonl", "--fail-on", "never")
    found = watched([*HEBIAO, "check", *paths, *options])
    if found.code:
        raise SystemExit(f"hebiao ended with {found.code}")
    return found


def table_of(place: Path, count: int, forms: int) -> float:
    """Print what one and two processes do; return the seconds a form of one."""
    print(f"\n{count:,} files of {forms} form(s)")
    rates = {}
    for jobs in (1, 2):
        found = checked(place, jobs)
        rates[jobs] = count * forms / found.wall
        worker = max((use.peak for use in found.workers), default=0.0)
        print(
            f"  {jobs} process(es) {rates[jobs]:8.0f} forms/s {found.wall:8.1f} s"
            f"   parent {found.parent.peak:6.0f} MB, {found.parent_share:6.1%} of cpu"
            f"   worker {worker:6.0f} MB"
        )
    print(f"  two do {rates[2] / rates[1]:.2f} x what one does")
    return 1 / rates[1]


def memory(place: Path, count: int) -> None:
    """Print the peak memory over a tenth of the files and over all."""
    some = sorted(place.iterdir())[: count // 10]
    few, all_ = checked(some, 2), checked(place, 2)
    for name, found in ((f"{len(some):,} files", few), (f"{count:,} files", all_)):
        worker = max((use.peak for use in found.workers), default=0.0)
        print(f"  {name:14} parent {found.parent.peak:6.0f} MB   worker {worker:6.0f} MB")


def starts(form: Path) -> None:
    """Print how long each takes to start, the median of some, beside the one before."""
    print("\nstart-up")
    for name, command in STARTS.items():
        call = [*command, str(form)] if command[-1] == "check" else command
        taken = statistics.median(watched(call).wall for _ in range(_STARTED))
        print(f"  {name:28} {taken * 1000:6.0f} ms")


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--six", type=int, default=500)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "hebiao-bench")
    call = parser.parse_args()
    single = written(call.folder, call.files, 1)
    own = table_of(single, call.files, 1)
    table_of(written(call.folder, call.six, 6), call.six, 6)
    print("\nmemory, two processes")
    memory(single, call.files)
    print("\nmerely reading, as multiples of the whole check in one process")
    for name, taken in rivals(sorted(single.iterdir()), 1).items():
        print(f"  {name:30} {'not installed' if taken is None else f'{taken / own:8.1f} x'}")
    starts(next(single.iterdir()))


if __name__ == "__main__":
    main()
