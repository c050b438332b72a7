"""
A number and a w:numFmt → its numeral: (3, "chineseCounting") → 三, (3, "lowerRoman") → iii.

A format that is not known here is written in Arabic figures, and so is a number it has no
numeral for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
ORDINAL = {1: "st", 2: "nd", 3: "rd"}


def numeral(number: int, num_fmt: str) -> str:
    """Write the number of an automatic list the way its w:numFmt says."""
    write = FORMATS.get(num_fmt, str)
    return write(number) if 0 < number < 10_000 else str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, letter in ROMAN:
        letters += letter * (number // value)
        number %= value
    return letters


def _letters(number: int) -> str:
    """Count a … z, aa, bb … zz as Word does; not aa, ab as spreadsheets do."""
    turn, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (turn + 1)


def _ordinal(number: int) -> str:
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else ORDINAL.get(number % 10, 'th')}"


def _placed(number: int, digits: str, units: str) -> str:
    """Write with the names of the places: 三百零五. One zero stands for several."""
    text = ""
    for place, digit in zip(range(len(str(number)) - 1, -1, -1), str(number), strict=True):
        if digit != "0":
            text += digits[int(digit)] + units[place].strip()
        elif number % 10**place and not text.endswith(digits[0]):
            text += digits[0]
    return text


def _chinese(number: int) -> str:
    """十 and 十二, not 一十 and 一十二; but 一百一十."""
    text = _placed(number, "零一二三四五六七八九", " 十百千")
    return text[1:] if 10 <= number < 20 else text


def _each(digits: str) -> Callable[[int], str]:
    """Replace digit by digit."""
    return lambda number: str(number).translate({ord("0") + i: digits[i] for i in range(10)})


def _series(signs: str) -> Callable[[int], str]:
    """Use one sign per number, and Arabic figures after the last."""
    return lambda number: signs[number - 1] if number <= len(signs) else str(number)


FORMATS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    **dict.fromkeys(
        (
            *("chineseCounting", "chineseCountingThousand", "japaneseCounting"),
            *("taiwaneseCounting", "taiwaneseCountingThousand"),
        ),
        _chinese,
    ),
    "chineseLegalSimplified": lambda number: _placed(number, "零壹贰叁肆伍陆柒捌玖", " 拾佰仟"),
    "ideographLegalTraditional": lambda number: _placed(number, "零壹貳參肆伍陸柒捌玖", " 拾佰仟"),
    **dict.fromkeys(
        ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital"),
        _each("〇一二三四五六七八九"),
    ),
    **dict.fromkeys(("decimalFullWidth", "decimalFullWidth2"), _each("０１２３４５６７８９")),
    "ideographTraditional": _series("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _series("子丑寅卯辰巳午未申酉戌亥"),
    **dict.fromkeys(
        ("decimalEnclosedCircle", "decimalEnclosedCircleChinese"),
        _series("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    ),
    "decimalEnclosedParen": _series("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "decimalEnclosedFullstop": _series("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "ideographEnclosedCircle": _series("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
}
