"""
Files as departments hand them in: random honest forms, some with one figure changed, in Word's XML.

    python -m bench.submissions FOLDER --files 10000 --forms 1 [--seed 1]

Spread over all layouts; the forms of one file have the same. One form in five has one figure
changed, so that the search for the wrong figure has its share of the work. What is written
depends on the seed alone.
"""

from __future__ import annotations

import argparse
import random
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from bench.as_saved import saved
from bench.faults import fault
from bench.honest import honest_form

from hebiao.layouts import known_layouts
from hebiao.sample.plan import fields, fill, plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hebiao.layouts import Layout
    from hebiao.word import Grid

LAYOUTS = tuple(layout for layout in known_layouts() if not layout.fallback)
FAULTY = 0.2
"""The share of the forms with one figure changed."""


def submissions(count: int, forms: int = 1, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """Yield `count` files of so many forms each, with their names."""
    return (submission(seed, forms, number) for number in range(count))


def submission(seed: int, forms: int, number: int) -> tuple[str, bytes]:
    """Return one of the files, whatever others there are."""
    chance = random.Random(f"{seed}/{forms}/{number}")  # noqa: S311 - nothing is secret by it
    layout = LAYOUTS[number % len(LAYOUTS)]
    written = [_form(chance, layout) for _ in range(forms)]
    return f"{number + 1:05}-{layout.id}.docx", saved(written, chance)


def _form(chance: random.Random, layout: Layout) -> tuple[Sequence[str], Grid]:
    """Return the paragraphs before the table of a form, and the table."""
    form = honest_form(chance, layout)
    content = fault(chance, form.content)[1] if chance.random() < FAULTY else form.content
    paragraphs = [
        fill(paragraph, content)
        for paragraph in form.layout.prose.paragraphs
        if any(field in content for field in fields(paragraph))
    ]
    return paragraphs, plan(form.layout, content)


def main() -> None:
    parser = argparse.ArgumentParser(description="Write files as departments hand them in.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--forms", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    size = 0
    with ProcessPoolExecutor() as pool:
        write = partial(submission, asked.seed, asked.forms)
        for name, data in pool.map(write, range(asked.files), chunksize=50):
            (asked.folder / name).write_bytes(data)
            size += len(data)
    print(f"{asked.files} files, {size / 2**20:.0f} MB")


if __name__ == "__main__":
    main()
