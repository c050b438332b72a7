"""What click says of a wrong call in, Chinese sentences out."""

from __future__ import annotations

import click
from click import exceptions


def sentence(error: click.ClickException) -> str:
    """Return what is wrong with the call, and how to see what is right."""
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    return f"{_what(error)}{f'用法见 {ctx.command_path} --help' if ctx else ''}"


def _what(error: click.ClickException) -> str:
    match error:
        case exceptions.NoSuchOption():
            near = f"是不是 {error.possibilities[0]}？" if error.possibilities else ""
            return f"没有 {error.option_name} 这个选项。{near}"
        case exceptions.MissingParameter():
            return f"缺少 {_name(error.param)}。"
        case exceptions.BadParameter():
            return f"{_name(error.param)} 不对，{_wanted(error)}。"
        case exceptions.BadOptionUsage():
            return f"选项 {error.option_name} 后面缺少内容，或多了内容。"
        case exceptions.UsageError() if "unexpected extra argument" in error.message:
            return "命令后面的内容多了。"
        case _:
            return f"{error.message}。"


def _name(param: click.Parameter | None) -> str:
    """Name a parameter as the user writes it: 选项 --jobs, or FILE."""
    if param is None:
        return "参数"
    return f"选项 {param.opts[0]}" if isinstance(param, click.Option) else str(param.metavar)


def _wanted(error: exceptions.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f"应为 {'、'.join(map(str, kind.choices))} 之一"
    if isinstance(kind, click.IntRange):
        return f"应为不小于 {kind.min} 的整数"
    return error.message
