"""A parsed template and the texts of a letter in, the names in it that nobody fills out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import meta, nodes

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOOP = frozenset(
    ("index", "index0", "revindex", "revindex0", "first", "last", "length", "cycle", "depth",
     "depth0", "previtem", "nextitem", "changed"),
)  # fmt: skip


def unknown_names(template: nodes.Template, texts: dict[str, Any]) -> list[str]:
    """Return the unknown names in the order of the alphabet; a name behind a dot with its dot."""
    unknown = meta.find_undeclared_variables(template) - texts.keys() - _GLOBALS
    known = set(_keys(texts)) | _LOOP
    fields = {each.attr for each in template.find_all(nodes.Getattr)} - known
    return [*sorted(unknown), *(f".{field}" for field in sorted(fields))]


_GLOBALS = {"range", "dict", "lipsum", "cycler", "joiner", "namespace"}


def _keys(texts: dict[str, Any]) -> Iterator[str]:
    for name, value in texts.items():
        yield name
        for below in value if isinstance(value, list) else ():
            yield from _keys(below)
