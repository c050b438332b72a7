"""SM: the summary before the table, against itself and against the table."""
