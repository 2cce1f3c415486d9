"""The same event in other clothes: German headers, other encodings and separators, XLSX and ODS."""

import csv
import io
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.eventfolder import create_from, read_source
from eventdesk.tables.problems import Expectation
from tests.core.eventfolder.conftest import EVENT, TABLES
from tests.core.eventfolder.story import story

GERMAN = {
    "people": "Kennung;Vorname;Nachname;Organisation;Rollen;E-Mail;Status;Ausstellende;Wünsche;Code;Lieblingsfarbe",
    "halls": "HALLE;name;breite_m;Tiefe_M;hintergrund",
    "booths": "Stand;Halle;Insel;x_m;y_m;Breite_m;Tiefe_m;Drehung;Strom;Wand;stufenfrei;Zustand;Grund;Teppich",
    "slots": "Zeitfenster;Beginn;Ende",
    "rooms": "Raum;Name;Halle;Tür_x_m;tuer_y_m;Plätze;Ausstattung;Stufenfrei;nicht verfügbar",
    "sessions": "Programmpunkt;Titel;Art;Sprechende;Moderation;Bedarf;Zeitfenster;Raum;nicht_verfuegbar;Sprache;"
    "Plaetze;Wiederholung_von",
    "exhibitors": "Ausstellende;Name;Themenfeld;Sektor;Kontakt;E-Mail;Telefon;Größe;Strom;Wand;Stufenfrei;Wunsch_1;"
    "Wunsch_2;Konkurrenz;Programmpunkt;fest;Vorrang;wählbar;Status;Kurztext",
    "cafe": "Tisch;Name;Gastgeber;Plätze;Frage",
}
GERMAN_CELLS = {
    "booths": {"free": "frei", "blocked": "gesperrt", "yes": "ja"},
    "exhibitors": {"confirmed": "bestätigt", "nein": "no", "ja": "x"},
    "sessions": {"forum": "Forum", "Workshop": "Werkstatt"},
    "people": {"registered": "angemeldet", "exhibitor": "Ausstellende", "cancelled": "abgesagt"},
}
GERMAN_EVENT = {
    "subtitle =": "untertitel =",
    'title = "Nach': 'titel = "Nach',
    "venue =": "Ort =",
    "organiser =": "Veranstalter =",
    "starts =": "beginn =",
    "kind =": "art =",
    '"entrance"': '"Eingang"',
    '"catering"': '"Verpflegung"',
}
NUMBERS = {"width_m", "depth_m", "x_m", "y_m", "door_x_m", "door_y_m", "capacity", "seats", "size", "priority"}


def rows(name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(TABLES[name]), delimiter=";"))


def told(source: Path, tmp_path: Path, name: str = "told") -> dict[str, Any]:
    with create_from(tmp_path / f"{name}.eventdesk", source).opened() as event:
        return story(event)


@pytest.fixture
def expected(folder: Path, tmp_path: Path) -> dict[str, Any]:
    return told(folder, tmp_path, "expected")


def test_german_headers_and_words_mean_the_same(expected: dict[str, Any], folder: Path, tmp_path: Path) -> None:
    for name, header in GERMAN.items():
        words = GERMAN_CELLS.get(name, {})
        lines = [";".join(words.get(cell, cell) for cell in row) for row in rows(name)[1:]]
        (folder / f"{name}.csv").write_text("\n".join([header, *lines]), "utf-8")
    event = EVENT
    for english, german in GERMAN_EVENT.items():
        assert english in event
        event = event.replace(english, german)
    (folder / "event.toml").write_text(event, "utf-8")
    assert told(folder, tmp_path) == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_encodings_and_separators_are_found(
    expected: dict[str, Any], folder: Path, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    for name in TABLES:
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter).writerows(rows(name))
        (folder / f"{name}.csv").write_bytes(text.getvalue().encode(encoding, errors="replace"))
    if encoding == "cp1252":  # it has no ş
        first = expected["people"][0]
        expected["people"][0] = replace(first, family_name=first.family_name.replace("ş", "?"))
    assert told(folder, tmp_path) == expected


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(random=st.randoms(use_true_random=False), spell=st.sampled_from([str.upper, str.title, str.lower]))
def test_order_case_and_blanks_of_headers_do_not_matter(
    folder: Path, random: Random, spell: Callable[[str], str]
) -> None:
    for name in ("halls", "booths", "exhibitors", "rooms", "slots", "sessions", "cafe"):
        header, *body = rows(name)
        columns = [[header, *cells] for header, *cells in zip(header, *body, strict=True)]
        random.shuffle(columns)
        table = [list(row) for row in zip(*columns, strict=True)]
        table[0] = [title if title == "Teppich" else f" {spell(title)} " for title in table[0]]
        (folder / f"{name}.csv").write_text("\n".join(";".join(row) for row in table), "utf-8")
    found = read_source(folder)
    assert found.problems == ()
    content = found.content
    assert [(hall.ref, hall.name, hall.width_mm, hall.depth_mm) for hall in content.halls] == [
        ("H1", "Halle 1", 60_000, 26_500)
    ]
    assert [(booth.ref, booth.x_mm, booth.power, booth.extra) for booth in content.booths] == [
        ("A-1", 0, 2, {"Teppich": "rot"}),
        ("A-2", 3_000, 1, {}),
        ("B-1", 0, 0, {}),
    ]
    assert [(room.ref, room.capacity, room.unavailable) for room in content.rooms] == [
        ("R1", 80, ()),
        ("R2", 300, ("Z2", "Z1")),
    ]
    assert [(session.ref, session.speakers, session.repeat_of) for session in content.sessions] == [
        ("S1", ("P2", "P1"), ""),
        ("S2", (), "S1"),
    ]
    assert [(exhibitor.ref, exhibitor.size, exhibitor.blurb) for exhibitor in content.exhibitors] == [
        ("E1", 2, "Text."),
        ("E2", 1, ""),
    ]


