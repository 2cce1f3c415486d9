"""CSV, TSV and TXT as they come from Excel, from programs and from people."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.tables import delimited
from eventdesk.tables.problems import Remark
from eventdesk.tables.reading import read_tables
from eventdesk.tables.table import Table, Tables
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from tests.core.tables.outcome import PLAIN_FAULTS, outcome

UMLAUTS = "Name;Ort\nJörg Müller;Köln\n"


def written(folder: Path, data: bytes | str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def table(folder: Path, data: bytes | str) -> Table:
    return read_tables(written(folder, data)).first


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (UMLAUTS.encode(), "utf-8"),
        (UMLAUTS.encode("utf-8-sig"), "utf-8-sig"),
        (UMLAUTS.encode("cp1252"), "cp1252"),
        (UMLAUTS.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + UMLAUTS.encode("utf-16-be"), "utf-16"),
    ],
)
def test_encoding_is_found(tmp_path, data, encoding):
    tables = read_tables(written(tmp_path, data))
    assert tables.encoding == encoding
    assert tables.first.header == ("Name", "Ort")
    assert tables.first.rows == [("Jörg Müller", "Köln")]


def test_encoding_can_be_chosen(tmp_path):
    path = written(tmp_path, "Name\nŁukasz Wójcik\n".encode("cp1250"))
    assert read_tables(path, encoding="cp1250").first.rows == [("Łukasz Wójcik",)]
    with pytest.raises(KnownError) as caught:
        read_tables(path, encoding="no-such-encoding")
    assert caught.value.details["trouble"] == "encoding"


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a;b\n1;2\n", ";"),
        ("a,b\n1,2\n", ","),
        ("a\tb\n1\t2\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ("Name\nJörg\n", ";"),
        ("Name;Verein\nElif;Bunt, schön, gut\nJörg;Nah, fern\n", ";"),
        ("Name,Verein\nElif,Bunt; schön\nJörg,Nah\n", ","),
        ("Name, Vorname;Verein\nMeyer, Jörn;X\nGroß, Anke;Y\n", ";"),
        ('"Was; wann; wo";Name\n"a;b;c";Elif\n', ";"),
        ("sep=,\nName,Wer; was\nElif,1\n", ","),
    ],
)
def test_delimiter_is_found(tmp_path, text, delimiter):
    assert read_tables(written(tmp_path, text)).delimiter == delimiter


def test_delimiter_can_be_chosen_by_sign_or_name(tmp_path):
    path = written(tmp_path, "a;b,c\n1;2,3\n")
    assert read_tables(path, delimiter=",").first.header == ("a;b", "c")
    assert read_tables(path, delimiter="semicolon").first.header == ("a", "b,c")
    with pytest.raises(KnownError) as caught:
        read_tables(path, delimiter=";;")
    assert (caught.value.fault, caught.value.details["trouble"]) == (Fault.BAD_TABLE, "delimiter")
    assert "“;;” is not one of" in fault_sentence(Words("en"), caught.value)


def test_lines_are_those_of_an_editor(tmp_path):
    found = table(tmp_path, 'Name;Notiz\r\nElif;"zwei\r\nZeilen"\r\n\r\nJörg;eine\r\n')
    assert found.rows == [("Elif", "zwei\nZeilen"), ("Jörg", "eine")]
    assert list(found.lines) == [2, 5]


def test_sep_line_counts_as_a_line(tmp_path):
    assert list(table(tmp_path, "sep=;\nName;Ort\nElif;Peine\n").lines) == [3]


def test_rows_are_as_long_as_the_header(tmp_path):
    tables = read_tables(written(tmp_path, "a;b;;\n1\n2;3;;\n4;5;6;\n"))
    assert tables.first.header == ("a", "b")
    assert tables.first.rows == [("1", ""), ("2", "3"), ("4", "5")]
    assert [(each.about, each.line, each.value) for each in tables.remarks] == [(Remark.CELLS_BEYOND_HEADER, 4, "6")]


def test_columns_without_or_with_the_same_name_stay_apart(tmp_path):
    tables = read_tables(written(tmp_path, "Name;;Notiz;Notiz\nElif;a;b;c\n"))
    assert tables.first.header == ("Name", "#2", "Notiz", "Notiz (2)")
    assert [each.about for each in tables.remarks] == [Remark.UNNAMED_COLUMN, Remark.COLUMN_TWICE]


def test_numbers_in_text_stay_as_they_are(tmp_path):
    assert table(tmp_path, "PLZ;Telefon\n01067;+49 511 1234\n").rows == [("01067", "+49 511 1234")]


def test_our_guard_against_formulas_is_taken_off(tmp_path):
    found = table(tmp_path, '"Telefon";"\'-Notiz"\n"\'+49 511";"\'=1+1"\n"\'\'=1";"\'quoted"\n')
    assert found.header == ("Telefon", "-Notiz")
    assert found.rows == [("+49 511", "=1+1"), ("'=1", "'quoted")]


def test_a_long_cell_is_cut_and_said(tmp_path):
    tables = read_tables(written(tmp_path, f"Name;Notiz\nElif;{'ä' * 2001}\n"))
    assert len(tables.first.rows[0][1]) == 2000
    assert [(each.about, each.column) for each in tables.remarks] == [(Remark.CELL_SHORTENED, "Notiz")]


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", "empty"),
        (b"\n \n;;\n", "empty"),
        (b"Name\nEl\0if\n", "binary"),
        ("Name;Ort\nElif;Peine\n".encode("utf-16-le"), "binary"),
        (b'Name\n"Elif\nJ\n', "quotes"),
        (b'Name;Ort\n"Elif" x;Peine\n', "quotes"),
        (b"Name\n\x81\x8d\n", "encoding"),
    ],
)
def test_what_is_no_table_is_a_plain_fault(tmp_path, data, trouble):
    with pytest.raises(KnownError) as caught:
        read_tables(written(tmp_path, data))
    assert caught.value.fault is Fault.BAD_TABLE
    assert caught.value.details["trouble"] == trouble


def test_the_line_of_an_open_quotation_mark_is_told(tmp_path):
    with pytest.raises(KnownError) as caught:
        read_tables(written(tmp_path, 'Name\nJörg\n"Elif\nAnke\n'))
    assert caught.value.details["line"] == "3"


def test_limits(tmp_path, monkeypatch):
    with pytest.raises(KnownError) as caught:
        table(tmp_path, ";".join(f"c{at}" for at in range(201)) + "\n1\n")
    assert (caught.value.fault, caught.value.details["what"]) == (Fault.TOO_LARGE, "columns")
    monkeypatch.setattr("eventdesk.tables.limits.ROWS", 3)
    assert len(table(tmp_path, "Name\n1\n2\n3\n").rows) == 3
    with pytest.raises(KnownError) as caught:
        table(tmp_path, "Name\n1\n2\n3\n4\n")
    assert (caught.value.fault, caught.value.details["what"]) == (Fault.TOO_LARGE, "rows")
    monkeypatch.setattr("eventdesk.tables.limits.FILE_BYTES", 8)
    with pytest.raises(KnownError) as caught:
        table(tmp_path, "Name\nElif\n")
    assert (caught.value.fault, caught.value.details["what"]) == (Fault.TOO_LARGE, "megabytes")


def test_no_file_and_a_folder(tmp_path):
    with pytest.raises(KnownError) as caught:
        read_tables(tmp_path / "gone.csv")
    assert caught.value.fault is Fault.NO_FILE
    with pytest.raises(KnownError) as caught:
        read_tables(tmp_path)
    assert caught.value.fault is Fault.CANNOT_READ


@given(data=st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_plain_fault(tmp_path_factory, data):
    path = written(tmp_path_factory.mktemp("fuzz"), data)
    found = outcome(path)
    assert isinstance(found, Tables) or found in PLAIN_FAULTS
    if isinstance(found, Tables):
        assert all(len(row) == len(found.first.header) for row in found.first.rows)


@given(text=st.text(alphabet=st.sampled_from("a;,\t\"'\n\r =ä\u200e|"), max_size=60))
def test_any_text_is_a_table_or_a_plain_fault(tmp_path_factory, text):
    path = written(tmp_path_factory.mktemp("fuzz"), text)
    found = outcome(path)
    assert isinstance(found, Tables) or found is Fault.BAD_TABLE
    if isinstance(found, Tables):
        assert len(found.first.rows) == len(found.first.lines)
        assert all(found.first.header)


TITLED = {
    "bare": "Teilnehmerliste\n\nVorname,Nachname,Notiz\nElif,Demirtaş,\n",
    "padded": "Teilnehmerliste;;\n;;\nVorname;Nachname;Notiz\nElif;Demirtaş;\n",
    "comma in it": "Teilnehmerliste, Stand 1. März\n\nVorname;Nachname;Notiz\nElif;Demirtaş;\n",
}


@pytest.mark.parametrize("text", TITLED.values(), ids=TITLED.keys())
def test_a_title_above_the_header_is_left_out(tmp_path, text):
    found = table(tmp_path, text)
    assert found.header == ("Vorname", "Nachname", "Notiz")
    assert (found.header_line, found.rows, found.lines) == (3, [("Elif", "Demirtaş", "")], [4])


@pytest.mark.parametrize("text", ["Teilnehmende\nMeyer, Jörn\nKaya, Cem\n", "Name\nElif\nFirma;Ort\n"])
def test_a_list_of_one_column_keeps_its_header(tmp_path, text):
    found = table(tmp_path, text)
    assert (found.header, found.header_line, len(found.rows)) == ((text.split("\n")[0],), 1, 2)


def test_a_header_far_below_is_not_looked_for(tmp_path):
    assert table(tmp_path, "Titel\n" * 10 + "Vorname;Nachname\nElif;Kaya\n").header == ("Titel",)


def test_a_very_long_cell_is_shortened(tmp_path):
    tables = read_tables(written(tmp_path, f"Name;Notiz\nElif;{'x' * 200_000}\nJörg;y\n"))
    assert [len(row[1]) for row in tables.first.rows] == [2000, 1]
    assert [remark.about for remark in tables.remarks] == [Remark.CELL_SHORTENED]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes in folders")
def test_a_pipe_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "list.csv")
    # A process of its own: if reading waited, the test would have to end it.
    script = "import sys; from pathlib import Path; from tests.core.tables.outcome import outcome; "
    done = subprocess.run(
        [sys.executable, "-c", f"{script}print(outcome(Path(sys.argv[1])).value)", tmp_path / "list.csv"],
        capture_output=True,
        text=True,
        timeout=20,
        check=False,
    )
    assert done.stdout.strip() == Fault.CANNOT_READ.value, done.stderr


@pytest.mark.parametrize("encoding", ["hex", "rot13", "zlib"])
def test_what_is_no_encoding_of_texts_is_said_plainly(tmp_path, encoding):
    with pytest.raises(KnownError) as caught:
        read_tables(written(tmp_path, UMLAUTS), encoding=encoding)
    assert caught.value.fault is Fault.BAD_TABLE


def test_a_letter_that_is_cut_in_two_by_reading_in_pieces_stays_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(delimited, "_BYTES_AT_ONCE", 1)
    assert table(tmp_path, UMLAUTS).rows == [("Jörg Müller", "Köln")]
    assert table(tmp_path, UMLAUTS.encode("utf-16")).rows == [("Jörg Müller", "Köln")]


@given(st.text('a;"\r\n\x0b\x85\u2028', max_size=30))
def test_lines_end_where_csv_says(text):
    """Neither a form feed nor a line separator of Unicode ends a row."""
    assert list(delimited._lines_of(text)) == list(io.StringIO(text, newline=""))


def test_rows_know_their_lines_below_a_cell_of_several_lines(tmp_path, monkeypatch):
    monkeypatch.setattr(delimited, "_ROWS_AT_ONCE", 2)
    found = table(tmp_path, 'Name;Ort\nElif;Peine\n"Jörg\nMeyer";Celle\n\nAnke;Köln\n')
    assert found.lines == [2, 3, 6]
