"""
The program `hebiao`: finds the command, and ends every call as the contract says.

    0  nothing found at or above --fail-on      1  something found
    2  a file could not be read, or the call is wrong: one Chinese sentence on standard error
"""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from hebiao import __version__
from hebiao.cli.command import chinese_help
from hebiao.cli.helptext import help_text
from hebiao.cli.mistakes import sentence
from hebiao.errors import HebiaoError, reason_of

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "check": "核查自评表，逐处指出矛盾",
    "diff": "整改前后对比：哪些已整改、未整改、新出现",
    "read": "读出表中所填的内容（JSON），不作判断",
    "show": "画出文档里的每个表格，说明各单元格读成什么",
    "summary": "汇总结果库：哪些单位、哪些规则问题多",
    "serve": "在浏览器里核查，不用命令",
    "rules": "列出全部规则",
    "explain": "说明一条规则：依据、理由、正反例",
    "layouts": "列出认得的表式",
    "config": "输出一份可改的设置文件或措辞文件",
    "schema": "输出 JSON 结果的 JSON Schema",
}
WRONG_CALL = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


class Program(click.Group):
    """The commands, each imported when it is called."""

    def list_commands(self, _: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; only now is its module imported."""
        if cmd_name not in COMMANDS:
            return None
        return _imported(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is called; say in Chinese which there are if it is none."""
        if args[0] not in COMMANDS:
            raise click.UsageError(f"没有 {args[0]} 这个命令，有 {'、'.join(COMMANDS)}", ctx)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: click.Context) -> str:
        """Return what `--help` prints."""
        return help_text(self, ctx, COMMANDS)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option `--help`, described in Chinese."""
        return chinese_help(super().get_help_option(ctx))

    def __call__(self, *_: Any, **__: Any) -> NoReturn:
        """
        Run as a process of its own.

        It leaves at once: to take the interpreter apart would take as long as to read a form.
        """
        _write_utf8()
        code = _run(self, sys.argv[1:])
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)

    def main(self, args: Sequence[str] | None = None, *_: Any, **__: Any) -> NoReturn:
        """Run the program and raise SystemExit with its exit code."""
        _write_utf8()
        sys.exit(_run(self, sys.argv[1:] if args is None else list(args)))


def _imported(name: str) -> click.Command:
    """Import a command; what a program is made of is no garbage and need not be looked through."""
    gc.disable()
    command: click.Command = import_module(f"hebiao.cli.{name}").command
    gc.freeze()
    gc.enable()
    return command


def _run(program: Program, args: list[str]) -> int:
    """Run a command and return the exit code; what ends it early is said without a traceback."""
    try:
        with program.make_context("hebiao", args) as ctx:
            code = program.invoke(ctx)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("\n已中断，没有核查完。", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except (click.ClickException, HebiaoError, OSError) as error:
        click.echo(f"hebiao：{_reason(error)}", err=True)
        return WRONG_CALL
    return code if isinstance(code, int) else 0


def _reason(error: Exception) -> str:
    if isinstance(error, click.ClickException):
        return sentence(error)
    return f"结果写不出去：{reason_of(error)}" if isinstance(error, OSError) else str(error)


def _write_utf8() -> None:
    """Write UTF-8 into files and pipes, whatever the locale, and never fail at a character."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


@click.group(
    cls=Program, no_args_is_help=False, invoke_without_command=True, subcommand_metavar="命令 …"
)
@click.version_option(__version__, message="hebiao %(version)s", help="显示版本。")
@click.pass_context
def main(ctx: click.Context) -> int:
    """
    核对预算绩效自评表（.docx）：表内数字是否自相矛盾、是否合填报规定，指出是哪一格、应为多少。

    文件只在本机读取，不上传，不改动。
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        return WRONG_CALL
    return 0
