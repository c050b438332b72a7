"""
Who is answered, and the headers of every answer, also of those that say what is wrong.

    Host           only what the server is bound to: a name that was made to point here is none
    Origin         on every request that changes something: only the page's own
    X-Hebiao: 1    likewise; a form or a link of another page cannot send it
    token          where the server is bound to more than this machine
"""

from __future__ import annotations

import re
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

from hebiao.web.body import Body, too_large
from hebiao.web.problem import Refused, answer, title_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from hebiao.web.limits import Limits
    from hebiao.web.room import Room

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}

_SAFE = {"GET", "HEAD"}
_API = "/api/"
_CLOSE = re.compile(r"/desks/[\w-]+/close")
"""What a page sends as it is closed: no header can be put to it."""

_FETCHED = re.compile(r"/desks/[\w-]+/(reports/\w+|waivers\.toml|comparison\.xlsx)")
"""What a browser downloads: no header can be put to it either; the id of the desk is a secret."""

_OPEN = re.compile(r"/|/static/[\w.-]+|/favicon\.ico")
"""The page itself: there is nothing of anybody in it."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What the server is bound to, and the token that must be shown; none where it is empty."""

    host: str = "127.0.0.1"
    port: int = 0
    token: str = ""

    def answers_to(self, host: str) -> bool:
        """Return whether a Host header means this server."""
        name, port = _split(host)
        return port == self.port and (name in self._names or self._by_number(name))

    @property
    def _names(self) -> frozenset[str]:
        own = {self.host.lower()}
        if _is_loopback(self.host):
            own |= {"localhost", *({"127.0.0.1"} if self.host == "localhost" else ())}
        if _is_any(self.host):
            own |= {"localhost", socket.gethostname().lower()}
        return frozenset(own)

    def _by_number(self, name: str) -> bool:
        """Bound to all addresses, it answers to each by its number: no name can stand for one."""
        with suppress(ValueError):
            ip_address(name)
            return _is_any(self.host)
        return False


class Guard:
    """The application, guarded."""

    def __init__(self, app: ASGIApp, gate: Gate, limits: Limits, room: Room) -> None:
        self._app, self.gate, self._limits, self.room = app, gate, limits, room

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or say why it is not answered."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        body = Body(receive, Headers(scope=scope), self._limits)
        guarded = _guarded(send, body)
        try:
            self._check(scope, body.most)
        except Refused as refused:
            await answer(refused)(scope, body.receive, guarded)
            return
        await self._app(scope, body.receive, guarded)

    def _check(self, scope: Scope, most: int) -> None:
        headers, path, method = Headers(scope=scope), scope["path"], scope["method"]
        if not self.gate.answers_to(headers.get("host", "")):
            raise _refused(421, "wrong-host", "请用 hebiao serve 显示的地址打开本页。")
        if method not in _SAFE:
            self._check_origin(headers, path)
        if self.gate.token and not self._open_to_all(path):
            self._check_token(headers)
        size = headers.get("content-length", "0")
        if size.isdecimal() and int(size) > most:
            raise too_large(most)

    def _check_origin(self, headers: Headers, path: str) -> None:
        origin, own = headers.get("origin"), f"http://{headers.get('host', '')}"
        other_program = path.startswith(_API) and origin is None
        if origin != own and not other_program:
            raise _refused(403, "foreign-origin", "请求来自别的网页，没有处理；请从本页面操作。")
        needs_header = not path.startswith(_API) and not _CLOSE.fullmatch(path)
        if needs_header and headers.get("x-hebiao") != "1":
            raise _refused(403, "no-header", "请求缺少 X-Hebiao: 1，没有处理；请从本页面操作。")

    def _open_to_all(self, path: str) -> bool:
        return any(known.fullmatch(path) for known in (_OPEN, _CLOSE, _FETCHED))

    def _check_token(self, headers: Headers) -> None:
        kind, _, shown = headers.get("authorization", "").partition(" ")
        right = secrets.compare_digest(shown.strip().encode(), self.gate.token.encode())
        if kind.lower() != "bearer" or not right:
            raise Refused(
                401, "no-token", title_of(401),
                "没有口令或口令不对；请用 hebiao serve 显示的完整地址打开，"
                "其他程序请在 Authorization: Bearer 后写明口令。",
                WWW_Authenticate="Bearer",
            )  # fmt: skip


def _guarded(send: Send, body: Body) -> Send:
    """Return what sends an answer with our headers, when all of the request has been read."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            await body.drain()
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sent


def _refused(status: int, kind: str, detail: str) -> Refused:
    return Refused(status, kind, title_of(status), detail)


def _split(host: str) -> tuple[str, int]:
    """Return the name and the port of a Host header."""
    found = re.fullmatch(r"\[([0-9A-Fa-f:.]+)\](?::(\d{1,5}))?|([^\[\]:]*)(?::(\d{1,5}))?", host)
    if not found:
        return "", -1
    return (found[1] or found[3] or "").lower(), int(found[2] or found[4] or 80)


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _is_any(host: str) -> bool:
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False
