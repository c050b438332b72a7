"""
hebiao.toml in, what an office sets out. Data only.

    select = ["FD", "SC01"]
    waivers = "豁免.toml"           paths are relative to the file

    [severity]
    PI03 = "warning"

    [policy]
    exceeded_percent = 120
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from hebiao.config.text import mistaken, read_toml
from hebiao.errors import UsageError
from hebiao.layouts.faults import fault_sentences
from hebiao.rules import Policy, Severity, select
from hebiao.rules.policy import DEFAULT_POLICY

if TYPE_CHECKING:
    from pathlib import Path

_KIND = "设置文件"


class ConfigFile(BaseModel):
    """The settings as they stand in the file; a key that means nothing is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    select: tuple[str, ...] = Field(
        (), description="只用这些规则：代码或其开头，不写为全部", examples=[["FD", "SC01"]]
    )
    ignore: tuple[str, ...] = Field((), description="不用这些规则，写法同上", examples=[["PI04"]])
    layouts: str | None = Field(
        None, description="另有表式的文件夹，与自带的一起用", examples=["表式"]
    )
    waivers: str | None = Field(
        None, description="豁免文件：哪些问题经核实不必再报", examples=["豁免.toml"]
    )
    wording: str | None = Field(
        None, description="措辞文件（.toml 或 .xlsx）：改写问题和建议", examples=["措辞.toml"]
    )
    project_list: str | None = Field(
        None,
        description="应报送的项目清单（.xlsx 或 .csv）：项目名称、单位、预算数、执行数",
        examples=["清单.xlsx"],
    )
    severity: dict[str, Severity] = Field(
        {},
        description="规则的级别：代码或其开头 = error（错误）、warning（警告）或 note（提示）",
        examples=[{"PI03": "warning"}],
    )
    policy: Policy = Field(DEFAULT_POLICY, description="核对时依据的限度和清单")


def read_config(path: Path) -> ConfigFile:
    """
    Return what a settings file says.

    Raises:
        UsageError: it cannot be read, or something in it means nothing.
    """
    data = read_toml(path, _KIND)
    try:
        config = ConfigFile.model_validate(data)
        select([*config.select, *config.ignore, *config.severity])
    except ValidationError as error:
        raise mistaken(path, _KIND, fault_sentences(error.errors(), ConfigFile)) from error
    except UsageError as error:
        raise mistaken(path, _KIND, [str(error)]) from error
    return config


def referred(path: Path | None, name: str | None, *, key: str, folder: bool = False) -> Path | None:
    """
    Return the file or folder that a key of a settings file names.

    Raises:
        UsageError: it is not there.
    """
    if path is None or name is None:
        return None
    wanted = path.parent / name
    if wanted.is_dir() if folder else wanted.is_file():
        return wanted
    what = "文件夹" if folder else "文件"
    raise mistaken(path, _KIND, [f"找不到 {key} 所写的{what} {wanted}"])
