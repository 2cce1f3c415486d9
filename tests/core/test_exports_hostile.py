"""Whatever stands in the file, no cell of any table that is written can run, and texts come back as they were.

Every text of every table is filled with what a spreadsheet would run, in all the forms that some program takes for it.
"""

import csv
import zipfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from eventdesk import paths
from eventdesk.checkin.actions import check_in
from eventdesk.checkin.records import points
from eventdesk.cli.exports import Kind, export
from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.eventfolder import create_from
from eventdesk.people import records as people
from eventdesk.people.exporting import export_people
from eventdesk.reports.attendance.gathering import attendance as read_attendance
from eventdesk.reports.attendance.table import attendance_table
from eventdesk.reports.contacts import contacts_of
from eventdesk.reports.contacts_files import write_contacts
from eventdesk.reports.figures.gathering import figures
from eventdesk.reports.figures.workbook import figures_workbook
from eventdesk.reports.imprint import imprint_of
from eventdesk.store import schema
from eventdesk.tables.cleaning import clean
from eventdesk.tables.reading import read_tables
from eventdesk.words import Words
from tests.core.tables.spreadsheets import dangerous

HOSTILE = (
    "=1+1",
    "+49 511 1",
    "-2",
    "@SUM(A1)",
    "＝cmd|' /C calc'!A0",
    "＋1",
    "－1",
    "＠a",
    "﹦1",
    "⁺1",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff\u2060@x",
    "\u202e=1",
    "'=1",
    '"=1',
    "''＝1",
    '=HYPERLINK("http://evil.example","x")',
)
CODED = {
    "person": {"status", "origin", "days", "consents", "code", "wishes"},
    "exhibitor": {"status", "consents", "setup", "brochure", "picture"},
    "point": {"kind", "rule", "roles", "days"},
    "scan": {"eid", "direction", "outcome", "at"},
    "session": {"kind", "slot_wished", "room_wished", "room_forbidden", "unavailable", "repeat_of", "after"},
    "slot": {"starts", "ends"},
    "booth": {"state"},
    "room": {"unavailable"},
    "badge_print": {"at", "reason"},
    "badge_handout": {"at"},
    "finding": {"kind", "at"},
    "extra": {"kind"},
    "hall_part": {"kind", "points"},
    "setting": {"key"},
}
"""Columns in which the program itself writes: codes, times, ids."""
DETAILS = ("title", "subtitle", "venue", "address", "organiser", "contact")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("EVENTDESK_HOME", str(tmp_path_factory.mktemp("home")))
        yield tmp_path_factory.mktemp("exports")


@pytest.fixture(scope="module")
def event(home: Path) -> Iterator[Event]:
    """Make an event with everything in it, and let somebody hostile write all its texts."""
    source = paths.seeds() / "integrationskonferenz-9"
    with create_from(home / "a.eventdesk", source, desk="=1+1", actor="＝1").opened() as made:
        (point, *_) = points(made.db)
        for person in people.everyone(made.db)[:40]:
            check_in(made, person.code, point)
        check_in(made, "=unknown", point)
        _spoil(made)
        yield made


def _spoil(event: Event) -> None:
    texts = cycle(HOSTILE)
    with event.transact(Op.SETTINGS, "=1+1") as tx:
        for table in schema.journaled_tables():
            columns = [row["name"] for row in tx.rows(f"PRAGMA table_info({table})") if row["type"] == "TEXT"]
            chosen = [name for name in columns if name not in CODED.get(table, set())]
            where = f"WHERE key IN {DETAILS}" if table == "setting" else ""
            for row in tx.rows(f"SELECT id FROM {table} {where} LIMIT 60"):
                if chosen:
                    tx.update(table, row["id"], {name: next(texts) for name in chosen})
        for row in tx.rows("SELECT id FROM exhibitor UNION SELECT id FROM person"):
            for table in ("exhibitor", "person"):
                tx.update(table, row["id"], {"consents": "contact"})


def _cells(path: Path) -> list[str]:
    """Read all cells by nothing of ours, and demand of a workbook that it holds texts and numbers alone."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [cell for row in csv.reader(file, delimiter=";") for cell in row]
    with zipfile.ZipFile(path) as book:
        names = book.namelist()
        assert not [name for name in names if "external" in name.lower() or "vba" in name.lower()]
        for name in names:
            if name.startswith("xl/worksheets/sheet"):
                tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(book.read(name)).iter()}
                assert not tags & {"f", "hyperlink", "hyperlinks", "oleObject"}, name
                kinds = {cell.get("t") for cell in ET.fromstring(book.read(name)).iter() if cell.tag.endswith("}c")}
                assert kinds <= {"s", "inlineStr", "n", None}, name
    return []


EXPORTS = {kind.value: kind for kind in Kind}


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("name", [*EXPORTS, "attendance", "contacts", "figures"])
def test_no_cell_runs(event: Event, home: Path, name: str, suffix: str) -> None:
    path = home / f"{name}.{suffix}"
    if name == "attendance":
        attendance_table(read_attendance(event), path)
    elif name == "contacts":
        write_contacts(path, contacts_of(event), Words("de"))
    elif name == "figures":
        path = path.with_suffix(".xlsx")
        figures_workbook(figures(event), imprint_of(event), path)
    else:
        export(event, EXPORTS[name], path, Words("de"))
    cells = _cells(path)
    assert [cell for cell in cells if dangerous(cell)] == []
    if suffix == "csv" and name not in ("figures", "prints"):
        assert any(cell[:1] == "'" and dangerous(cell[1:]) for cell in cells), "nothing hostile came through"


def test_the_harness_finds_what_runs(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a;=1\n b; ＝1\n", encoding="utf-8")
    assert [cell for cell in _cells(path) if dangerous(cell)] == ["=1", " ＝1"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_texts_come_back(event: Event, home: Path, suffix: str) -> None:
    path = home / f"back.{suffix}"
    export_people(event, path)
    table = read_tables(path).first
    at = table.header.index("organisation")
    wanted = [clean(person.organisation) for person in people.everyone(event.db)]
    assert [row[at] for row in table.rows] == wanted
    assert any(dangerous(each) for each in wanted)


def test_an_event_folder_of_what_was_written_is_the_same_event(event: Event, home: Path) -> None:
    """Guards come off again when a folder is read: nothing grows an apostrophe on its way."""
    folder = home / "folder"
    folder.mkdir()
    (folder / "event.toml").write_text('title = "T"\n', encoding="utf-8")
    for kind, name in ((Kind.PEOPLE, "people"), (Kind.EXHIBITORS, "exhibitors")):
        export(event, kind, folder / f"{name}.csv", Words("de"))
    made = create_from(home / "b.eventdesk", folder, good_rows=True)
    with made.opened() as again:
        before = {person.code: person for person in people.everyone(event.db)}
        after = people.everyone(again.db)
        assert len(after) > 200
        for person in after:
            own = before[person.code]
            assert person.organisation == clean(own.organisation)
            assert person.note == clean(own.note)
