"""
What can be set in, a hebiao.toml and a file of wordings to begin with out.

In the first every setting is a remark with its default: whoever takes the # away has set it.
In the second every rule says what it says now.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hebiao.config.file import ConfigFile
from hebiao.layouts.toml_text import toml_string
from hebiao.rules import EVERY_RULE, Policy
from hebiao.rules.worded import PLACEHOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

_SECTIONS = ("severity", "policy")

_HEAD = """\
# 核表的设置。存为 hebiao.toml，放在报送材料的文件夹或它上面的任何一级文件夹里；
# 放在别处的，用 hebiao check --config 指明。存盘时编码选 UTF-8。
# 以 # 开头的行不起作用：要设哪一项，去掉那一行开头的 # 再改等号后面的内容。
# 文件名和文件夹名从 hebiao.toml 所在的文件夹算起。
"""
_WORDING_HEAD = """\
# 核表的措辞。改好后存盘（编码选 UTF-8），在 hebiao.toml 里写 wording = "措辞.toml"。
# problem 是报告里说明问题的那句话，advice 是建议；不改的整节删去即可。
# 花括号里的词由程序换成实际内容：
"""
_WORDING_FOOT = """\
# 所填内容没有的，含它的分句（到逗号、句号为止）或括号整个不写。
"""


def config_text() -> str:
    """Return a settings file with every setting, its default and what it means."""
    lines = [_HEAD]
    for name, setting in ConfigFile.model_fields.items():
        if name not in _SECTIONS:
            lines += [*_setting(name, setting), ""]
    lines += [f"# {ConfigFile.model_fields['severity'].description}", "[severity]"]
    (severities,) = ConfigFile.model_fields["severity"].examples or ({},)
    lines += [f"# {code} = {_toml(severity)}" for code, severity in severities.items()]
    lines += ["", f"# {ConfigFile.model_fields['policy'].description}", "[policy]"]
    for name, setting in Policy.model_fields.items():
        lines += _setting(name, setting)
    return "\n".join(lines) + "\n"


def wording_text() -> str:
    """Return a file of wordings that says of every rule what the program says."""
    meanings = [f"#   {{{name}}} {meaning}" for name, meaning in PLACEHOLDERS.items()]
    return "\n".join([_WORDING_HEAD + "\n".join(meanings), _WORDING_FOOT, *_wordings()])


def _wordings() -> Iterator[str]:
    for rule in EVERY_RULE:
        yield f"# {rule.title}"
        yield f"[{rule.code}]"
        yield 'problem = "{message}"'
        yield f"advice = {toml_string(rule.advice)}"
        yield ""


def _setting(name: str, setting: FieldInfo) -> list[str]:
    """Return the lines of a setting: its default, or an example where it has none."""
    note = "" if setting.default else "（默认不设，下面是例子）"
    (example,) = setting.examples or (setting.default,)
    return [f"# {setting.description}{note}", f"# {name} = {_toml(setting.default or example)}"]


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{toml_string(key)} = {_toml(v)}' for key, v in value.items())} }}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    return str(value) if isinstance(value, (int, Decimal)) else toml_string(value)
