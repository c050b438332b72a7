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


class Group(click.Group):
    """A command that has commands of its own, and does something without them."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called; say in Chinese which there are if it is none."""
        if args[0] not in self.commands:
            names = "、".join(self.commands)
            raise click.UsageError(f"{ctx.info_name} 没有 {args[0]} 这个命令，有 {names}", ctx)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Return what `--help` prints."""
        commands = {name: command.short_help or "" for name, command in self.commands.items()}
        return help_text(self, ctx, commands)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option `--help`, described in Chinese."""
        return chinese_help(super().get_help_option(ctx))
