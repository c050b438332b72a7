"""A path in, the text or the TOML of the file out, or a sentence that says why there is none."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hebiao.errors import UsageError, reason_of
from hebiao.layouts.faults import toml_fault

if TYPE_CHECKING:
    from pathlib import Path


def read_text(path: Path, kind: str) -> str:
    """
    Return the text of a file, without the mark some editors put in front of UTF-8.

    Raises:
        UsageError: it cannot be read; the sentence names its kind, such as 设置文件.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{kind} {path} 不是 UTF-8 编码，请另存为 UTF-8") from error
    except FileNotFoundError as error:
        raise UsageError(f"找不到{kind} {path}，请核对文件名和所在的文件夹") from error
    except OSError as error:
        raise UsageError(f"{kind} {path} 打不开（{reason_of(error)}）") from error


def read_toml(path: Path, kind: str) -> dict[str, Any]:
    """
    Return what a TOML file says; its figures are exact decimals.

    Raises:
        UsageError: it cannot be read, or is not TOML.
    """
    try:
        return tomllib.loads(read_text(path, kind), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{kind} {path} 不是有效的 TOML：{toml_fault(error)}") from error


def mistaken(path: Path, kind: str, faults: list[str]) -> UsageError:
    """Return the error that names the file and everything that is wrong in it."""
    return UsageError(f"{kind} {path} 有误：{'；'.join(faults)}")
