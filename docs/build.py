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

from hebiao.check import check
from hebiao.layouts import known_layout
from hebiao.reports.excerpt import excerpt
from hebiao.reports.field_names import field_name
from hebiao.reports.line import plain
from hebiao.reports.terminal import text_report
from hebiao.rules import CATALOGUE, Policy, Severity
from hebiao.sample import sample_content, write_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.check import Finding, FormResult
    from hebiao.rules import Rule
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

{_edits(rule.bad, rule)}

报告：

{_messages(rule)}

## 不会报告的例子

{_edits(rule.good, rule)}
"""


def _settings(rule: Rule) -> str:
    """Return the lines on what an office may set, with what holds where nothing is set."""
    return "".join(
        f"\n- **可设** `{name}` {field.description}{_default(field.default)}"
        for name, field in Policy.model_fields.items()
        if name in rule.settings
    )


def _default(value: object) -> str:
    if isinstance(value, dict):
        value = "、".join(f"{name} {limit}" for name, limit in value.items())
    elif isinstance(value, tuple):
        value = "、".join(map(str, value))
    return f"（默认 {value}）" if value else "（默认不设）"


def _edits(edits: Edits, rule: Rule) -> str:
    layout = known_layout(rule.sample)
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
    rows = [f"| [{r.code}]({r.code}.md) | {GRAVITY[r.severity]} | {r.title} |" for r in CATALOGUE]
    return "\n".join(
        [
            "# 规则一览",
            "",
            "错误：所填数字不可能都对。警告：违反写明的规定，或缺少必填内容。提示：值得再看一眼。",
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