def typed(header: str, cell: str) -> str | float | datetime:
    """Return a cell as somebody types it into a spreadsheet, which makes numbers and times of it."""
    if header in NUMBERS and cell:
        return float(cell.replace(",", "."))
    if header in {"starts", "ends"} and cell.startswith("2027"):
        return datetime.fromisoformat(cell)
    return cell


def event_rows() -> list[list[str | float | datetime]]:
    document = tomllib.loads(EVENT)
    weights = [[f"weights.{key}", float(value)] for key, value in document.pop("weights").items()]
    del document["points"]
    document["starts"] = datetime.fromisoformat(document["starts"])
    return [["key", "value"], *([key, value] for key, value in document.items()), *weights]


POINTS = [
    ["name", "kind", "roles", "days", "capacity"],
    ["Haupteingang", "entrance", "", "", ""],
    ["Mittagessen", "Verpflegung", "participant, Referentin", "6.3.2027", "120"],
]


def sheets() -> dict[str, list[list[Any]]]:
    found: dict[str, list[list[Any]]] = {"event": event_rows(), "points": POINTS}
    for name in TABLES:
        header, *body = rows(name)
        found[name] = [header, *([typed(head, cell) for head, cell in zip(header, row, strict=True)] for row in body)]
    return found


def write_xlsx(path: Path, book: dict[str, list[list[Any]]]) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(path) as workbook:
        clock = workbook.add_format({"num_format": "yyyy-mm-dd hh:mm"})
        for name, table in book.items():
            sheet = workbook.add_worksheet(name)
            for line, row in enumerate(table):
                for column, cell in enumerate(row):
                    if isinstance(cell, datetime):
                        sheet.write_datetime(line, column, cell, clock)
                    else:
                        sheet.write(line, column, cell)


def write_ods(path: Path, book: dict[str, list[list[Any]]]) -> None:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    for name, table in book.items():
        sheet = Table(name=name)
        for row in table:
            line = TableRow()
            for cell in row:
                match cell:
                    case datetime():
                        made = TableCell(valuetype="date", datevalue=cell.isoformat())
                    case float():
                        made = TableCell(valuetype="float", value=str(cell))
                    case _:
                        made = TableCell(valuetype="string")
                        made.addElement(P(text=str(cell)))
                line.addElement(made)
            sheet.addElement(line)
        document.spreadsheet.addElement(sheet)
    document.save(str(path))


WRITERS = {"xlsx": write_xlsx, "ods": write_ods}


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_a_workbook_tells_the_same_as_the_folder(expected: dict[str, Any], tmp_path: Path, kind: str) -> None:
    book = tmp_path / f"k.{kind}"
    WRITERS[kind](book, sheets())
    assert told(book, tmp_path) == expected


@pytest.mark.parametrize("kind", sorted(WRITERS))
def test_errors_in_a_workbook_name_the_sheet(tmp_path: Path, kind: str) -> None:
    wrong = sheets()
    wrong["halls"][1][2] = "breit"
    wrong["event"][4][1] = "gestern"
    book = tmp_path / f"k.{kind}"
    WRITERS[kind](book, wrong)
    assert wrong["event"][4][0] == "ends"
    assert [(each.file, each.line, each.column, each.value, each.expected) for each in read_source(book).problems] == [
        (f"k.{kind}: event", 5, "ends", "gestern", Expectation.MOMENT),
        (f"k.{kind}: halls", 2, "width_m", "breit", Expectation.METRES),
    ]


def test_a_workbook_may_have_its_event_toml_beside_it(expected: dict[str, Any], tmp_path: Path) -> None:
    book = sheets()
    del book["event"], book["points"]
    (tmp_path / "event.toml").write_text(EVENT, "utf-8")
    write_xlsx(tmp_path / "k.xlsx", book | {"Notizen": [["nichts"]]})
    assert read_source(tmp_path / "k.xlsx").ignored == ("Notizen",)
    assert told(tmp_path / "k.xlsx", tmp_path) == expected


def test_points_may_be_a_table_of_the_folder(expected: dict[str, Any], folder: Path, tmp_path: Path) -> None:
    (folder / "event.toml").write_text(EVENT.partition("[[points]]")[0] + "[weights]\nunplaced = 500\n", "utf-8")
    (folder / "points.csv").write_text("\n".join(";".join(row) for row in POINTS), "utf-8")
    assert told(folder, tmp_path) == expected


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda place: None, Fault.NO_FILE),
        (lambda place: place.mkdir(), Fault.NO_FILE),
        (lambda place: place.write_text("vorname;nachname\nRosa;Klein\n", "utf-8"), Fault.BAD_TABLE),
        (lambda place: place.write_bytes(b"PK\x03\x04 this is no workbook"), Fault.BAD_TABLE),
        (lambda place: write_xlsx(place, {"people": [["vorname"], ["Rosa"]]}), Fault.NO_FILE),
    ],
    ids=["nothing", "folder without event.toml", "a list of people", "damaged workbook", "workbook without event"],
)
def test_what_is_no_event_folder_is_a_plain_fault(tmp_path: Path, make: Callable[[Path], object], fault: Fault) -> None:
    place = tmp_path / "source.xlsx"
    make(place)
    with pytest.raises(KnownError) as error:
        create_from(tmp_path / "k.eventdesk", place)
    assert error.value.fault is fault
    assert not (tmp_path / "k.eventdesk").exists()
