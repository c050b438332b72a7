"""
A kind of finding or a light in, its name and its sign out.

A sign survives a black-and-white printer. All of them are in GB 2312, so that every Chinese
font has them, on every old system.
"""

from __future__ import annotations

from typing import NamedTuple

from hebiao.reports.lights import Light
from hebiao.rules import Severity

SIGNS = {Severity.ERROR: "×", Severity.WARNING: "▲", Severity.NOTE: "●"}


class Lamp(NamedTuple):
    """How a light is shown: the class of its style, its sign, and what it means."""

    style: str
    sign: str
    meaning: str


LIGHTS = {
    Light.RED: Lamp("error", "×", "有错误"),
    Light.YELLOW: Lamp("warning", "▲", "有警告"),
    Light.BLUE: Lamp("note", "●", "有提示"),
    Light.GREEN: Lamp("good", "√", "未发现问题"),
}
