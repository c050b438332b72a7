"""What a store keeps of a result."""

from pathlib import Path

from tests.store.conftest import Items, filled, item

from hebiao.store.schema import EXACT, FORMS, FUNDING, INDICATORS, Table


def unknown(table: Table, row: dict[str, object]) -> list[str]:
    inside = ("indicators", "funding")
    return [name for name in row if name not in table.names and name not in inside]


def test_every_fact_has_a_column(items: Items):
    forms = [form for _, rows in items for form in rows["forms"]]

    assert [] == [name for form in forms for name in unknown(FORMS, form)]
    assert [] == [
        n for form in forms for row in form["indicators"] for n in unknown(INDICATORS, row)
    ]
    assert [] == [n for form in forms for row in form["funding"] for n in unknown(FUNDING, row)]


def test_a_figure_travels_digit_by_digit():
    _, rows = item("a.docx", {"funding.1.budget": "1,300,000.10元", "total": "91.380分"})
    form = rows["forms"][0]

    assert ("130.000010", "1,300,000.10元") == (form[f"budget{EXACT}"], form["budget_text"])
    assert ("91.380", "91.380分") == (form[f"stated_total{EXACT}"], form["stated_total_text"])


def test_a_figure_that_is_none_keeps_its_words():
    _, rows = item("a.docx", {"funding.1.executed": "约八成"})
    line = rows["forms"][0]["funding"][0]

    assert (None, "约八成") == (line[f"executed{EXACT}"], line["executed_text"])


def test_a_target_is_told_in_its_parts():
    _, rows = item("a.docx", {"indicators.1.target": "不低于6.6万人次"})
    first = rows["forms"][0]["indicators"][0]

    assert ("不低于6.6万人次", "≥", "66000", "人次") == (
        first["target_text"], first["operator"], first[f"target{EXACT}"], first["target_unit"]
    )  # fmt: skip


def test_a_unit_is_named_without_spaces():
    _, rows = item("a.docx", {"department": "滨江市 文化\u3000和旅游局"})

    assert "滨江市文化和旅游局" == rows["forms"][0]["unit"]


def test_nobody_is_named_who_is_only_there_to_be_called(tmp_path: Path):
    names = {"contact": "诸葛某某", "phone": "13800138000", "total": "98.06分"}
    entry, rows = item("a.docx", names)
    path = tmp_path / "a.sqlite"
    filled(path, [(entry, rows)])

    kept = path.read_bytes()
    assert "98.06分".encode() in kept
    assert "诸葛".encode() not in kept
    assert b"13800138000" not in kept
