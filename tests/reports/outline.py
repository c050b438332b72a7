"""A page in, what a browser sees of it out: its text, its elements, tags that do not match."""

import json
import re
from collections.abc import Iterable
from html.parser import HTMLParser

from hebiao.check import CheckResult
from hebiao.reports.about import About
from hebiao.reports.counts import Counts, count
from hebiao.reports.html import fragment, page
from hebiao.reports.json_v1 import file_entry, pieces

_VOID = {"meta", "col", "br", "input", "wbr", "img", "link"}
_SILENT = {"style", "script"}


class Outline(HTMLParser):
    """Reads a page; `wrong` are end tags that close nothing, `open` tags that are never closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def levels(self) -> list[int]:
        return [int(tag[1]) for tag, _ in self.elements if re.fullmatch("h[1-6]", tag)]

    @property
    def policy(self) -> str:
        named = {each.get("http-equiv"): each.get("content") for each in self.all("meta")}
        return named["Content-Security-Policy"] or ""

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def values(self, attribute: str) -> list[str]:
        return [each[attribute] or "" for _, each in self.elements if attribute in each]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1] not in _SILENT:
            self.texts.append(data.strip())


def html_of(*results: CheckResult) -> str:
    return "".join(page([fragment(each) for each in results]))


def read(*results: CheckResult) -> Outline:
    return Outline(html_of(*results))


def json_of(results: Iterable[CheckResult], skipped: int = 0) -> str:
    """Return the JSON report over files."""
    kept = list(results)
    entries = (json.loads(file_entry(result).model_dump_json()) for result in kept)
    return "".join(pieces(sum(map(count, kept), Counts()), entries, About(skipped=skipped)))
