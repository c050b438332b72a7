"""Any grid, for laws: cells that never overlap, holes, and texts that can be drawn."""

from __future__ import annotations

from itertools import product

from hypothesis import strategies as st

from hebiao.word import Cell, Grid

WORDS = st.text("资金总额分AbC 0123.%≥、（）☑□-_\u3000", max_size=6).map(str.strip)
TEXTS = st.lists(WORDS, max_size=3).map("\n".join).map(lambda text: text.strip("\n"))


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    """Tile up to five by five positions with cells and holes, from the top left on."""
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    free = set(product(range(1, rows + 1), range(1, columns + 1)))
    cells = []
    for row, column in sorted(free):
        if (row, column) in free:
            width = draw(st.integers(1, _run(free, row, column, down=False)))
            height = draw(st.integers(1, _run(free, row, column, down=True)))
            covered = set(product(range(row, row + height), range(column, column + width)))
            if covered <= free:
                free -= covered
                text = draw(TEXTS)
                cells.append(Cell(row, column, height, width, text, text))
    return Grid(1, rows, columns, tuple(cells))


def _run(free: set[tuple[int, int]], row: int, column: int, *, down: bool) -> int:
    """How many free positions follow each other from here."""
    steps = 0
    while (row + steps * down, column + steps * (not down)) in free:
        steps += 1
    return steps
