"""
The text of a cell with boxes to tick → its options, and which of them are ticked.

    1、部门预算项目□   2、市直专项☑  3、其他项目□     the box stands behind its option
    □部门预算项目 ☑市直专项 □其他项目                 the box stands before it
    1、部门预算项目   2、市直专项□  3、其他项目□      a box is missing: its glyph was lost
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from hebiao.values.spelling import visible

_MARK = re.compile(
    r"""
    (   [□☐▢◻] \s? [√✓✔]                   # a tick typed into or beside its box
      | [（(\[【] \s* [√✓✔xX]? \s* [）)\]】]  # (√) [x] ( ) [ ]
      | [☑☒■√✓✔✅●▣◉🗹⊠□☐▢◻]
      | (?<![零一二三四五六七八九]) [○◯]     # but not the zero of 二○二○
    )
    """,
    re.VERBOSE,
)
_TICK = re.compile(r"[☑☒■√✓✔✅●▣◉🗹⊠xX]")
_NUMBERING = re.compile(
    r"""
      (?<![0-9０-９]) [0-9０-９]{1,2} \s* [、.．)）] (?! [0-9] )
    | [(（] \s* [0-9０-９一二三四五六七八九]{1,2} \s* [)）]
    | [①-⑳]
    """,
    re.VERBOSE,
)
_COLON = re.compile("[:：]")
_NUMBERED = "\x1f"
"""Stands where an option's number stood, which is where the option begins."""

_AROUND = " \t\n\r\u3000\u00a0:：;；,，、。.|｜"


@dataclass(frozen=True, slots=True)
class TickBox:
    """
    One option of a cell with boxes.

    `mark` is the glyph as it stands. `lost` says the option has none although others in the
    cell do: in a text extraction that is how a ticked box looks, so whether it is ticked can
    only be seen in the form itself.
    """

    option: str
    ticked: bool
    mark: str
    lost: bool = False


@lru_cache(maxsize=1024)
def tickboxes(text: str) -> tuple[TickBox, ...]:
    """
    Return the options in reading order, without their numbers; () when no mark is there.

    A mark alone in its cell is one option without a name.
    """
    shown, numbers = _NUMBERING.subn(_NUMBERED, visible(text))
    words, *rest = _MARK.split(shown)
    if not rest:
        return ()
    words = _COLON.split(words, maxsplit=1)[-1]
    marks, segments = rest[0::2], [words, *rest[1::2]]
    options = [_options(segment, numbered=numbers > 1) for segment in segments]
    paired = _paired_before if _before(segments) else _paired_after
    return paired(marks, options) or (_box("", "".join(marks)),)


def _options(segment: str, *, numbered: bool) -> list[str]:
    """
    Cut the words between two marks into options.

    Where options are numbered only the next number parts them, and blanks within (a line
    break in a narrow cell) are no part of the name; without numbers blanks must part them.
    """
    pieces = segment.split(_NUMBERED) if numbered else segment.replace(_NUMBERED, " ").split()
    named = ("".join(piece.split()).strip(_AROUND) for piece in pieces)
    return [name for name in named if name]


def _before(segments: list[str]) -> bool:
    """
    Return whether the marks stand before their options.

    A mark belongs to the side it touches: □甲 乙□. Where every mark touches both or neither,
    the cell's first character decides.
    """
    touches_next = sum(_touching(after[:1]) for after in segments[1:])
    touches_previous = sum(_touching(before[-1:]) for before in segments[:-1])
    if touches_next != touches_previous:
        return touches_next > touches_previous
    return not segments[0].strip(_AROUND + _NUMBERED)


def _touching(neighbour: str) -> bool:
    return bool(neighbour) and neighbour not in _AROUND + _NUMBERED


def _paired_after(marks: list[str], options: list[list[str]]) -> tuple[TickBox, ...]:
    """Pair 甲□ 乙□: a mark belongs to the last option before it."""
    boxes: list[TickBox] = []
    for mark, names in zip(marks, options, strict=False):
        if boxes and not names:
            boxes[-1] = _also(boxes[-1], mark)
        else:
            *earlier, own = names or [""]
            boxes += [*map(_lost, earlier), _box(own, mark)]
    return (*boxes, *map(_lost, options[-1]))


def _paired_before(marks: list[str], options: list[list[str]]) -> tuple[TickBox, ...]:
    """Pair □甲 □乙: a mark belongs to the first option after it; in □甲√ both belong to 甲."""
    boxes = [*map(_lost, options[0])]
    waiting = ""
    for mark, names in zip(marks, options[1:], strict=True):
        if names:
            boxes += [_box(names[0], waiting + mark), *map(_lost, names[1:])]
            waiting = ""
        elif boxes:
            boxes[-1] = _also(boxes[-1], mark)
        else:
            waiting += mark
    return tuple(boxes)


def _box(option: str, mark: str) -> TickBox:
    return TickBox(option, ticked=bool(_TICK.search(mark)), mark=mark)


def _lost(option: str) -> TickBox:
    return TickBox(option, ticked=False, mark="", lost=True)


def _also(box: TickBox, mark: str) -> TickBox:
    """Add a second mark to a box, as in 甲√□ or □甲√."""
    return replace(_box(box.option, box.mark + mark), lost=False)
