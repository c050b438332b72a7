"""Asks programs of the desktop that may be there or not."""

from __future__ import annotations

import os
import subprocess


def said_by(*command: str, **told: str) -> str:
    """Run a program, with some words in its environment; return what it says, or nothing."""
    try:
        done = subprocess.run(  # noqa: S603 - our own words
            command,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=60,
            env=os.environ | told,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout
