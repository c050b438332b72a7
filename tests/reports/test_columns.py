"""Text is measured, shortened and broken by the columns it takes on a screen."""

from hypothesis import given
from hypothesis import strategies as st

from hebiao.reports.columns import clip, hang, one_line, pad, printable, width, wrap

texts = st.text(
    alphabet="总分预算执行率填应为，。；（）“”、 0123456789.%abc÷+\n\u3000", max_size=120
)
columns = st.integers(8, 60)


def test_a_chinese_character_takes_two_columns():
    assert 11 == width("总分95.62分")


@given(texts, columns)
def test_no_line_is_wider_than_asked(text: str, limit: int):
    assert [] == [line for line in wrap(text, limit) if width(line) > limit]


@given(texts, columns)
def test_wrapping_loses_nothing_but_blanks(text: str, limit: int):
    assert "".join(text.split()) == "".join("".join(wrap(text, limit)).split())


@given(texts, columns)
def test_a_clipped_text_fits_and_says_that_it_was_clipped(text: str, limit: int):
    clipped = clip(text, limit)

    assert width(clipped) <= limit
    assert clipped == text or clipped.endswith("…")


def test_figures_and_words_stay_whole():
    assert ["总分填", "95.62分，", "应为 91.67"] == wrap("总分填 95.62分，应为 91.67", 10)


def test_no_line_begins_with_a_closing_mark():
    assert ["请核对", "总分，", "再改。"] == wrap("请核对总分，再改。", 7)


def test_no_line_ends_with_an_opening_mark():
    assert ["预算数", "（A）"] == wrap("预算数（A）", 8)


def test_a_word_too_long_for_a_line_is_cut():
    assert ["abcdefgh", "ij"] == wrap("abcdefghij", 8)


def test_the_lines_after_a_head_begin_below_its_text():
    assert ["依据 表内总分", "     为各项得", "     分之和"] == hang(
        "依据 ", "表内总分为各项得分之和", 14
    )


def test_padding_counts_columns():
    assert "总分  |" == pad("总分", 6) + "|"


def test_a_line_break_between_chinese_characters_needs_no_blank():
    assert "产出指标 （40分） a b" == one_line("产出\n指标 （40分）\n a\nb")


def test_a_name_cannot_disturb_the_terminal():
    assert "a�[31mb�.docx" == printable("a\x1b[31mb\n.docx")
