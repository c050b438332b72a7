"""The files of bench/submissions.py: what an office saves says no more than what it wrote."""

import io
import random
import zipfile

import pytest
from bench.as_saved import saved
from bench.honest import honest_form
from bench.submissions import LAYOUTS, submissions

from hebiao.layouts import Layout
from hebiao.sample import write_forms
from hebiao.sample.plan import plan
from hebiao.word import read_document


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.id)
def test_a_table_as_an_office_saves_it_reads_as_the_one_that_was_written(layout: Layout):
    chance = random.Random(7)  # noqa: S311 - nothing is kept secret by it
    form = honest_form(chance, layout)

    office = read_document(saved([([], plan(form.layout, form.content))], chance))

    assert read_document(write_forms([form.content], form.layout)).grids == office.grids


def test_the_same_seed_gives_the_same_files():
    assert list(submissions(3, forms=2, seed=4)) == list(submissions(3, forms=2, seed=4))


def test_each_form_of_a_file_is_another():
    ((_, data),) = submissions(1, forms=2, seed=1)

    first, second = read_document(data).grids

    assert first.cells != second.cells


def test_runs_say_how_they_look():
    ((_, data),) = submissions(1)

    document = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")

    assert document.count(b"<w:r ") == document.count(b"<w:r w:rsidRPr=") > 50
    assert document.count(b"<w:rFonts ") >= document.count(b"<w:r ")
