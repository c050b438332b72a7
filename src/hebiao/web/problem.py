"""
What is wrong with a request in, the answer that says so out: RFC 9457, in Chinese.

    {"type": "urn:hebiao:desk-gone", "title": "页面已关闭", "status": 404, "detail": "…"}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, Field
from starlette.responses import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

MEDIA_TYPE = "application/problem+json"


class Problem(BaseModel):
    """Why there is no answer: `type` for programs, the rest for people."""

    type: str = Field(description="哪一种问题，供程序判断", examples=["urn:hebiao:too-large"])
    title: str = Field(description="是什么问题")
    status: int = Field(description="HTTP 状态码")
    detail: str = Field(description="怎么回事，怎么办")


class Refused(Exception):  # noqa: N818 - names what became of the request
    """
    A request that is not carried out.

    Args:
        status: of HTTP.
        kind: which problem it is, for programs: `desk-gone`.
        title: what it is, in Chinese.
        detail: what happened and what to do, in Chinese.
    """

    def __init__(self, status: int, kind: str, title: str, detail: str, **headers: str) -> None:
        super().__init__(status, kind)
        self.problem = Problem(type=f"urn:hebiao:{kind}", title=title, status=status, detail=detail)
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def answer(refused: Refused) -> Response:
    """Return the answer to a request that is refused."""
    return problem_answer(refused.problem, refused.headers)


def problem_answer(problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    """Return a problem as an answer."""
    return Response(
        problem.model_dump_json(),
        status_code=problem.status,
        headers=dict(headers or {}),
        media_type=MEDIA_TYPE,
    )


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the problems of an address as OpenAPI has them."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"model": Problem, "description": _TITLES[status], "content": content}
        for status in statuses
    }


_TITLES = {
    400: "请求不完整",
    401: "需要口令",
    403: "不是本页面的请求",
    404: "没有这个地址",
    405: "不能这样请求",
    408: "上传太慢",
    409: "现在不能这样做",
    413: "太大",
    415: "内容的种类不对",
    421: "地址不对",
    422: "内容不对",
    429: "同时用的人太多",
    500: "程序出错",
    503: "没有做成",
    507: "存不下来",
}


def title_of(status: int) -> str:
    """Return what a status of HTTP means, in Chinese."""
    return _TITLES.get(status, "请求没有完成")
