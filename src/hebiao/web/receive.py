"""
An upload in, its files on the disk out: streamed, never whole in memory.

A file's name is what it is called and never a path. A file that is too large is received no
further and told as a result of its own, so that the others do not fall with it.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect

from hebiao.errors import reason_of
from hebiao.web.limits import size_text
from hebiao.web.naming import decoded
from hebiao.web.problem import Refused

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from starlette.requests import Request

    from hebiao.web.limits import Limits

_LONGEST_HEAD = 16 * 2**10


@dataclass(slots=True)
class Received:
    """A file that was received: its field, how it is called, where it lies, how large it is."""

    field: str
    name: str
    path: Path
    size: int = 0
    too_large: bool = False


@dataclass(slots=True)
class Intake:
    """Where an upload goes, and how many files of it there may be."""

    folder: Path
    most: int
    room: int
    received: list[Received] = field(default_factory=list)

    def discard(self) -> None:
        """Take away what has been received."""
        for each in self.received:
            with suppress(OSError):
                each.path.unlink(missing_ok=True)


async def receive(request: Request, intake: Intake, limits: Limits) -> list[Received]:
    """
    Return the files of a request.

    Raises:
        Refused: it is no upload, is cut off, too large, or takes too long; nothing is kept of it.
    """
    boundary = _boundary(request)
    try:
        await _taken_in(request.stream(), boundary, intake, limits)
    except ClientDisconnect:
        intake.discard()
        raise _broken() from None
    except OSError as error:
        intake.discard()
        raise _no_place(error) from error
    except BaseException:
        intake.discard()
        raise
    return intake.received


async def _taken_in(
    pieces: AsyncIterator[bytes], boundary: bytes, intake: Intake, limits: Limits
) -> None:
    try:
        reader = _Reader(boundary, intake, limits)
    except FormParserError as error:
        raise _broken() from error
    try:
        async for piece in pieces:
            await asyncio.to_thread(reader.take, piece)
        reader.finish()
    finally:
        reader.close()


class _Reader:
    """What the parser finds in an upload, written to the disk as it comes."""

    def __init__(self, boundary: bytes, intake: Intake, limits: Limits) -> None:
        self._intake, self._limits = intake, limits
        self._head: dict[bytes, bytes] = {}
        self._name, self._value = b"", b""
        self._file: IO[bytes] | None = None
        self._part: Received | None = None
        self._ended = False
        self._parser = MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._header_name,
                "on_header_value": self._header_value,
                "on_header_end": self._header_end,
                "on_headers_finished": self._open,
                "on_part_data": self._data,
                "on_part_end": self.close,
                "on_end": self._end,
            },
        )

    def take(self, piece: bytes) -> None:
        try:
            self._parser.write(piece)
        except (FormParserError, ValueError) as error:
            raise _broken() from error

    def finish(self) -> None:
        if not self._ended:
            raise _broken()

    def close(self) -> None:
        if self._file:
            self._file.close()
        self._file, self._part = None, None

    def _begin(self) -> None:
        self._head, self._name, self._value = {}, b"", b""

    def _header_name(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]
        self._check_head()

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]
        self._check_head()

    def _check_head(self) -> None:
        if len(self._name) + len(self._value) > _LONGEST_HEAD:
            raise _broken()

    def _header_end(self) -> None:
        self._head[self._name.lower()] = self._value
        self._name, self._value = b"", b""

    def _open(self) -> None:
        """Begin a file; what is no file is passed over."""
        _, options = parse_options_header(self._head.get(b"content-disposition", b""))
        if b"filename" not in options:
            return
        number = len(self._intake.received)
        if number >= self._intake.most:
            raise too_many(self._limits)
        path = self._intake.folder / f"upload-{number}"
        field = options.get(b"name", b"").decode("utf-8", "replace")
        self._part = Received(field, decoded(options[b"filename"]), path)
        self._intake.received.append(self._part)
        self._file = path.open("xb")

    def _data(self, data: bytes, start: int, end: int) -> None:
        part, more = self._part, end - start
        if part is None or self._file is None:
            return
        before, part.size = part.size, part.size + more
        if part.size > self._limits.file:
            self._pass_over(part, before)
            return
        self._intake.room -= more
        if self._intake.room < 0:
            raise desk_full(self._limits)
        self._file.write(data[start:end])

    def _pass_over(self, part: Received, written: int) -> None:
        """Keep nothing of a file that is too large, though the rest of it is still to come."""
        if not part.too_large and self._file:
            part.too_large = True
            self._file.truncate(0)
            self._intake.room += written

    def _end(self) -> None:
        self._ended = True


def _boundary(request: Request) -> bytes:
    kind, options = parse_options_header(request.headers.get("content-type"))
    boundary = options.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not boundary:
        raise Refused(
            415,
            "no-upload",
            "不是上传文件的请求",
            "请用 multipart/form-data 上传文件，字段名 files。",
        )
    return boundary


def _broken() -> Refused:
    return Refused(
        400, "upload-broken", "上传没有完成", "上传的内容不完整，可能中途断开了，请重新上传。"
    )


def _no_place(error: OSError) -> Refused:
    detail = f"上传的文件存不下来（{reason_of(error)}）；请清理磁盘后再试。"
    return Refused(507, "no-place", "存不下来", detail)


def too_many(limits: Limits) -> Refused:
    """Return that there are too many files."""
    detail = f"一次最多 {limits.files} 个文件，这次上传的都没有收下；请分几批核查。"
    return Refused(413, "too-many-files", "文件太多", detail)


def desk_full(limits: Limits) -> Refused:
    """Return that the files are too large together."""
    detail = f"文件合计超过 {size_text(limits.desk)}，这次上传的都没有收下；请分几批核查。"
    return Refused(413, "desk-full", "文件合计太大", detail)
