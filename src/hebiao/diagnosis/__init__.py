"""Which figure of a form, if it were another, would make all of them agree."""

from hebiao.diagnosis.cause import Cause, causes

__all__ = ["Cause", "causes"]
