"""The addresses for other programs; described in OpenAPI at /api/v1/openapi.json."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from hebiao import __version__
from hebiao.errors import UsageError
from hebiao.reports.json_v1 import Report
from hebiao.rules import EVERY_RULE, Severity, find_rule
from hebiao.web.problem import Refused, documented
from hebiao.web.visit import visit

router = APIRouter(prefix="/api/v1", tags=["v1"])


def _codes_pattern() -> str:
    """Return what fits codes of rules and their beginnings, with commas between."""
    starts = {rule.code[:length] for rule in EVERY_RULE for length in (2, 3, 4)}
    one = "|".join(sorted(starts))
    return f"^(({one})(,({one}))*)?$"


_UPLOAD = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {
                            "type": "array",
                            "minItems": 1,
                            "items": {"type": "string", "format": "binary"},
                        }
                    },
                }
            }
        },
    }
}


class RuleEntry(BaseModel):
    """A rule of the catalogue."""

    code: str = Field(examples=["SC01"])
    name: str
    title: str
    severity: Severity
    basis: str
    about: str
    advice: str


class Health(BaseModel):
    """That the server answers, and which it is."""

    status: str = "ok"
    version: str


@router.post(
    "/check",
    summary="核查文件",
    response_model=Report,
    responses=documented(400, 401, 403, 408, 413, 415, 421, 422, 429, 503, 507),
    openapi_extra=_UPLOAD,
)
async def check(
    request: Request,
    min_severity: Annotated[Severity, Query(description="只报告这一级以上的问题")] = Severity.NOTE,
    select: Annotated[
        str,
        Query(
            description="只用这些规则：代码或其开头，用逗号隔开，如 SC,FD01；不写为全部",
            pattern=_codes_pattern(),
        ),
    ] = "",
) -> Any:
    """
    核查上传的文件，返回与 `hebiao check --format json` 相同的结果。

    文件核查完即删除。不能读取的文件也在结果里，说明原因。
    """
    codes = tuple(filter(None, select.split(",")))
    text = await visit(request, request.app.state.room, codes, min_severity)
    return Response(text, media_type="application/json")


@router.get("/rules", summary="全部规则", responses=documented(401, 421))
async def rules() -> list[RuleEntry]:
    """列出全部规则。"""
    return [_entry(rule) for rule in EVERY_RULE]


@router.get("/rules/{code}", summary="一条规则", responses=documented(401, 404, 421, 422))
async def rule(code: str) -> RuleEntry:
    """说明一条规则：代码如 SC01，或名称。"""
    try:
        return _entry(find_rule(code))
    except UsageError as error:
        raise Refused(404, "no-rule", "没有这条规则", f"{error}。") from error


@router.get("/health", summary="是否在运行", responses=documented(401, 421))
async def health() -> Health:
    """是否在运行，是哪一版。"""
    return Health(version=__version__)


def _entry(rule: Any) -> RuleEntry:
    return RuleEntry(
        code=rule.code,
        name=rule.name,
        title=rule.title,
        severity=rule.severity,
        basis=rule.basis,
        about=rule.about,
        advice=rule.advice,
    )
