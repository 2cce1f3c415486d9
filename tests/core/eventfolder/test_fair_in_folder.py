"""The fair in an event folder: parts of halls, who stands where from the beginning, and what is told about it."""

import io
from pathlib import Path

import pytest
from PIL import Image

from eventdesk.eventfolder import create_from, read_source
from eventdesk.fair import actions_floor, records
from eventdesk.fair.exhibitor import Setup
from eventdesk.fair.hall import PartKind
from eventdesk.fair.records import read_fair
from eventdesk.tables import sentences
from eventdesk.tables.problems import Expectation, Remark, TableProblem
from eventdesk.words import Words

PARTS = """\
Halle;Art;Bezeichnung;Punkte;Breite_m
H1;Umriss;;0/0 60/0 60/26,5 0/26,5;
H1;Säule;Stütze;30,5/12;0,4
H1;Fluchtweg;Gang;0,20 60,20;2.5
H1;Notausgang;;60/10 60/12;
"""


def told(folder: Path) -> list[str]:
    return [sentences.remark(Words("en"), each) for each in read_source(folder).remarks]


def picture() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20)).save(out, "PNG")
    return out.getvalue()


def add(folder: Path, name: str, *rows: str) -> None:
    with (folder / f"{name}.csv").open("a", encoding="utf-8") as file:
        file.write("".join(f"{row}\n" for row in rows))


@pytest.fixture
def plain(folder: Path) -> Path:
    """Return the folder with its background and an exhibitor who needs one booth only: nothing is noteworthy."""
    (folder / "h1.png").write_bytes(picture())
    text = (folder / "exhibitors.csv").read_text("utf-8").replace(";0511 1;2;", ";0511 1;1;")
    (folder / "exhibitors.csv").write_text(text, "utf-8")
    return folder


def test_parts_of_halls_come_in_german_and_in_metres(plain: Path, tmp_path: Path) -> None:
    (plain / "Hall_Parts.csv").write_text(PARTS, "utf-8")
    created = create_from(tmp_path / "k.eventdesk", plain)
    assert (created.problems, created.ignored, created.remarks) == ((), (), ())
    with created.opened() as event:
        fair = read_fair(event.db)
        assert set(event.verify().values()) == {True}
    by_kind = {part.kind: part for part in fair.parts}
    assert by_kind[PartKind.OUTLINE].points == ((0, 0), (60_000, 0), (60_000, 26_500), (0, 26_500))
    assert (by_kind[PartKind.PILLAR].points, by_kind[PartKind.PILLAR].width_mm) == (((30_500, 12_000),), 400)
    assert (by_kind[PartKind.ESCAPE_ROUTE].points, by_kind[PartKind.ESCAPE_ROUTE].width_mm) == (
        ((0, 20_000), (60_000, 20_000)),
        2500,
    )
    assert {part.hall for part in fair.parts} == {fair.halls[0].id}


@pytest.mark.parametrize(
    ("row", "column", "value", "expected"),
    [
        ("H7;Zone;;0/0 1/0 1/1;", "Halle", "H7", Expectation.KNOWN_ID),
        (";Zone;;0/0 1/0 1/1;", "Halle", "", Expectation.NOT_EMPTY),
        ("H1;;;0/0 1/0 1/1;", "Art", "", Expectation.NOT_EMPTY),
        ("H1;Dach;;0/0 1/0 1/1;", "Art", "Dach", Expectation.CHOICE),
        ("H1;Zone;;;", "Punkte", "", Expectation.NOT_EMPTY),
        ("H1;Zone;;0/0 1/0;", "Punkte", "0/0 1/0", Expectation.POINTS),
        ("H1;Zone;;0/0 1/x 1/1;", "Punkte", "0/0 1/x 1/1", Expectation.POINTS),
        ("H1;Zone;;0/0 1 1/1;", "Punkte", "0/0 1 1/1", Expectation.POINTS),
        ("H1;Zone;;0/0 9/9 9/0 0/9;", "Punkte", "0/0 9/9 9/0 0/9", Expectation.POINTS),
        ("H1;Säule;;1/1;breit", "Breite_m", "breit", Expectation.METRES),
        ("H1;Säule;;1/1;", "Punkte", "1/1", Expectation.POINTS),
    ],
)
def test_a_wrong_part(plain: Path, row: str, column: str, value: str, expected: Expectation) -> None:
    (plain / "hall_parts.csv").write_text(f"{PARTS}{row}\n", "utf-8")
    (found,) = read_source(plain).problems
    assert (found.file, found.line, found.column, found.value, found.expected) == (
        "hall_parts.csv",
        6,
        column,
        value,
        expected,
    )
    assert isinstance(found, TableProblem)
    assert sentences.problem(Words("en"), found)


