"""Uploads are hostile until they are read: large, many, slow, cut off, oddly named."""

import io
import json
import os
import socket
import stat
import zipfile
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import httpx
import pytest
from tests.web.conftest import SMALL, OpenDesk, serving

from hebiao.web.leftover import PREFIX
from hebiao.web.limits import Limits


def folders() -> set[Path]:
    """Return the private folders of all servers that run."""
    return set(Path(gettempdir()).glob(f"{PREFIX}*"))


def folder_of(desk: OpenDesk) -> Path:
    (found,) = (folder / desk.id for folder in folders() if (folder / desk.id).exists())
    return found


@pytest.mark.parametrize(
    ("sent", "called"),
    [
        ("../../x.docx", "x.docx"),
        ("..\\..\\x.docx", "x.docx"),
        ("C:\\报送\\x.docx", "x.docx"),
        ("/etc/passwd", "etc/passwd"),
        ("<script>alert(1)</script>.docx", "<script>alert(1)</script>.docx"),
        ("\u202excod.exe", "�xcod.exe"),
        ("", "未命名"),
        (".", "未命名"),
        ("长" * 300 + ".docx", "长" * 174 + "….docx"),
    ],
)
def test_a_name_is_no_path(desk: OpenDesk, sent: str, called: str):
    (file,) = desk.upload_named((sent or " ", b"x")).json()["files"]
    (stored,) = (folder_of(desk) / "uploads").iterdir()

    assert (called, "f1") == (file["name"], stored.stem)


RAW_NAMES = [
    (b"a\x00b.docx", "ab.docx"),
    ("表.docx".encode("gb18030"), "表.docx"),
    (b"\xff\xfe.docx", "\ufffd\ufffd.docx"),
    (b"a\x01\x7f.docx", "a.docx"),
]


@pytest.mark.parametrize(("sent", "called"), RAW_NAMES)
def test_a_name_of_any_bytes_is_told_readably(desk: OpenDesk, sent: bytes, called: str):
    body = (
        b'--b\r\nContent-Disposition: form-data; name="files"; filename="' + sent + b'"\r\n\r\n'
        b"x\r\n--b--\r\n"
    )
    answer = desk.post(
        "/files", content=body, headers={"Content-Type": "multipart/form-data; boundary=b"}
    )

    assert (202, [called]) == (
        answer.status_code,
        [file["name"] for file in answer.json()["files"]],
    )


def test_what_a_name_says_is_escaped_on_the_page(desk: OpenDesk, wrong: bytes):
    desk.upload_named(("<img src=x onerror=alert(1)>.docx", wrong))
    desk.state()

    for page in (desk.get("/forms/f1-1").text, desk.get("/reports/html").text):
        assert "<img" not in page
        assert "&lt;img src=x onerror=alert(1)&gt;.docx" in page


def test_a_file_that_is_too_large_is_told_and_the_others_are_checked(
    small_desk: OpenDesk, good: bytes
):
    answer = small_desk.upload_named(("大.docx", b"x" * 70_000), ("好.docx", good))
    state = small_desk.state()

    assert 202 == answer.status_code
    assert ["too_large", None] == [(f["problem"] or {}).get("code") for f in state["files"]]
    assert "checked" == state["files"][1]["status"]


@pytest.mark.parametrize(
    ("files", "kind"),
    [
        ([b"x"] * 5, "too-many-files"),
        ([b"x" * 59_000] * 4, "desk-full"),
        ([b"x" * 450_000], "too-large"),
    ],
)
def test_a_request_that_is_too_much_is_refused_whole(
    small_desk: OpenDesk, files: list[bytes], kind: str
):
    answer = small_desk.upload_named(*((f"{n}.docx", each) for n, each in enumerate(files)))

    assert (413, f"urn:hebiao:{kind}") == (answer.status_code, answer.json()["type"])
    assert [] == small_desk.get().json()["files"]
    assert [] == [path for path in folder_of(small_desk).rglob("*") if path.is_file()]


def test_a_request_that_does_not_say_how_large_it_is_is_refused_as_well(small_desk: OpenDesk):
    def endless() -> Any:
        yield b'--b\r\nContent-Disposition: form-data; name="files"; filename="a"\r\n\r\n'
        for _ in range(50):
            yield b"x" * 10_000

    kind = {"Content-Type": "multipart/form-data; boundary=b"}
    answer = small_desk.post("/files", content=endless(), headers=kind)

    assert (413, "urn:hebiao:too-large") == (answer.status_code, answer.json()["type"])


