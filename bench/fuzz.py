"""
Breaks Word files at random and has the whole line check them.

    python -m bench.fuzz [RUNS] [SEED]

Of every four files two are broken in the XML of one of their parts, one in the bytes of a part
and one in its own bytes. Prints what became of them and the slowest; ends with 1 if an exception
got out or a rule failed. A file that did this is kept in the folder for temporary files.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from hebiao.check import Status, check
from hebiao.word import names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from hebiao.check import CheckResult

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures").glob("*.docx"))
MAIN_PART = "word/document.xml"
TAGS = sorted({str(name) for name in vars(names).values() if re.fullmatch(r"{.+}\w+", str(name))})
WRAPPERS = (names.SDT, names.SDT_CONTENT, names.CUSTOM_XML, names.INS, names.DEL, names.TC)
VALUES = (
    *(
        "",
        "0",
        "1",
        "-1",
        "2",
        "63",
        "1025",
        str(2**31),
        "9" * 400,
        "1.5",
        "\u0663",
        "true",
        "none",
    ),
    *("restart", "continue", "rest", "cont", "begin", "separate", "end", "F0FE", "FFFFFFFF"),
    *("Wingdings", "preserve", "decimal", "chineseCounting", "%1.%2", "a", "rId1", "wps"),
)
TEXTS = (
    *(
        "",
        " ",
        "\n",
        "\u3000",
        "0",
        "-",
        "/",
        "无",
        "≥",
        "100%",
        "％",
        "1e999",
        "-0.00",
        "NaN",
        "∞",
    ),
    *("9" * 500, "1,2,3.4.5", "万元", "2020年13月45日", "☑□☒√", "（1）", "得分", "执行率", "总分"),
    *("\U0001f600", "\u200b", "\u202e", "é" * 300, "12.5-12.5~13%", "1/0", "①", "〇", "负三"),
)
SIGNS = (b"\0", b"\xff", b"PK\1\2", b"<", b">", b"&", b"]]>", b"\xed\xa0\x80", b"\x7f\xff\xff\xff")


class Outcome(NamedTuple):
    """What became of one file: a status, a code, or `exception` with the traceback."""

    run: int
    what: str
    seconds: float
    trouble: str = ""


def mutant(seed: int, run: int, files: Sequence[Path] = FIXTURES) -> bytes:
    """Return the broken file of a run; the same numbers give the same file."""
    chance = random.Random(f"{seed}/{run}")  # noqa: S311 - nothing is kept secret by it
    path = chance.choice(files)
    if run % 4 == 3:
        return broken_bytes(path.read_bytes(), chance)
    parts = parts_of(path)
    xml = [name for name in parts if name.endswith((".xml", ".rels"))]
    part = MAIN_PART if chance.random() < 0.8 else chance.choice(xml)
    broken = (broken_bytes if run % 4 == 1 else broken_xml)(parts[part], chance)
    return packed(parts | {part: broken})


@cache
def parts_of(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def broken_bytes(data: bytes, chance: random.Random) -> bytes:
    """Overwrite, cut out, repeat and insert a few bytes."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(broken) + 1)
        to = min(at + chance.choice((1, 2, 8, 100, len(broken))), len(broken))
        sign = chance.choice((*SIGNS, chance.randbytes(4)))
        change = chance.randrange(5)
        if change == 0:
            del broken[at : at + chance.choice((1, 4, 50))]
        elif change == 1:
            broken[at:at] = broken[at : at + 300]
        elif change == 2 and chance.random() < 0.2:
            del broken[at:to]
        else:
            broken[at : at + len(sign) * (change == 3)] = sign
    return bytes(broken)


def broken_xml(data: bytes, chance: random.Random) -> bytes:
    """Change a few elements."""
    root = etree.fromstring(data)
    for _ in range(chance.randint(1, 12)):
        chance.choice(CHANGES)(chance.choice(list(root.iter(etree.Element))), chance)
    return etree.tostring(root)


def remove(element: names.Element, _: random.Random) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def repeat(element: names.Element, chance: random.Random) -> None:
    """Put copies of an element behind it, or one inside it."""
    if element.getparent() is None:
        return
    for _ in range(chance.choice((1, 1, 2, 40))):
        element.addnext(deepcopy(element))
    if chance.random() < 0.2:
        element.append(deepcopy(element))


def rename(element: names.Element, chance: random.Random) -> None:
    element.tag = chance.choice(TAGS)


def insert(element: names.Element, chance: random.Random) -> None:
    """Put an element of any kind somewhere inside."""
    new = etree.Element(chance.choice(TAGS), {chance.choice(TAGS): chance.choice(VALUES)})
    element.insert(chance.randint(0, len(element)), new)


def wrap(element: names.Element, chance: random.Random) -> None:
    """Put something around an element."""
    if (parent := element.getparent()) is not None:
        around = etree.Element(chance.choice(WRAPPERS))
        parent.replace(element, around)
        around.append(element)


def move(element: names.Element, chance: random.Random) -> None:
    """Put an element somewhere else."""
    target = chance.choice(list(element.getroottree().iter(etree.Element)))
    if element.getparent() is not None and element not in {target, *target.iterancestors()}:
        target.insert(chance.randint(0, len(target)), element)


def revalue(element: names.Element, chance: random.Random) -> None:
    """Change an attribute, or add one, or take all away."""
    if chance.random() < 0.1:
        element.attrib.clear()
    else:
        name = chance.choice(sorted(map(str, element.attrib)) or TAGS)
        element.set(name, chance.choice(VALUES))


def retext(element: names.Element, chance: random.Random) -> None:
    """Change the text of an element, or of one below it that has any."""
    said = [each for each in element.iter(etree.Element) if each.text] or [element]
    chance.choice(said).text = chance.choice(TEXTS)


CHANGES: tuple[Callable[[names.Element, random.Random], None], ...] = (
    *(remove, repeat, rename, insert, wrap, move),
    *(revalue, revalue, retext, retext),
)


def failure(result: CheckResult) -> str:
    """Return what a rule that failed says of itself; check lets no such exception out."""
    said = [finding.message for finding in result.findings]
    said += [unchecked.reason for form in result.forms for unchecked in form.not_checked]
    return next((message for message in said if "核表程序出错" in message), "")


def outcome(seed: int, run: int) -> Outcome:
    data = mutant(seed, run)
    began = time.perf_counter()
    try:
        result = check(data)
        trouble = failure(result)
    except Exception:  # noqa: BLE001 - to find any is what this is for
        trouble = traceback.format_exc()
    seconds = time.perf_counter() - began
    if trouble:
        kept = Path(tempfile.gettempdir()) / f"hebiao-fuzz-{seed}-{run}.docx"
        kept.write_bytes(data)
        return Outcome(run, "exception", seconds, f"{kept}\n{trouble}")
    problem = result.problem if result.status == Status.UNREADABLE else None
    return Outcome(run, problem.code if problem else result.status, seconds)


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with ProcessPoolExecutor() as pool:
        outcomes = list(pool.map(partial(outcome, seed), range(runs), chunksize=50))
    print(f"{runs:7} runs, seed {seed}")
    for what, count in Counter(outcome.what for outcome in outcomes).most_common():
        print(f"{count:7} {what}")
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    print(f"{slowest.seconds:7.2f} seconds at most: run {slowest.run}, {slowest.what}")
    failed = [outcome for outcome in outcomes if outcome.trouble]
    for each in failed[:20]:
        print(f"\nrun {each.run}: {each.trouble}")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
