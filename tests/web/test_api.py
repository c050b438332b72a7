"""Other programs send files and get the JSON of `hebiao check`."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner
from tests.web.conftest import SMALL, serving

from hebiao.cli import main
from hebiao.reports.json_v1 import Report
from hebiao.rules import EVERY_RULE


def check(client: httpx.Client, *files: tuple[str, bytes], **params: Any) -> httpx.Response:
    """Ask as a program does, without what the page sends."""
    request = client.build_request(
        "POST", "/api/v1/check", params=params, files=[("files", each) for each in files]
    )
    for name in ("Origin", "X-Hebiao"):
        del request.headers[name]
    return client.send(request)


def test_the_answer_is_what_the_program_prints(
    client: httpx.Client,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    good: bytes,
    wrong: bytes,
):
    monkeypatch.chdir(tmp_path)
    files = {"好.docx": good, "错.docx": wrong, "空.docx": b""}
    for name, data in files.items():
        Path(name).write_bytes(data)

    answer = check(client, *files.items())
    printed = CliRunner().invoke(main, ["check", "--format", "json", *files]).stdout

    assert json.loads(printed) == answer.json()
    assert Report.model_validate_json(answer.content)


def test_only_grave_findings_or_certain_rules_can_be_asked_for(client: httpx.Client, wrong: bytes):
    def codes(**params: str) -> list[str]:
        (file,) = check(client, ("错.docx", wrong), **params).json()["files"]
        return [finding["code"] for form in file["forms"] for finding in form["findings"]]

    assert ["SC01"] == codes(min_severity="error")
    assert ["SC01"] == codes(select="FD,SC01")
    assert [] == codes(select="FD")


@pytest.mark.parametrize("params", [{"select": "XX99"}, {"min_severity": "grave"}])
def test_what_is_not_known_is_refused(client: httpx.Client, good: bytes, params: dict[str, str]):
    answer = check(client, ("好.docx", good), **params)

    assert 422 == answer.status_code
    assert next(iter(params)) in answer.json()["detail"]


def test_nothing_of_a_request_is_kept(client: httpx.Client, good: bytes):
    before = client.post("/desks").json()["desk"]
    check(client, ("好.docx", good))

    assert [] == client.get(f"/desks/{before}").json()["files"]


def test_only_so_many_are_answered_at_once():
    with serving(SMALL) as client:
        kind = {"Content-Type": "multipart/form-data; boundary=b"}

        def asked(content: Any) -> int:
            return client.post("/api/v1/check", content=content, headers=kind).status_code

        statuses: list[int] = []

        def nested(depth: int) -> Any:
            yield b"--b\r\n"
            if depth:
                statuses.append(asked(nested(depth - 1)))

        statuses.append(asked(nested(2)))

    assert [429, 400, 400] == statuses


def test_the_rules_are_those_of_the_catalogue(client: httpx.Client):
    rules = client.get("/api/v1/rules").json()

    assert [rule.code for rule in EVERY_RULE] == [rule["code"] for rule in rules]
    assert rules[0] == client.get(f"/api/v1/rules/{EVERY_RULE[0].name}").json()
    assert "没有规则 XX99" in client.get("/api/v1/rules/XX99").json()["detail"]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/api/v1/nothing", 404), ("GET", "/api/v1/check", 405), ("PUT", "/api/v1/rules", 405),
     ("OPTIONS", "/api/v1/health", 405), ("TRACE", "/api/v1/health", 405)],
)  # fmt: skip
def test_a_mistake_is_a_problem_in_chinese(
    client: httpx.Client, method: str, path: str, status: int
):
    answer = client.request(method, path)
    problem = answer.json()

    assert status == answer.status_code == problem["status"]
    assert "application/problem+json" == answer.headers["content-type"]
    assert {"type", "title", "status", "detail"} == problem.keys()
    assert ("allow" in answer.headers) is (status == 405)
