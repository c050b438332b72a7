"""
Writes the pages that are made from the code, so that they cannot rot.

    python docs/build.py            writes docs/rules/ and the excerpts in the READMEs
    python docs/build.py --check    fails when one of them is not what it would write
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hebiao.across import across
from hebiao.check import check
from hebiao.config import DEFAULT_SETTINGS
from hebiao.config.file import ConfigFile
from hebiao.layouts import CellPlace, known_layout
from hebiao.reports.excerpt import excerpt
from hebiao.reports.field_names import field_name
from hebiao.reports.line import plain
from hebiao.reports.terminal import text_report
from hebiao.rules import ACROSS, CATALOGUE, EVERY_RULE, Policy, Severity
from hebiao.sample import received, sample_content, write_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.across import AcrossFinding, AcrossPlace
    from hebiao.check import Finding, FormResult
    from hebiao.rules import Rule
    from hebiao.rules.across import AcrossExample, AcrossRule
    from hebiao.rules.rule import Edits

_COLUMNS = 90
ROOT = Path(__file__).parent.parent
GRAVITY = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}


def rule_page(rule: Rule) -> str:
    """Return the page of a rule: what it checks, on what basis, and its two examples."""
    return f"""# {rule.code} {rule.title}

{GRAVITY[rule.severity]} · `{rule.name}`

{rule.about}

- **依据** {rule.basis}
- **建议** {rule.advice}{_settings(rule)}

## 会报告的例子

{_edits(rule.bad, rule.sample)}

报告：

{_messages(rule)}

## 不会报告的例子

{_edits(rule.good, rule.sample)}
"""


def across_page(rule: AcrossRule) -> str:
    """Return the page of a rule across forms: what was sent in is told form by form."""
    return f"""# {rule.code} {rule.title}

{GRAVITY[rule.severity]} · `{rule.name}`

{rule.about}

- **依据** {rule.basis}
- **建议** {rule.advice}{_settings(rule)}

## 会报告的例子

{_sent(rule.bad)}

报告：

{_across_messages(rule)}

## 不会报告的例子

{_sent(rule.good)}
"""


def _sent(example: AcrossExample) -> str:
    parts = []
    for number, sent in enumerate(example.sent, start=1):
        times = f"，用 {sent.times} 个文件名报送" if sent.times > 1 else ""
        parts.append(f"第 {number} 张{times}：{_edited(sent.edits, sent.sample)}")
    if example.listed:
        parts.append(f"项目清单：\n\n```text\n{example.listed.strip()}\n```")
    return "\n\n".join(parts)


def _edited(edits: Edits, sample: str) -> str:
    if edits:
        return _edits(edits, sample)
    return f"示例表（{known_layout(sample).name}），没有改动。"


def _across_messages(rule: AcrossRule) -> str:
    got = received(rule.bad)
    found = across(got.forms, DEFAULT_SETTINGS, got.listed).findings
    return "\n\n".join(map(_across_finding, found))


def _across_finding(finding: AcrossFinding) -> str:
    """Return what is said, and the places that it is said of."""
    said = finding.message + (f"（{finding.formula}）" if finding.formula else "")
    return "\n".join([f"> {said}", "", *map(_place, finding.places)])


def _place(place: AcrossPlace) -> str:
    if isinstance(place.at, CellPlace):
        at = place.at
        where = f"表{at.table} 第{at.row}行 第{at.column}列 {at.label}"
    else:
        where = f"第{place.at.paragraph}段" if place.at else ""
    stated = f"：“{place.stated}”" if place.stated else ""
    return f"- {' '.join(filter(None, [place.path, where]))}{stated}"


def _settings(rule: Rule | AcrossRule) -> str:
    """Return the lines on what an office may set, with what holds where nothing is set."""
    fields = ConfigFile.model_fields | Policy.model_fields
    return "".join(
        f"\n- **可设** `{name}` {field.description}{_default(field.default)}"
        for name, field in fields.items()
        if name in rule.settings
    )


def _default(value: object) -> str:
    if isinstance(value, dict):
        value = "、".join(f"{name} {limit}" for name, limit in value.items())
    elif isinstance(value, tuple):
        value = "、".join(map(str, value))
    return f"（默认 {value}）" if value else "（默认不设）"


def _edits(edits: Edits, sample: str) -> str:
    layout = known_layout(sample)
    rows = [f"| {field_name(name, layout)} | {_shown(text)} |" for name, text in edits.items()]
    return "\n".join(
        [f"在示例表（{layout.name}）里改动：", "", "| 栏目 | 改为 |", "| --- | --- |", *rows]
    )


def _shown(text: str | None) -> str:
    if text is None:
        return "（没有这一栏）"
    return text if text.strip() else "（空白）"


def _messages(rule: Rule) -> str:
    content = sample_content(rule.bad, rule.sample)
    result = check(write_forms([content], known_layout(rule.sample)), policy=rule.policy)
    return "\n\n".join(_finding(form, found) for form in result.forms for found in form.findings)


def _finding(form: FormResult, finding: Finding) -> str:
    """Return the row of the form with what is wrong underlined, and what is said of it."""
    drawn = "\n".join(line.rstrip() for line in excerpt(form, finding, _COLUMNS))
    said = finding.message + (f"（{finding.formula}）" if finding.formula else "")
    return f"```text\n{drawn}\n```\n\n> {said}"


def index_page() -> str:
    """Return the page that lists every rule."""
    rows = [f"| [{r.code}]({r.code}.md) | {GRAVITY[r.severity]} | {r.title} |" for r in EVERY_RULE]
    return "\n".join(
        [
            "# 规则一览",
            "",
            "错误：所填数字不可能都对。警告：违反写明的规定，或缺少必填内容。提示：值得再看一眼。",
            "",
            "BT 开头的是跨表规则：几张表放在一起才看得出的问题。",
            "",
            "| 编号 | 程度 | 标题 |",
            "| --- | --- | --- |",
            *rows,
            "",
        ]
    )


def report_excerpt() -> str:
    """Return what the program prints for the second form of the fixture, as a user sees it."""
    result = check(ROOT / "fixtures" / "xianning.docx")
    lines = "\n".join(map(plain, text_report([result]))).splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("表2 "))
    end = next(n for n, line in enumerate(lines) if line.startswith("表3 "))
    return "\n".join(lines[start:end]).rstrip()


def with_excerpt(readme: str) -> str:
    """Put the program's own output between the marks in a README."""
    return re.sub(
        r"(<!-- output -->\n```text\n).*?(\n```)",
        lambda mark: mark[1] + report_excerpt() + mark[2],
        readme,
        flags=re.DOTALL,
    )


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every generated page with its path."""
    rules = ROOT / "docs" / "rules"
    yield rules / "README.md", index_page()
    for rule in CATALOGUE:
        yield rules / f"{rule.code}.md", rule_page(rule)
    for across_rule in ACROSS:
        yield rules / f"{across_rule.code}.md", across_page(across_rule)
    for name in ("README.md", "README.zh.md"):
        path = ROOT / name
        yield path, with_excerpt(path.read_text(encoding="utf-8"))


def main() -> int:
    """Write the pages, or say which of them are stale."""
    wanted = dict(pages())
    existing = set((ROOT / "docs" / "rules").glob("*.md"))
    stale = [
        path
        for path, text in wanted.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    stale += sorted(existing - wanted.keys())
    print(f"{len(stale)} pages stale: {[path.name for path in stale]}")
    if "--check" in sys.argv:
        return int(bool(stale))
    (ROOT / "docs" / "rules").mkdir(exist_ok=True)
    for path in existing - wanted.keys():
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
