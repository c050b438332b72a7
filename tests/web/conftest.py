"""The page as a browser asks for it: a real server on this machine, with real workers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Thread
from typing import Any

import httpx
import pytest
from tests.written import written

from hebiao.config import DEFAULT_SETTINGS
from hebiao.web.address import bound
from hebiao.web.limits import DEFAULT_LIMITS, Limits
from hebiao.web.server import server_for

BUSY = {"waiting", "checking"}


@pytest.fixture(scope="session")
def good() -> bytes:
    return written({})


@pytest.fixture(scope="session")
def wrong() -> bytes:
    """A form with a wrong total."""
    return written({"total": "98.06分"})


@dataclass(frozen=True)
class OpenDesk:
    """A desk as the page uses it."""

    client: httpx.Client
    id: str

    def get(self, path: str = "", **params: Any) -> Any:
        return self.client.get(f"/desks/{self.id}{path}", params=params)

    def post(self, path: str, **body: Any) -> Any:
        return self.client.post(f"/desks/{self.id}{path}", **body)

    def delete(self, path: str) -> Any:
        return self.client.delete(f"/desks/{self.id}{path}")

    def upload(self, **files: bytes) -> Any:
        return self.upload_named(*files.items())

    def upload_named(self, *files: tuple[str, bytes]) -> Any:
        return self.post("/files", files=[("files", each) for each in files])

    def state(self) -> dict[str, Any]:
        """Return the state when all is done, as a page that waits for news learns of it."""
        state: dict[str, Any] = self.get().json()
        while any(file["status"] in BUSY for file in state["files"]):
            state = self.get(since=state["revision"]).json()
        return state


@contextmanager
def serving(
    limits: Limits = DEFAULT_LIMITS, token: str = "", jobs: int = 1
) -> Iterator[httpx.Client]:
    """Yield a client of a server of its own, which sends what the page sends."""
    made = bound("127.0.0.1", 0)
    site = f"http://127.0.0.1:{made.getsockname()[1]}"
    server = server_for(
        made, DEFAULT_SETTINGS, host="127.0.0.1", token=token, jobs=jobs, limits=limits
    )
    thread = Thread(target=server.run, kwargs={"sockets": [made]})
    thread.start()
    own = {"X-Hebiao": "1", "Origin": site}
    try:
        with httpx.Client(base_url=site, headers=own, timeout=30) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def client() -> Iterator[httpx.Client]:
    with serving(jobs=2) as client:
        yield client


SMALL = Limits(
    file=60_000, request=400_000, body=1000, files=4, desk=200_000, desks=3, visits=2, poll=0.2
)


@pytest.fixture(scope="session")
def small() -> Iterator[httpx.Client]:
    """An application that takes little."""
    with serving(SMALL) as client:
        yield client


def opened(client: httpx.Client) -> Iterator[OpenDesk]:
    desk = OpenDesk(client, client.post("/desks").json()["desk"])
    yield desk
    desk.post("/close")


@pytest.fixture
def desk(client: httpx.Client) -> Iterator[OpenDesk]:
    yield from opened(client)


@pytest.fixture
def small_desk(small: httpx.Client) -> Iterator[OpenDesk]:
    yield from opened(small)
