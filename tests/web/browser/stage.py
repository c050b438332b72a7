"""A server and a browser to act with, files to drop, and the moves an auditor makes with them."""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import ViewportSize, expect
from tests.written import written

from hebiao.layouts import known_layouts
from hebiao.sample import write_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser, Page, Playwright, Route

ROOT = Path(__file__).parent.parent.parent.parent
HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")
DESK: ViewportSize = {"width": 1366, "height": 768}
"""The screen of an office."""
STATE = re.compile(r"/desks/[^/?]+(\?since=\d+)?$")
"""The addresses at which the page asks how far things are."""

_SWITCHES = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_DROP = """([files, target]) => {
  const transfer = new DataTransfer();
  for (const [name, data] of files) {
    const bytes = Uint8Array.from(atob(data), (each) => each.charCodeAt(0));
    transfer.items.add(new File([bytes], name));
  }
  const at = document.querySelector(target);
  for (const kind of ["dragenter", "dragover", "drop"]) {
    const how = { dataTransfer: transfer, bubbles: true, cancelable: true };
    at.dispatchEvent(new DragEvent(kind, how));
  }
}"""


def form(**changes: str) -> bytes:
    """Return the sample form as a Word file; a dot in the name of a field is two underscores."""
    edits = {name.replace("__", "."): text for name, text in changes.items()}
    return written(edits)


def submitted() -> dict[str, bytes]:
    """Return what is dropped: forms good and bad, a book of six, and files that are no forms."""
    return {
        "社区图书室.docx": form(),
        "总分有误.docx": form(
            project="城区公厕改造项目", total="98.06分", funding__1__execution_rate="86.3%"
        ),
        "六个项目.docx": (ROOT / "fixtures" / "xianning.docx").read_bytes(),
        "扫描件.docx": b"%PDF-1.7",
        "会议通知.docx": write_forms([], HUBEI),
    }


def find_chromium() -> str | None:
    """Return the Chromium of the system."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def launched(playwright: Playwright) -> Browser:
    """Return the browser, unseen."""
    return playwright.chromium.launch(executable_path=find_chromium(), args=[*_SWITCHES])


@contextmanager
def serving(port: int = 0) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start the program as an auditor does, and stop it at the end; give its address."""
    command = [sys.executable, "-m", "hebiao", "serve", "--no-browser", "--port", str(port)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    ) as process:
        try:
            yield _address(process), process
        finally:
            process.terminate()


def _address(process: subprocess.Popen[str]) -> str:
    said = []
    for line in process.stdout or ():
        said.append(line)
        if found := re.search(r"http://[\d.:]+/?", line):
            return found[0].rstrip("/")
    raise AssertionError("".join(said))


def drop(page: Page, files: Mapping[str, bytes], target: str = "body") -> None:
    """Let files go over the page, as from a folder."""
    packed = [[name, base64.b64encode(data).decode()] for name, data in files.items()]
    page.evaluate(_DROP, [packed, target])


def retold(page: Page, change: Callable[[dict[str, Any]], None]) -> None:
    """Open the page anew; of how far things are it is told what `change` makes of it."""

    def answer(route: Route) -> None:
        state = route.fetch().json()
        change(state)
        route.fulfill(json=state)

    page.goto("about:blank")
    page.route(STATE, answer)
    page.goto("/")


def checked(page: Page, files: Mapping[str, bytes]) -> None:
    """Drop files and wait until all of them are checked."""
    drop(page, files)
    done = re.compile(f"^{len(files)} 个文件：(全部|\\d+ 个)已核查")
    expect(page.locator("#files-count")).to_have_text(done, timeout=30_000)


def opened(page: Page, project: str) -> None:
    """Open a project of the list."""
    page.locator("#projects a", has_text=project).first.click()
    expect(page.locator("#form-place article")).to_be_visible()
