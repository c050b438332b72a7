"""
Starts the page of 核表 without a window, and stops it.

    start.py              opens the page; what it says goes to log.txt beside this file
    start.py --stop       ends all that this file has started
    start.py check …      any other words are passed on to hebiao
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

BASE = Path(__file__).parent
LOG = BASE / "log.txt"
STOP = BASE / "stop"
_LOOK_EVERY = 0.5
_PATIENCE = 10
"""Seconds a page has to close in good order."""


def main(words: list[str]) -> None:
    """Do what the words say."""
    if words == ["--stop"]:
        STOP.write_text(str(time.time_ns()), encoding="ascii")
    elif words[:1] in ([], ["serve"]):
        open_page(words or ["serve"])
    else:
        hebiao(words)


def open_page(words: list[str]) -> None:
    """Open the page; where that fails there is no window to say so, so the log is shown."""
    before = asked()
    threading.Thread(target=stop_when_told, args=(before,), daemon=True).start()
    with LOG.open("w", encoding="utf-8", buffering=1) as log:
        with redirect_stdout(log), redirect_stderr(log):
            failed = fails(words)
        if failed and asked() == before:
            log.write(
                "\n核表没有打开。请把这个窗口里的文字拍照或复制，交给给您安装包的人；\n"
                "多半是装得不完整：重新运行安装文件，通常就好了。\n"
            )
            show(LOG)


def fails(words: list[str]) -> bool:
    """Run hebiao, and say whether it ends as it should not."""
    try:
        hebiao(words)
    except SystemExit as end:
        return end.code not in (None, 0)
    except BaseException:  # noqa: BLE001 - whatever it is, the user must hear of it
        traceback.print_exc()
        return True
    return False


def hebiao(words: list[str]) -> None:
    """Run the program in this process, and come back when it ends."""
    from hebiao.cli import main as program  # noqa: PLC0415 - it may be broken, and that is told

    program.main(words)


def asked() -> str:
    """Return the last order to stop."""
    return STOP.read_text(encoding="ascii") if STOP.exists() else ""


def stop_when_told(before: str) -> None:
    """Interrupt the page as Ctrl-C would when a new order comes; end it if it does not obey."""
    while asked() == before:
        time.sleep(_LOOK_EVERY)
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGINT)
    else:
        os.kill(os.getpid(), signal.SIGINT)
    time.sleep(_PATIENCE)
    os._exit(0)


def show(file: Path) -> None:
    """Open a text file with whatever the desktop opens such files with."""
    if sys.platform == "win32":
        os.startfile(file)  # noqa: S606 - our own log
    else:
        try:
            subprocess.Popen(["xdg-open", str(file)])  # noqa: S603, S607 - our own log
        except OSError:
            return


if __name__ == "__main__":
    main(sys.argv[1:])
