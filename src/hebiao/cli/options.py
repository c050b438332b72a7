"""What several commands have in common: their options, and how text is printed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

PIPED = 80

layouts_option = click.option(
    "--layouts", metavar="DIR", help="另有表式：这个文件夹里的 .toml，与自带的一起用。"
)


def format_option(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return the option that chooses how the result is printed."""
    return click.option(
        "--format",
        "style",
        metavar="|".join(names),
        type=click.Choice(names),
        default=names[0],
        help=f"输出格式，默认 {names[0]}。",
    )


def console() -> Console:
    """Return the console to print on; without colour and 80 columns wide where it is a pipe."""
    from rich.console import Console  # noqa: PLC0415 - JSON needs none of it

    width = None if sys.stdout.isatty() else PIPED
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)
