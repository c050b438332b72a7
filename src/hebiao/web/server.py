"""An address in, a running server out, until it is told to stop."""

from __future__ import annotations

import errno
import socket
import webbrowser
from threading import Thread
from typing import TYPE_CHECKING

import uvicorn

from hebiao.errors import UsageError, reason_of
from hebiao.web.app import made_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from hebiao.config import Settings
    from hebiao.web.guard import Gate
    from hebiao.web.limits import Limits

_GRACE = 3


def bound(host: str, port: int) -> socket.socket:
    """
    Return a socket on the address.

    Raises:
        UsageError: it is taken, or not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
        made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except (OSError, OverflowError) as error:
        made.close()
        raise _not_bound(host, port, error) from error
    return made


def serve(
    made: socket.socket,
    settings: Settings,
    *,
    gate: Gate,
    limits: Limits,
    jobs: int,
    started: Callable[[], None],
) -> None:
    """Serve until it is interrupted; then all desks are gone."""
    app = made_app(settings, gate, limits, jobs)
    config = uvicorn.Config(
        app,
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
        lifespan="on",
        ws="none",
    )
    _Server(config, started, app.room.wake).run(sockets=[made])


class _Server(uvicorn.Server):
    """The server, which says when it has started and wakes who waits when it stops."""

    def __init__(
        self, config: uvicorn.Config, started: Callable[[], None], wake: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._told, self._wake = started, wake

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets=sockets)
        if self.started:
            self._told()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop; nobody need wait for news any longer."""
        self._wake()
        await super().shutdown(sockets=sockets)


def open_browser(address: str) -> None:
    """Open the page in the user's browser, which may take a while and may fail."""
    Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _not_bound(host: str, port: int, error: Exception) -> UsageError:
    code = getattr(error, "errno", None)
    if code == errno.EADDRINUSE:
        return UsageError(
            f"{host} 的端口 {port} 已被别的程序占用，请换一个 --port，或不写，由系统选一个空的"
        )
    if code == errno.EADDRNOTAVAIL or isinstance(error, socket.gaierror):
        return UsageError(f"{host} 不是这台电脑的地址，请核对 --host")
    if code in {errno.EACCES, errno.EPERM}:
        return UsageError(f"没有权限使用端口 {port}，请换一个 1024 以上的 --port")
    reason = reason_of(error) if isinstance(error, OSError) else str(error)
    return UsageError(f"用不了 {host} 的端口 {port}（{reason}），请换一个 --port")
