"""`hebiao serve`: the page in the browser, for those who never open a terminal."""

from __future__ import annotations

import secrets
import signal
import sys
from contextlib import suppress
from importlib.util import find_spec
from ipaddress import ip_address
from os import cpu_count
from typing import TYPE_CHECKING

import click

from hebiao.batch.more_layouts import layouts_with
from hebiao.cli.command import Command
from hebiao.cli.options import layouts_option
from hebiao.config import settings_for
from hebiao.errors import UsageError
from hebiao.web.address import bound, open_browser

if TYPE_CHECKING:
    from hebiao.config import Settings

_EXTRA = ("fastapi", "uvicorn", "python_multipart", "pebble")
_STOPPING = [name for name in ("SIGTERM", "SIGBREAK") if hasattr(signal, name)]
"""What ends the program besides Ctrl-C; the second is the window being closed, on Windows."""

_SHORTEST = 12
_MOST_JOBS = 4


@click.command(cls=Command)
@click.option("--host", metavar="ADDRESS", default="127.0.0.1",
              help="在哪个地址上等候，默认 127.0.0.1，只有本机能打开。")  # fmt: skip
@click.option("--port", metavar="N", type=click.IntRange(min=0), default=0,
              help="端口，默认由系统选一个空的。")  # fmt: skip
@click.option("--token", metavar="WORDS", default="",
              help="口令；本机以外的地址必须有口令。")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="不打开浏览器，只显示地址。")
@click.option("--config", metavar="FILE", help="设置文件，如 hebiao.toml。")
@layouts_option
@click.option("--jobs", metavar="N", type=click.IntRange(min=1),
              help="同时用几个进程核查，默认按本机处理器数，最多 4。")  # fmt: skip
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    host: str,
    port: int,
    token: str,
    no_browser: bool,
    config: str | None,
    layouts: str | None,
    jobs: int | None,
) -> None:
    """
    在浏览器里核查：打开本机网页，把文件拖进去即可，不用命令。

    文件只在本机处理，关闭网页即删除。按 Ctrl-C 结束。
    """
    _check_token(host, token)
    settings = settings_for(None, config=config, layouts=layouts)
    if settings.layouts:
        layouts_with(settings.layouts)
    _serve(host, port, token, settings, jobs or _jobs(), browser=not no_browser)


def _serve(
    host: str, port: int, token: str, settings: Settings, jobs: int, *, browser: bool
) -> None:
    """Serve; the address can be opened at once, though the program is loaded only then."""
    _check_extra()
    made = bound(host, port)
    address = _address(host, made.getsockname()[1], token)
    click.echo(f"核表网页的地址（按 Ctrl-C 结束）：\n{address}")
    if browser:
        open_browser(address)
    for name in _STOPPING:
        signal.signal(getattr(signal, name), signal.default_int_handler)
    with suppress(KeyboardInterrupt):
        from hebiao.web.server import serve  # noqa: PLC0415 - takes a while, and an extra

        serve(made, settings, host=host, token=token, jobs=jobs)
    click.echo("已结束，网页上的文件都已删除。")
    sys.exit()  # and not at once, as other commands: the standard library tidies up after workers


def _check_extra() -> None:
    if missing := [name for name in _EXTRA if find_spec(name) is None]:
        raise UsageError(
            f"网页另需组件（缺少 {'、'.join(missing)}），请让管理员运行 pip install 'hebiao[web]'"
        )


def _address(host: str, port: int, token: str) -> str:
    named = "127.0.0.1" if host == "0.0.0.0" else "[::1]" if host == "::" else host  # noqa: S104
    named = f"[{named}]" if ":" in named and not named.startswith("[") else named
    return f"http://{named}:{port}/{f'#token={token}' if token else ''}"


def _check_token(host: str, token: str) -> None:
    """Raise where another machine could open the page without a token."""
    if token and (not token.isascii() or not token.isprintable() or " " in token):
        raise UsageError("--token 只能用英文字母、数字和符号，不能有空格")
    if not token and not _is_local(host):
        raise UsageError(
            f"{host} 是别的电脑也能打开的地址，必须加上口令，如 --token {secrets.token_urlsafe(16)}"
        )
    if token and len(token) < _SHORTEST:
        raise UsageError(f"--token 太短，容易被猜中，请至少写 {_SHORTEST} 个字符")


def _is_local(host: str) -> bool:
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"


def _jobs() -> int:
    return min(cpu_count() or 1, _MOST_JOBS)
