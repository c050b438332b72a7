"""The name of an archive that cannot be opened in, the result that says so out."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from hebiao.batch.sources.source import refused
from hebiao.errors import UnreadableFile

if TYPE_CHECKING:
    from hebiao.check import CheckResult

_VOLUME = re.compile(r"\.(z0*1|r00|0*1)$", re.IGNORECASE)


def closed(name: str) -> CheckResult:
    """Return the result: there may be forms in it, so it is not passed over in silence."""
    suffix = PurePosixPath(name).suffix
    kind = "分卷压缩包" if _VOLUME.search(name) else f"这种压缩包（{suffix}）"
    message = f"{kind}打不开，里面的文件没有核查。请先解压成文件夹或 .zip 再核查。"
    return refused(name, UnreadableFile("closed_archive", message))
