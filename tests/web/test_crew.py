"""Workers are few, fall over some files, and are everybody's alike."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
from tests.web import deeds
from tests.web.conftest import OpenDesk, opened, serving

from hebiao.web.crew import Crew, TakenTooLong, WorkerDied
from hebiao.web.limits import GB, Limits

pytestmark = pytest.mark.slow

PATIENT = 60

T = TypeVar("T")


@asynccontextmanager
async def crew_of(jobs: int, memory: int = 4 * GB) -> AsyncIterator[Crew]:
    crew = Crew(jobs, memory)
    try:
        yield crew
    finally:
        await crew.stop()


def played(play: Coroutine[Any, Any, T]) -> T:
    """Run to its end in a thread of its own: that of the tests may have a loop, for a browser."""
    with ThreadPoolExecutor(1) as alone:
        return alone.submit(asyncio.run, play).result()


def test_each_desk_has_its_turn():
    order: list[str] = []

    async def play() -> None:
        async with crew_of(1) as crew:
            await asyncio.gather(*(
                crew.do(who, PATIENT, deeds.echo, who, begun=lambda who=who: order.append(who))
                for who in "aaaaaabbc"
            ))  # fmt: skip

    played(play())

    assert list("aabcabaaa") == order


def test_a_worker_that_falls_takes_nobody_with_it(tmp_path: Path):
    note = tmp_path / "note"

    async def play() -> list[Any]:
        async with crew_of(2, 1 * GB) as crew:
            await crew.do("a", PATIENT, deeds.echo, "ready")
            return await asyncio.gather(
                crew.do("a", 1, deeds.sleep_and_tidy, note),
                crew.do("a", PATIENT, deeds.die),
                crew.do("a", PATIENT, deeds.eat, 2 * GB),
                crew.do("a", PATIENT, deeds.fail),
                *(crew.do("b", PATIENT, deeds.echo, each) for each in "123"),
                return_exceptions=True,
            )

    too_long, died, hungry, failed, *others = played(play())

    assert [TakenTooLong, WorkerDied, MemoryError, LookupError] == list(
        map(type, (too_long, died, hungry, failed))
    )
    assert ["1", "2", "3"] == others
    assert "tidied" == note.read_text()


def test_who_waits_no_longer_takes_no_turn():
    async def play() -> str:
        async with crew_of(1) as crew:
            busy = asyncio.create_task(crew.do("a", PATIENT, deeds.sleep, 60))
            waiting = asyncio.create_task(crew.do("b", PATIENT, deeds.sleep, 60))
            await asyncio.sleep(0.2)
            waiting.cancel()
            busy.cancel()
            return await crew.do("c", PATIENT, deeds.echo, "done")

    assert "done" == played(play())


def test_files_at_which_a_worker_is_lost_are_results_that_say_so(
    monkeypatch: pytest.MonkeyPatch, good: bytes
):
    monkeypatch.setattr("hebiao.web.checking.judge", deeds.judge_or_fall)
    names = ("久.docx", "死.docx", "错.docx", "好.docx")

    with serving(Limits(check=2)) as client:
        (desk,) = opened_once(client)
        desk.upload_named(*((name, good) for name in names))
        state = desk.state()
        report = desk.get("/reports/json").json()

    told = [(file["problem"] or {}).get("code") for file in state["files"]]
    assert ["too_long", "worker_died", "internal", None] == told
    assert "超过 2 秒" in state["files"][0]["problem"]["message"]
    assert told == [(file["problem"] or {}).get("code") for file in report["files"]]


def opened_once(client: Any) -> list[OpenDesk]:
    return [next(opened(client))]
