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
    params = command.get_params(ctx)
    behind = [param.metavar or "" for param in params if isinstance(param, click.Argument)]
    usage = [ctx.command_path, "[选项]", *behind, *(["命令 …"] if commands else [])]
    lines = hang("用法：", " ".join(usage), columns)
    for paragraph in (command.help or "").split("\n\n"):
        lines += ["", *(f"  {line}" for line in wrap(paragraph, columns - 2))]
    lines += _section("命令", commands.items(), columns)
    lines += _section("选项", map(_option, filter(_is_option, params)), columns)
    return "\n".join(lines)


def _is_option(param: click.Parameter) -> bool:
    return isinstance(param, click.Option)


def _option(param: click.Parameter) -> tuple[str, str]:
    """Return how an option is written, and what it does: --jobs N, 同时用几个进程."""
    names = " ".join([*param.opts, *([param.metavar] if param.metavar else [])])
    return names, getattr(param, "help", None) or ""


def _section(title: str, records: Iterable[tuple[str, str]], columns: int) -> Iterator[str]:
    entries = list(records)
    if entries:
        yield from ("", f"{title}：")
    left = max((width(names) for names, _ in entries), default=0) + 4
    for names, text in entries:
        yield from hang(pad(f"  {names}", left), text, columns)
