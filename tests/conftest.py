"""
What holds for every test: none is timed, however busy the machine is.

Five thousand collected tests are a heap that Python would look through for garbage again and again;
it is set apart once all are collected.
"""

import gc

from hypothesis import HealthCheck, settings

settings.register_profile("hebiao", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hebiao")


def pytest_collection() -> None:
    gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()
