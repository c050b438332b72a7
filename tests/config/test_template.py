"""What `hebiao config` prints can be saved and used as it is."""

import re
import tomllib

from tests.config.conftest import Write

from hebiao.config import rules_of, settings_for
from hebiao.config.file import ConfigFile
from hebiao.config.template import config_text, wording_text
from hebiao.config.wording import read_wordings
from hebiao.rules import CATALOGUE, EVERY_RULE, Policy
from hebiao.rules.worded import PLACEHOLDERS
from hebiao.rules.wording import Wording


def all_set() -> str:
    """The settings file without the # in front of the settings."""
    return re.sub(r"^# (?=\w+ = )", "", config_text(), flags=re.MULTILINE)


def test_as_it_is_printed_it_sets_nothing(write: Write):
    settings = settings_for(None, config=str(write(config_text())))

    assert CATALOGUE == rules_of(settings)
    assert Policy() == settings.policy


def test_it_has_every_setting():
    printed = tomllib.loads(all_set())

    assert set(ConfigFile.model_fields) == set(printed)
    assert set(Policy.model_fields) == set(printed["policy"])


def test_every_setting_is_printed_with_its_default_or_with_an_example():
    printed = ConfigFile.model_validate(tomllib.loads(all_set()))
    limits = {name: f.default for name, f in Policy.model_fields.items() if f.default}

    assert limits == {name: getattr(printed.policy, name) for name in limits}
    assert (("FD", "SC01"), ("PI04",)) == (printed.select, printed.ignore)


def test_the_wordings_are_those_of_the_rules(write: Write):
    wordings = read_wordings(write(wording_text(), "措辞.toml"))

    assert {rule.code: Wording("{message}", rule.advice) for rule in EVERY_RULE} == wordings


def test_every_placeholder_is_explained():
    text = wording_text()

    assert set(PLACEHOLDERS) == set(re.findall(r"^#   \{(\w+)\} \S", text, re.MULTILINE))
