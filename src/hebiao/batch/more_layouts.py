"""A folder of layout files in, these layouts and those of the package out."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.config.text import read_text
from hebiao.errors import UsageError
from hebiao.layouts import known_layouts, parse_layout

if TYPE_CHECKING:
    from hebiao.layouts import Layout


@cache
def layouts_with(folder: str | None) -> tuple[Layout, ...]:
    """
    Return the layouts to choose from; one in the folder replaces a known one of the same id.

    Read once in each process, since a layout is known by its identity.

    Raises:
        UsageError: the folder is not there or holds no layout, or one has a mistake.
    """
    if folder is None:
        return known_layouts()
    files = _files(Path(folder))
    own = tuple(parse_layout(read_text(path, "版式文件"), str(path)) for path in files)
    ids = {layout.id for layout in own}
    return (*own, *(layout for layout in known_layouts() if layout.id not in ids))


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise UsageError(f"找不到版式文件夹 {folder}，请核对 --layouts 后面的路径")
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise UsageError(f"文件夹 {folder} 里没有版式文件（.toml）")
    return files
