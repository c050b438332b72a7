"""The results of `hebiao check` in; printed out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hebiao.cli.page import page
from hebiao.reports.counts import Counts, count
from hebiao.reports.ending import waiver_notes
from hebiao.reports.terminal import text_report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hebiao.check import CheckResult
    from hebiao.config import Settings


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
