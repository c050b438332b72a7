"""Lines of a report in, standard output out: in colour on a terminal, plain in a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeAlias

import click

from hebiao.reports.line import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hebiao.reports.line import Line

    Show: TypeAlias = Callable[[Iterable[Line]], None]

PIPED = 80
"""How wide a page is that nobody sees yet."""


def page() -> tuple[Show, int]:
    """Return what prints lines, and how wide they may be."""
    return _terminal() if sys.stdout.isatty() else (_print_plain, PIPED)


def _print_plain(lines: Iterable[Line]) -> None:
    click.echo(plain(lines))


def _terminal() -> tuple[Show, int]:
    from rich.console import Console  # noqa: PLC0415 - a pipe needs none of it
    from rich.text import Text  # noqa: PLC0415 - as above

    console = Console(highlight=False, markup=False, emoji=False)

    def show(lines: Iterable[Line]) -> None:
        for line in lines:
            console.print(Text.assemble(*line), soft_wrap=True)

    return show, console.width
