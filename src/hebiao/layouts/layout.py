"""
A layout file in, what one family of published forms looks like out. Data only.

A file names the labels of a form with the variants seen in print, never a coordinate:

    [cells]                                   a label, its value in the cell to the right
    project = ["项目名称"]
    [funding.columns]                         a label over a column of values
    budget = ["预算数", "全年预算数"]

Anyone can add a form by adding a file; docs/layouts.md shows how.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal  # noqa: TC003 - pydantic reads it at run time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, ValidationError

from hebiao.errors import UsageError
from hebiao.layouts.faults import fault_sentences, suggestion, toml_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

Variants: TypeAlias = tuple[str, ...]
"""The spellings of one label, without spaces, brackets and what stands in brackets."""


class _Part(BaseModel):
    """A table of a layout file; a key that means nothing is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Foot(_Part):
    """
    The row that ends a block, with its values under the block's columns: 总分 | 100 | 91.38.

    `fields` gives for each field the column it stands under; one that is not there is passed
    over, and where a single cell stands under all of them, the first field has it.
    """

    labels: Variants = ()
    fields: dict[str, str] = {}


class Block(_Part):
    """
    A part of the form that is a table with column labels above its rows.

    `stub` is the label merged down its left side, `columns` the labels above the values,
    `requires` the columns without which a row of labels is not this block's header, `lines`
    the labels at the left of single rows, `named_by` the columns whose words name a row, and
    `foot` the row at its end.
    """

    columns: dict[str, Variants]
    requires: tuple[str, ...]
    stub: Variants = ()
    named_by: tuple[str, ...] = ()
    lines: dict[str, Variants] = {}
    foot: Foot = Foot()


class Prose(_Part):
    """
    What the paragraphs before the table say, as templates such as `自评得分为{score}分`.

    `title` stands over the table, `heading` over the summary; `caption` are labels with their
    value behind a colon; `year` is a line of its own under the title; `figures` are the figures
    that the summary repeats in words; `paragraphs` is how all of it is printed, with each
    value's field in braces.
    """

    title: Variants = ()
    year: Variants = ()
    heading: Variants = ()
    caption: dict[str, Variants] = {}
    figures: dict[str, Variants] = {}
    paragraphs: tuple[str, ...] = ()


class Standards(_Part):
    """
    What the form prints, or its regulation says, of how it is scored.

    `weights` are the usual full marks by the part of the total; `outcome_bands` the least
    share of the full marks, in per cent, for a qualitative outcome that was 达成 and for one
    that was 部分达成; `at_most` how marks for exceeding a limit are printed, `ratio` being
    marks × target ÷ actual; `reason_below_percent` the execution rate below which the form asks
    for a reason, and `adjustment_explained` whether it asks for one where the budget was
    changed; `grades` the least total for each grade.
    """

    weights: dict[str, Decimal] = {}
    outcome_bands: tuple[Decimal, Decimal] | None = None
    at_most: Literal["ratio", "linear"] | None = None
    reason_below_percent: Decimal | None = None
    adjustment_explained: bool = False
    grades: dict[str, Decimal] = {}


class Layout(_Part):
    """
    One family of published forms.

    `requires` names the fields, blocks and columns (`funding.full_marks`) without which a table
    is not such a form; `mandatory` the fields that must be filled in; `denominator` the column
    the execution rate is taken of; `standards` how it is scored; `sections` the labels that
    only head a part of the form; `notes` how a cell begins that explains the form; `drawing`
    the form as it is printed, with each value's field in braces. A `fallback` is used where no
    other fits.
    """

    id: str
    name: str
    evidence: str
    requires: tuple[str, ...]
    mandatory: tuple[str, ...]
    cells: dict[str, Variants]
    indicators: Block
    prose: Prose
    drawing: str
    funding: Block | None = None
    goals: Block | None = None
    sections: Variants = ()
    notes: Variants = ("注", "备注", "说明")
    money: str = "万元"
    denominator: str = "budget"
    standards: Standards = Standards()
    fallback: bool = False

    __hash__ = object.__hash__
    """By identity: the look-up tables made of a layout are kept for that layout."""

    def printed(self, name: str) -> str:
        """Return the words the form prints for a field or a block."""
        first, _, column = name.partition(".")
        block = self.blocks.get(first)
        if block is None:
            variants = self.cells.get(name, ())
        else:
            variants = block.columns.get(column, ()) if column else block.stub
        return f"“{variants[0]}”" if variants else name

    @property
    def subject(self) -> str:
        """The field that says what a form is about: a project, or a department as a whole."""
        return "project" if "project" in self.cells else "department"

    @property
    def asks_reason(self) -> bool:
        """Whether the form as printed has a place for why marks were lost."""
        return "reason}" in self.drawing

    @property
    def blocks(self) -> dict[str, Block]:
        """The blocks by the name their fields begin with."""
        named = {"funding": self.funding, "goals": self.goals, "indicators": self.indicators}
        return {name: block for name, block in named.items() if block}


def parse_layout(text: str, source: str) -> Layout:
    """
    Return the layout a TOML text describes.

    Raises:
        UsageError: the text is not TOML, or a key is unknown, missing or of the wrong kind, or
            `requires` names what the layout does not have.
    """
    try:
        layout = Layout.model_validate(tomllib.loads(text))
        faults = list(_dangling(layout))
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"版式文件 {source} 不是有效的 TOML：{toml_fault(error)}") from error
    except ValidationError as error:
        faults = fault_sentences(error.errors(), Layout)
    if faults:
        raise UsageError(f"版式文件 {source} 有误：{'；'.join(faults)}")
    return layout


def _dangling(layout: Layout) -> Iterator[str]:
    """Yield what is wrong with `requires`: with a name that is nowhere, no table ever fits."""
    for name, block in layout.blocks.items():
        for column in block.requires:
            if column not in block.columns:
                near = suggestion(column, list(block.columns))
                yield f"[{name}] requires 里的 {column} 不在 [{name}.columns] 里，{near}"
    names = [*layout.cells, *layout.blocks]
    for required in layout.requires:
        if required not in names and required.partition(".")[0] not in layout.blocks:
            near = suggestion(required, names)
            yield f"requires 里的 {required} 在 [cells] 和各块里都没有，{near}"


@cache
def known_layouts() -> tuple[Layout, ...]:
    """Return the layouts that come with the package, in the order of their file names."""
    return layouts_in(Path(__file__).parent)


def known_layout(layout_id: str) -> Layout:
    """Return the layout of this name that comes with the package."""
    return next(layout for layout in known_layouts() if layout.id == layout_id)


def layouts_in(folder: Path) -> tuple[Layout, ...]:
    """
    Return the layouts of a folder, in the order of their file names.

    Raises:
        UsageError: a file is no layout.
    """
    paths = sorted(folder.glob("*.toml"))
    return tuple(parse_layout(path.read_text(encoding="utf-8"), path.name) for path in paths)
