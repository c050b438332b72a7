"""What `--run` says in, which results of a store are asked about out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hebiao.errors import UsageError

if TYPE_CHECKING:
    from hebiao.store.engine import Engine

LATEST, ALL = "latest", "all"

_FINDINGS = """
WITH scope_files AS (SELECT * FROM {which}_files{where}),
scope_forms AS (SELECT * FROM {which}_forms{where}),
scope_findings AS (SELECT * FROM {which}_findings{where}),
counted AS (
    SELECT finding_forms.form_id, finding_forms.finding_id, scope_findings.severity
    FROM finding_forms
    JOIN scope_findings ON scope_findings.finding_id = finding_forms.finding_id
    WHERE NOT scope_findings.waived
),
told AS (
    SELECT
        scope_files.file_id, scope_files.started,
        scope_forms.form_id, scope_forms.form_index, scope_forms.path,
        scope_forms.project, scope_forms.unit,
        counted.finding_id, counted.severity
    FROM scope_files
    LEFT JOIN scope_forms ON scope_forms.file_id = scope_files.file_id
    LEFT JOIN counted ON counted.form_id = scope_forms.form_id
)
"""
"""`told` has a row for each form and finding of it; one without findings, and a file, have one."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The results of one run, of all, or the latest of each file; `run` is how it was asked for."""

    run: str
    words: str
    which: str
    number: int | None = None

    def ask(self, engine: Engine, select: str) -> list[tuple[Any, ...]]:
        """Ask what selects from scope_files, scope_forms, scope_findings, counted or told."""
        where = "" if self.number is None else f" WHERE run_id = {self.number:d}"
        return engine.query(_FINDINGS.format(which=self.which, where=where) + select)


def scope_of(run: str, engine: Engine) -> Scope:
    """
    Return what is asked about.

    Raises:
        UsageError: it is no number of a run in this store.
    """
    known = [number for (number,) in engine.query("SELECT run_id FROM runs ORDER BY run_id")]
    if run == LATEST:
        return Scope(run, f"共核查 {len(known)} 次，每个文件取最近一次的结果", LATEST)
    if run == ALL:
        return Scope(run, f"共核查 {len(known)} 次，各次的结果都算", ALL)
    if not (run.isascii() and run.isdecimal() and int(run) in known):
        there = f"1 到 {known[-1]}" if len(known) > 1 else f"{known[0]}"
        raise UsageError(
            f"没有第 {run} 次核查；--run 可以写 latest（每个文件最近一次）、all（全部），"
            f"或第几次：{there}"
        )
    [(started, state)] = engine.query(
        "SELECT started, state FROM runs WHERE run_id = ?", (int(run),)
    )
    ended = "" if state == "finished" else "（中途停止，没有核查完）"
    return Scope(run, f"第 {int(run)} 次核查，{started}{ended}", ALL, int(run))
