"""
Bytes that are no Word package → what they are and what to do, as an UnreadableFile.

Only the content is looked at, never a file name: a .doc renamed to .docx is the most common
unreadable file there is, and the remedy depends on what it really is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hebiao.errors import UnreadableFile

if TYPE_CHECKING:
    from collections.abc import Collection

OLE = bytes.fromhex("D0CF11E0A1B11AE1")
OWNER_FILE = 162  # the size of ~$name.docx, which begins with the length of a user's name
SAVE_AS = "请用 Word 或 WPS 打开，另存为 .docx 后再试。"

OLE_STREAMS = {  # name of a stream in the compound file: what the file is; the first that fits
    "EncryptedPackage": ("encrypted", "文档设有打开密码，无法读取。请取消密码后再试。"),
    "EncryptionInfo": ("encrypted", "文档设有打开密码，无法读取。请取消密码后再试。"),
    "WpsCustomData": ("wps", f"这是 WPS 文字的旧格式文档（.wps）。{SAVE_AS}"),
    "MatOST": ("wps", f"这是 Works 文字处理文档（.wps）。{SAVE_AS}"),
    "WordDocument": ("old_doc", f"这是旧版 Word 文档（.doc）。{SAVE_AS}"),
    "Workbook": ("not_word", "这是旧版 Excel 工作簿（.xls），不是 Word 文档。请改用 .docx 文件。"),
    "PowerPoint Document": (
        "not_word",
        "这是旧版 PowerPoint 演示文稿（.ppt），不是 Word 文档。请改用 .docx 文件。",
    ),
}

BEGINNINGS = (  # the first bytes, white space skipped, in lower case
    (b"{\\rtf", "rtf", f"这是 RTF 文档。{SAVE_AS}"),
    (b"%pdf-", "pdf", "这是 PDF 文件，不是 Word 文档。请提供原来的 Word 文件（.docx）。"),
    (b"mime-version:", "mhtml", f"这是单个文件网页（MHTML），不是真正的 Word 文档。{SAVE_AS}"),
    (b"\xdb\xa5-", "old_doc", f"这是旧版 Word 文档（.doc）。{SAVE_AS}"),
    (b"rar!", "not_word", "这是 RAR 压缩包，不是 Word 文档。请解压后再试。"),
    (b"7z\xbc\xaf", "not_word", "这是 7z 压缩包，不是 Word 文档。请解压后再试。"),
    (b"\xff\xd8\xff", "not_word", "这是图片，不是 Word 文档。请提供原来的 Word 文件（.docx）。"),
    (b"\x89png", "not_word", "这是图片，不是 Word 文档。请提供原来的 Word 文件（.docx）。"),
)

MARKS = (  # words found early in a text file, in lower case
    (b"multipart/related", "mhtml", f"这是单个文件网页（MHTML），不是真正的 Word 文档。{SAVE_AS}"),
    (b'progid="word.document"', "word_xml", f"这是 Word XML 文档（.xml）。{SAVE_AS}"),
    (b"office/2006/xmlpackage", "word_xml", f"这是 Word XML 文档（.xml）。{SAVE_AS}"),
    (b"office/word/2003/wordml", "word_xml", f"这是 Word XML 文档（.xml）。{SAVE_AS}"),
    (b"opendocument:xmlns:office", "odt", f"这是 OpenDocument 文档（.fodt）。{SAVE_AS}"),
    (b"<!doctype html", "html", f"这是网页（HTML），不是真正的 Word 文档。{SAVE_AS}"),
    (b"<html", "html", f"这是网页（HTML），不是真正的 Word 文档。{SAVE_AS}"),
)

ZIP_KINDS = (  # the beginning of a name in the zip
    ("xl/", "这是 Excel 工作簿（.xlsx），不是 Word 文档。请改用 .docx 文件。"),
    ("ppt/", "这是 PowerPoint 演示文稿（.pptx），不是 Word 文档。请改用 .docx 文件。"),
    ("visio/", "这是 Visio 图（.vsdx），不是 Word 文档。请改用 .docx 文件。"),
    ("ofd.xml", "这是 OFD 版式文件，不是 Word 文档。请提供原来的 Word 文件（.docx）。"),
)


def not_a_zip(data: bytes) -> UnreadableFile:
    """Say what a file is that zipfile cannot open."""
    if not data.strip(b"\0"):
        return UnreadableFile("empty_file", "文件是空的，没有内容。请重新保存或重新下载后再试。")
    if len(data) == OWNER_FILE and 0 < data[0] <= 54:
        return UnreadableFile(
            "owner_file", "这是 Word 打开文档时留下的临时文件（~$），不是文档。请改选原来的文件。"
        )
    if data.startswith(OLE):
        return _compound_file(data)
    if data.startswith(b"PK\3\4"):
        return UnreadableFile(
            "truncated_zip", "文件不完整，后半部分缺失或已损坏。请重新下载或复制后再试。"
        )
    return _text_or_other(data)


def not_a_document(names: Collection[str], mimetype: bytes) -> UnreadableFile:
    """Say what a zip is that holds no Word document: by the (lower-case) names in it."""
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return UnreadableFile("odt", f"这是 OpenDocument 文档（.odt）。{SAVE_AS}")
    for beginning, message in ZIP_KINDS:
        if any(name.startswith(beginning) for name in names):
            return UnreadableFile("not_word", message)
    if "[content_types].xml" in names:
        return UnreadableFile(
            "missing_part", f"文档缺少正文部分，已损坏。请用 Word 修复，或{SAVE_AS[1:]}"
        )
    return UnreadableFile("not_word", "这是 ZIP 压缩包，不是 Word 文档。请解压后再试。")


def _compound_file(data: bytes) -> UnreadableFile:
    """Tell the files of the OLE container apart by the streams their directory names."""
    for stream, (code, message) in OLE_STREAMS.items():
        if stream.encode("utf-16-le") in data:
            return UnreadableFile(code, message)
    return UnreadableFile(
        "not_word", "这是旧格式的 Office 文件，但不是 Word 文档。请改用 .docx 文件。"
    )


def _text_or_other(data: bytes) -> UnreadableFile:
    head = _as_ascii(data[:4096]).lstrip().lower()
    for beginning, code, message in BEGINNINGS:
        if head.startswith(beginning):
            return UnreadableFile(code, message)
    for mark, code, message in MARKS:
        if mark in head:
            return UnreadableFile(code, message)
    return UnreadableFile("not_zip", "这不是 Word 文档（.docx），或已损坏。请检查文件后再试。")


def _as_ascii(head: bytes) -> bytes:
    """Drop what UTF-16 and byte order marks put between the letters of a mark-up file."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf")
