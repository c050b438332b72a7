"""
Bytes of a web page that is called .doc → the page in UTF-16, which is read as what it is.

    <html xmlns:w="urn:schemas-microsoft-com:office:word"> …        a page
    MIME-Version: 1.0 … Content-Type: text/html … =D5=D0=B1=EA …    a page in a letter (MHTML)
"""

from __future__ import annotations

import email
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from hebiao.errors import UnreadableFile
from hebiao.word.foreign import SAVE_AS

MAX_NESTED = 100  # parts that hold parts; each costs the parser a level of the stack


def page_in_letter(data: bytes) -> bytes:
    """
    Return the page of a "single file web page": the first part that is one.

    Raises:
        UnreadableFile: there is none in it.
    """
    lower = data.lower()
    if lower.count(b"multipart/") + lower.count(b"message/") < MAX_NESTED:
        for part in email.message_from_bytes(data.removeprefix(BOM_UTF8).lstrip()).walk():
            if part.get_content_type() == "text/html":
                return bytes(part.get_payload(decode=True))
    raise UnreadableFile("conversion_failed", f"这个单个文件网页（MHTML）里没有正文。{SAVE_AS}")


def in_utf16(page: bytes) -> bytes:
    """
    Return the page in UTF-16 with its mark, where no reader heeds the encoding it declares.

    That is often gb2312, which lacks characters of names (镕), or untrue. A page that is not
    UTF-8 is GB18030, which all encodings used in China before it are part of.
    """
    return _text(page).encode("utf-16")


def _text(page: bytes) -> str:
    if page.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return page.decode("utf-16", "replace")
    try:
        return page.decode("utf-8-sig")
    except UnicodeDecodeError:
        return page.decode("gb18030", "replace")
