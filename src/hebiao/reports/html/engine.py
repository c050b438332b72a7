"""
The name of a template and values in, HTML out; every text is escaped and made harmless here.

A page states in its Content-Security-Policy by their hashes which style and which script it
runs: a script that came in with a file would not be run even if it were not escaped.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from hebiao.reports.finding import KINDS, SURENESS
from hebiao.reports.html.signs import LIGHTS, SIGNS
from hebiao.reports.naming import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator

_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_PIECES = 200
"""Pieces of a template that are put out together."""


def clean(text: str) -> str:
    """Return a text without what HTML forbids, UTF-8 cannot write, or turns around a line."""
    return _HARMFUL.sub("�", text)


def rendered(template: str, **values: object) -> str:
    """Return a whole template as HTML."""
    return environment().get_template(template).render(values)


def pieces(template: str, **values: object) -> Iterator[str]:
    """Yield a template as HTML in pieces of a bearable size."""
    stream = environment().get_template(template).stream(values)
    stream.enable_buffering(_PIECES)
    yield from stream


@cache
def environment() -> Environment:
    """Return the templates, with what every one of them may use."""
    made = Environment(
        loader=PackageLoader("hebiao.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    made.globals |= {"kinds": KINDS, "sureness": SURENESS, "names": SEVERITIES, "signs": SIGNS}
    made.globals |= {"lights": LIGHTS, "included": included, "hash_of": hash_of}
    return made


def _harmless(value: object) -> object:
    """Clean a text before it is escaped; what is HTML already has been."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return clean(str(value))
    return value


@cache
def included(name: str) -> Markup:
    """Return the style or the script beside the templates, our own text, to be put in as it is."""
    text = files("hebiao.reports.html").joinpath("templates", name).read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 - a file of this package


def hash_of(name: str) -> str:
    """Return what a Content-Security-Policy calls a style or a script that is in the page."""
    digest = sha256(included(name).encode()).digest()
    return f"sha256-{b64encode(digest).decode()}"
