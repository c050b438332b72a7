"""What an office sets: which rules, how grave, in which words, by which limits, what passes."""

from hebiao.config.settings import DEFAULT_SETTINGS, Settings, rules_of, settings_for
from hebiao.config.waive import Idle, IdleReason, Waivers, idle, waive

__all__ = [
    "DEFAULT_SETTINGS",
    "Idle",
    "IdleReason",
    "Settings",
    "Waivers",
    "idle",
    "rules_of",
    "settings_for",
    "waive",
]
