"""Files of earlier runs in, the sentence that names them out, lest somebody sends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_SHOWN = 3


def left_over(folder: str, kind: str, names: Collection[str], why: str) -> Iterator[str]:
    """
    Say which files lie in a folder that this run has not written.

    They are left alone: somebody may have written something into them.
    """
    if names:
        shown = "、".join(sorted(names)[:_SHOWN])
        yield (
            f"{folder} 里另有 {len(names)} 份以前写的{kind}，这次没有重写：{shown}"
            f"{' 等' if len(names) > _SHOWN else ''}。{why}；请不要误发。"
        )
