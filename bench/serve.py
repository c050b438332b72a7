"""
Asks a server of its own for much at once, and prints what it answered and how fast.

    python bench/serve.py [--clients 50] [--files 200] [--jobs 2]

First many clients, each with a page and a file of its own; then one with a .zip of many files,
while another one's single file must not wait for all of them. Every answer is looked at: nothing
may be lost, and nothing wrong. Exit code 1 if something is.
"""

from __future__ import annotations

import argparse
import asyncio
import io
import os
import signal
import statistics
import subprocess
import sys
import time
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import httpx

from hebiao.layouts import known_layouts
from hebiao.sample import sample_content, write_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

_BUSY = {"waiting", "checking"}
_PATIENCE = 300


def main() -> int:
    call = argparse.ArgumentParser()
    call.add_argument("--clients", type=int, default=50)
    call.add_argument("--files", type=int, default=200)
    call.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    args = call.parse_args()
    documents = [_document(number) for number in range(10)]
    with _server(args.jobs) as site:
        print(f"{args.jobs} 个进程，{site}")
        wrong = asyncio.run(_many(site, documents, args.clients))
        wrong += asyncio.run(_large(site, documents, args.files))
    print(f"不对的回答 {wrong} 个")
    return int(wrong > 0)


def _document(number: int) -> bytes:
    """Return a form; of every other one the total is wrong, each by another figure."""
    total = "96.06分" if number % 2 == 0 else f"9{number}.06分"
    layout = next(each for each in known_layouts() if each.id == "hubei")
    return write_forms([sample_content({"total": total})], layout)


def _expected(number: int) -> tuple[str, int]:
    return ("96.06", 0) if number % 2 == 0 else (f"9{number}.06", 1)


@contextmanager
def _server(jobs: int) -> Iterator[str]:
    """Start a server and yield its address; end it as a user does."""
    command = [sys.executable, "-m", "hebiao", "serve", "--no-browser", "--jobs", str(jobs)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        lines = process.stdout or iter(())
        site = next(line.strip().rstrip("/") for line in lines if line.startswith("http"))
        address = time.perf_counter() - began
        httpx.get(f"{site}/api/v1/health", timeout=60)
        print(f"地址 {address:.2f} 秒后显示，{time.perf_counter() - began:.2f} 秒后能打开")
        try:
            yield site
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


class _Page:
    """A page as a browser has it open."""

    def __init__(self, client: httpx.AsyncClient, desk: str) -> None:
        self._client, self._desk = client, f"/desks/{desk}"

    async def upload(self, files: list[tuple[str, bytes]]) -> None:
        parts = [("files", each) for each in files]
        (await self._client.post(f"{self._desk}/files", files=parts)).raise_for_status()

    async def done(self) -> dict[str, Any]:
        since = 0
        while True:
            answer = await self._client.get(self._desk, params={"since": since})
            state: dict[str, Any] = answer.raise_for_status().json()
            since = state["revision"]
            if state["files"] and not any(f["status"] in _BUSY for f in state["files"]):
                return state

    async def close(self) -> None:
        await self._client.post(f"{self._desk}/close")


def _client(site: str) -> httpx.AsyncClient:
    own = {"X-Hebiao": "1", "Origin": site}
    limits = httpx.Limits(max_connections=None)
    return httpx.AsyncClient(base_url=site, headers=own, timeout=_PATIENCE, limits=limits)


async def _opened(client: httpx.AsyncClient) -> _Page:
    return _Page(client, (await client.post("/desks")).raise_for_status().json()["desk"])


async def _many(site: str, documents: list[bytes], clients: int) -> int:
    async with _client(site) as client:

        async def one(number: int) -> tuple[float, bool]:
            began = time.perf_counter()
            page = await _opened(client)
            await page.upload([(f"{number}.docx", documents[number % 10])])
            (project,) = (await page.done())["projects"]
            took = time.perf_counter() - began
            right = (project["stated"], project["errors"]) == _expected(number % 10)
            await page.close()
            return took, right

        began = time.perf_counter()
        answers = await asyncio.gather(*map(one, range(clients)))
        whole = time.perf_counter() - began
    times = sorted(took for took, _ in answers)
    print(
        f"{clients} 个网页同时各传一个文件：{whole:.1f} 秒，每秒 {clients / whole:.1f} 个；"
        f"等待中位 {statistics.median(times):.1f} 秒，最长 {times[-1]:.1f} 秒"
    )
    return sum(not right for _, right in answers)


async def _large(site: str, documents: list[bytes], files: int) -> int:
    async with _client(site) as client:
        large, small = await _opened(client), await _opened(client)
        began = time.perf_counter()
        await large.upload(_zipped(documents, files))
        sent = time.perf_counter()
        await small.upload([("一个.docx", documents[1])])
        (project,) = (await small.done())["projects"]
        single = time.perf_counter() - sent
        state = await large.done()
        whole = time.perf_counter() - began
        await large.close()
        await small.close()
    print(
        f"一个网页传 {files} 个文件：{whole:.1f} 秒，每秒 {files / whole:.1f} 个；"
        f"其间另一网页的一个文件等 {single:.1f} 秒"
    )
    wrong = files - len(state["projects"])
    for each in state["projects"]:
        name = next(file["name"] for file in state["files"] if file["id"] == each["file"])
        number = int(name.rpartition("/")[2].removesuffix(".docx"))
        wrong += (each["stated"], each["errors"]) != _expected(number % 10)
    return wrong + ((project["stated"], project["errors"]) != _expected(1))


def _zipped(documents: list[bytes], files: int) -> list[tuple[str, bytes]]:
    """Return the files in a .zip."""
    named = [(f"{number}.docx", documents[number % 10]) for number in range(files)]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in named:
            archive.writestr(name, data)
    return [("报送.zip", packed.getvalue())]


if __name__ == "__main__":
    sys.exit(main())
