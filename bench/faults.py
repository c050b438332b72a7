"""
The texts of a form in, the same with one figure changed out, as slips of hand and eye change it.

    97.15 → 91.75 (two digits swapped), 9.15 (one lost), 9.715 (the point moved), -97.15, 97.14, …
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from bench.written import HALF_WIDTH, NUMBER, read

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from hebiao.sample import Content

FIGURE = re.compile(
    r"funding\.\d+\.(?:initial_budget|budget|executed|execution_rate|full_marks|score)"
    r"|indicators\.\d+\.(?:full_marks|score)|(?:caption\.)?total|total_full_marks"
    r"|summary\.(?:total|budget|executed|execution_rate|parts\..+)"
)
AMOUNT = re.compile(r".*\.(?:initial_budget|budget|executed)")


def figures(content: Content) -> dict[str, str]:
    """Return the fields that hold a figure which others depend on, with their texts."""
    return {
        name: text
        for name, text in content.items()
        if FIGURE.fullmatch(name) and read(text) is not None
    }


def fault(chance: random.Random, content: Content) -> tuple[str, Content]:
    """Return the form with one figure changed, and the field that was changed."""
    written = figures(content)
    while True:
        name = chance.choice(sorted(written))
        changed = _changed(chance, name, written)
        was, now = read(written[name]), read(changed)
        if was and now and was.value != now.value:
            return name, content | {name: changed}


def _changed(chance: random.Random, name: str, written: Content) -> str:
    text = written[name].translate(HALF_WIDTH).replace(",", "")
    found = NUMBER.search(text)
    if found is None:
        return text
    changes = SLIPS + ((in_yuan,) if AMOUNT.fullmatch(name) else ())
    slip = chance.choice((*changes, lambda *_: _neighbour(chance, name, written)))
    return text[: found.start()] + slip(chance, found[0]) + text[found.end() :]


def _neighbour(chance: random.Random, name: str, written: Content) -> str:
    """Return the figure of another row in the same column, or of another column in the row."""
    row, _, column = name.rpartition(".")
    block = row.partition(".")[0]
    near = [
        text
        for other, text in written.items()
        if (other.startswith(block) and other.endswith(f".{column}"))
        or (row and other.rpartition(".")[0] == row)
    ]
    text = chance.choice(near or [written[name]]).translate(HALF_WIDTH).replace(",", "")
    return "".join(NUMBER.findall(text))


def swapped(chance: random.Random, figure: str) -> str:
    digits = [at for at, sign in enumerate(figure) if sign.isdigit()]
    if len(digits) < 2:
        return figure
    at = chance.randrange(len(digits) - 1)
    first, second, signs = digits[at], digits[at + 1], list(figure)
    signs[first], signs[second] = signs[second], signs[first]
    return "".join(signs)


def dropped(chance: random.Random, figure: str) -> str:
    at = chance.choice([at for at, sign in enumerate(figure) if sign.isdigit()])
    left = figure[:at] + figure[at + 1 :]
    return left if re.fullmatch(r"\d+(?:\.\d+)?", left) else figure


def replaced(chance: random.Random, figure: str) -> str:
    at = chance.choice([at for at, sign in enumerate(figure) if sign.isdigit()])
    return figure[:at] + str(chance.randrange(10)) + figure[at + 1 :]


def moved(chance: random.Random, figure: str) -> str:
    return f"{Decimal(figure).scaleb(chance.choice((-1, 1))):f}"


def scaled(chance: random.Random, figure: str) -> str:
    places = len(figure.partition(".")[2])
    changed = Decimal(figure) * chance.randint(50, 150) / 100
    return f"{changed.quantize(Decimal(1).scaleb(-places)):f}"


def negative(chance: random.Random, figure: str) -> str:  # noqa: ARG001 - one of the slips
    return f"-{figure}"


def nudged(chance: random.Random, figure: str) -> str:
    """Change the figure by a few units of its last digit, which rounding may still allow."""
    places = len(figure.partition(".")[2])
    changed = Decimal(figure) + Decimal(chance.choice((-3, -2, -1, 1, 2, 3))).scaleb(-places)
    return f"{abs(changed):f}"


def in_yuan(chance: random.Random, figure: str) -> str:  # noqa: ARG001 - one of the slips
    return f"{Decimal(figure).scaleb(4):f}"


SLIPS: tuple[Callable[[random.Random, str], str], ...] = (
    *(swapped, dropped, replaced, moved, scaled, negative, nudged, nudged),
)
