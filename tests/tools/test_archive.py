from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING
from zipfile import ZipFile

from offline.archive import checksums, write_archive

if TYPE_CHECKING:
    from pathlib import Path


def test_the_same_files_give_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.whl"
    file.write_bytes(b"wheel")
    write_archive(tmp_path / "1.zip", "核表", {"b.txt": b"b", "wheels/a.whl": file})
    os.utime(file, (0, 0))
    write_archive(tmp_path / "2.zip", "核表", {"wheels/a.whl": file, "b.txt": b"b"})

    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_a_shell_script_may_be_run_and_all_names_are_told_to_be_utf8(tmp_path: Path) -> None:
    write_archive(tmp_path / "a.zip", "核表", {"安装.sh": b"", "使用说明.html": b""})

    with ZipFile(tmp_path / "a.zip") as archive:
        entries = archive.infolist()
    assert ["核表/使用说明.html", "核表/安装.sh"] == [entry.filename for entry in entries]
    assert [0o644, 0o755] == [entry.external_attr >> 16 & 0o777 for entry in entries]
    assert all(entry.flag_bits & 0x800 for entry in entries)


def test_the_checksums_are_what_sha256sum_reads(tmp_path: Path) -> None:
    files = {"安装 用.sh": b"a", "b.txt": b"b"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "SHA256SUMS").write_bytes(checksums(files))

    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=True)
