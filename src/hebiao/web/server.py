"""A socket in, a running server out, until it is told to stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import uvicorn

from hebiao.web.app import made_app
from hebiao.web.guard import Gate
from hebiao.web.limits import DEFAULT_LIMITS

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable

    from hebiao.config import Settings
    from hebiao.web.limits import Limits

_GRACE = 3


def serve(made: socket.socket, settings: Settings, *, host: str, token: str, jobs: int) -> None:
    """Serve on a socket until it is interrupted; then all desks are gone."""
    server_for(made, settings, host=host, token=token, jobs=jobs).run(sockets=[made])


def server_for(
    made: socket.socket,
    settings: Settings,
    *,
    host: str,
    token: str,
    jobs: int,
    limits: Limits = DEFAULT_LIMITS,
) -> Server:
    """Return a server for a socket; to run it, give it the socket again."""
    gate = Gate(host, made.getsockname()[1], token)
    app = made_app(settings, gate, limits, jobs)
    config = uvicorn.Config(
        app,
        http="h11",
        ws="none",
        lifespan="on",
        log_level="critical",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
    )
    return Server(config, app.room.wake)


class Server(uvicorn.Server):
    """The server, which wakes who waits for news when it stops."""

    def __init__(self, config: uvicorn.Config, wake: Callable[[], None]) -> None:
        super().__init__(config)
        self._wake = wake

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop; nobody need wait for news any longer."""
        self._wake()
        await super().shutdown(sockets=sockets)
