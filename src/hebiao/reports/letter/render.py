"""
What a letter says and a template in, the Word file out.

A template is a .docx with {{ 单位 }} where a text goes and {%p for 项目 in 项目清单 %} before what
is repeated. It may come from anywhere, so it runs in a sandbox; texts from forms are escaped and
never read as a template. The same content and date give the same bytes.
"""

from __future__ import annotations

import re
import zipfile
from datetime import datetime, time
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # it has no types
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLSyntaxError

from hebiao.errors import UnreadableFile, UsageError
from hebiao.reports.letter.content import content
from hebiao.reports.letter.example import EXAMPLE, EXAMPLE_DAY
from hebiao.reports.letter.names import unknown_names
from hebiao.reports.letter.words import safe_name
from hebiao.word import read_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from hebiao.reports.letter.part import UnitPart

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TAGS = re.compile(r"<[^>]+>")
_QUOTED = re.compile(r"'([^']+)'")
_LONGEST_LINE = 40
_HINT = "可用的占位符见 docs/letter.md"


@cache
def standard_template() -> bytes:
    """Return the template that comes with the program, to be changed in Word."""
    return files(__package__).joinpath("letter.docx").read_bytes()


def letters(
    parts: Iterable[UnitPart], template: bytes | None, when: date
) -> Iterator[tuple[str, bytes]]:
    """Yield the name of a file and the letter in it, for each unit there is something to tell."""
    used: dict[str, int] = {}
    for part in parts:
        if part.due:
            name = safe_name(part.unit)
            again = used[name.casefold()] = used.get(name.casefold(), 0) + 1
            yield f"{name}{f'（{again}）' if again > 1 else ''}.docx", letter(part, template, when)


def letter(unit_part: UnitPart, template: bytes | None, when: date) -> bytes:
    """
    Return the letter to a unit.

    Raises:
        UsageError: the template is no Word document, or what is written in it cannot be filled.
    """
    return _rendered(template or standard_template(), content(unit_part, when), when)


def checked_template(data: bytes) -> bytes:
    """
    Return a user's template if a letter can be written with it: better known before than after.

    Raises:
        UsageError: as for `letter`; also for a name that only some letters would come to.
    """
    try:
        read_document(data)
    except UnreadableFile as error:
        raise UsageError(f"信函模板不能用：{error.message}") from error
    letter(EXAMPLE, data, EXAMPLE_DAY)
    return data


def _rendered(template: bytes, texts: dict[str, Any], when: date) -> bytes:
    word = _opened(template)
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        _refuse_unknown(word, environment, texts)
        word.render(texts, environment, autoescape=True)
    except TemplateSyntaxError as error:
        raise UsageError(f"信函模板里的占位符写法不对{_near(error)}；{_HINT}") from error
    except UndefinedError as error:
        raise UsageError(f"信函模板里没有这个占位符：{_named(error)}；{_HINT}") from error
    except (
        TemplateError,
        XMLSyntaxError,
        ArithmeticError,
        LookupError,
        TypeError,
        ValueError,
    ) as e:
        raise UsageError(f"信函模板填不进去（{type(e).__name__}: {e}）；{_HINT}") from e
    return _saved(word, when)


def _opened(template: bytes) -> DocxTemplate:
    word = DocxTemplate(BytesIO(template))
    try:
        word.init_docx()
    except (zipfile.BadZipFile, OpcError, XMLSyntaxError, LookupError, ValueError) as error:
        raise UsageError(
            "信函模板不是 Word 文档（.docx），或已损坏；请用 Word 打开它，另存为 .docx 再用"
        ) from error
    return word


def _refuse_unknown(
    word: DocxTemplate, environment: SandboxedEnvironment, texts: dict[str, Any]
) -> None:
    """Find names nobody fills before anything is filled, also in parts this letter has not."""
    source = word.patch_xml(word.get_xml())
    if unknown := unknown_names(environment.parse(source), texts):
        raise UsageError(f"信函模板里有不认识的占位符：{'、'.join(unknown)}；{_HINT}")


def _near(error: TemplateSyntaxError) -> str:
    """Quote what stands around the mistake, without the XML."""
    lines = (error.source or "").splitlines()[max((error.lineno or 1) - 1, 0) :]
    text = _TAGS.sub("", lines[0]).strip() if lines else ""
    marked = text[max(text.find("{"), 0) :][:_LONGEST_LINE]
    return f"，在“{marked}”附近" if marked else ""


def _named(error: UndefinedError) -> str:
    names: list[str] = _QUOTED.findall(error.message or "")
    return names[-1] if names else str(error)


def _saved(word: DocxTemplate, when: date) -> bytes:
    """Save with the date of the letter in the place of the time of writing."""
    properties = word.docx.core_properties
    properties.created = properties.modified = datetime.combine(when, time())
    properties.last_modified_by = ""
    file = BytesIO()
    word.save(file)
    return same_bytes(file)


def same_bytes(file: BytesIO) -> bytes:
    """Write the parts anew, all of them dated alike: a zip has the time it was written in it."""
    out = BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            new.writestr(member, old.read(name))
    return out.getvalue()
