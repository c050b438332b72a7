"""The options several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

layouts_option = click.option(
    "--layouts", metavar="DIR", help="另有表式：这个文件夹里的 .toml，与自带的一起用。"
)
config_option = click.option(
    "--config", metavar="FILE", help="设置文件；不写则用所给路径或其上级文件夹里的 hebiao.toml。"
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
