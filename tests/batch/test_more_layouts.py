"""A folder of layouts is used beside those of the package, or what is wrong with it is said."""

from importlib.resources import files
from pathlib import Path

import pytest

from hebiao.batch import layouts_with
from hebiao.errors import UsageError
from hebiao.layouts import known_layouts

HUBEI = files("hebiao.layouts").joinpath("hubei.toml").read_text(encoding="utf-8")


def test_without_a_folder_the_known_layouts_are_used():
    assert known_layouts() == layouts_with(None)


def test_a_layout_of_ones_own_comes_first(tmp_path: Path):
    own = HUBEI.replace('id = "hubei"', 'id = "my"', 1)
    (tmp_path / "my.toml").write_text(own, encoding="utf-8")

    assert ["my", *(layout.id for layout in known_layouts())] == [
        layout.id for layout in layouts_with(str(tmp_path))
    ]


def test_a_layout_of_the_same_id_replaces_the_known_one(tmp_path: Path):
    own = HUBEI.replace("湖北省项目支出绩效自评表", "本市自评表", 1)
    (tmp_path / "hubei.toml").write_text(own, encoding="utf-8")

    names = [layout.name for layout in layouts_with(str(tmp_path)) if layout.id == "hubei"]

    assert ["本市自评表"] == names


def test_the_layouts_are_the_same_objects_each_time(tmp_path: Path):
    (tmp_path / "my.toml").write_text(HUBEI, encoding="utf-8")

    assert layouts_with(str(tmp_path)) is layouts_with(str(tmp_path))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("x.txt", b"", "没有版式文件"),
        ("x.toml", "id = '表'".encode("gbk"), "不是 UTF-8"),
        ("x.toml", b"id = [", "不是有效的 TOML"),
        ("x.toml", b"id = 'x'", "有误"),
    ],
)
def test_what_is_wrong_with_a_folder_is_said(
    tmp_path: Path, name: str, content: bytes, message: str
):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(UsageError, match=message):
        layouts_with(str(tmp_path))


def test_a_folder_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(UsageError, match="找不到版式文件夹"):
        layouts_with(str(tmp_path / "没有"))


def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path):
    (tmp_path / "x.toml").mkdir()

    with pytest.raises(UsageError, match="打不开"):
        layouts_with(str(tmp_path))
