"""The wheels of a bundle in, a list of their licences out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from offline.wheels import metadata

if TYPE_CHECKING:
    from collections.abc import Iterable
    from email.message import Message
    from pathlib import Path

_HEADING = "本安装包里的软件及其许可证（许可证全文在各 .whl 文件里）\n\n"
_ADDRESSES = ("homepage", "source", "source code", "repository", "documentation")
_LONGEST = 60
"""A licence may be named in one line, or stand there in full; of that the first line will do."""


def licence_list(wheels: Iterable[Path]) -> str:
    """Return a line for each package: name, version, licence, and where it comes from."""
    lines = {_line(metadata(wheel)) for wheel in wheels}
    return _HEADING + "".join(sorted(lines, key=str.casefold))


def _line(said: Message) -> str:
    return f"{said['Name']} {said['Version']}：{_licence(said)}{_address(said)}\n"


def _licence(said: Message) -> str:
    kinds = said.get_all("Classifier", [])
    classified = [kind.rpartition(" :: ")[2] for kind in kinds if kind.startswith("License ::")]
    named = said["License-Expression"] or "；".join(classified) or said["License"] or "未写明"
    return str(named).strip().splitlines()[0][:_LONGEST]


def _address(said: Message) -> str:
    named = dict(line.partition(", ")[::2] for line in said.get_all("Project-URL", []))
    by_kind = {name.casefold(): address for name, address in named.items()}
    found = next((by_kind[kind] for kind in _ADDRESSES if kind in by_kind), said["Home-page"])
    return f"　{found}" if found else ""
