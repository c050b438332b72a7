"""`hebiao schema`: the JSON Schema of what `read` and `check` print."""

from __future__ import annotations

import json
from typing import Any

import click
from pydantic import BaseModel  # noqa: TC002 - the table below names it

from hebiao.cli.command import Command
from hebiao.records import SelfEvaluation
from hebiao.reports.json_v1 import Report

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODELS: dict[str, type[BaseModel]] = {"records": SelfEvaluation, "result": Report}


@click.command(cls=Command)
@click.argument(
    "what", metavar="[records|result]", required=False, type=click.Choice(list(_MODELS))
)
def command(what: str | None) -> None:
    """输出 JSON Schema：records 是 read 里的一张表，result 是 check 的结果；不写则两者都有。"""
    schemas = {name: _schema(model) for name, model in _MODELS.items()}
    click.echo(json.dumps(schemas[what] if what else schemas, ensure_ascii=False, indent=2))


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return {"$schema": _DIALECT, **model.model_json_schema(mode="serialization")}
