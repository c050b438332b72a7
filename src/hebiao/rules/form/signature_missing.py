"""FM11: who filled in the form, or when, is printed as a label with nothing behind it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hebiao.layouts.place import PATH_SIGN, TextPlace
from hebiao.rules.rule import Problem, Severity, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import SelfEvaluation, Stated
    from hebiao.rules.policy import Policy

_INK = re.compile(r"签\s*[字章名]")


@rule(
    "FM11",
    title="填报日期或联系人空白",
    about=(
        "表上印有填报日期、项目负责人、联系电话的，应当填写；一张表合并提示一次。盖章和签字是"
        "图像，看不到，不判断；表上没有印这些栏目的也不判断。"
    ),
    advice="请补填。",
    severity=Severity.NOTE,
    basis="表上印有该栏目",
    bad={"caption.form_date": "    年  月  日"},
    good={"caption.form_date": "2025.3.18"},
)
def signature_missing(form: SelfEvaluation, _: Policy) -> Iterator[Problem]:
    """
    A label for the date or for the person to ask, once printed, has something behind it.

    Seals and signatures are pictures or ink: nothing can be said of them, nor of what
    stands in one line with them.
    """
    blank = [(name, s) for name, s in _signed(form) if s and s.empty and not _by_hand(s)]
    if blank:
        names = "、".join(dict.fromkeys(f"“{name}”" for name, _stated in blank))
        first, *others = (stated for _name, stated in blank)
        yield Problem(f"{names}没有填写", at=first, related=tuple(others))


def _by_hand(stated: Stated[Any]) -> bool:
    return isinstance(stated.at, TextPlace) and bool(_INK.search(stated.at.text))


def _signed(form: SelfEvaluation) -> Iterator[tuple[str, Stated[Any] | None]]:
    names = {"填报日期": form.form_date, "联系人": form.contact, "联系电话": form.phone}
    for name, stated in names.items():
        printed = stated.label.rsplit(PATH_SIGN, 1)[-1] if stated else ""
        yield printed or name, stated
