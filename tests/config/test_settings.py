"""hebiao.toml sets what a check is done by; the call itself goes before it."""

import pickle
from decimal import Decimal
from pathlib import Path

import pytest
from tests.config.conftest import Write

from hebiao.config import DEFAULT_SETTINGS, rules_of, settings_for
from hebiao.errors import UsageError
from hebiao.rules import CATALOGUE, Severity


def codes(path: Path, *, chosen: tuple[str, ...] = (), ignored: tuple[str, ...] = ()) -> list[str]:
    settings = settings_for(None, config=str(path), chosen=chosen, ignored=ignored)
    return [rule.code for rule in rules_of(settings)]


def test_without_a_file_the_defaults_hold(tmp_path: Path):
    assert DEFAULT_SETTINGS == settings_for(str(tmp_path))


def test_the_rules_of_the_catalogue_run_as_they_are_where_nothing_is_set():
    assert CATALOGUE == rules_of(DEFAULT_SETTINGS)


def test_an_empty_file_sets_nothing(write: Write):
    settings = settings_for(None, config=str(write("")))

    assert CATALOGUE == rules_of(settings)


@pytest.mark.parametrize("path", ["甲局/图书室.docx", "甲局", ".", "甲局/*.docx", "没有/没有.docx"])
def test_the_file_is_found_upward_from_the_first_path(
    write: Write, monkeypatch: pytest.MonkeyPatch, path: str
):
    file = write("")
    (file.parent / "甲局").mkdir()
    (file.parent / "甲局" / "图书室.docx").touch()
    monkeypatch.chdir(file.parent)

    assert str(file) == settings_for(path).source


def test_the_nearest_file_holds(write: Write):
    write("")
    nearer = write("", "甲局/hebiao.toml")

    assert str(nearer) == settings_for(str(nearer.parent / "a.docx")).source


def test_a_named_file_goes_before_one_that_is_found(write: Write):
    write("")
    named = write("", "本局.toml")

    assert str(named) == settings_for(str(named.parent), config=str(named)).source


def test_a_file_chooses_rules(write: Write):
    assert ["SC01"] == codes(write('select = ["SC01", "SM"]\nignore = ["SM"]'))


def test_rules_chosen_in_the_call_stand_in_the_place_of_the_file_s(write: Write):
    path = write('select = ["FD"]\nignore = ["SC01"]')

    assert ["SC01"] == codes(path, chosen=("SC01",))


def test_rules_ignored_in_the_call_are_ignored_beside_those_of_the_file(write: Write):
    path = write('select = ["SC01", "SC02", "SC03"]\nignore = ["SC02"]')

    assert ["SC01"] == codes(path, ignored=("SC03",))


def test_a_call_that_leaves_no_rule_says_which_file_has_a_part_in_it(write: Write):
    path = write('select = ["SC01"]')

    with pytest.raises(UsageError, match=r"hebiao\.toml 合起来没有剩下任何规则"):
        codes(path, ignored=("SC",))


def test_the_longer_prefix_decides_how_grave_a_rule_is(write: Write):
    path = write('[severity]\nSC01 = "error"\nSC = "note"')
    rules = {rule.code: rule for rule in rules_of(settings_for(None, config=str(path)))}

    assert Severity.ERROR is rules["SC01"].severity
    assert Severity.NOTE is rules["SC02"].severity


def test_the_policy_is_read_exactly(write: Write):
    path = write("[policy]\ngap_percent = 7.10")

    assert "7.10" == str(settings_for(None, config=str(path)).policy.gap_percent)


def test_what_is_not_set_keeps_its_default(write: Write):
    path = write("[policy]\ngap_percent = 7")

    assert Decimal(130) == settings_for(None, config=str(path)).policy.exceeded_percent


def test_the_folder_of_layouts_is_found_from_the_file(write: Write):
    path = write('layouts = "表式"')
    (path.parent / "表式").mkdir()

    assert str(path.parent / "表式") == settings_for(str(path.parent)).layouts


