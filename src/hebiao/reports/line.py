"""
A line of a report: pieces of text, each with the style it is shown in on a terminal.

    (Span("SC01 总分与各项得分之和不符", "bold"), Span("矛盾 · 确定", "bold red"))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Span(NamedTuple):
    """A piece of a line; the style is in the words of rich, "" for none."""

    text: str
    style: str = ""


Line: TypeAlias = tuple[Span, ...]

EMPTY: Line = ()


def lines_of(texts: Iterable[str], style: str = "", indent: str = "") -> Iterator[Line]:
    """Yield each text as a line of one piece."""
    return ((Span(f"{indent}{text}", style),) for text in texts)


def plain(lines: Iterable[Line]) -> str:
    """Return the lines as text without styles."""
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)
