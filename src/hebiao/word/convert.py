"""
Bytes of an old format (.doc, .wps, .rtf, .odt, a web page) → the same as .docx, by LibreOffice.

    /tmp/hebiao-x1y2z3/
        profile/user/registrymodifications.xcu   settings of this one run: no macros, no network
        form.doc                                 the file, under a name that says nothing of it
        out/form.docx                            what LibreOffice makes of it

LibreOffice decides what becomes of a table; as far as known, rows and tables stay what they
were. Of a web page it shows hidden text, and it forgets the font of signs from U+F020 to
U+F0FF, so that a ☑ of Wingdings written so, as LibreOffice itself does, is no tick.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hebiao.errors import UnreadableFile
from hebiao.word.document import read_document
from hebiao.word.foreign import SAVE_AS
from hebiao.word.webpage import in_utf16, page_in_letter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hebiao.word.blocks import Document

TIME_LIMIT = 60  # seconds
MAX_OUTPUT = 128 * 2**20  # bytes

FILTERS = {  # what UnreadableFile calls a format: LibreOffice's filter for it, the ending of a file
    "old_doc": ("MS Word 97", ".doc"),  # 97 to 2003: of Word 95 and before, it fails
    "wps": ("MS Word 97", ".doc"),  # WPS Office's: Word's format but for one stream
    "rtf": ("Rich Text Format", ".rtf"),
    "odt": ("writer8", ".odt"),
    "html": ("HTML (StarWriter)", ".html"),  # not Writer/Web, which cannot save as .docx
    "mhtml": ("HTML (StarWriter)", ".html"),
}

SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
INTERNET = "/org.openoffice.Inet/Settings"
SETTINGS = (
    # a file from anywhere may carry macros; 3 and true: none runs, whoever signed it
    (SCRIPTING, "MacroSecurityLevel", "3"),
    (SCRIPTING, "DisableMacrosExecution", "true"),
    # pictures are not fetched from where the file says, which would tell that it is read
    (SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    # nor is text from other files taken in: what was saved is what is checked
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    # style sheets are fetched all the same, but by a proxy that is not there (2: set by hand)
    (INTERNET, "ooInetProxyType", "2"),
    *((INTERNET, f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *((INTERNET, f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
)

NEW_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # Windows; 0 elsewhere
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def read_or_convert(data: bytes) -> tuple[Document, str | None]:
    """
    Read a Word file, or one of an old format by way of .docx; return its format, too, if old.

    Raises:
        UnreadableFile: it is neither, or LibreOffice is not there, or cannot convert it.
    """
    try:
        return read_document(data), None
    except UnreadableFile as found:
        if found.code not in FILTERS:
            raise
        soffice = find_soffice()
        if soffice is None:
            message = f"{found.message}装有 LibreOffice 时，核表可以直接读取。"
            raise UnreadableFile(found.code, message) from None
        return read_document(convert(data, found.code, soffice)), found.code


def find_soffice() -> str | None:
    """
    Return the path of LibreOffice, if it is there.

    What PATH gives is taken only from a folder with a full name: on Windows the current
    folder is searched first, and that is where the files are that others have sent.
    """
    named = (shutil.which("soffice"), shutil.which("libreoffice"))
    found = (path for path in named if path is not None and Path(path).is_absolute())
    return next(found, None) or next(map(str, _usual_places()), None)


def _usual_places() -> Iterator[Path]:
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if folder := os.environ.get(variable):
            yield from Path(folder).glob("LibreOffice*/program/soffice.exe")
    for folder in ("/opt", "/usr/lib", "/usr/lib64"):
        yield from Path(folder).glob("libreoffice*/program/soffice")
    yield from Path("/Applications").glob("LibreOffice*.app/Contents/MacOS/soffice")


def convert(data: bytes, code: str, soffice: str) -> bytes:
    """
    Return the file as .docx.

    Args:
        data: the file.
        code: what UnreadableFile calls its format, one of FILTERS.
        soffice: the path of LibreOffice.

    Raises:
        UnreadableFile: LibreOffice takes too long or cannot convert it.
    """
    try:
        with TemporaryDirectory(prefix="hebiao-", ignore_cleanup_errors=True) as folder:
            path = _laid_out(data, code, Path(folder))
            _run(_command(soffice, code, path), path.parent)
            return _output(path.parent / "out" / "form.docx")
    except OSError as error:
        raise _failed("LibreOffice 没有启动成，或临时文件夹不能写入。") from error


def _laid_out(data: bytes, code: str, folder: Path) -> Path:
    """Write what LibreOffice needs: its settings, and the file, whose path is returned."""
    settings = folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_xcu(), encoding="utf-8")
    (folder / "tmp").mkdir()
    path = folder / f"form{FILTERS[code][1]}"
    path.write_bytes(_content(data, code))
    return path


def _content(data: bytes, code: str) -> bytes:
    if code == "mhtml":
        return in_utf16(page_in_letter(data))
    return in_utf16(data) if code == "html" else data


def _xcu() -> str:
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _command(soffice: str, code: str, path: Path) -> list[str]:
    """
    Return the call.

    The filter is named, as LibreOffice would take what it cannot read for plain text, and a
    broken form would seem a document without tables.
    """
    return [
        soffice,
        f"-env:UserInstallation={(path.parent / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        f"--infilter={FILTERS[code][0]}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(path.parent / "out"),
        str(path),
    ]


def _run(command: list[str], folder: Path) -> None:
    """Run LibreOffice, and end it with all it has started when it takes too long."""
    temporary = str(folder / "tmp")
    process = subprocess.Popen(  # noqa: S603 - a fixed call; the file's name is ours
        command,
        cwd=folder,
        env=os.environ | {"TMPDIR": temporary, "TMP": temporary, "TEMP": temporary},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=NEW_GROUP | NO_WINDOW,
    )
    try:
        process.wait(TIME_LIMIT)
    except subprocess.TimeoutExpired:
        message = f"LibreOffice 转换这个文件超过 {TIME_LIMIT} 秒，已经停止。{SAVE_AS}"
        raise UnreadableFile("conversion_timeout", message) from None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that is running and all that it has started: soffice is but a starter."""
    if sys.platform == "win32":
        taskkill = Path(os.environ["SYSTEMROOT"], "System32", "taskkill.exe")
        call = [str(taskkill), "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(call, check=False, capture_output=True)  # noqa: S603 - a fixed call
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _output(path: Path) -> bytes:
    size = path.stat().st_size if path.is_file() else 0
    if size > MAX_OUTPUT:
        raise UnreadableFile("too_large", "文档转换后过大，超出处理范围。请拆分后再试。")
    if not size:
        raise _failed("LibreOffice 没能转换这个文件，它可能已损坏，或设有打开密码。")
    return path.read_bytes()


def _failed(reason: str) -> UnreadableFile:
    return UnreadableFile("conversion_failed", f"{reason}{SAVE_AS}")
