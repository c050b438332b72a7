"""
What an office set and what the call says in, all a check is done by out.

The value travels to worker processes: rules by their codes, layouts by their folder.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hebiao.config.find import find_config
from hebiao.config.waive import NO_WAIVERS, Waivers, today
from hebiao.errors import UsageError
from hebiao.rules import ACROSS, CATALOGUE, EVERY_RULE, Policy, select
from hebiao.rules.policy import DEFAULT_POLICY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from hebiao.config.file import ConfigFile
    from hebiao.rules import Rule, Severity
    from hebiao.rules.across import AcrossRule
    from hebiao.rules.wording import Wording

AnyRule = TypeVar("AnyRule", "Rule", "AcrossRule")


@dataclass(frozen=True, slots=True)
class Settings:
    """
    All a check is done by.

    `codes` are the rules to run, `severities` and `wordings` by code what is another than in
    the catalogue, `layouts` a folder with more layouts, `project_list` the file of the office's
    list of projects, `source` the file it was set in.
    """

    codes: frozenset[str] = frozenset(rule.code for rule in EVERY_RULE)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    wordings: Mapping[str, Wording] = field(default_factory=dict)
    policy: Policy = DEFAULT_POLICY
    waivers: Waivers = NO_WAIVERS
    layouts: str | None = None
    source: str | None = None
    project_list: str | None = None


DEFAULT_SETTINGS = Settings()


def rules_of(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules to run, as grave and in the words the office wants them."""
    return tuple(_as_set(rule, settings) for rule in CATALOGUE if rule.code in settings.codes)


def across_rules_of(settings: Settings) -> tuple[AcrossRule, ...]:
    """Return the rules across forms to run, likewise as the office wants them."""
    return tuple(_as_set(rule, settings) for rule in ACROSS if rule.code in settings.codes)


def _as_set(rule: AnyRule, settings: Settings) -> AnyRule:
    severity = settings.severities.get(rule.code, rule.severity)
    wording = settings.wordings.get(rule.code, rule.wording)
    if severity is rule.severity and wording is rule.wording:
        return rule
    return replace(rule, severity=severity, wording=wording)


def settings_for(
    path: str | None,
    *,
    config: str | None = None,
    chosen: Sequence[str] = (),
    ignored: Sequence[str] = (),
    layouts: str | None = None,
    day: date | None = None,
) -> Settings:
    """
    Return what holds for a call: what it says itself goes before its settings file.

    Args:
        path: the first path to check; the file is looked for from there upward.
        config: a settings file that is named, and not looked for.
        chosen: rules to run, in the place of what the file says of it.
        ignored: rules not to run, beside those of the file.
        layouts: a folder with more layouts, in the place of the file's.
        day: the day waivers are judged on; today, if it is not given.

    Raises:
        UsageError: a file has a mistake, or no rule is left to run.
    """
    file = Path(config) if config else find_config(path)
    settings = _from_file(file, day or today()) if file else DEFAULT_SETTINGS
    codes = {rule.code for rule in select(chosen, ignored)}
    codes &= codes if chosen else settings.codes
    if not codes:
        where = f"和 {file} " if file else ""
        raise UsageError(f"--select、--ignore {where}合起来没有剩下任何规则")
    return replace(settings, codes=frozenset(codes), layouts=layouts or settings.layouts)


def _from_file(path: Path, day: date) -> Settings:
    from hebiao.config.file import read_config, referred  # noqa: PLC0415 - most calls have no file

    config = read_config(path)
    layouts = referred(path, config.layouts, key="layouts", folder=True)
    project_list = referred(path, config.project_list, key="project_list")
    return Settings(
        codes=frozenset(rule.code for rule in select(config.select, config.ignore)),
        severities=_severities(config),
        wordings=_wordings(referred(path, config.wording, key="wording")),
        policy=config.policy,
        waivers=_waivers(referred(path, config.waivers, key="waivers"), day),
        layouts=str(layouts) if layouts else None,
        source=str(path),
        project_list=str(project_list) if project_list else None,
    )


def _severities(config: ConfigFile) -> dict[str, Severity]:
    """Return the severity of each rule; of two prefixes the longer one decides."""
    severities: dict[str, Severity] = {}
    for prefix in sorted(config.severity, key=len):
        for rule in select([prefix]):
            severities[rule.code] = config.severity[prefix]
    return severities


def _wordings(path: Path | None) -> Mapping[str, Wording]:
    from hebiao.config.wording import read_wordings  # noqa: PLC0415 - as above

    return read_wordings(path) if path else {}


def _waivers(path: Path | None, day: date) -> Waivers:
    from hebiao.config.waivers import read_waivers  # noqa: PLC0415 - as above

    return Waivers(read_waivers(path), str(path), day) if path else NO_WAIVERS
