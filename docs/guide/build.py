"""
The guide as it is written (guide.zh.md) in, one page with its pictures in it out, and a PDF.

    python docs/guide/build.py                dist/使用说明.html; .pdf where there is Chromium
    python docs/guide/build.py --html FILE    only the page
    python docs/guide/build.py --strict       fails where a picture is missing
"""

from __future__ import annotations

import argparse
import base64
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

from jinja2 import Environment
from markdown_it import MarkdownIt
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GUIDE = HERE / "guide.zh.md"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Page:
    """The guide as HTML, and the pictures it speaks of that are not there."""

    html: str
    missing: tuple[str, ...]


def page(text: str, folder: Path, version: str) -> Page:
    """Make a page of Markdown; pictures are looked for beside it and put in."""
    markdown = MarkdownIt("commonmark").enable("table")
    tokens = markdown.parse(text.replace("@VERSION@", version))
    title, headings = "", []
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h1":
            title = inline.content
        elif opening.type == "heading_open":
            opening.attrSet("id", inline.content)
            headings += [inline.content] * (opening.tag == "h2")
    join_lines(tokens)
    missing = put_in_pictures(tokens, folder)
    body = markdown.renderer.render(_without_title(tokens), markdown.options, {})
    template = Environment(autoescape=True).from_string(
        (HERE / "template.html").read_text(encoding="utf-8")
    )
    # what the renderer gives is HTML already, of our own guide
    html = template.render(title=title, headings=headings, version=version, body=Markup(body))  # noqa: S704
    return Page(html + "\n", missing)


def join_lines(tokens: Sequence[Token]) -> None:
    """Let a line end in the Markdown leave no blank between two Chinese characters."""
    for token in tokens:
        inside = token.children or []
        for before, ended, after in zip(inside, inside[1:], inside[2:], strict=False):
            around = before.content[-1:] + after.content[:1]
            if ended.type == "softbreak" and not around.isascii():
                ended.type, ended.content = "text", ""


def put_in_pictures(tokens: Sequence[Token], folder: Path) -> tuple[str, ...]:
    """Put each picture's bytes where its name stands; return the names of those not there."""
    missing = []
    pictures = [t for token in tokens for t in token.children or () if t.type == "image"]
    for picture in pictures:
        name = unquote(str(picture.attrs["src"]))
        file = folder / name
        if file.is_file():
            data = base64.b64encode(file.read_bytes()).decode()
            picture.attrs["src"] = f"data:image/png;base64,{data}"
        else:
            missing.append(name)
            picture.type = "html_inline"
            picture.content = f'<span class="missing">（缺图：{escape(name)}）</span>'
    return tuple(missing)


def _without_title(tokens: Sequence[Token]) -> Sequence[Token]:
    """Leave out the heading of the whole: the template has it."""
    return tokens[3:] if tokens and tokens[0].tag == "h1" else tokens


def version() -> str:
    """Return the version of the project."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])


def print_pdf(html: Path, pdf: Path) -> bool:
    """Print a page where there is a Chromium to do it; say whether."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if not browser:
        return False
    options = ("--headless=new", "--no-sandbox", "--no-pdf-header-footer")
    command = (browser, *options, f"--print-to-pdf={pdf}", html.resolve().as_uri())
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 - our own words
    return True


def main(words: Sequence[str]) -> int:
    """Write the page, and the PDF beside it."""
    options = argparse.ArgumentParser()
    options.add_argument("--html", type=Path)
    options.add_argument("--strict", action="store_true")
    asked = options.parse_args(words)
    made = page(GUIDE.read_text(encoding="utf-8"), HERE, version())
    html = asked.html or ROOT / "dist" / "使用说明.html"
    html.parent.mkdir(parents=True, exist_ok=True)
    html.write_text(made.html, encoding="utf-8", newline="\n")
    if not asked.html:
        pdf = html.with_suffix(".pdf")
        print(html, pdf if print_pdf(html, pdf) else "（没有 Chromium，不做 PDF）")
    for name in made.missing:
        print(f"使用说明缺图：docs/guide/{name}", file=sys.stderr)
    return int(asked.strict and bool(made.missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
