"""`hebiao config`: a hebiao.toml to begin with, a file of wordings, a template of letters."""

from __future__ import annotations

from pathlib import Path

import click

from hebiao.batch.out.place import put
from hebiao.cli.command import Command
from hebiao.config.template import config_text, wording_text
from hebiao.errors import UsageError


@click.command(cls=Command)
@click.option("--wording", is_flag=True, help="输出措辞文件：各条规则现在的说明和建议。")
@click.option("--letter", metavar="FILE", help="把意见书的模板写成这个 .docx 文件，用 Word 改。")
def command(letter: str | None, *, wording: bool) -> None:
    """
    输出一份设置文件，每一项都有说明和默认值；存为 hebiao.toml，改好即可。

    设的是：用哪些规则、各算几级、依据的限度、哪些问题豁免、报告怎样措辞。见 docs/configuration.md。
    """
    if letter:
        _write_template(Path(letter))
    else:
        click.echo(wording_text() if wording else config_text(), nl=False)


def _write_template(path: Path) -> None:
    from hebiao.reports.letter import standard_template  # noqa: PLC0415 - only here

    if path.exists():
        raise UsageError(f"{path} 已经有了，没有覆盖；请换一个文件名")
    put(path, (standard_template(),))
    click.echo(f"模板已写到 {path}；改好后用 hebiao check … --out DIR --letter-template {path}")
