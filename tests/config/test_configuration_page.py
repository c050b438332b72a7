"""docs/configuration.md: every key is described, and its examples and sentences are so."""

import re
from pathlib import Path

import pytest
from pydantic import BaseModel
from tests.config.conftest import Write

from hebiao.config import settings_for
from hebiao.config.file import ConfigFile
from hebiao.config.waivers import Waiver, read_waivers
from hebiao.config.wording import RuleWording, read_wordings
from hebiao.errors import UsageError
from hebiao.rules import Policy, Severity
from hebiao.rules.worded import PLACEHOLDERS, worded

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")
SETTINGS, WAIVERS, WORDINGS = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


def keys(*models: type[BaseModel]) -> list[str]:
    return [key for model in models for key in model.model_fields]


def row(key: str) -> str:
    return next((line for line in PAGE.splitlines() if line.startswith(f"| `{key}` |")), "")


@pytest.mark.parametrize("key", keys(ConfigFile, Policy, Waiver, RuleWording))
def test_every_key_is_described(key: str):
    assert row(key) or f"`[{key}]`" in PAGE


@pytest.mark.parametrize("name", PLACEHOLDERS)
def test_every_placeholder_is_described(name: str):
    assert row(f"{{{name}}}")


@pytest.mark.parametrize("key", [key for key, f in Policy.model_fields.items() if f.default])
def test_the_default_of_every_limit_is_the_one_that_holds(key: str):
    default = Policy.model_fields[key].default
    told = row(key).split("|")[-2]

    assert re.findall(r"\d+", str(default)) == re.findall(r"\d+", told)


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_is_named(severity: Severity):
    assert f'`"{severity}"`' in PAGE


def test_the_settings_of_the_page_can_be_used(write: Write):
    write(WAIVERS, "豁免.toml")
    write(WORDINGS, "措辞.toml")

    settings = settings_for(str(write(SETTINGS)))

    assert "FM11" not in settings.codes
    assert Severity.ERROR is settings.severities["SC01"]
    assert 2024 == settings.policy.fiscal_year


def test_the_waivers_of_the_page_have_every_key(write: Write):
    read = read_waivers(write(WAIVERS, "豁免.toml"))

    assert set(Waiver.model_fields) == {key for waiver in read for key in waiver.model_fields_set}


def test_a_wording_of_the_page_reads_as_the_page_says(write: Write):
    template = read_wordings(write(WORDINGS, "措辞.toml"))["SC01"].problem
    values = dict.fromkeys(PLACEHOLDERS, "") | {"stated": "95.62分", "expected": "91.67"}

    assert worded(template, values, "") in PAGE.replace("\n", "")


@pytest.mark.parametrize(
    "text",
    [
        'selekt = ["FD"]',
        'select = "FD"',
        "[policy]\ngap_percent = -1",
        '[policy]\ngap_percent = "五"',
        '[severity]\nSC01 = "warn"',
        "[policy]\ngrades = { 优 = 90 }",
    ],
)
def test_the_answer_to_a_mistake_stands_on_the_page(write: Write, text: str):
    path = write(text)

    with pytest.raises(UsageError) as error:
        settings_for(None, config=str(path))

    sentence = re.sub(r"第 \d+ 行", "第 … 行", str(error.value))
    assert f"`{text.splitlines()[-1]}` |" in PAGE
    assert sentence.split(" 有误：")[-1].split("TOML：")[-1] in PAGE
