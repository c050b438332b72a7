"""
Ends with 0 if the Python that runs this can run 核表; must itself run on any Python there is.

The installation scripts try one Python after the other with it, before anything is written.
"""

import json
import os
import platform
import struct
import sys

HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - older than pathlib

with open(os.path.join(HERE, "bundle.json")) as file:  # noqa: PTH118, PTH123
    BUNDLE = json.load(file)

VERSION = ".".join(str(number) for number in sys.version_info[:2])
FITS = (
    VERSION in BUNDLE["pythons"]
    and platform.python_implementation() == "CPython"
    and struct.calcsize("P") == 8
    and platform.machine().lower() == BUNDLE["machine"]
    # the Store's Python writes where nothing else can read
    and "WindowsApps" not in sys.prefix
)
sys.exit(0 if FITS else 1)
