"""
An order in, the mark of all that a result depends on besides its file out.

Program, rules and layouts, what the office set, what is left out: where one of them is another,
the results of last time do not hold.
"""

from __future__ import annotations

import json
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hebiao.batch.engine.program import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.batch.order import Order
    from hebiao.config import Waivers


def basis_of(order: Order) -> str:
    """Return the mark: the program as it is, and a digest of the rest."""
    settings = order.settings
    rest = {
        "codes": sorted(settings.codes),
        "severities": sorted(settings.severities.items()),
        "wordings": sorted((code, astuple(each)) for code, each in settings.wordings.items()),
        "policy": settings.policy.model_dump_json(),
        "waivers": list(_waivers(settings.waivers)),
        "layouts": list(_layouts(settings.layouts)),
        "least": order.least,
        "links": [str(order.folder.absolute()), str(Path.cwd())],
    }
    digest = sha256(json.dumps(rest, ensure_ascii=True).encode()).hexdigest()
    return f"{fingerprint()}+{digest[:16]}"


def _waivers(waivers: Waivers) -> Iterator[Any]:
    """Yield the waivers, and whether they hold on the day."""
    for each in waivers.entries:
        yield each.model_dump_json(), each.until is None or waivers.day <= each.until


def _layouts(folder: str | None) -> Iterator[tuple[str, str]]:
    for path in sorted(Path(folder).glob("*.toml")) if folder else ():
        yield path.name, sha256(path.read_bytes()).hexdigest()
