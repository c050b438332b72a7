"""`hebiao config`: a hebiao.toml to begin with; `--wording`: a file of wordings."""

from __future__ import annotations

import click

from hebiao.cli.command import Command
from hebiao.config.template import config_text, wording_text


@click.command(cls=Command)
@click.option("--wording", is_flag=True, help="输出措辞文件：各条规则现在的说明和建议。")
def command(*, wording: bool) -> None:
    """
    输出一份设置文件，每一项都有说明和默认值；存为 hebiao.toml，改好即可。

    设的是：用哪些规则、各算几级、依据的限度、哪些问题豁免、报告怎样措辞。见 docs/configuration.md。
    """
    click.echo(wording_text() if wording else config_text(), nl=False)
