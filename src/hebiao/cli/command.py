"""The kinds of command there are: click's, with help in Chinese."""

from __future__ import annotations

import click

from hebiao.cli.helptext import help_text


class Command(click.Command):
    """A command whose help is in Chinese."""

    def get_help(self, ctx: click.Context) -> str:
        """Return what `--help` prints."""
        return help_text(self, ctx, {})

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option `--help`, described in Chinese."""
        return chinese_help(super().get_help_option(ctx))


def chinese_help(option: click.Option | None) -> click.Option | None:
    """Say in Chinese what --help does."""
    if option:
        option.help = "显示这份说明。"
    return option
