"""
A sign of a symbol font → the Unicode character that looks like it.

    <w:sym w:font="Wingdings 2" w:char="F052"/>                        ☑
    <w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>R</w:t></w:r>   ☑

Such fonts have 8-bit codes; Word writes them as they are or moved to U+F000…U+F0FF. Tick
boxes come as many shapes and are told apart by two only: ☑ or ☒ is ticked, □ is empty.
"""

from __future__ import annotations

UNKNOWN = (
    "⬚"  # some sign stands here, but which one is not known: a dotted square, never a tick box
)

_SYMBOL_21_7E = (
    "!∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~"
)
_SYMBOL_A0_EF = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_SYMBOL_F1_FE = "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"


def _from(first: int, signs: str) -> dict[int, str]:
    return dict(enumerate(signs, first))


def _table(entries: str) -> dict[int, str]:
    """Read "52☑ FE☑": the code in the font, and what it looks like."""
    return {int(entry[:2], 16): entry[2:] for entry in entries.split()}


SYMBOL = _from(0x21, _SYMBOL_21_7E) | _from(0xA0, _SYMBOL_A0_EF) | _from(0xF1, _SYMBOL_F1_FE)

# 52 is a sun in Wingdings; in forms it is the ☑ of Wingdings 2 whose font name lost its 2
WINGDINGS = (
    _table("""
        52☑ FE☑ FD☒ 78☒ FC√ FB×  6F□ 70□ 71□ 72□ A8□
        6E■ A7▪ 6C● 9F• 9E· A1○ 6D○ A4◉ A5◎  73◆ 74◆ 75◆ 77◆ 76❖ AB★ B6☆ AA✦ B5✪
        45☜ 46☞ 47☝ 48☟  D8➢ DC➲  22✂ 29✆ 36⌛ 3F✍ 4A☺ 4C☹ 51✈  80⓪ 8B⓿
    """)
    | _from(0x81, "①②③④⑤⑥⑦⑧⑨⑩")
    | _from(0x8C, "❶❷❸❹❺❻❼❽❾❿")
    | _from(0xDF, "←→↑↓↖↗↙↘⬅➔⬆⬇")
    | _from(0xEF, "⇦⇨⇧⇩⬄⇳")
)

WINGDINGS_2 = (
    _table("52☑ 51☒ 53☒ 54☒ 50√ 4F×  A3□ A4□  A1▪ A2■ 95· 96• 97• 98● 99○ 9D⊙ AE◆ AF◇ 69⓪ 74⓿")
    | _from(0x6A, "①②③④⑤⑥⑦⑧⑨⑩")
    | _from(0x75, "❶❷❸❹❺❻❼❽❾❿")
)

WINGDINGS_3 = _from(0x66, "←→↑↓↖↗↙↘") | _from(0x70, "▲▼△▽◀▶◁▷")

WEBDINGS = _table("61√ 72×  63□ 67■ 6E● 6D○  33◀ 34▶ 35▲ 36▼")

FONTS = {
    "symbol": SYMBOL,
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "wingdings 3": WINGDINGS_3,
    "webdings": WEBDINGS,
}


def is_symbol_font(name: str | None) -> bool:
    """Say whether the font shows signs where others have letters."""
    return name is not None and name.lower() in FONTS


def sign(font: str, code: int) -> str:
    """
    Return what a w:sym shows.

    In a font with letters a code moved to U+F0xx is the letter itself. What is no character
    at all (a control code, half a surrogate pair) is unknown.
    """
    moved = 0xF020 <= code <= 0xF0FF
    table = FONTS.get(font.lower())
    if table is not None and (moved or code < 0x100):
        return " " if code & 0xFF == 0x20 else table.get(code & 0xFF, UNKNOWN)
    plain = code & 0xFF if moved else code
    return UNKNOWN if plain < 0x20 or 0xD800 <= plain <= 0xDFFF else chr(plain)


def in_symbol_font(text: str, font: str) -> str:
    """Return what a text looks like in a symbol font; Chinese in it is in another font."""
    return "".join(
        sign(font, ord(char)) if char < "\u0100" or "\uf020" <= char <= "\uf0ff" else char
        for char in text
    )
