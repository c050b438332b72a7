"""A result in, bytes that travel between processes out, and back again."""

from __future__ import annotations

import pickle
from io import BytesIO
from operator import getitem
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hebiao.check import CheckResult


def pack(result: CheckResult) -> bytes:
    """Return the result as bytes."""
    parcel = BytesIO()
    _Packer(parcel, pickle.HIGHEST_PROTOCOL).dump(result)
    return parcel.getvalue()


def unpack(parcel: bytes) -> CheckResult:
    """Return the result that was packed by another process of this program."""
    result: CheckResult = pickle.loads(parcel)  # noqa: S301 - our own worker packed it
    return result


class _Packer(pickle.Pickler):
    """
    A pickler that also packs `Stated[Figure]`.

    pickle looks a class up by its name in its module, and a model with a parameter has none
    there; so it travels as the model and its parameter.
    """

    def reducer_override(self, value: Any) -> Any:
        """Return how to build a model with a parameter again; leave all else to pickle."""
        generic = getattr(value, "__pydantic_generic_metadata__", None)
        if isinstance(value, type) and generic and generic["origin"]:
            return getitem, (generic["origin"], generic["args"])
        return NotImplemented
