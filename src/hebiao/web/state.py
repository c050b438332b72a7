"""A desk in, what the page is told of it out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from hebiao.reports.about import About
from hebiao.reports.across.words import spot, told
from hebiao.reports.ending import remarks
from hebiao.reports.html.signs import LIGHTS
from hebiao.web.desk import BUSY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.web.desk import Desk, File
    from hebiao.web.judge import ProjectLine

_COMMAND = re.compile(r"[，；][^，；。]*hebiao [a-z][^，；。]*")
_COLOURS = {"error": "red", "warning": "yellow", "note": "blue", "good": "green"}


def state_of(desk: Desk, idle_left: int) -> dict[str, Any]:
    """Return the state, in types of JSON."""
    total = desk.counts
    return {
        "revision": desk.revision,
        "files": [_file(file) for file in desk.files.values()],
        "counts": {
            "files": len(desk.files),
            "forms": total.forms,
            "errors": total.errors,
            "warnings": total.warnings,
            "notes": total.notes,
            "waived": len(total.waived),
            "unreadable": total.unreadable,
            "no_form": total.without_form,
        },
        "projects": [
            _project(file, line) for file, judged in desk.judged for line in judged.projects
        ],
        "across": list(_across(desk)),
        "waivers": list(_waivers(desk)),
        "remarks": list(_remarks(desk)),
        "idle_seconds_left": idle_left,
    }


def _file(file: File) -> dict[str, Any]:
    trouble = file.judged.trouble if file.judged else None
    message = _for_a_page(trouble.message) if trouble else ""
    return {
        "id": file.id,
        "name": file.name,
        "size": file.size,
        "status": file.stage,
        "problem": {"code": trouble.code, "message": message} if trouble else None,
        "forms": len(file.judged.projects) if file.judged else 0,
    }


def _project(file: File, line: ProjectLine) -> dict[str, Any]:
    errors, warnings, notes = line.numbers
    return {
        "id": f"{file.id}-{line.index}",
        "file": file.id,
        "light": _COLOURS[LIGHTS[line.light].style],
        "project": line.project,
        "unit": line.unit,
        "year": line.year,
        "stated": line.stated,
        "recomputed": line.recomputed,
        "errors": errors,
        "warnings": warnings,
        "notes": notes,
        "waived": line.waived,
        "left": line.left,
        "codes": list(line.codes),
        "table": line.table,
    }


def _across(desk: Desk) -> Iterator[dict[str, Any]]:
    """Yield what is wrong with the forms together, once all files are done."""
    found = desk.together()
    ids = {file.name: file.id for file, _ in desk.judged}
    for finding in found.findings if found else ():
        yield {
            "code": finding.code,
            "title": finding.title,
            "severity": finding.severity,
            "message": finding.message,
            "advice": finding.advice,
            "basis": finding.basis,
            "places": [
                {
                    "form": f"{ids[place.path]}-{place.index}" if place.path in ids else None,
                    "where": spot(place),
                    "told": told(place),
                }
                for place in finding.places
            ],
        }


def _waivers(desk: Desk) -> Iterator[dict[str, Any]]:
    """Yield the findings that are let pass; those the office itself lets pass are fixed."""
    for file, judged in desk.judged:
        for each in judged.let_pass:
            yield {
                "n": each.number,
                "form": f"{file.id}-{each.form}",
                "project": judged.projects[each.form - 1].project,
                "code": each.code,
                "title": each.title,
                "where": each.where,
                "message": each.message,
                "reason": each.reason,
                "fixed": each.number not in desk.own,
            }


def _remarks(desk: Desk) -> Iterator[str]:
    """Yield what the reports say at their end, once all is done."""
    if desk.files and not any(file.stage in BUSY for file in desk.files.values()):
        about = About(desk.settings_now(), across=desk.together())
        yield from map(_for_a_page, remarks(desk.counts, about))


def _for_a_page(sentence: str) -> str:
    """Leave out what to call on a command line: who sees a page has none."""
    return _COMMAND.sub("", sentence)
