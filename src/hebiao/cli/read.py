"""`hebiao read FILE`: what the forms state, as JSON; nothing is judged."""

from __future__ import annotations

import json

import click

from hebiao.batch import layouts_with
from hebiao.check import read
from hebiao.cli.command import Command
from hebiao.cli.options import config_option, layouts_option
from hebiao.config import settings_for
from hebiao.reports.form_v1 import writable


@click.command(cls=Command)
@click.argument("file", metavar="FILE")
@config_option
@layouts_option
def command(file: str, config: str | None, layouts: str | None) -> None:
    """读出一个文档里各张自评表所填的内容，输出 JSON：每个数连同原文和所在单元格，不作判断。"""
    forms = read(file, layouts_with(settings_for(file, config=config, layouts=layouts).layouts))
    answer = {
        "version": 1,
        "path": writable(file),
        "forms": [form.model_dump(mode="json") for form in forms],
    }
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    if not forms:
        click.echo("没有认出自评表；hebiao show 可以看到每个表格读成什么样。", err=True)