def test_who_has_a_settled_booth_stands_there(plain: Path, tmp_path: Path) -> None:
    add(plain, "exhibitors", "E3;Dritte;;;;;;;;;;;;;;B-1;;;", "E4;Weg;;;;;;;;;;;;;;;;;cancelled")
    with create_from(tmp_path / "k.eventdesk", plain).opened() as event:
        fair = read_fair(event.db)
        assert event.db.value("SELECT count(*) FROM stand") == 2
        assert records.presence(event.db, "E3") == records.Presence("B-1", "Halle 1", "")
    by_ref = {each.ref: each.id for each in fair.exhibitors}
    assert {ref: len(fair.stands.get(each, ())) for ref, each in by_ref.items()} == {"E1": 1, "E2": 0, "E3": 1, "E4": 0}


def test_who_stands_where_may_be_said_by_the_booths(plain: Path, tmp_path: Path) -> None:
    rows = (plain / "booths.csv").read_text("utf-8").splitlines()
    said = ["Ausstellende", "", "E1", "E2"]
    (plain / "booths.csv").write_text("".join(f"{a};{b}\n" for a, b in zip(rows, said, strict=True)), "utf-8")
    with create_from(tmp_path / "k.eventdesk", plain).opened() as event:
        assert records.presence(event.db, "E1") == records.Presence("A-2", "Halle 1", "S1")
        assert records.presence(event.db, "E2") == records.Presence("B-1", "Halle 1", "")
        assert records.exhibitors(event.db)[0].pinned == records.booths(event.db)[0].id
    text = (plain / "booths.csv").read_text("utf-8").replace(";E2", ";E7")
    (plain / "booths.csv").write_text(text, "utf-8")
    (wrong,) = read_source(plain).problems
    assert (wrong.line, wrong.column, wrong.value) == (4, "Ausstellende", "E7")


def test_where_north_is(plain: Path) -> None:
    text = (
        (plain / "halls.csv")
        .read_text("utf-8")
        .replace("background", "background;Norden")
        .replace("h1.png", "h1.png;-90")
    )
    (plain / "halls.csv").write_text(text, "utf-8")
    assert [hall.extra for hall in read_source(plain).content.halls] == [{"north": "270"}]
    (plain / "halls.csv").write_text(text.replace("-90", "oben"), "utf-8")
    assert [(each.column, each.value) for each in read_source(plain).problems] == [("Norden", "oben")]


def test_setup_and_furniture(plain: Path) -> None:
    text = "aussteller;bezeichnung;aufbau;möbel\nE1;Gemeinsam;aufgebaut;2 Tische\nE2;Lernpaten;;\n"
    (plain / "exhibitors.csv").write_text(text, "utf-8")
    first, second = read_source(plain).content.exhibitors
    assert (first.setup, first.furniture, second.setup, second.furniture) == (
        Setup.SET_UP,
        "2 Tische",
        Setup.NOT_YET,
        "",
    )


def test_booths_that_stand_badly_are_told_and_kept(plain: Path, tmp_path: Path) -> None:
    add(plain, "booths", "C-1;H1;C;1;1;3;3", "C-2;H1;C;58;1;3;3")
    assert sorted(told(plain)) == [
        "booths.csv, line 2: A-1 and C-1 overlap.",
        "booths.csv, line 3: A-2 and C-1 overlap.",
        "booths.csv, line 6: C-2 stands outside Halle 1, at least in part.",
    ]
    with create_from(tmp_path / "k.eventdesk", plain).opened() as event:
        assert records.counts(event.db)["booths"] == 5


