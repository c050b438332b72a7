"""
How the time of the rules across forms grows with the departments that hand in.

    python -m bench.across [DEPARTMENTS]

Each department hands in its form on the whole and so many projects. Once the projects come to more
than the whole, once to less: then other names have to be looked through for more projects of its
own. What counts is how much longer ten times as many take; ten times is as good as it gets.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from hebiao.across import FiledForm, across, filed_forms
from hebiao.check import check
from hebiao.config import DEFAULT_SETTINGS
from hebiao.layouts import known_layout
from hebiao.sample import sample_content, write_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.records import Stated

PLACES = "滨江龙湖青山白云金沙玉泉东湖西岭"
BUREAUS = ("教育局", "水利局", "文化和旅游局", "交通运输局", "民政局", "农业农村局", "林业局")
LESS, MORE = 1, 9


def form_of(layout: str) -> FiledForm:
    (form,) = filed_forms(check(write_forms([sample_content({}, layout)], known_layout(layout))))
    return form


def handed_in(departments: int, projects: int, seed: int = 1) -> Iterator[FiledForm]:
    """Yield the forms of so many departments, each with so many projects."""
    chance, project, whole = random.Random(seed), form_of("hubei"), form_of("whole")  # noqa: S311 - names
    for number in range(departments):
        place = "".join(chance.choices(PLACES, k=3))
        name = f"{place}{number}市{chance.choice(BUREAUS)}"
        yield named(whole, f"{number}/整体.docx", name, whole.project_text)
        for at in range(projects):
            yield named(project, f"{number}/{at}.docx", name, f"{place}{number}工程{at}")


def named(form: FiledForm, path: str, unit: str, project: str) -> FiledForm:
    return replace(
        form,
        path=path,
        sha256=path,
        department=stated(form.department, unit),
        implementing_unit=stated(form.implementing_unit, unit),
        project=stated(form.project, project),
    )


def stated(written: Stated[str] | None, text: str) -> Stated[str] | None:
    return replace(written, text=text, value=text) if written else None


def timed(departments: int, projects: int) -> tuple[int, float]:
    """Return how many forms there are, and the seconds they take."""
    forms = list(handed_in(departments, projects))
    start = time.process_time()
    across(forms, DEFAULT_SETTINGS)
    return len(forms), time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description="Time the rules across forms as forms grow.")
    parser.add_argument("departments", type=int, nargs="?", default=1000)
    most: int = parser.parse_args().departments
    for said, projects in (("more than the whole", MORE), ("less than the whole", LESS)):
        few, less = timed(most // 10, projects)
        forms, taken = timed(most, projects)
        print(f"projects {said}: {few} forms, and {forms}: {taken / less:.1f} times as long")


if __name__ == "__main__":
    main()
