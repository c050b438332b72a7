"""The ledger in, its run in the store out: a file with all runs, to be asked with SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hebiao.reports.across.json_v1 import across_report
from hebiao.reports.form_v1 import writable
from hebiao.store import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.batch.ledger import Ledger
    from hebiao.batch.out.job import Job
    from hebiao.store import Store


def add_run(store: Store, job: Job, ledger: Ledger) -> None:
    """Add a run; one that was broken off, so that nothing is known across forms, is unfinished."""
    store.begin(run_of(job))
    for entry, rows in items(ledger):
        store.add(entry, rows)
    if job.about.across is not None:
        store.add_across(across_entries(job))
        store.finish()


def run_of(job: Job) -> Run:
    """Return what the store says of the run itself."""
    about = job.about
    source = about.settings.source
    return Run(
        started=job.when,
        arguments=tuple(map(writable, job.paths)),
        config=writable(source) if source else None,
        skipped=about.skipped,
    )


def items(ledger: Ledger) -> Iterator[tuple[Any, Any]]:
    """Yield for each file its entry in the JSON report, and what the store holds besides."""
    return ((record.parts["entry"], record.parts["rows"]) for record in ledger.records())


def across_entries(job: Job) -> list[dict[str, Any]]:
    """Return what is wrong with the forms together, in types of JSON."""
    if job.about.across is None:
        return []
    findings = across_report(job.about.across).findings
    return [finding.model_dump(mode="json") for finding in findings]
