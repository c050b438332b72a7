"""
Where files are worked on: this process, several on this machine, or a cluster there is already.

Whichever it is, it is a `concurrent.futures.Executor`, and results come in the order of the files.
"""

from hebiao.batch.engine.in_order import in_order
from hebiao.batch.engine.workers import Here, Workers, workers_for

__all__ = ["Here", "Workers", "in_order", "workers_for"]
