"""BT02: one file under several names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hebiao.rules.across.across_rule import (
    AcrossExample,
    AcrossProblem,
    Sent,
    across_rule,
    place,
)
from hebiao.rules.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.rules.across.filed import Filed

_SEPARATORS = re.compile(r"[/\\]")


@across_rule(
    "BT02",
    title="同一个文件报了不止一次",
    about=(
        "内容一字不差的文件只是文件名或文件夹不同。它里面的表在别的跨表规则里只算一次，不再逐张"
        "报告重复。"
    ),
    advice="请确认是不是交错了文件：另一个文件名应有的自评表可能没有报送。",
    severity=Severity.WARNING,
    basis="文件的内容逐字节比较",
    bad=AcrossExample((Sent({"project": "社区图书室设备更新"}, times=2),)),
    good=AcrossExample((Sent(), Sent({"project": "流动图书车购置"}))),
)
def file_submitted_twice(filed: Filed) -> Iterator[AcrossProblem]:
    """The same bytes under two names are one file, whatever is in it."""
    for files in filed.files:
        if len(files) > 1:
            names = "、".join(_SEPARATORS.split(form.path)[-1] for form in files)
            message = f"{len(files)} 个文件的内容完全相同：{names}"
            yield AcrossProblem(message, tuple(place(form, form.project) for form in files))
