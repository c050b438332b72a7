"""What click says of a wrong call in, one Chinese sentence out."""

from __future__ import annotations

import click
from click import exceptions


def sentence(error: click.ClickException) -> str:
    """Return what is wrong with the call, and how to see what is right."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    more = f"。用法见 {ctx.command_path} --help" if ctx else ""
    return f"{_what(error)}{more}"


def _what(error: click.ClickException) -> str:
    match error:
        case exceptions.NoSuchOption():
            return f"没有 {error.option_name} 这个选项{_perhaps(error.possibilities)}"
        case exceptions.MissingParameter():
            return f"缺少 {_name(error)}"
        case exceptions.BadParameter():
            return f"{_name(error)} 不对：{_wanted(error)}"
        case exceptions.BadOptionUsage():
            return f"选项 {error.option_name} 后面缺少内容，或多了内容"
        case exceptions.UsageError() if "unexpected extra argument" in error.message:
            return "后面的内容多了"
        case _:
            return error.message


def _perhaps(names: object) -> str:
    return f"，是不是 {'、'.join(sorted(names))}？" if isinstance(names, (list, tuple)) and names else ""


def _name(error: exceptions.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return f"选项 {error.param.opts[0]}"
    return (error.param.metavar if isinstance(error.param, click.Argument) else None) or "参数"


def _wanted(error: exceptions.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"应为 {'、'.join(map(str, kind.choices))} 之一"
    if isinstance(kind, click.IntRange):
        return f"应为不小于 {kind.min} 的整数"
    return error.message
