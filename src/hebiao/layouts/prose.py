"""
The paragraphs before a form's table in, what they say of the form out, by field name.

    《2020年度某某项目自评结果》摘要版                         heading.year, heading.project
    …2020年度某单位某某项目绩效自评得分为91.38分，其中：…      summary.total, summary.parts.…,
                                                               and whole: summary.paragraphs.2
    《2020年度某某项目绩效自评表》                             title.year, title.project
    单位名称：某单位          填报日期：2021年03月30日         caption.unit_name, caption.form_date
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from hebiao.layouts.label import squeeze
from hebiao.layouts.place import CellPlace, Place, TextPlace, Written
from hebiao.layouts.squeezed import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.layouts.layout import Prose

_TOKENS = {
    "year": r"\d{4}",
    "project": r"[^,。;:]+?",
    "subject": r"[^,。;:]+?",
    "score": r"-?[\d,]+(?:\.\d+)?",
    "amount": r"-?[\d,]+(?:\.\d+)?(?:万元|亿元|元|万|亿)?",
    "percent": r"-?[\d,]+(?:\.\d+)?%?",
    "text": r"[^。]+",
}
_FIGURES = frozenset({"score", "amount", "percent", "text"})
"""Tokens that stand for the figure a template is named for; the others have names of their own."""

_TOKEN = re.compile(r"\\\{(\w+)\\\}")
_QUOTES = re.compile(r"[《》“”\"]")
_SENTENCE = re.compile(r"[^。；;\n]+[。；;]?")
_LONGEST_TITLE = 80


class Passage(NamedTuple):
    """A text before or above the form: a paragraph by its number, or a cell."""

    text: str
    paragraph: int
    cell: CellPlace | None = None

    def at(self, words: str) -> Place:
        """Return the place of words in the passage."""
        return self.cell or TextPlace(self.paragraph, words.strip())


def read_prose(passages: Sequence[Passage], prose: Prose) -> dict[str, Written]:
    """Return what is said before a table: by the nearest title, and the first of the rest."""
    titles = (_titled(passage, prose.title, "title") for passage in reversed(passages))
    headings = (_titled(passage, prose.heading, "heading") for passage in passages)
    values = next(filter(None, titles), {}) | next(filter(None, headings), {})
    for passage in passages:
        years = _titled(passage, prose.year, "line")
        if "line.year" in years:
            values.setdefault("title.year", years["line.year"])
        figures = list(_figures(passage, prose))
        for name, written in (*_captions(passage, prose), *figures):
            values.setdefault(name, written)
        if figures:
            whole = Written(passage.text, passage.at(passage.text))
            values[f"summary.paragraphs.{passage.paragraph}"] = whole
    return values


def is_titled(passages: Sequence[Passage], prose: Prose) -> bool:
    """Return whether a title of the form stands there."""
    return any(_titled(passage, prose.title, "title") for passage in passages)


def _titled(passage: Passage, templates: Sequence[str], name: str) -> dict[str, Written]:
    """Return the project and the year a title names, or nothing if it is no such title."""
    if len(passage.text) > _LONGEST_TITLE:
        return {}
    text = squeezed(_QUOTES.sub(" ", passage.text))
    for template in templates:
        if found := _compiled(template).match(text.squeezed):
            place = passage.at(passage.text)
            parts = {f"{name}.{key}": Written(words, place) for key, words in text.groups(found)}
            return {name: Written(passage.text.strip(), place), **parts}
    return {}


def _captions(passage: Passage, prose: Prose) -> Iterator[tuple[str, Written]]:
    """Yield the values behind the labels of a line such as `单位名称：…   填报日期：…`."""
    pattern = _caption_pattern(tuple(prose.caption.values()))
    found = list(pattern.finditer(passage.text)) if pattern else []
    if not found:
        return
    names = {word: name for name, words in prose.caption.items() for word in words}
    ends = [*(match.start() for match in found[1:]), len(passage.text)]
    for match, end in zip(found, ends, strict=False):
        value = passage.text[match.end() : end].strip()
        name = names[squeeze(match[1])]
        yield f"caption.{name}", Written(value, passage.at(passage.text))


def _figures(passage: Passage, prose: Prose) -> Iterator[tuple[str, Written]]:
    """Yield the figures that a summary repeats, each with the sentence it stands in."""
    for sentence in _SENTENCE.findall(passage.text) if prose.figures else ():
        text, place = squeezed(sentence), passage.at(sentence)
        for name, templates in prose.figures.items():
            if found := _search(text.squeezed, templates):
                for key, words in text.groups(found):
                    own_name = name if key in _FIGURES else key
                    yield f"summary.{own_name}", Written(words, place)


def _search(text: str, templates: Sequence[str]) -> re.Match[str] | None:
    """Return where the first template stands that is in the text."""
    for template in templates:
        if found := _compiled(template).search(text):
            return found
    return None


@lru_cache(maxsize=512)
def _compiled(template: str) -> re.Pattern[str]:
    """Return the regular expression of a template: `自评得分为{score}分`."""
    escaped = re.escape(squeeze(template))
    return re.compile(_TOKEN.sub(lambda token: f"(?P<{token[1]}>{_TOKENS[token[1]]})", escaped))


@lru_cache(maxsize=64)
def _caption_pattern(captions: tuple[tuple[str, ...], ...]) -> re.Pattern[str] | None:
    words = sorted((word for words in captions for word in words), key=len, reverse=True)
    spaced = "|".join(r"\s*".join(map(re.escape, word)) for word in words)
    return re.compile(rf"({spaced})\s*(?:[（(][^（()）]*[）)])?\s*[：:]") if words else None
