"""
A command in, its help in Chinese out.

click counts characters, so that Chinese lines would be twice as wide as the terminal, and
heads its sections in English.
"""

from __future__ import annotations

from shutil import get_terminal_size
from typing import TYPE_CHECKING

import click

from hebiao.reports.columns import hang, pad, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WIDEST = 80


def help_text(command: click.Command, ctx: click.Context, commands: dict[str, str]) -> str:
    """Return the help of a command; `commands` are those it has and what they do."""
    columns = min(get_terminal_size().columns, _WIDEST)
    lines = hang("用法：", usage(command, ctx), columns)
    for paragraph in (command.help or "").split("\n\n"):
        lines += ["", *(f"  {line}" for line in wrap(paragraph, columns - 2))]
    records = (param.get_help_record(ctx) for param in command.get_params(ctx))
    lines += _section("命令", commands.items(), columns)
    lines += _section("选项", [record for record in records if record], columns)
    return "\n".join(lines)


def usage(command: click.Command, ctx: click.Context) -> str:
    """Return how a command is called: hebiao show [选项] FILE."""
    return " ".join([ctx.command_path, *command.collect_usage_pieces(ctx)])


def _section(title: str, records: Iterable[tuple[str, str]], columns: int) -> Iterator[str]:
    entries = list(records)
    if entries:
        yield from ("", f"{title}：")
    left = max((width(names) for names, _ in entries), default=0) + 4
    for names, text in entries:
        yield from hang(pad(f"  {names}", left), text, columns)
