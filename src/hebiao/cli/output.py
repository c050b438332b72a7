"""What `hebiao check` has done so far in; printed out, as it comes where the style allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hebiao.cli.page import page
from hebiao.reports.across.lines import across_lines
from hebiao.reports.ending import ending_lines, waiver_notes
from hebiao.reports.terminal import Screen, bearable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.batch.ledger import Ledger
    from hebiao.batch.work import Done
    from hebiao.reports.about import About
    from hebiao.reports.counts import Counts


def screen_for(style: str, *, quiet: bool) -> Screen | None:
    """Return how wide the screen is where lines are shown."""
    return Screen(page()[1], quiet) if style == "text" else None


def print_done(done: Iterable[Done], style: str) -> Iterator[Done]:
    """Print what has been done, where the style allows it before all is, and pass it on."""
    show, _ = page()
    for each in done:
        if style == "text":
            show(each.shown)
        elif style == "jsonl":
            click.echo(each.entry.decode())
        yield each


def print_end(style: str, total: Counts, about: About, ledger: Ledger, *, quiet: bool) -> None:
    """Print what is to be said when all is done."""
    if style == "text":
        if not quiet:
            _print_sum(total, about)
    elif style == "jsonl":
        for note in waiver_notes(total, about):
            click.echo(note, err=True)
    else:
        from hebiao.batch.out.json_file import pieces  # noqa: PLC0415 - building its types takes long

        for piece in pieces(about, ledger):
            click.echo(piece, nl=False)


def _print_sum(total: Counts, about: About) -> None:
    show, columns = page()
    across = tuple(across_lines(about.across, bearable(columns)))
    if across:
        show(across)
    show(ending_lines(total, bearable(columns), about))
