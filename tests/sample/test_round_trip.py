"""A form that is written and read again is the same form."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.sample.random_forms import forms_of

from hebiao.check import read
from hebiao.layouts import Layout, known_layouts
from hebiao.sample import content_of, sample_content, write, write_forms

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")


def test_several_forms_in_one_file_keep_their_order():
    names = ["甲项目", "乙项目", "丙项目"]
    contents = [sample_content({"project": name}) for name in names]

    forms = read(write_forms(contents, HUBEI))

    assert names == [form.project.text for form in forms if form.project]
    assert [1, 2, 3] == [form.table for form in forms]


@pytest.mark.parametrize("layout", known_layouts(), ids=lambda layout: layout.id)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_record_of_any_layout_has_every_text_and_is_equal_when_written_and_read_again(
    layout: Layout, data: st.DataObject
):
    content = data.draw(forms_of(layout))

    (record,) = read(write_forms([content], layout), [layout])

    texts = content_of(record)
    assert [] == [cell.text for cell in record.unread]
    assert {} == {field: text for field, text in content.items() if texts.get(field) != text}
    assert [record] == read(write(record, layout), [layout])


def test_a_form_written_twice_is_the_same_to_the_byte():
    assert write_forms([sample_content()], HUBEI) == write_forms([sample_content()], HUBEI)
