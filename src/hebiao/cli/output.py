"""The results of `hebiao check` in; printed, and written into a folder, out."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hebiao.cli.page import PIPED, page
from hebiao.errors import UsageError
from hebiao.reports.counts import Counts, count
from hebiao.reports.ending import ending_lines, waiver_notes
from hebiao.reports.line import plain
from hebiao.reports.terminal import file_lines, text_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hebiao.check import CheckResult
    from hebiao.config import Settings
    from hebiao.reports.json_v1 import FileEntry

TEXT_FILE, JSON_FILE = "核查报告.txt", "核查结果.json"


def print_results(
    results: Iterable[CheckResult], style: str, settings: Settings, *, quiet: bool, skipped: int
) -> None:
    """Print the results, as they come where the style allows it."""
    if style == "text":
        _print_text(results, settings, quiet=quiet, skipped=skipped)
    elif style == "jsonl":
        _print_lines(results, settings)
    else:
        click.echo(_json(results, skipped, settings))


def _print_text(
    results: Iterable[CheckResult], settings: Settings, *, quiet: bool, skipped: int
) -> None:
    show, columns = page()
    for lines in text_report(
        results, columns=columns, quiet=quiet, skipped=skipped, settings=settings
    ):
        show(lines)


def _print_lines(results: Iterable[CheckResult], settings: Settings) -> None:
    """Print a line a file; what is to be said at the end has no place there."""
    from hebiao.reports.json_v1 import file_entry  # noqa: PLC0415 - building its types takes a while

    total = Counts()
    for result in results:
        total += count(result)
        click.echo(file_entry(result).model_dump_json())
    for note in waiver_notes(total, settings):
        click.echo(note, err=True)


def _json(results: Iterable[CheckResult], skipped: int, settings: Settings) -> str:
    from hebiao.reports.json_v1 import file_entry, report  # noqa: PLC0415 - as above

    return report(map(file_entry, results), skipped, settings).model_dump_json(indent=2)


def prepare(folder: str) -> Path:
    """
    Make the folder the report files go into.

    Raises:
        UsageError: it cannot be made.
    """
    return _tried(folder, lambda path: path.mkdir(parents=True, exist_ok=True))


def written(
    results: Iterable[CheckResult], folder: Path, settings: Settings, *, skipped: int
) -> Iterator[CheckResult]:
    """
    Pass the results on, and write the report files when the last one has passed.

    What goes into the files is kept, not the results, which take far more memory. A
    file that is there already is replaced when the new one is complete.

    Raises:
        UsageError: the folder cannot be written into.
    """
    from hebiao.reports.json_v1 import file_entry, report  # noqa: PLC0415 - as above

    entries: list[FileEntry] = []
    texts: list[str] = []
    total = Counts()
    for result in results:
        entries.append(file_entry(result))
        texts.append(plain(file_lines(result, PIPED)))
        total += count(result)
        yield result
    texts.append(plain(ending_lines(total, skipped, PIPED, settings)))
    _write(folder / JSON_FILE, report(entries, skipped, settings).model_dump_json(indent=2))
    _write(folder / TEXT_FILE, "\n".join(texts))


def _write(path: Path, text: str) -> None:
    _tried(str(path), partial(_replace, text=text))


def _replace(path: Path, *, text: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(f"{text}\n", encoding="utf-8", errors="backslashreplace")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _tried(path: str, act: Callable[[Path], None]) -> Path:
    try:
        act(Path(path))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UsageError(
            f"写不了 {path}（{reason}）；请确认文件夹可以写入，同名文件没有在别的程序里打开"
        ) from error
    return Path(path)
