"""What holds for every test: none is timed, however busy the machine is."""

from hypothesis import HealthCheck, settings

settings.register_profile("hebiao", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("hebiao")
