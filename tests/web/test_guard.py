"""Who is answered: nobody but the page itself, and those who have the token."""

from typing import Any

import httpx
import pytest
from tests.web.conftest import serving

from hebiao.web.guard import HEADERS, Gate

TOKEN = "a-long-enough-token"  # noqa: S105 - made up


@pytest.fixture(scope="module")
def locked() -> Any:
    with serving(token=TOKEN) as client:
        yield client


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_the_address_that_is_bound_is_answered(client: httpx.Client, host: str):
    named = f"{host}:{client.base_url.port}"

    assert 200 == client.get("/api/v1/health", headers={"Host": named}).status_code


@pytest.mark.parametrize(
    "host",
    ["", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:80000", "example.com:{}", "localhost.:{}",
     "127.0.0.1.example.com:{}", "0.0.0.0:{}", "[::1]:{}", "127.0.0.1:{}:{}", "a@127.0.0.1:{}"],
)  # fmt: skip
def test_another_host_is_not(client: httpx.Client, host: str):
    named = host.replace("{}", str(client.base_url.port))
    answer = client.get("/", headers={"Host": named})

    assert (421, "urn:hebiao:wrong-host") == (answer.status_code, answer.json()["type"])


@pytest.mark.parametrize(
    ("bound", "host", "answered"),
    [
        ("0.0.0.0", "192.168.1.5:8000", True),
        ("0.0.0.0", "[fe80::1]:8000", True),
        ("0.0.0.0", "example.com:8000", False),
        ("0.0.0.0", "192.168.1.5:80", False),
        ("192.168.1.5", "192.168.1.5:8000", True),
        ("192.168.1.5", "192.168.1.6:8000", False),
        ("192.168.1.5", "localhost:8000", False),
        ("::1", "[::1]:8000", True),
        ("::1", "127.0.0.1:8000", False),
        ("localhost", "127.0.0.1:8000", True),
    ],
)
def test_a_server_answers_to_what_it_is_bound_to(bound: str, host: str, *, answered: bool):
    assert answered is Gate(bound, 8000).answers_to(host)


@pytest.mark.parametrize("origin", [None, "null", "http://example.com", "https://127.0.0.1:{}",
                                    "http://localhost:{}", "http://127.0.0.1"])  # fmt: skip
@pytest.mark.parametrize("path", ["/desks", "/desks/x/close", "/desks/x/files"])
def test_nothing_is_changed_for_another_page(client: httpx.Client, origin: str | None, path: str):
    request = client.build_request("POST", path)
    del request.headers["Origin"]
    if origin:
        request.headers["Origin"] = origin.replace("{}", str(client.base_url.port))

    answer = client.send(request)

    assert (403, "urn:hebiao:foreign-origin") == (answer.status_code, answer.json()["type"])


@pytest.mark.parametrize("value", ["", "0", "true"])
def test_nothing_is_changed_without_the_header_a_form_cannot_send(client: httpx.Client, value: str):
    answer = client.post("/desks", headers={"X-Hebiao": value})

    assert (403, "urn:hebiao:no-header") == (answer.status_code, answer.json()["type"])


def test_a_beacon_closes_a_desk_without_the_header(client: httpx.Client):
    desk = client.post("/desks").json()["desk"]

    answer = client.post(f"/desks/{desk}/close", headers={"X-Hebiao": ""})

    assert 204 == answer.status_code


def test_another_page_cannot_use_the_addresses_for_programs(client: httpx.Client, good: bytes):
    files = [("files", ("a.docx", good))]
    foreign = client.post("/api/v1/check", files=files, headers={"Origin": "http://example.com"})

    assert 403 == foreign.status_code


@pytest.mark.parametrize("shown", ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN,
                                   f"Bearer {TOKEN}x", "Bearer é"])  # fmt: skip
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/desks"), ("GET", "/desks/x"), ("GET", "/api/v1/rules"), ("GET", "/nothing"),
     ("POST", "/api/v1/check"), ("GET", "/api/v1/openapi.json")],
)  # fmt: skip
def test_nothing_is_told_without_the_token(
    locked: httpx.Client, shown: str, method: str, path: str
):
    answer = locked.request(method, path, headers={"Authorization": shown.encode("latin-1")})

    assert (401, "urn:hebiao:no-token") == (answer.status_code, answer.json()["type"])
    assert "Bearer" == answer.headers["www-authenticate"]


def test_the_token_opens(locked: httpx.Client):
    shown = {"Authorization": f"Bearer {TOKEN}"}

    assert 200 == locked.get("/api/v1/rules", headers=shown).status_code
    assert 201 == locked.post("/desks", headers=shown).status_code


def test_the_page_itself_is_open_since_it_brings_the_token(locked: httpx.Client):
    assert 200 == locked.get("/").status_code
    assert 200 == locked.get("/static/page.js").status_code


def test_a_download_needs_the_id_of_its_desk(locked: httpx.Client):
    answer = locked.get("/desks/guessed/reports/html")

    assert (404, "urn:hebiao:desk-gone") == (answer.status_code, answer.json()["type"])


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/", {}, 200),
        ("GET", "/static/page.css", {}, 200),
        ("GET", "/nothing", {}, 404),
        ("PUT", "/desks", {}, 405),
        ("POST", "/desks", {}, 201),
        ("POST", "/desks", {"Origin": "null"}, 403),
        ("GET", "/", {"Host": "example.com"}, 421),
        ("POST", "/api/v1/check?min_severity=x", {}, 422),
        ("POST", "/api/v1/check", {}, 415),
    ],
)
def test_every_answer_says_what_a_browser_may_do_with_it(
    client: httpx.Client, method: str, path: str, headers: dict[str, str], status: int
):
    answer = client.request(method, path, headers=headers)

    assert status == answer.status_code
    assert HEADERS.items() <= {key: answer.headers.get(key) for key in HEADERS}.items()
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "server" not in answer.headers


def test_a_fault_of_the_program_is_said_without_its_details(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object) -> None:
        raise ZeroDivisionError("内情")

    monkeypatch.setattr("hebiao.web.desks.page_html", broken)
    answer = client.get("/")

    assert (500, "urn:hebiao:internal") == (answer.status_code, answer.json()["type"])
    assert "内情" not in answer.text
    assert "application/problem+json" == answer.headers["content-type"]
    assert HEADERS.items() <= {key: answer.headers.get(key) for key in HEADERS}.items()


@pytest.mark.parametrize("name", ["nothing.js", "..%2f..%2fpage.py", "page.py", "%2e%2e", "page",
                                  "__init__.py", ".js", "a%00.js"])  # fmt: skip
def test_only_files_of_the_page_are_served(client: httpx.Client, name: str):
    assert 404 == client.get(f"/static/{name}").status_code


def test_a_script_is_a_script_whatever_the_system_says(client: httpx.Client):
    scripts = [client.get(f"/static/{name}") for name in ("page.js", "report.js")]

    assert ["text/javascript; charset=utf-8"] * 2 == [s.headers["content-type"] for s in scripts]
