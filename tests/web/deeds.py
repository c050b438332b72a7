"""What workers are told to do in tests: they import it from here."""

import os
import time
from pathlib import Path
from typing import Any

from hebiao.batch.work import Task
from hebiao.web.judge import Judged, judge


def echo(value: str) -> str:
    return value


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def die() -> None:
    os._exit(9)


def eat(size: int) -> int:
    return len(bytearray(size))


def fail() -> None:
    raise LookupError("没有")


def sleep_and_tidy(note: Path) -> None:
    """Sleep, and note that what was started is ended."""
    try:
        time.sleep(60)
    finally:
        note.write_text("tidied")


def judge_or_fall(order: Any, task: Task, folder: Path, file: str) -> Judged:
    """Judge a file, but fall over one that says so in its name."""
    if "久" in task.path:
        time.sleep(60)
    if "死" in task.path:
        os._exit(9)
    if "错" in task.path:
        raise LookupError
    return judge(order, task, folder, file)
