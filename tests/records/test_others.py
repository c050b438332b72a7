"""What a layout labels is in the record, under a field of its own or under its name in others."""

from __future__ import annotations

from hebiao.check import read
from hebiao.layouts import Layout, known_layouts
from hebiao.layouts.layout import Block
from hebiao.sample import Content, content_of, write, write_forms

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")


def with_proof(layout: Layout) -> Layout:
    """The layout with a column and a row that it names for itself."""
    drawing = layout.drawing.replace("得分                  |", "证明材料              |")
    drawing = drawing.replace("{indicators.n.score}", "{indicators.n.proof}")
    drawing = drawing.replace("{measures}", "{auditor} ")
    columns = layout.indicators.columns | {"proof": ("证明材料",)}
    indicators = Block(**layout.indicators.model_dump() | {"columns": columns})
    cells = layout.cells | {"auditor": ("改进措施及结果应用方案",)}
    del cells["measures"]
    return layout.model_copy(update={"drawing": drawing, "indicators": indicators, "cells": cells})


CONTENT: Content = {
    "project": "灌区改造",
    "funding.1.budget": "100",
    "funding.1.executed": "90",
    "indicators.1.level3": "渠道长度",
    "indicators.1.proof": "验收单",
    "auditor": "甲会计师事务所",
}


def test_fields_that_only_a_layout_knows_are_kept_under_its_names():
    layout = with_proof(HUBEI)

    (form,) = read(write_forms([CONTENT], layout), [layout])

    assert {"auditor": "甲会计师事务所", "indicators.1.proof": "验收单"} == {
        other.name: other.stated.text for other in form.others
    }
    assert [form] == read(write(form, layout), [layout])


def test_what_stands_in_the_table_and_above_it_is_kept_twice():
    content = CONTENT | {"total": "96分", "caption.total": "95"}

    (form,) = read(write_forms([content], HUBEI), [HUBEI])

    assert form.total
    assert "96分" == form.total.text
    assert "95" == content_of(form)["caption.total"]


def test_a_contact_above_the_table_is_the_form_s():
    content = CONTENT | {"caption.contact": "张某", "caption.phone": "0715-0000000"}

    (form,) = read(write_forms([content], HUBEI), [HUBEI])

    assert form.contact
    assert form.phone
    assert ("张某", "0715-0000000") == (form.contact.text, form.phone.text)