def test_two_pins_on_one_booth_are_told_and_the_first_stands_there(plain: Path, tmp_path: Path) -> None:
    add(plain, "exhibitors", "E3;Dritte;;;;;;;;;;;;;;A-1;;;")
    (said,) = told(plain)
    assert said.startswith("exhibitors.csv, line 4: booth A-1 is settled for the exhibitor of line 2, too;")
    with create_from(tmp_path / "k.eventdesk", plain).opened() as event:
        fair = read_fair(event.db)
    assert [fair.exhibitor_of[each].ref for each in fair.stands] == ["E1"]
    assert [each.pinned is not None for each in fair.exhibitors] == [True, False, True]


def test_who_needs_two_booths_needs_neighbours(folder: Path) -> None:
    assert told(folder) == [
        "exhibitors.csv, line 2: Gemeinsam e.V. needs two booths side by side, but no booth is beside A-1."
    ]
    text = (folder / "exhibitors.csv").read_text("utf-8").replace(";A-1;", ";;")
    (folder / "exhibitors.csv").write_text(text, "utf-8")
    assert told(folder) == [
        "exhibitors.csv, line 2: Gemeinsam e.V. needs two booths side by side, but no two booths are."
    ]


def test_an_exhibitor_twice_and_no_booths_at_all(plain: Path, tmp_path: Path) -> None:
    add(plain, "exhibitors", "E3;LERNPATEN;;;;;;;;;;;;;;;;;")
    assert told(plain) == ["exhibitors.csv, line 4: LERNPATEN stands in line 3 already, under another id."]
    text = (plain / "exhibitors.csv").read_text("utf-8").replace(";A-1;", ";;").replace(";A;B;", ";;;")
    (plain / "exhibitors.csv").write_text(text, "utf-8")
    (plain / "booths.csv").unlink()
    remarks = read_source(plain).remarks
    assert [each.about for each in remarks] == [Remark.NO_BOOTHS, Remark.EXHIBITOR_TWICE]
    assert told(plain)[0] == "exhibitors.csv: there are exhibitors, but no booths yet: draw them on the floor plan."
    with create_from(tmp_path / "k.eventdesk", plain).opened() as event:
        assert records.counts(event.db) == {"exhibitors": 3, "booths": 0, "halls": 1}


def test_a_background_comes_along_from_the_folder(plain: Path, tmp_path: Path) -> None:
    (plain / "h1.png").write_bytes(picture())
    created = create_from(tmp_path / "k.eventdesk", plain)
    assert created.remarks == ()
    with created.opened() as event:
        (laid,) = actions_floor.pictures(event)
        assert (laid.name, laid.media, laid.width_mm, laid.depth_mm) == ("h1.png", "image/png", 60_000, 30_000)
        assert set(event.verify().values()) == {True}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("fehlt.png", "halls.csv, line 2: there is no file “fehlt.png” in the folder to lie behind the plan."),
        ("../geheim.png", "halls.csv, line 2: there is no file “../geheim.png” in the folder to lie behind the plan."),
        ("falsch.dxf", "halls.csv, line 2: “falsch.dxf” cannot lie behind the plan: its kind is unknown. "),
    ],
)
def test_a_background_that_cannot_be_used_is_told_and_the_rest_is_made(
    plain: Path, tmp_path: Path, name: str, said: str
) -> None:
    (plain.parent / "geheim.png").write_bytes(picture())
    (plain / "falsch.dxf").write_text("hello", "utf-8")
    text = (plain / "halls.csv").read_text("utf-8").replace("h1.png", name)
    (plain / "halls.csv").write_text(text, "utf-8")
    created = create_from(tmp_path / "k.eventdesk", plain)
    (remark,) = created.remarks
    assert sentences.remark(Words("en"), remark).startswith(said)
    with created.opened() as event:
        assert actions_floor.pictures(event) == ()
        assert records.halls(event.db)[0].background == name