def test_other_requests_may_have_but_little_to_say(small_desk: OpenDesk):
    wanted = {"form": "f1-1", "finding": 1, "reason": "x" * 2000}
    pieces = (json.dumps(wanted).encode(),)
    stated = small_desk.post("/waivers", json=wanted)
    unstated = small_desk.post(
        "/waivers", content=iter(pieces), headers={"Content-Type": "application/json"}
    )

    assert [413, 413] == [stated.status_code, unstated.status_code]


@pytest.mark.parametrize(
    ("headers", "content", "status"),
    [
        ({}, b"", 415),
        ({"Content-Type": "application/json"}, b"{}", 415),
        ({"Content-Type": "multipart/form-data"}, b"", 415),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"", 400),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"rubbish", 400),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"--b\r\nX: 1\r\n\r\nx", 400),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"--b\r\n" + b"X" * 20_000, 400),
        ({"Content-Type": "multipart/form-data; boundary=b"}, b"--b--\r\n", 422),
        (
            {"Content-Type": "multipart/form-data; boundary=b"},
            b'--b\r\nContent-Disposition: form-data; name="files"\r\n\r\nx\r\n--b--\r\n',
            422,
        ),
        ({"Content-Type": "multipart/form-data; boundary=" + "b" * 300}, b"--b", 400),
    ],
)
def test_what_is_no_upload_is_refused(
    desk: OpenDesk, headers: dict[str, str], content: bytes, status: int
):
    answer = desk.post("/files", content=content, headers=headers)

    assert status == answer.status_code
    assert "application/problem+json" == answer.headers["content-type"]


def head(desk: OpenDesk, length: int) -> bytes:
    site = f"127.0.0.1:{desk.client.base_url.port}"
    lines = (
        f"POST /desks/{desk.id}/files HTTP/1.1", f"Host: {site}", f"Origin: http://{site}",
        "X-Hebiao: 1", "Content-Type: multipart/form-data; boundary=b",
        f"Content-Length: {length}", "", "--b",
        'Content-Disposition: form-data; name="files"; filename="a.docx"', "", "x",
    )  # fmt: skip
    return "\r\n".join(lines).encode()


def test_an_upload_that_is_cut_off_leaves_nothing(desk: OpenDesk):
    port = desk.client.base_url.port
    assert port
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(head(desk, 1000))
        while not list(folder_of(desk).rglob("upload-0")):
            pass
    while list(folder_of(desk).rglob("upload-0")):
        pass

    assert [] == desk.get().json()["files"]


def test_an_upload_that_takes_too_long_is_ended():
    with serving(Limits(receive=0.5)) as client:
        desk = OpenDesk(client, client.post("/desks").json()["desk"])
        port = client.base_url.port
        assert port
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(head(desk, 1000))
            answer = connection.makefile("rb").read()

    assert answer.startswith(b"HTTP/1.1 408 ")
    assert "上传超过 0.5 秒".encode() in answer


def test_a_bomb_is_a_file_that_cannot_be_read(desk: OpenDesk):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", b" " * 70_000_000)

    desk.upload_named(("炸弹.docx", bomb.getvalue()), ("炸弹.zip", bomb.getvalue()))

    assert {"unreadable"} == {file["status"] for file in desk.state()["files"]}


def test_a_lock_file_is_told_as_what_it_is(desk: OpenDesk):
    desk.upload_named(("甲/~$表.docx", b"x" * 162))

    (file,) = desk.state()["files"]

    assert ("甲/~$表.docx", "lock_file") == (file["name"], file["problem"]["code"])


def test_there_are_only_so_many_desks():
    with serving(SMALL) as client:
        answers = [client.post("/desks") for _ in range(4)]

    assert [201, 201, 201, 429] == [answer.status_code for answer in answers]
    assert "60" == answers[-1].headers["retry-after"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the folder of a user private itself")
def test_what_is_uploaded_is_nobody_elses(desk: OpenDesk, wrong: bytes):
    desk.upload_named(("错.docx", wrong))
    desk.state()
    folder = folder_of(desk)

    modes = {stat.S_IMODE(path.stat().st_mode) for path in (folder.parent, folder)}

    assert {0o700} == modes


def test_a_desk_that_is_closed_leaves_nothing(client: httpx.Client, wrong: bytes):
    desk = OpenDesk(client, client.post("/desks").json()["desk"])
    desk.upload_named(*((f"{n}.docx", wrong) for n in range(5)))
    folder = folder_of(desk)

    desk.post("/close")

    assert not folder.exists()


def test_a_desk_at_which_nobody_is_any_more_is_closed():
    with serving(Limits(idle=0.4)) as client:
        desk = OpenDesk(client, client.post("/desks").json()["desk"])
        folder = folder_of(desk)
        while folder.exists():
            pass

        assert "urn:hebiao:desk-gone" == desk.get().json()["type"]
