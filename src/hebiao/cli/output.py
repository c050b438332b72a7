"""What `hebiao check` has done so far in; printed out, as it comes where the style allows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hebiao.cli.page import page
from hebiao.reports.counts import Counts
from hebiao.reports.ending import ending_lines, waiver_notes
from hebiao.reports.terminal import Screen, bearable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from hebiao.batch.ledger import Ledger
    from hebiao.batch.work import Done
    from hebiao.reports.about import About


def screen_for(style: str, *, quiet: bool) -> Screen | None:
    """Return how wide the screen is where lines are shown."""
    return Screen(page()[1], quiet) if style == "text" else None


def print_done(
    done: Iterable[Done], style: str, about: About, ledger: Ledger, *, quiet: bool
) -> Iterator[Done]:
    """Print what has been done and pass it on; the end stands below when the last has passed."""
    if style == "text":
        yield from _print_text(done, about, quiet=quiet)
    elif style == "jsonl":
        yield from _print_lines(done, about)
    else:
        yield from done
        _print_json(about, ledger)


def _print_text(done: Iterable[Done], about: About, *, quiet: bool) -> Iterator[Done]:
    show, columns = page()
    total = Counts()
    for each in done:
        total += each.counts
        show(each.shown)
        yield each
    if not quiet:
        show(ending_lines(total, bearable(columns), about))


def _print_lines(done: Iterable[Done], about: About) -> Iterator[Done]:
    """Print a line a file; what is to be said at the end has no place there."""
    total = Counts()
    for each in done:
        total += each.counts
        click.echo(each.entry.decode())
        yield each
    for note in waiver_notes(total, about.settings):
        click.echo(note, err=True)


def _print_json(about: About, ledger: Ledger) -> None:
    from hebiao.batch.out.json_file import pieces  # noqa: PLC0415 - building its types takes a while

    for piece in pieces(about, ledger):
        click.echo(piece, nl=False)
