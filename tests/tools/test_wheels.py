from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from offline.licences import licence_list
from offline.platform import Platform, oldest_glibc, platform_of
from offline.trouble import Trouble
from offline.wheels import gather, pinned, resolved, wanted

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tools.conftest import WheelMaker

WINDOWS = Platform("windows", "amd64")
LINUX = Platform("linux", "x86_64", 28)


def test_a_marker_is_judged_for_the_target_and_not_for_this_computer(wheel: WheelMaker) -> None:
    wheel("pip")
    wheel("colorama")
    wheel("backport")
    project = wheel(
        "demo",
        'Requires-Dist: colorama; sys_platform == "win32"',
        'Requires-Dist: backport; python_version < "3.12"',
    )

    def needed(platform: Platform, python: str) -> set[str]:
        return resolved(project, "demo==1.0", platform, python, "--no-index")

    assert {"demo==1.0", "pip==1.0", "colorama==1.0", "backport==1.0"} == needed(WINDOWS, "3.11")
    assert {"demo==1.0", "pip==1.0", "colorama==1.0"} == needed(WINDOWS, "3.13")
    assert {"demo==1.0", "pip==1.0", "backport==1.0"} == needed(LINUX, "3.11")
    assert {"demo==1.0", "pip==1.0"} == needed(LINUX, "3.13")


def test_a_wheel_for_another_system_does_not_count(wheel: WheelMaker) -> None:
    wheel("pip")
    wheel("fast", tag="cp312-cp312-win_amd64")
    project = wheel("demo", "Requires-Dist: fast")

    assert "fast==1.0" in resolved(project, "demo==1.0", WINDOWS, "3.12", "--no-index")
    with pytest.raises(Trouble, match="fast"):
        resolved(project, "demo==1.0", LINUX, "3.12", "--no-index")


def test_a_set_with_something_missing_is_no_bundle(
    wheel: WheelMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheel("pip")
    project = wheel("demo", "Requires-Dist: lost")
    everything = {"demo==1.0", "pip==1.0", "lost==1.0"}
    truly = resolved

    def on_an_index(  # what an index that has all of it would have said
        made: Path, requirement: str, platform: Platform, python: str, *places: str
    ) -> set[str]:
        if "--no-index" in places:
            return truly(made, requirement, platform, python, *places)
        return everything

    monkeypatch.setattr("offline.wheels.resolved", on_an_index)
    monkeypatch.setattr("offline.wheels.fetch", lambda *_: None)

    with pytest.raises(Trouble, match="lost"):
        gather(project, "demo==1.0", LINUX, "3.12", "")


def test_an_extra_is_asked_for_by_its_name(wheel: WheelMaker) -> None:
    project = wheel("demo", "Provides-Extra: web", "Provides-Extra: excel")

    assert "demo[excel,web]==1.0" == wanted(project, ("web", "excel"))


def test_an_extra_the_project_has_not_is_refused(wheel: WheelMaker) -> None:
    project = wheel("demo", "Provides-Extra: excel")

    with pytest.raises(Trouble, match="没有名为 web 的附加功能；有的是 excel"):
        wanted(project, ("web", "excel"))


def test_a_pin_lets_in_the_wheels_of_every_python_and_no_others(wheel: WheelMaker) -> None:
    folder = wheel("lxml", tag="cp311-cp311-win_amd64").parent
    wheel("lxml", tag="cp312-cp312-win_amd64")
    wheel("et_xmlfile", version="2.0.0")

    lines = pinned(folder, {"lxml==1.0", "et-xmlfile==2.0.0"}).splitlines()

    assert ["et-xmlfile==2.0.0", "lxml==1.0"] == [line.split()[0] for line in lines]
    assert [1, 2] == [line.count("--hash=sha256:") for line in lines]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("win_amd64", Platform("windows", "amd64")),
        ("manylinux2014_x86_64", Platform("linux", "x86_64", 28)),
        ("manylinux_2_34_aarch64", Platform("linux", "aarch64", 34)),
    ],
)
def test_a_platform_is_named_as_wheels_name_it(name: str, expected: Platform) -> None:
    assert expected == platform_of(name, 28)


@pytest.mark.parametrize("name", ["win32", "musllinux_1_2_x86_64", "macosx_11_0_arm64", ""])
def test_a_platform_nobody_has_a_script_for_is_refused(name: str) -> None:
    with pytest.raises(Trouble, match="不认识平台"):
        platform_of(name, 28)


def test_a_wheel_for_an_older_linux_is_preferred() -> None:
    tags = Platform("linux", "x86_64", 19).tags

    assert (
        "manylinux2014_x86_64",
        "manylinux_2_17_x86_64",
        "manylinux_2_12_x86_64",
        "manylinux_2_5_x86_64",
        "manylinux_2_18_x86_64",
        "manylinux_2_19_x86_64",
    ) == tags


@pytest.mark.parametrize(
    ("wheel_name", "oldest"),
    [
        ("a-1-cp311-cp311-manylinux_2_26_x86_64.manylinux_2_28_x86_64.whl", 26),
        ("a-1-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl", 17),
        ("a-1-cp311-cp311-manylinux_2_34_aarch64.whl", 34),
        ("a-1-py3-none-any.whl", 0),
        ("a-1-cp311-cp311-win_amd64.whl", 0),
    ],
)
def test_the_oldest_linux_of_a_wheel_is_in_its_name(wheel_name: str, oldest: int) -> None:
    assert oldest == oldest_glibc(wheel_name)


def test_a_licence_is_found_wherever_a_wheel_says_it(wheel: WheelMaker) -> None:
    wheels = [
        wheel("a", "License-Expression: MIT", "Project-URL: Homepage, https://a.example"),
        wheel("B", "Classifier: License :: OSI Approved :: BSD License"),
        wheel("c", "License: Apache 2.0"),
        wheel("d"),
    ]

    assert [
        "a 1.0：MIT　https://a.example",
        "B 1.0：BSD License",
        "c 1.0：Apache 2.0",
        "d 1.0：未写明",
    ] == licence_list(wheels).splitlines()[2:]
