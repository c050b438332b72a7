"""The templates and the files of the page."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, PackageLoader

from hebiao import __version__
from hebiao.batch.sources.documents import SUFFIXES
from hebiao.reports.diff import words
from hebiao.reports.html.engine import environment, included
from hebiao.reports.places import where
from hebiao.rules import CATALOGUE
from hebiao.web.naming import ARCHIVE

if TYPE_CHECKING:
    from jinja2 import Environment

    from hebiao.diff import Difference
    from hebiao.web.limits import Limits

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}
"""By the suffix: the registry of Windows may say that a script is none."""

_OF_REPORTS = ("report.css", "report.js")
_FIRST = (".docx", ".doc", ".wps")


def page_html(limits: Limits) -> str:
    """Return the page."""
    return (
        _environment()
        .get_template("page.html")
        .render(
            rules=CATALOGUE,
            version=__version__,
            endings=(*_FIRST, *sorted(SUFFIXES - set(_FIRST)), ARCHIVE),
            most_bytes=limits.file,
            most_request=limits.request,
            most_files=limits.files,
        )
    )


def comparison_html(difference: Difference) -> str:
    """Return a comparison as a part of the page."""
    return _environment().get_template("comparison.html").render(difference=difference)


def static_file(name: str) -> tuple[bytes, str] | None:
    """Return a file of the page and its type; none where there is none of this name."""
    suffix = name[name.rfind(".") :] if "." in name else ""
    if suffix not in _TYPES:
        return None
    if name in _OF_REPORTS:
        return included(name).encode(), _TYPES[suffix]
    folder = files("hebiao.web").joinpath("static")
    found = next((each for each in folder.iterdir() if each.name == name), None)
    return (found.read_bytes(), _TYPES[suffix]) if found and found.is_file() else None


@cache
def _environment() -> Environment:
    made = environment().overlay(
        loader=ChoiceLoader([PackageLoader("hebiao.web"), PackageLoader("hebiao.reports.html")])
    )
    names = (
        "fate_of", "is_note", "remark_on", "remark_on_all", "matched_how", "outcome", "numbers",
        "old_text", "new_text",
    )  # fmt: skip
    made.globals = made.globals | {name: getattr(words, name) for name in names} | {"where": where}
    return made
