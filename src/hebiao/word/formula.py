"""
An m:oMath → one line of text: a fraction reads 85/100, not 85100.

    <m:f><m:num><m:r><m:t>85</m:t></m:r></m:num><m:den><m:r><m:t>100</m:t></m:r></m:den></m:f>
"""

from __future__ import annotations

from hebiao.word.names import MATH, Element, first
from hebiao.word.story import children

TEXT = MATH + "t"
BETWEEN = {  # what stands between or before the two parts of a structure
    MATH + "f": (MATH + "num", "/", MATH + "den"),
    MATH + "sSup": (MATH + "e", "^", MATH + "sup"),
    MATH + "sSub": (MATH + "e", "_", MATH + "sub"),
    MATH + "rad": (MATH + "deg", "√", MATH + "e"),
}


def formula(element: Element) -> str:
    """Write a formula in one line; parts of several signs are put in brackets."""
    if element.tag == TEXT:
        return element.text or ""
    if element.tag in BETWEEN:
        before, sign, after = BETWEEN[element.tag]
        return _part(element, before) + sign + _part(element, after)
    if element.tag == MATH + "d":
        return f"({_inside(element)})"
    if element.tag == MATH + "nary":
        return _operator(element) + _inside(element)
    return _inside(element)


def _operator(nary: Element) -> str:
    """Read `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr> … </m:nary>`; by default ∫."""
    sign = nary.find(f"{MATH}naryPr/{MATH}chr")
    return "∫" if sign is None else sign.get(f"{MATH}val", "∫")


def _inside(element: Element) -> str:
    return "".join(formula(child) for child in children(element))


def _part(element: Element, tag: str) -> str:
    part = first(element, tag)
    text = "" if part is None else _inside(part)
    single = text.replace(".", "").replace("%", "").isalnum()
    return text if single or not text else f"({text})"
