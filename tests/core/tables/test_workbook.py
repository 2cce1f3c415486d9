"""XLSX, ODS and XLS: real workbooks, and files that only look like one."""

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.tables import limits
from eventdesk.tables.problems import Remark
from eventdesk.tables.reading import read_tables
from eventdesk.tables.table import Tables
from tests.core.tables.outcome import PLAIN_FAULTS, outcome

FILES = Path(__file__).parent / "files"


def workbook(path: Path, **sheets):
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(line, column, cell)
    return path


def with_part(path: Path, source: Path, change):
    """Copy a workbook, giving each part to `change(name, data)`, which returns data or None to leave it out."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = change(name, old.read(name))
            if data is not None:
                new.writestr(name, data)
    return path


def trouble(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        read_tables(path)
    assert caught.value.fault is Fault.BAD_TABLE
    return caught.value.details["trouble"]


def test_numbers_and_days_become_what_people_read(tmp_path):
    row = [
        "Elif",
        1067.0,
        2.5,
        True,
        date(2027, 3, 6),
        datetime.fromisoformat("2027-03-06T09:30"),
        time(10, 0),
        "+49 511",
        "=1+1",
    ]
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        formats = {date: "yyyy-mm-dd", datetime: "yyyy-mm-dd hh:mm", time: "hh:mm"}
        sheet.write_row(0, 0, [f"c{at}" for at in range(len(row))])
        for column, cell in enumerate(row):
            style = book.add_format({"num_format": formats[type(cell)]}) if type(cell) in formats else None
            sheet.write(1, column, cell, style)
    found = read_tables(path).first.rows[0]
    assert found == ("Elif", "1067", "2.5", "yes", "2027-03-06", "2027-03-06T09:30", "10:00:00", "+49 511", "=1+1")


def test_all_sheets_with_their_lines(tmp_path):
    path = workbook(
        tmp_path / "k4.xlsx", people=[["name"], ["Elif"], [""], ["Jörg"]], empty=[], halls=[["hall"], ["H1"]]
    )
    tables = read_tables(path)
    assert [sheet.name for sheet in tables.sheets] == ["people", "halls"]
    assert list(tables.first.lines) == [2, 4]
    assert (tables.encoding, tables.delimiter) == ("", "")


def test_a_table_may_begin_lower_down(tmp_path):
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(3, 2, ["name", "ort"])
        sheet.write_row(4, 2, ["Elif", "Peine"])
    table = read_tables(path).first
    assert (table.header_line, list(table.lines)) == (4, [5])
    assert table.rows[0][-2:] == ("Elif", "Peine")


def test_hidden_sheets_are_left_out(tmp_path):
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("people").write_row(0, 0, ["name"])
        secret = book.add_worksheet("secret")
        secret.write_row(0, 0, ["pin"])
        secret.hide()
    assert [sheet.name for sheet in read_tables(path).sheets] == ["people"]


def test_postcodes_get_their_zero_back(tmp_path):
    path = workbook(
        tmp_path / "list.xlsx",
        people=[["Name", "PLZ", "Nr"], ["Elif", 1067, 1067], ["Jörg", "01067", 1], ["Anke", 31224, 2]],
    )
    tables = read_tables(path)
    assert [row[1] for row in tables.first.rows] == ["01067", "01067", "31224"]
    assert tables.first.rows[0][2] == "1067"
    assert [(each.about, each.line, each.column, each.value) for each in tables.remarks] == [
        (Remark.LEADING_ZERO, 2, "PLZ", "01067")
    ]


def test_postcodes_of_other_countries_keep_four_digits(tmp_path):
    path = workbook(
        tmp_path / "list.xlsx",
        people=[["Name", "ZIP code", "Country"], ["Elif", 1010, "AT"], ["Jörg", 1067, "DE"], ["Anke", 1099, ""]],
    )
    assert [row[1] for row in read_tables(path).first.rows] == ["1010", "01067", "01099"]


def test_ods(tmp_path):
    document = OpenDocumentSpreadsheet()
    sheet = Table(name="Personen")
    for cells in (("Vorname", "PLZ"), ("Elif", 1067.0)):
        row = TableRow()
        for cell in cells:
            if isinstance(cell, float):
                made = TableCell(valuetype="float", value=str(cell))
            else:
                made = TableCell(valuetype="string")
                made.addElement(P(text=cell))
            row.addElement(made)
        sheet.addElement(row)
    document.spreadsheet.addElement(sheet)
    path = tmp_path / "list.ods"
    document.save(str(path))
    assert read_tables(path).first.rows == [("Elif", "01067")]


def test_xls():
    table = read_tables(FILES / "list.xls").first
    assert table.header == ("Vorname", "Nachname", "PLZ", "Angemeldet am", "Anzahl", "Telefon")
    assert table.rows == [("Elif", "Demirtaş", "01067", "2027-03-06", "2", "+49 511 1234")]


def test_a_workbook_named_csv_is_read_for_what_it_is(tmp_path):
    assert read_tables(workbook(tmp_path / "list.csv", people=[["name"], ["Elif"]])).first.rows == [("Elif",)]


def test_a_cell_in_the_far_corner_does_not_end_the_program(tmp_path):
    plain = workbook(tmp_path / "plain.xlsx", people=[["name"], ["Elif"]])
    far = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'

    def change(name, data):
        return data.replace(b"</sheetData>", far) if name.endswith("sheet1.xml") else data

    with pytest.raises(KnownError) as caught:
        read_tables(with_part(tmp_path / "bomb.xlsx", plain, change))
    assert (caught.value.fault, caught.value.details["what"]) == (Fault.TOO_LARGE, "memory")


def test_what_unpacks_to_too_much_is_refused_by_the_directory(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("xl/workbook.xml", "<workbook/>")
        with container.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(limits.UNPACKED_BYTES // 10_000_000 + 1):
                part.write(bytes(10_000_000))
    with pytest.raises(KnownError) as caught:
        read_tables(path)
    assert (caught.value.fault, caught.value.details["what"]) == (Fault.TOO_LARGE, "memory")


def test_macros_and_passwords_are_refused(tmp_path):
    plain = workbook(tmp_path / "plain.xlsx", people=[["name"], ["Elif"]])
    with_macros = with_part(tmp_path / "macros.xlsx", plain, lambda _name, data: data)
    with zipfile.ZipFile(with_macros, "a") as container:
        container.writestr("xl/vbaProject.bin", b"\xd0\xcf")
    assert trouble(with_macros) == "macros"
    locked = tmp_path / "locked.xlsx"
    locked.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le"))
    assert trouble(locked) == "encrypted"


def test_other_containers_are_refused(tmp_path):
    path = tmp_path / "list.docx"
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("word/document.xml", "<document/>")
    assert trouble(path) == "unknown_kind"


def test_damaged_workbooks(tmp_path):
    plain = workbook(tmp_path / "plain.xlsx", people=[["name"], ["Elif"]])
    data = plain.read_bytes()
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(data[: len(data) // 2])
    assert trouble(cut) == "damaged_workbook"
    no_sheet = with_part(tmp_path / "gone.xlsx", plain, lambda name, part: None if "sheet1" in name else part)
    assert trouble(no_sheet) == "damaged_workbook"
    ole = tmp_path / "list.xls"
    ole.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    assert trouble(ole) == "damaged_workbook"


@pytest.fixture(scope="module")
def small(tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("small") / "small.xlsx"
    workbook(path, people=[["name"], ["Elif"], [3.5]])
    data: bytes = path.read_bytes()
    return data


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_any_damage_is_a_plain_fault(tmp_path_factory, small, data):
    damaged = bytearray(small)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(4, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("fuzz") / "list.xlsx"
    path.write_bytes(damaged)
    found = outcome(path)
    assert isinstance(found, Tables) or found in PLAIN_FAULTS


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_any_damage_inside_is_a_plain_fault(tmp_path_factory, small, data):
    path = tmp_path_factory.mktemp("fuzz") / "list.xlsx"
    with zipfile.ZipFile(io.BytesIO(small)) as old, zipfile.ZipFile(path, "w") as new:
        part = data.draw(st.sampled_from(old.namelist()))
        for name in old.namelist():
            content = bytearray(old.read(name))
            if name == part:
                start = data.draw(st.integers(0, len(content) - 1))
                content[start : start + data.draw(st.integers(1, 20))] = data.draw(st.binary(max_size=20))
            new.writestr(name, bytes(content))
    found = outcome(path)
    assert isinstance(found, Tables) or found in PLAIN_FAULTS


def test_a_merged_title_above_the_header_is_left_out(tmp_path):
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Liste")
        sheet.merge_range(0, 0, 0, 2, "Teilnehmerliste")
        sheet.write_row(1, 0, ["Vorname", "Nachname", "PLZ"])
        sheet.write_row(2, 0, ["Elif", "Demirtaş", 1067])
    tables = read_tables(path)
    assert tables.first.header == ("Vorname", "Nachname", "PLZ")
    assert (tables.first.header_line, tables.first.lines) == (2, [3])
    assert tables.first.rows == [("Elif", "Demirtaş", "01067")]
    assert [(remark.line, remark.about) for remark in tables.remarks] == [(3, Remark.LEADING_ZERO)]
