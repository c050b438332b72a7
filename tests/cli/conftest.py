"""The program as a user calls it, and files to call it with."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hebiao.cli import main
from hebiao.layouts import known_layouts
from hebiao.sample import sample_content, write_forms

Hebiao = Callable[..., Result]
Process = Callable[..., subprocess.CompletedProcess[bytes]]

HUBEI = next(layout for layout in known_layouts() if layout.id == "hubei")


@pytest.fixture(scope="session")
def documents() -> dict[str, bytes]:
    """A form without fault, one with a wrong total, one with a blank field, and no form."""
    texts = {
        "好.docx": sample_content(),
        "错.docx": sample_content({"total": "98.06分"}),
        "漏.docx": sample_content({"implementing_unit": ""}),
    }
    files = {name: write_forms([content], HUBEI) for name, content in texts.items()}
    return files | {"坏.docx": b"%PDF-1.7", "空.docx": b"", "无.docx": write_forms([], HUBEI)}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, documents: dict[str, bytes]) -> Path:
    """The current folder, with the documents in it."""
    for name, data in documents.items():
        (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def hebiao(folder: Path) -> Hebiao:
    """Calls the program in the folder with the documents."""
    assert folder.exists()

    def call(*args: str) -> Result:
        return CliRunner().invoke(main, list(args))

    return call


@pytest.fixture
def process(folder: Path) -> Process:
    """Calls the program as a process of its own; keywords are environment variables."""

    def call(*args: str, **env: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "hebiao", *args]
        return subprocess.run(
            command, cwd=folder, env=os.environ | env, capture_output=True, check=False, timeout=60
        )

    return call
