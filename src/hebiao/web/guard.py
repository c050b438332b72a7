"""
Who is answered, and the headers of every answer, also of those that say what is wrong.

    Host           only what the server is bound to: a name that was made to point here is none
    Origin         on every request that changes something: only the page's own
    X-Hebiao: 1    likewise; a form or a link of another page cannot send it
    token          where the server is bound to more than this machine
"""

from __future__ import annotations

import asyncio
import re
import secrets
import socket
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

from hebiao.web.limits import size_text
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

_DRAINED = 5
"""Seconds for which the rest of a refused request is read, so that its sender sees why."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What the server is bound to, and the token that must be shown; none where it is empty."""

    host: str = "127.0.0.1"
    port: int = 0
    token: str = ""

    def answers_to(self, host: str) -> bool:
        """Return whether a Host header means this server."""
        name, port = _split(host)
        named = name in self._names and port == (self.port or port)
        return named or self._by_number(name, port)

    @property
    def _names(self) -> frozenset[str]:
        own = {self.host.lower()}
        if _is_loopback(self.host):
            own |= {"localhost", "127.0.0.1", "::1"} if self.host != "::1" else {"localhost"}
        if _is_any(self.host):
            own |= {"localhost", socket.gethostname().lower()}
        return frozenset(own)

    def _by_number(self, name: str, port: int) -> bool:
        """Bound to all addresses, it answers to each by its number: no name can stand for one."""
        with suppress(ValueError):
            ip_address(name)
            return _is_any(self.host) and port == self.port
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
        guarded = _with_headers(send)
        try:
            self._check(scope)
        except Refused as refused:
            await _drain(receive)
            await answer(refused)(scope, receive, guarded)
            return
        await self._app(scope, self._bounded(scope, receive), guarded)

    def _check(self, scope: Scope) -> None:
        headers, path, method = Headers(scope=scope), scope["path"], scope["method"]
        if not self.gate.answers_to(headers.get("host", "")):
            raise _refused(421, "wrong-host", "请用 hebiao serve 显示的地址打开本页。")
        if method not in _SAFE:
            self._check_origin(headers, path)
        if self.gate.token and not self._open_to_all(path):
            self._check_token(headers)
        self._check_size(headers)

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

    def _check_size(self, headers: Headers) -> None:
        size = headers.get("content-length", "0")
        if size.isdecimal() and int(size) > self._most(headers):
            raise _too_large(self._most(headers))

    def _most(self, headers: Headers) -> int:
        upload = headers.get("content-type", "").startswith("multipart/form-data")
        return self._limits.request if upload else self._limits.body

    def _bounded(self, scope: Scope, receive: Receive) -> Receive:
        """Return what receives no more than is allowed, whatever the length that was stated."""
        most, taken = self._most(Headers(scope=scope)), 0

        async def bounded() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise _too_large(most)
            return message

        return bounded


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
        await send(message)

    return sent


async def _drain(receive: Receive) -> None:
    """Read the rest of a request and forget it; who is still sending would not see the answer."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_DRAINED):
            while (message := await receive()).get("more_body"):
                if message["type"] == "http.disconnect":
                    return


def _refused(status: int, kind: str, detail: str) -> Refused:
    return Refused(status, kind, title_of(status), detail)


def _too_large(most: int) -> Refused:
    detail = f"一次请求超过 {size_text(most)}，没有接收；请分几次上传。"
    return Refused(413, "too-large", title_of(413), detail)


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
