"""An address in, a socket on it out, on which a browser can wait while the program is loaded."""

from __future__ import annotations

import errno
import socket
import webbrowser
from threading import Thread

from hebiao.errors import UsageError, reason_of

_MOST_WAITING = 128


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
        made.listen(_MOST_WAITING)
    except (OSError, OverflowError) as error:
        made.close()
        raise _not_bound(host, port, error) from error
    return made


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
