"""A form that is written and read again is the same form."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms import Honest, honest_forms

from hebiao.check import read
from hebiao.layouts import known_layouts
from hebiao.sample import content_of, sample_content, write, write_forms

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")

words = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P"), exclude_characters="□☑☒"),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(honest_forms(), words, words, words)
def test_a_record_written_and_read_again_is_equal(form: Honest, name: str, actual: str, why: str):
    edited = form.content | {"project": name, "indicators.3.actual": actual, "reason": why}
    record = read(write_forms([edited], HUBEI))[0]

    assert [record] == read(write(record, HUBEI))


@settings(max_examples=60, deadline=None)
@given(honest_forms(), words, words)
def test_every_text_is_read_as_it_was_written(form: Honest, name: str, why: str):
    written = form.content | {"indicators.1.level3": name, "measures": why}

    texts = content_of(read(write_forms([written], HUBEI))[0])

    assert {} == {field: text for field, text in written.items() if texts.get(field) != text}


def test_several_forms_in_one_file_keep_their_order():
    names = ["甲项目", "乙项目", "丙项目"]
    contents = [sample_content({"project": name}) for name in names]

    forms = read(write_forms(contents, HUBEI))

    assert names == [form.project.text for form in forms if form.project]
    assert [1, 2, 3] == [form.table for form in forms]