def test_the_folder_of_layouts_in_the_call_goes_before_the_file_s(write: Write):
    path = write('layouts = "表式"')
    (path.parent / "表式").mkdir()

    assert "别的" == settings_for(str(path.parent), layouts="别的").layouts


def test_the_settings_travel_to_another_process(write: Write):
    write('[SC01]\nproblem = "错"', "措辞.toml")
    write('[[waiver]]\ncode = "SC01"\nproject = "甲"\nreason = "乙"', "豁免.toml")
    path = write(
        'wording = "措辞.toml"\nwaivers = "豁免.toml"\n'
        '[severity]\nSC = "note"\n[policy]\nfiscal_year = 2024'
    )
    settings = settings_for(str(path))

    assert settings == pickle.loads(pickle.dumps(settings))  # noqa: S301 - our own bytes


def test_a_mark_before_utf_8_does_no_harm(write: Write):
    path = write('\ufeffselect = ["SC01"]')

    assert ["SC01"] == codes(path)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("select = [", "不是有效的 TOML"),
        ('selekt = ["FD"]', "没有 selekt 这个键，是不是 select？"),
        ('select = "FD"', "select 应为方括号里的几个词"),
        ("select = [1]", "select 的第 1 个词应为带引号的文字，现在是数"),
        ('select = ["FX"]', "没有以 FX 开头的规则"),
        (
            'ignore = ["total_scor_mismatch"]',
            "没有以 total_scor_mismatch 开头的规则，是不是 total_score_mismatch",
        ),
        ('[severity]\nZZ = "note"', "没有以 ZZ 开头的规则"),
        (
            '[severity]\nSC01 = "fatal"',
            "[severity] SC01 应为 error、warning、note 之一，现在是“fatal”",
        ),
        ("[polic]\ngap_percent = 5", "没有 [polic] 这一节，是不是 [policy]？"),
        (
            "[policy]\nexceded_percent = 120",
            "[policy] 里没有 exceded_percent 这个键，是不是 exceeded_percent？",
        ),
        ('[policy]\ngap_percent = "五"', "[policy] gap_percent 应为数，不带引号，现在是文字"),
        ("[policy]\ngap_percent = -1", "[policy] gap_percent 应不小于 0，现在是 -1"),
        ("[policy]\nexceeded_percent = 100", "[policy] exceeded_percent 应大于 100，现在是 100"),
        ("[policy]\ngap_percent = 101", "应不大于 100，现在是 101"),
        ("[policy]\ngap_percent = nan", "[policy] gap_percent 应为数"),
        ("[policy]\nfiscal_year = 2024.5", "[policy] fiscal_year 应为整数"),
        ("[policy]\noutcome_bands = [80]", "outcome_bands 的第 2 个值没有写"),
        (
            "[policy]\noutcome_bands = [80, 50, 20]",
            "outcome_bands 应为 2 个值，现在是 3 个",
        ),
        ('[policy.grades]\n"优" = "高"', "[policy.grades] 优 应为数"),
        ("policy = 3", "policy 应为一节"),
        ('layouts = "没有"', "找不到 layouts 所写的文件夹"),
        ('waivers = "没有.toml"', "找不到 waivers 所写的文件"),
        ('wording = "没有.toml"', "找不到 wording 所写的文件"),
    ],
)
def test_a_mistake_is_said_with_the_name_of_the_file_and_the_remedy(
    write: Write, text: str, sentence: str
):
    path = write(text)

    with pytest.raises(UsageError) as error:
        settings_for(None, config=str(path))

    assert sentence in str(error.value)
    assert str(error.value).startswith(f"设置文件 {path} ")


def test_a_file_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(UsageError, match="找不到设置文件"):
        settings_for(None, config=str(tmp_path / "没有.toml"))


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path):
    with pytest.raises(UsageError, match="打不开"):
        settings_for(None, config=str(tmp_path))


def test_a_file_that_is_not_utf_8_is_said(tmp_path: Path):
    path = tmp_path / "hebiao.toml"
    path.write_bytes('layouts = "表式"'.encode("gbk"))

    with pytest.raises(UsageError, match="不是 UTF-8 编码，请另存为 UTF-8"):
        settings_for(str(path))
