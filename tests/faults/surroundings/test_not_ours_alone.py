"""The file or its folder may only be read, or somebody else has it open: it is said, and later it works."""

import json
import os
import stat
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.desk import figures, open_event
from eventdesk.errors import KnownError
from eventdesk.files import handing_over
from eventdesk.people.search import search
from tests.another_process import another_process
from tests.faults.surroundings.conftest import GUESTS, AtTheDoor

ROOT = Path(__file__).parents[3]
_OTHER_PROGRAM = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute(sys.argv[2])
other.execute("SELECT count(*) FROM person").fetchone()
print("there", flush=True)
sys.stdin.read()
"""
_START = "import sys; from ui.launch import main; sys.exit(main())"


def other_program(path: Path, begin: str) -> AbstractContextManager[None]:
    """Let another program have the file open meanwhile, in a process of its own."""
    return another_process(_OTHER_PROGRAM, path, begin)


def refused(path: Path, fault: Fault) -> None:
    """Demand that the file is not opened, and not changed by trying."""
    before = path.read_bytes()
    with pytest.raises(KnownError) as caught:
        open_event(path)
    assert caught.value.fault is fault
    assert path.read_bytes() == before


@pytest.mark.parametrize("begin", ["BEGIN", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
def test_another_program_has_it_open(desk: AtTheDoor, begin: str) -> None:
    path = desk.event.path
    desk.let_in()
    desk.event.close()
    with other_program(path, begin):
        refused(path, Fault.ALREADY_OPEN)
    with open_event(path) as event:
        desk.event = event
        desk.let_in()
        assert desk.all_saved(path)


def test_a_second_desk_on_the_same_file_is_told_so(desk: AtTheDoor) -> None:
    """Two real programs: the second one changes nothing, says why, and works when the first one has gone."""
    path, words = desk.event.path, [sys.executable, "-c", _START]
    desk.let_in()
    walk_in = [*words, "walkin", str(path), "--name", "Mariam Haidari", "--json", "--language", "en"]
    second = subprocess.run(walk_in, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (second.returncode, second.stdout) == (1, "")
    assert "already open in another window or program" in second.stderr
    assert "Traceback" not in second.stderr
    desk.let_in()
    assert desk.all_saved(path)
    again = subprocess.run(walk_in, cwd=ROOT, capture_output=True, text=True, check=False)
    assert again.returncode == 0, again.stderr
    assert json.loads(again.stdout)["outcome"] == "accepted"


def test_a_file_that_may_only_be_read_is_looked_at(desk: AtTheDoor) -> None:
    path = desk.event.path
    desk.let_in()
    desk.event.close()
    path.chmod(stat.S_IRUSR)
    _only_looked_at(desk, path)
    path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    with open_event(path) as event:
        desk.event = event
        desk.let_in()
        assert desk.all_saved(path)


def test_a_disk_that_may_only_be_read_is_looked_at(stick: Path, desk: AtTheDoor) -> None:
    desk.let_in()
    desk.event.close()
    path = stick / "Konferenz.eventdesk"
    path.write_bytes(desk.event.path.read_bytes())
    subprocess.run(["mount", "-o", "remount,ro", str(stick)], check=True)
    _only_looked_at(desk, path)
    subprocess.run(["mount", "-o", "remount,rw", str(stick)], check=True)
    with open_event(path) as event:
        desk.event = event
        desk.let_in()
        assert desk.all_saved(path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_only_be_read_is_looked_at(desk: AtTheDoor) -> None:
    path = desk.event.path
    desk.event.close()
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        _only_looked_at(desk, path)
    finally:
        path.parent.chmod(stat.S_IRWXU)


def _only_looked_at(desk: AtTheDoor, path: Path) -> None:
    """Demand that all can be seen, and nothing be changed."""
    before = path.read_bytes()
    with open_event(path) as event:
        desk.event = event
        assert event.view_only is Fault.VIEW_ONLY
        assert search(event.db, "elif")
        assert figures(event)["counts"]["people"] == len(GUESTS)
        with pytest.raises(KnownError) as caught:
            desk.let_in()
        assert caught.value.fault is Fault.VIEW_ONLY
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device here")
def test_what_is_no_file_is_neither_opened_nor_replaced(desk: AtTheDoor, tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        open_event(Path("/dev/full"))
    assert caught.value.fault is Fault.CANNOT_READ
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for step in (lambda: desk.event.backup(pipe), lambda: handing_over(pipe).__enter__()):
        with pytest.raises(KnownError) as caught:
            step()
        assert caught.value.fault in (Fault.CANNOT_WRITE, Fault.FILE_EXISTS)
        assert stat.S_ISFIFO(pipe.stat().st_mode)
