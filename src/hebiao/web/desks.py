"""The addresses of the page: what it asks for, as it is told in its own words."""

from __future__ import annotations

import asyncio
import secrets
from pathlib import Path  # noqa: TC003 - as above
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response

from hebiao.config.waivers import Waiver
from hebiao.web import reporting
from hebiao.web.checking import judge_again, take_in
from hebiao.web.comparing import compared
from hebiao.web.desk import REPORTS, Desk
from hebiao.web.judge import FORMS
from hebiao.web.page import comparison_html, page_html, static_file
from hebiao.web.problem import Refused
from hebiao.web.room import Room
from hebiao.web.state import state_of
from hebiao.web.taking import received
from hebiao.web.waiver_file import waiver_file

router = APIRouter(include_in_schema=False)

_Reason = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]


def _room(request: Request) -> Room:
    room: Room = request.app.state.room
    return room


def _desk(desk: str, request: Request) -> Desk:
    return _room(request).desk(desk)


InRoom = Annotated[Room, Depends(_room)]
OnDesk = Annotated[Desk, Depends(_desk)]


@router.get("/")
async def page(room: InRoom) -> Response:
    """The page."""
    return HTMLResponse(page_html(room.limits))


@router.get("/static/{name}")
async def static(name: str) -> Response:
    """A style or a script of the page."""
    found = static_file(name)
    if found is None:
        raise Refused(404, "not-found", "没有这个地址", "没有这个文件。")
    data, kind = found
    return Response(data, media_type=kind)


@router.post("/desks")
async def open_desk(room: InRoom) -> Response:
    """Open a desk."""
    return JSONResponse({"desk": room.open().id}, 201)


@router.get("/desks/{desk}")
async def state(room: InRoom, desk: OnDesk, since: Annotated[int, Query(ge=0)] = 0) -> Response:
    """The state, as soon as there is something new in it."""
    await desk.news(since, room.limits.poll)
    if desk.closed:
        raise Refused(404, "desk-gone", "页面已关闭", "这个页面已经关闭，请重新打开。")
    desk.sign_of_life()
    return JSONResponse(state_of(desk, room.idle_left(desk)))


@router.post("/desks/{desk}/close")
async def close(room: InRoom, desk: OnDesk) -> Response:
    """Close a desk, and delete all it has."""
    await room.close(desk)
    return Response(status_code=204)


@router.post("/desks/{desk}/files")
async def upload(request: Request, room: InRoom, desk: OnDesk) -> Response:
    """Take files; each of them begins to be checked."""
    files = take_in(room, desk, await received(request, room, desk))
    return JSONResponse({"files": [{"id": each.id, "name": each.name} for each in files]}, 202)


@router.delete("/desks/{desk}/files/{file}")
async def take_away(desk: OnDesk, file: str) -> Response:
    """Take a file away."""
    desk.remove(file)
    return Response(status_code=204)


@router.get("/desks/{desk}/forms/{form}")
async def form(desk: OnDesk, form: str) -> Response:
    """A form as a part of the page."""
    file, line = desk.form(form)
    path = desk.folder / FORMS / f"{file.id}-{line.index}.html"
    return HTMLResponse(await asyncio.to_thread(path.read_bytes))


class WaiverRequest(BaseModel):
    """What is to be let pass, and why."""

    model_config = ConfigDict(extra="forbid")

    form: str
    finding: int = Field(ge=1)
    reason: _Reason


@router.post("/desks/{desk}/waivers")
async def let_pass(room: InRoom, desk: OnDesk, wanted: WaiverRequest) -> Response:
    """Let a finding pass; its file is judged again."""
    file, line = desk.form(wanted.form)
    if wanted.finding > len(line.waivable):
        raise Refused(404, "no-finding", "没有这个问题", "这张表里没有这个问题，请刷新后再试。")
    if not line.named.strip():
        raise Refused(
            409, "no-project", "这张表没有项目名称",
            "豁免要写明是哪个项目，而这张表没有填写项目名称；请先补上项目名称。",
        )  # fmt: skip
    at = line.waivable[wanted.finding - 1]
    number = desk.let_pass(
        Waiver(
            code=at.code,
            project=line.named,
            reason=wanted.reason,
            file=file.name,
            table=at.table,
            row=at.row,
            column=at.column,
            paragraph=at.paragraph,
        )
    )
    judge_again(room, desk, file)
    return JSONResponse({"n": number}, 201)


@router.delete("/desks/{desk}/waivers/{number}")
async def count_again(room: InRoom, desk: OnDesk, number: int) -> Response:
    """Let a finding count again."""
    waiver = desk.no_more(number)
    for file in desk.files.values():
        if file.name == waiver.file:
            judge_again(room, desk, file)
    return Response(status_code=204)


@router.get("/desks/{desk}/waivers.toml")
async def waivers_toml(desk: OnDesk) -> Response:
    """What is let pass, as a file an office can keep."""
    text = waiver_file(desk.settings_now().waivers.entries)
    disposition = {"Content-Disposition": "attachment; filename*=UTF-8''%E8%B1%81%E5%85%8D.toml"}
    return Response(text, media_type="application/toml; charset=utf-8", headers=disposition)


@router.get("/desks/{desk}/reports/{kind}")
async def report(room: InRoom, desk: OnDesk, kind: str, forms: str = "") -> Response:
    """A report over all files, or over those of some forms."""
    return _download(await reporting.report(room, desk, kind, forms))


def _download(path: Path) -> Response:
    """Return a file, which is deleted when it has been sent."""
    after = BackgroundTask(path.unlink, missing_ok=True)
    return FileResponse(path, filename=path.name, background=after)


class ComparisonRequest(BaseModel):
    """The desk with what was submitted before."""

    model_config = ConfigDict(extra="forbid")

    before: str


@router.post("/desks/{desk}/comparison")
async def compare(room: InRoom, desk: OnDesk, wanted: ComparisonRequest) -> Response:
    """Compare a desk with another one."""
    before = room.desk(wanted.before)
    difference, told = await compared(room, before, desk)
    desk.difference = difference
    return JSONResponse({"comparison": told, "html": comparison_html(difference)})


@router.get("/desks/{desk}/comparison.xlsx")
async def comparison_xlsx(desk: OnDesk) -> Response:
    """The comparison as a workbook."""
    from hebiao.reports.workbook.difference import write_difference  # noqa: PLC0415 - only here

    if desk.difference is None:
        raise Refused(409, "nothing-yet", "还没有对比", "请先对比整改前后的文件。")
    out = desk.folder / REPORTS / secrets.token_hex(8)
    out.mkdir(mode=0o700)
    path = out / "整改对比.xlsx"
    await asyncio.to_thread(write_difference, desk.difference, path)
    return _download(path)
