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
    "old_doc": ("MS Word 97", ".doc"),
    "wps": ("MS Word 97", ".doc"),  # WPS Office's: Word's format but for one stream
    "rtf": ("Rich Text Format", ".rtf"),
    "odt": ("writer8", ".odt"),
    "html": ("HTML (StarWriter)", ".html"),  # not Writer/Web, which cannot save as .docx
    "mhtml": ("HTML (StarWriter)", ".html"),
}
DOCX = "docx:MS Word 2007 XML"

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
        if find_soffice() is None:
            message = f"{found.message}装有 LibreOffice 时，核表可以直接读取。"
            raise UnreadableFile(found.code, message) from None
        code = found.code
    return read_document(convert(data, code)), code


def convert(data: bytes, code: str) -> bytes:
    """
    Return the file as .docx.

    The filter is named, as LibreOffice would take what it cannot read for plain text, and a
    broken form would seem a document without tables.

    Args:
        data: the file.
        code: what UnreadableFile calls its format, one of FILTERS.

    Raises:
        UnreadableFile: LibreOffice is not there, takes too long or cannot convert it.
    """
    source = page_in_letter(data) if code == "mhtml" else data
    try:
        with TemporaryDirectory(prefix="hebiao-", ignore_cleanup_errors=True) as folder:
            return _converted(source, *FILTERS[code], Path(folder))
    except OSError as error:
        message = f"LibreOffice 没有启动成（{error.strerror}）。{SAVE_AS}"
        raise UnreadableFile("conversion_failed", message) from error
