"""
The views of a store: each result with its file, of all runs and of the latest of each path.

A finding over several forms is among the latest as long as none of them was checked again.
"""

from __future__ import annotations

VIEWS = {
    "all_files": """
        SELECT files.*, runs.started
        FROM files JOIN runs ON runs.run_id = files.run_id
    """,
    "latest_files": """
        SELECT * FROM all_files
        WHERE file_id IN (SELECT max(file_id) FROM files GROUP BY path)
    """,
    "all_forms": """
        SELECT forms.*, files.run_id, files.path, runs.started
        FROM forms
        JOIN files ON files.file_id = forms.file_id
        JOIN runs ON runs.run_id = files.run_id
    """,
    "latest_forms": """
        SELECT * FROM all_forms WHERE file_id IN (SELECT file_id FROM latest_files)
    """,
    "all_findings": """
        SELECT
            findings.*, runs.started,
            coalesce(files.path, places.path) AS path,
            coalesce(forms.project, places.project) AS project,
            coalesce(forms.unit, places.unit) AS unit
        FROM findings
        JOIN runs ON runs.run_id = findings.run_id
        LEFT JOIN files ON files.file_id = findings.file_id
        LEFT JOIN forms ON forms.form_id = findings.form_id
        LEFT JOIN places
            ON findings.scope = 'across'
            AND places.finding_id = findings.finding_id AND places.number = 1
    """,
    "latest_findings": """
        SELECT * FROM all_findings
        WHERE file_id IN (SELECT file_id FROM latest_files)
        OR (
            scope = 'across'
            AND finding_id NOT IN (
                SELECT findings.finding_id
                FROM findings
                JOIN places ON places.finding_id = findings.finding_id
                JOIN latest_files ON latest_files.path = places.path
                WHERE findings.scope = 'across' AND latest_files.run_id <> findings.run_id
            )
        )
    """,
    "finding_forms": """
        SELECT finding_id, form_id FROM findings WHERE form_id IS NOT NULL
        UNION
        SELECT findings.finding_id, forms.form_id
        FROM findings
        JOIN places ON places.finding_id = findings.finding_id
        JOIN files ON files.run_id = findings.run_id AND files.path = places.path
        JOIN forms ON forms.file_id = files.file_id AND forms.form_index = places.form_index
        WHERE findings.scope = 'across'
    """,
}
"""Each view and what it selects; one that another selects from comes before it."""
