"""What a file is called is no path, is readable, and is never called as another."""

from pathlib import PurePosixPath, PureWindowsPath

from hypothesis import given, settings
from hypothesis import strategies as st

from hebiao.web.naming import called, decoded, stored_as

FEW = settings(max_examples=40, deadline=None)
TEXTS = st.text(max_size=300) | st.from_regex(r"([.\\/~$: ]|\w){0,40}", fullmatch=True)


@FEW
@given(TEXTS)
def test_a_name_never_leads_out_of_a_folder(name: str):
    found = called(name)

    for path in (PurePosixPath(found), PureWindowsPath(found)):
        assert not path.is_absolute()
        assert not path.drive
        assert ".." not in path.parts


@FEW
@given(TEXTS)
def test_a_name_is_readable_and_not_too_long(name: str):
    found = called(name)

    assert found.strip()
    assert len(found) <= 180
    assert found.encode()
    assert not any(char < " " for char in found)


@FEW
@given(TEXTS)
def test_a_name_that_is_clean_stays_as_it_is(name: str):
    assert called(name) == called(called(name))


@FEW
@given(st.lists(TEXTS, max_size=6))
def test_no_two_files_are_called_alike(names: list[str]):
    taken: list[str] = []
    for name in names:
        taken.append(called(name, taken))

    assert len(names) == len(set(taken))


@FEW
@given(TEXTS, st.from_regex(r"f[1-9][0-9]{0,3}", fullmatch=True))
def test_nothing_of_a_name_is_in_a_path_but_of_which_kind_it_is(name: str, file: str):
    stored = stored_as(file, called(name))
    path = PurePosixPath(stored.removeprefix("~$"))

    assert file == path.stem
    assert path.suffix in {"", ".zip", ".docx", ".docm", ".dotx", ".dotm", ".doc", ".dot", ".wps",
                           ".rtf", ".odt", ".mht", ".mhtml"}  # fmt: skip


@FEW
@given(st.binary(max_size=100))
def test_any_bytes_are_a_name(name: bytes):
    assert called(decoded(name))


def test_an_ending_stays_when_a_name_is_shortened():
    assert "长" * 174 + "….docx" == called("长" * 300 + ".docx")
    assert called("/".join(["夹"] * 200) + "/表.docx").endswith("夹/表.docx")
