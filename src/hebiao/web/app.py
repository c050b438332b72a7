"""The parts put together: addresses, what is said of mistakes, and the guard around all of it."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from hebiao import __version__
from hebiao.web import api, desks
from hebiao.web.guard import Gate, Guard
from hebiao.web.limits import DEFAULT_LIMITS, Limits
from hebiao.web.problem import Problem, Refused, answer, problem_answer, title_of
from hebiao.web.room import Room

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.responses import Response

    from hebiao.config import Settings

_LOG = logging.getLogger("hebiao.web")


def made_app(
    settings: Settings, gate: Gate, limits: Limits = DEFAULT_LIMITS, jobs: int = 1
) -> Guard:
    """Return the application; its desks are there from its start to its end."""
    room = Room(settings, limits, jobs)

    @asynccontextmanager
    async def open_room(app: FastAPI) -> AsyncIterator[None]:
        app.state.room = room
        async with room:
            yield

    app = FastAPI(
        title="核表 hebiao",
        version=__version__,
        description="核查绩效自评表：上传 Word 文件，返回逐处问题。",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=open_room,
        redirect_slashes=False,
    )
    app.include_router(api.router)
    app.include_router(desks.router)
    app.add_exception_handler(Refused, _refused)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _failed)
    return Guard(app, gate, limits, room)


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101 - it is registered for these
    return answer(error)


_DETAILS = {
    404: "没有这个地址，请核对。",
    405: "这个地址不能用这种方法请求。",
    400: "请求的内容读不通。",
}


def _http(_: Request, error: Exception) -> Response:
    """Say it in Chinese; what kept a body from being read was said already."""
    assert isinstance(error, HTTPException)  # noqa: S101 - as above
    if isinstance(error.__cause__, Refused):
        return answer(error.__cause__)
    status = error.status_code
    kind = {404: "not-found", 405: "method-not-allowed"}.get(status, f"http-{status}")
    problem = Problem(
        type=f"urn:hebiao:{kind}",
        title=title_of(status),
        status=status,
        detail=_DETAILS.get(status, "请求没有完成。"),
    )
    return problem_answer(problem, error.headers)


def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - as above
    places = dict.fromkeys(".".join(map(str, each["loc"])) for each in error.errors())
    problem = Problem(
        type="urn:hebiao:invalid",
        title=title_of(422),
        status=422,
        detail=f"这些内容没有写，或写得不对：{'、'.join(places)}；写法见 /api/v1/openapi.json。",
    )
    return problem_answer(problem)


def _failed(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
    problem = Problem(
        type="urn:hebiao:internal",
        title=title_of(500),
        status=500,
        detail="核表程序出错，这一步没有完成，是程序的问题，请告诉我们；可以再试一次。",
    )
    return problem_answer(problem)
