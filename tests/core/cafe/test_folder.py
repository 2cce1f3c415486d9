"""Tables and rounds of the World Café in an event folder: read whole, and every wrong cell told."""

from pathlib import Path

import pytest

from eventdesk.cafe import records
from eventdesk.eventfolder.creating import create_from
from eventdesk.eventfolder.reading import read_source

TABLES = """tisch;name;gastgeber;plaetze;frage;sprache;stufenfrei;Farbe
T1;Wohnen;H1;8;Wo?;Türkisch;nein;rot
T10;;;6;;;ja;
T2;Arbeit;;7;;;;
"""
ROUNDS = """runde;minuten;frage;beginn
A;20;;6.3.2027 10:00
B;25;Und nun?;2027-03-06T10:25
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Write an event folder with a World Café."""
    (tmp_path / "event.toml").write_text('title = "Café"\n', "utf-8")
    (tmp_path / "cafe.csv").write_text(TABLES, "utf-8")
    (tmp_path / "cafe_rounds.csv").write_text(ROUNDS, "utf-8")
    return tmp_path


def test_tables_and_rounds_come_in(folder: Path):
    created = create_from(folder / "cafe.eventdesk", folder)
    assert created.event is not None
    with created.event as event:
        cafe = records.read_cafe(event.db)
        assert created.ignored == ()
        wohnen, arbeit, ten = cafe.tables
        assert [table.ref for table in cafe.tables] == ["T1", "T2", "T10"], "in the order in which people count"
        assert (wohnen.language, wohnen.step_free, wohnen.extra) == ("Türkisch", False, {"Farbe": "rot"})
        assert (arbeit.language, arbeit.step_free) == ("", True)
        assert (ten.name, ten.step_free) == ("T10", True)
        assert [(each.number, each.minutes, each.question, each.starts) for each in cafe.rounds] == [
            (1, 20, "", "2027-03-06T10:00"),
            (2, 25, "Und nun?", "2027-03-06T10:25"),
        ]
        assert cafe.questions(cafe.rounds[1].id, wohnen.id) == ("Wo?", "Und nun?")
        assert cafe.questions(cafe.rounds[0].id, arbeit.id) == ()
        assert cafe.host_name(wohnen) == "H1"
        assert all(event.verify().values())


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        ("C;;;", "minutes", ""),
        ("C;0;;", "minutes", "0"),
        ("C;2000;;", "minutes", "2000"),
        ("C;20;;morgens", "starts", "morgens"),
        ("A;20;;", "round", "A"),
    ],
)
def test_a_wrong_round_is_told(folder: Path, row: str, column: str, value: str):
    (folder / "cafe_rounds.csv").write_text(f"{ROUNDS}{row}\n", "utf-8")
    (problem,) = read_source(folder, good_rows=True).problems
    assert (problem.file, problem.line, problem.value) == ("cafe_rounds.csv", 4, value)
    assert problem.column in {column, {"minutes": "minuten", "starts": "beginn", "round": "runde"}[column]}
