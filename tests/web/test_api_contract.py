"""The addresses for programs keep what their description in OpenAPI promises."""

from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.core.result import Ok

pytestmark = pytest.mark.slow

BOUNDED = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def operations(client: httpx.Client) -> dict[str, Any]:
    """What the running server says can be asked of it."""
    schema = schemathesis.openapi.from_url(f"{client.base_url}/api/v1/openapi.json")
    found = [each.ok() for each in schema.get_all_operations() if isinstance(each, Ok)]
    return {each.label: each for each in found}


LABELS = [
    "POST /api/v1/check",
    "GET /api/v1/rules",
    "GET /api/v1/rules/{code}",
    "GET /api/v1/health",
]


def test_all_that_can_be_asked_is_tried(operations: dict[str, Any]):
    assert LABELS == list(operations)


RIGHT, WRONG = GenerationMode.POSITIVE, GenerationMode.NEGATIVE


@pytest.mark.parametrize(
    ("label", "mode"), [*((label, RIGHT) for label in LABELS), (LABELS[0], WRONG)]
)
def test_every_answer_is_as_described(operations: dict[str, Any], label: str, mode: Any):
    """Of what is asked wrongly there is something only where there is something to ask."""
    cases = st.deferred(lambda: operations[label].as_strategy(mode))

    @BOUNDED
    @given(cases)
    def answered(case: Any) -> None:
        case.call_and_validate()

    answered()
