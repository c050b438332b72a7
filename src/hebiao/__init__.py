"""
hebiao 核表: finds where a budget self-evaluation form contradicts itself, and points at the cell.

    result = hebiao.check("自评表.docx")        # CheckResult: forms, findings, what was not checked
    forms = hebiao.read("自评表.docx")          # list of SelfEvaluation: what is stated, not judged

The names are imported when they are first used, so that `hebiao --help` need not wait for them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hebiao.check import CheckResult, Finding, check, read  # noqa: TC004 - see _Package
    from hebiao.rules import CATALOGUE, Severity  # noqa: TC004 - as above

__version__ = "0.1.0"
__all__ = ["CATALOGUE", "CheckResult", "Finding", "Severity", "__version__", "check", "read"]

_HOMES = {
    "CATALOGUE": "hebiao.rules",
    "CheckResult": "hebiao.check",
    "Finding": "hebiao.check",
    "Severity": "hebiao.rules",
    "check": "hebiao.check",
    "read": "hebiao.check",
}


class _Package(ModuleType):
    """
    This package, with `check` the function.

    hebiao/check.py has the same name, and importing it would put the module in its place.
    """

    def __getattr__(self, name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module 'hebiao' has no attribute {name!r}")
        return getattr(import_module(_HOMES[name]), name)

    def __setattr__(self, name: str, value: Any) -> None:
        if name != "check" or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
