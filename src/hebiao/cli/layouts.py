"""`hebiao layouts`: the known forms, and what each was learnt from."""

from __future__ import annotations

import click

from hebiao.batch import layouts_with
from hebiao.cli.command import Command
from hebiao.cli.options import layouts_option
from hebiao.reports.columns import hang

_COLUMNS = 80


@click.command(cls=Command)
@layouts_option
def command(layouts: str | None) -> None:
    """列出认得的表式：代号、名称、依据哪些公开的表。"""
    for layout in layouts_with(layouts):
        lines = [f"{layout.id}  {layout.name}", *hang("    依据 ", layout.evidence, _COLUMNS)]
        click.echo("\n".join(lines))
