"""The light of a form is that of the gravest finding."""

from __future__ import annotations

import pytest
from tests.written import written

from hebiao.check import check
from hebiao.layouts import known_layout
from hebiao.reports.lights import Light, light
from hebiao.reports.line import plain
from hebiao.reports.terminal import text_report
from hebiao.sample import sample_content, write_forms

FORMS = {
    Light.GREEN: {},
    Light.BLUE: {"indicators.2.actual": "6501册"},
    Light.YELLOW: {"implementing_unit": ""},
    Light.RED: {"implementing_unit": "", "total": "98.06分"},
}


@pytest.mark.parametrize("colour", Light)
def test_each_light(colour: Light):
    (form,) = check(written(FORMS[colour])).forms

    assert colour is light(form)


def test_a_file_of_several_forms_begins_with_their_lights():
    contents = [sample_content(edits) for edits in FORMS.values()]
    result = check(write_forms(contents, known_layout("hubei")))

    lines = "\n".join(map(plain, text_report([result]))).splitlines()

    assert [" 绿  表1", " 蓝  表2", " 黄  表3", " 红  表4"] == [line[:6] for line in lines[2:6]]
