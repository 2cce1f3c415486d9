"""Tables for other programs: whole or not at all, and nothing in them runs."""

import csv
import errno
import json
import subprocess
import sys
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.tables.cleaning import clean
from eventdesk.tables.guard import guarded, holds_guards, unguarded
from eventdesk.tables.reading import read_tables
from eventdesk.tables.writing import write_table
from eventdesk.words import Words
from eventdesk.words.faults import fault_sentence
from tests.core.tables.spreadsheets import dangerous

HOSTILE = [
    "=1+1",
    "+49 511 1234",
    "-2",
    "@SUM(A1)",
    "＝1+1",
    "'=1",
    "'quoted",
    "a;b",
    'Sie sagte "ja"',
    "zwei\nZeilen",
    "😀",
]


def test_csv_for_excel(tmp_path):
    path = tmp_path / "list.csv"
    write_table(path, ["Name", "=Kopf"], [["Jörg", "=1+1"], ["Elif", 'x"y']])
    assert path.read_bytes().decode("utf-8-sig") == '"Name";"\'=Kopf"\r\n"Jörg";"\'=1+1"\r\n"Elif";"x""y"\r\n'
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("cell", [*HOSTILE, "\t=1", "\r=1", "\n=1", "＋1", "－1", "＠x", "''''=1", ""])
@pytest.mark.parametrize("before", ["", " ", "\u00a0\u3000", "\u200b", "\ufeff\u2060", "\u202e", "\x00\x1f", "' '"])
def test_no_csv_cell_can_run_and_all_come_back(cell, before):
    cell = before + cell
    written = guarded(cell)
    assert not dangerous(written)
    assert unguarded(written) == cell
    assert written == cell or holds_guards(f"x;{written};y")


def test_looking_for_guards_takes_no_longer_for_what_was_made_to_take_long():
    assert holds_guards("' " * 500_000)  # a pattern that looks ahead from each of them takes hours


def test_xlsx_has_text_alone(tmp_path):
    path = tmp_path / "list.xlsx"
    write_table(path, ["Name", "Wert"], [["Elif", cell] for cell in [*HOSTILE, "https://example.org", "0123", "1e5"]])
    with zipfile.ZipFile(path) as container:
        sheet = container.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert sheet.count("<v>") == sheet.count('t="s"><v>') == 2 * (len(HOSTILE) + 4)
    assert "hyperlink" not in sheet


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_hostile_cells_come_back(tmp_path, suffix):
    path = tmp_path / f"list.{suffix}"
    write_table(path, ["Name", "Wert"], [["x", cell] for cell in HOSTILE])
    assert [row[1] for row in read_tables(path).first.rows] == HOSTILE


def test_json(tmp_path):
    path = tmp_path / "list.json"
    write_table(path, ["Name", "Wert"], [["Jörg", "=1+1"]])
    assert json.loads(path.read_text("utf-8")) == [{"Name": "Jörg", "Wert": "=1+1"}]


def test_the_sheet_has_the_name_it_is_given(tmp_path):
    path = tmp_path / "list.xlsx"
    write_table(path, ["a"], [["1"]], sheet="[Stände]: alle/viele 1234567890123456789")
    assert read_tables(path).first.name == "Stände   alle viele 1234567890"


def test_another_suffix_is_refused(tmp_path):
    with pytest.raises(KnownError) as caught:
        write_table(tmp_path / "list.pdf", ["a"], [])
    assert caught.value.fault is Fault.UNKNOWN_FORMAT
    assert "only .csv, .xlsx and .json can be written" in fault_sentence(Words("en"), caught.value)
    assert list(tmp_path.iterdir()) == []


def broken():
    yield ["1"]
    raise RuntimeError("stopped")


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_a_file_appears_whole_or_not_at_all(tmp_path, suffix):
    path = tmp_path / f"list.{suffix}"
    path.write_text("old")
    with pytest.raises(RuntimeError):
        write_table(path, ["a"], broken())
    assert path.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_a_folder_that_is_not_there(tmp_path, suffix):
    with pytest.raises(KnownError) as caught:
        write_table(tmp_path / "gone" / f"list.{suffix}", ["a"], [["1"]])
    assert caught.value.fault is Fault.CANNOT_WRITE


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_a_full_disk_is_said(tmp_path, suffix, monkeypatch):
    def full(_file):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(KnownError) as caught:
        write_table(tmp_path / f"list.{suffix}", ["a"], [["1"]])
    assert caught.value.fault is Fault.DISK_FULL
    assert list(tmp_path.iterdir()) == []


cells = st.text(max_size=12).map(clean) | st.sampled_from([*HOSTILE, "_x000D_", "x_x0041_", "علی\u200cرضا", "'", "''"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(st.lists(st.tuples(cells.filter(bool), cells), min_size=1, max_size=8))
def test_what_is_written_comes_back(tmp_path, rows):
    for suffix in ("csv", "xlsx"):
        path = tmp_path / f"list.{suffix}"
        write_table(path, ["a", "b"], rows)
        assert [tuple(row) for row in read_tables(path).first.rows] == rows


def test_csv_module_reads_it_too(tmp_path):
    path = tmp_path / "list.csv"
    write_table(path, ["a", "b"], [["zwei\nZeilen", 'x";"y']])
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file, delimiter=";"))[1] == ["zwei\nZeilen", 'x";"y']


FULL = """
import resource, sys
from pathlib import Path
from eventdesk.errors import KnownError
from eventdesk.tables.writing import write_table
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    write_table(Path(sys.argv[1]), ["a", "b"], [[f"{at * 7919:x}", f"{at * 104729:x}"] for at in range(20_000)])
except KnownError as error:
    print(error.fault.value)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for the size of a file here")
@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_no_room_in_the_middle_leaves_no_traceback(tmp_path, suffix):
    command = [sys.executable, "-c", FULL, tmp_path / f"list.{suffix}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout.strip(), done.stderr) == (Fault.CANNOT_WRITE.value, "")
    assert list(tmp_path.iterdir()) == []
