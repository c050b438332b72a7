"""What an office sets: which rules, how grave, in which words, by which limits, what passes."""

from hebiao.config.project_list import read_list
from hebiao.config.settings import (
    DEFAULT_SETTINGS,
    Settings,
    across_rules_of,
    rules_of,
    settings_for,
)
from hebiao.config.waive import Idle, IdleReason, Waivers, holding, idle, waive

__all__ = [
    "DEFAULT_SETTINGS",
    "Idle",
    "IdleReason",
    "Settings",
    "Waivers",
    "across_rules_of",
    "holding",
    "idle",
    "read_list",
    "rules_of",
    "settings_for",
    "waive",
]
