"""Results as they are counted and asked for: a DuckDB or SQLite file, Parquet, a summary."""

from hebiao.store.flatten import Run
from hebiao.store.opened import asked_store, open_store
from hebiao.store.parquet import write_parquet
from hebiao.store.rows import store_rows
from hebiao.store.written import Store

__all__ = ["Run", "Store", "asked_store", "open_store", "store_rows", "write_parquet"]
