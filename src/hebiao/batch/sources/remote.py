"""
Files at a remote place: an address in, what is there out, by way of fsspec, an optional extra.

    s3://bucket/报送/            every file below
    s3://bucket/报送/*.docx      what fits the pattern
    file:///mnt/报送/表.docx     itself

A service has errors of its own: whatever it raises is an UnreadableFile that says what to check.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from glob import has_magic
from typing import IO, TYPE_CHECKING, Any

from hebiao.batch.sources.documents import is_hidden_folder
from hebiao.batch.sources.natural import natural
from hebiao.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.batch.sources.documents import Way

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_PACKAGES = {
    "s3": "s3fs",
    "s3a": "s3fs",
    "oss": "ossfs",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "abfs": "adlfs",
    "az": "adlfs",
    "http": "aiohttp",
    "https": "aiohttp",
    "sftp": "paramiko",
    "ssh": "paramiko",
    "smb": "smbprotocol",
    "hdfs": "pyarrow",
    "webhdfs": "requests",
}
_STAMPS = ("ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "created")


def is_remote(path: str) -> bool:
    """Say whether it is an address with a scheme; the letter of a drive is none."""
    return _ADDRESS.match(path) is not None


def load(address: str) -> bytes:
    """
    Return the bytes of a file.

    Raises:
        UnreadableFile: it is not there, or may not be read, or a package is missing.
    """
    with opened(address) as file:
        return file.read()


@contextmanager
def opened(address: str) -> Iterator[IO[bytes]]:
    """
    Open a file, from which only what is needed is fetched.

    Raises:
        UnreadableFile: as `load`.
    """
    place, path = _place(address)
    with _asking(), place.open(path, "rb") as file:
        yield file


def stamp_of(address: str) -> str:
    """
    Return what is another once the file has changed, as far as the service says so.

    Raises:
        UnreadableFile: as `load`.
    """
    place, path = _place(address)
    with _asking():
        about = place.info(path)
    when = next((about[key] for key in _STAMPS if about.get(key)), "")
    return f"{about.get('size')} {when}"


def is_folder(address: str) -> bool:
    """
    Say whether there is a folder.

    Raises:
        UnreadableFile: as `load`; so do the functions below.
    """
    place, path = _place(address)
    with _asking():
        return bool(place.isdir(path))


def exists(address: str) -> bool:
    """Say whether there is a file."""
    place, path = _place(address)
    with _asking():
        return bool(place.exists(path))


def walked(folder: str) -> tuple[list[Way], list[str]]:
    """Return the ways to the files in a folder and below, and the folders that did not open."""
    closed: list[str] = []
    ways: list[Way] = []

    def note(error: OSError) -> None:
        closed.append(str(error.filename or folder))

    place, path = _place(folder)
    with _asking():
        for within, below, files in place.walk(path, on_error=note):
            for name in filter(is_hidden_folder, list(below)):
                below.remove(name)
            ways += ((*_way(path, within), name) for name in files if name)
    return ways, closed


def joined(folder: str, way: Way) -> str:
    """Return the address of a file in a folder."""
    return "/".join((folder.rstrip("/"), *way))


def matches(pattern: str) -> list[tuple[str, Way]]:
    """Return what fits a pattern, with the ways from the last folder that is no pattern."""
    place, path = _place(pattern)
    with _asking():
        names = place.glob(path)
    ways = [_way(_before_pattern(path), name) for name in names]
    found = [(joined(_before_pattern(pattern), way), way) for way in ways]
    return sorted(found, key=lambda each: natural(each[0]))


def _before_pattern(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[: next(n for n, part in enumerate(parts) if has_magic(part))])


def _way(start: str, path: str) -> Way:
    rest = path.removeprefix(start.rstrip("/"))
    return tuple(part for part in rest.split("/") if part)


def _place(address: str) -> tuple[Any, str]:
    """Return the service, and what it calls the file."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise UnreadableFile(
            "remote_package",
            '核查远程地址要先安装 fsspec：pip install "hebiao[remote]"；'
            "或先把文件下载到本机再核查。",
        ) from None
    scheme = address.partition("://")[0].lower()
    try:
        place, path = url_to_fs(address)
    except ImportError:
        package = _PACKAGES.get(scheme, "fsspec 文档中它所用的程序包")
        message = f"核查 {scheme}:// 地址要先安装 {package}（pip install），或先把文件下载到本机。"
        raise UnreadableFile("remote_package", message) from None
    except ValueError:
        message = f"不认识 {scheme}:// 这种地址，请核对写法，或先把文件下载到本机再核查。"
        raise UnreadableFile("remote_scheme", message) from None
    except Exception as error:
        raise _failed(error) from error
    return place, path


@contextmanager
def _asking() -> Iterator[None]:
    try:
        yield
    except UnreadableFile:
        raise
    except FileNotFoundError:
        message = "远程地址上找不到这个文件，请核对地址。"
        raise UnreadableFile("missing", message) from None
    except Exception as error:
        raise _failed(error) from error


def _failed(error: Exception) -> UnreadableFile:
    reason = f"{type(error).__name__}: {error}"[:200]
    message = f"远程地址读不了，请核对地址、网络和访问权限（{reason}）。"
    return UnreadableFile("not_accessible", message)
