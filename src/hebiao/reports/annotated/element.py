"""New elements, in the names of the part they are put into: strict parts have others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from hebiao.word.names import XML_SPACE, Element, as_in

if TYPE_CHECKING:
    from collections.abc import Mapping


def make(like: Element, tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Make an element for the part in which `like` stands."""
    own = {as_in(like, name): value for name, value in (attributes or {}).items()}
    return etree.Element(as_in(like, tag), own)


def add(parent: Element, tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """Make an element as the last child of another."""
    element = make(parent, tag, attributes)
    parent.append(element)
    return element


def write(t: Element, text: str) -> Element:
    """Set the text of a w:t or w:delText; blanks at its ends count."""
    t.text = text
    t.set(XML_SPACE, "preserve")
    return t
