"""
Archives that lie in others: each is unpacked once a process, and the last few are kept.

They are kept in memory if they are small, else in a file without a name that the system removes.
"""

from __future__ import annotations

import atexit
import os
from collections import OrderedDict
from tempfile import SpooledTemporaryFile
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

_KEPT = 8  # at least as many as archives may lie in each other
_IN_MEMORY = 8 * 2**20

_files: OrderedDict[Hashable, IO[bytes]] = OrderedDict()


def kept(key: Hashable, unpack: Callable[[], Iterable[bytes]]) -> IO[bytes]:
    """
    Return the unpacked archive; it is unpacked if it is not kept.

    A process that was forked leaves alone what its parent keeps: they would share a position.
    """
    own = (os.getpid(), key)
    if own not in _files:
        _files[own] = _filled(unpack())
        while len(_files) > _KEPT:
            _files.popitem(last=False)[1].close()
    _files.move_to_end(own)
    return _files[own]


def _filled(pieces: Iterable[bytes]) -> IO[bytes]:
    file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed when it is no longer kept
    try:
        file.writelines(pieces)
    except BaseException:
        file.close()
        raise
    return file


def drop_all() -> None:
    """Let go of all that is kept."""
    while _files:
        _files.popitem()[1].close()


atexit.register(drop_all)
