"""What lies beside a file when it is opened: a step that was cut off is taken back, a stray is put aside."""

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from eventdesk.codes import Fault
from eventdesk.desk import create_event, open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people import records as people
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from eventdesk.store import strays
from tests.another_process import another_process

HALF = (
    "import os, sqlite3, sys\n"
    "c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    "c.execute('PRAGMA cache_size=1')\n"
    "c.execute('PRAGMA ignore_check_constraints=ON')\n"
    "c.execute('BEGIN IMMEDIATE')\n"
    "c.execute(\"UPDATE person SET note = replace(hex(zeroblob(900)), '00', 'x')\")\n"
    "c.execute('DELETE FROM change')\n"
    "c.execute('DELETE FROM scan')\n"
    "os._exit(1)\n"
)


def crowd(event: Event, since: int, until: int) -> None:
    for number in range(since, until):
        add(event, Person(0, "Elif", f"Demirtaş {number} {'x' * 200}"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed file with some people."""
    path = tmp_path / "fair.eventdesk"
    with create_event(path) as event:
        crowd(event, 0, 25)
    return path


def cut_off(path: Path) -> None:
    """Leave a file in the middle of a step, some of which is in it already."""
    before = path.read_bytes()
    subprocess.run([sys.executable, "-c", HALF, str(path)], check=False)
    assert beside(path, "-journal").stat().st_size > 0
    assert path.read_bytes() != before


def beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")


def names(path: Path) -> set[str]:
    return {each.name for each in path.parent.iterdir()}


def count(path: Path) -> int:
    with open_event(path) as event:
        assert all(result is True for result in event.verify().values()), event.verify()
        return people.count(event.db)


def test_a_step_that_was_cut_off_is_taken_back_and_nothing_is_left(path: Path) -> None:
    cut_off(path)
    with open_event(path) as event:
        assert event.strays == ()
        assert people.count(event.db) == 25
        assert all(result is True for result in event.verify().values())
    assert names(path) == {"fair.eventdesk"}


def test_the_journal_of_another_state_of_the_file_is_put_aside(path: Path, tmp_path: Path) -> None:
    """Somebody puts a backup in the place of a file that was not closed, by hand: its journal stays behind."""
    backup = shutil.copy(path, tmp_path / "backup")
    with open_event(path) as event:
        crowd(event, 25, 80)
    cut_off(path)
    shutil.copy(backup, path)
    content = beside(path, "-journal").read_bytes()
    with open_event(path) as event:
        assert event.strays == (beside(path, "-journal.stray"),)
        assert people.count(event.db) == 25
    assert beside(path, "-journal.stray").read_bytes() == content
    assert path.read_bytes() == Path(backup).read_bytes()
    assert count(path) == 25


def test_a_journal_that_would_silently_bring_another_state_is_put_aside(path: Path, tmp_path: Path) -> None:
    """It holds every page of an older state: taken back, the file would be whole, and nobody would be told."""
    older = path.read_bytes()
    with open_event(path) as event:
        crowd(event, 25, 30)
    newer = path.read_bytes()
    path.write_bytes(older)
    subprocess.run([sys.executable, "-c", EVERY_PAGE, str(path)], check=False)
    assert beside(path, "-journal").stat().st_size > len(older) * 0.5
    path.write_bytes(newer)
    with open_event(path) as event:
        assert people.count(event.db) == 30
        assert len(event.strays) == 1
    assert path.read_bytes() == newer


EVERY_PAGE = (
    "import os, sqlite3, sys\nc = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
    "c.execute('PRAGMA cache_size=1')\nc.execute('PRAGMA secure_delete=ON')\nc.execute('BEGIN')\n"
    "tables = c.execute(\"SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%'\").fetchall()\n"
    "for (table,) in tables:\n"
    "    try:\n        c.execute(f'DELETE FROM {table}')\n    except sqlite3.Error:\n        pass\n"
    "os._exit(1)\n"
)


def test_a_write_ahead_log_beside_a_file_that_has_none_is_put_aside(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / path.name
    other.parent.mkdir()
    shutil.copy(path, other)
    reader = sqlite3.connect(other, isolation_level=None)
    reader.execute("PRAGMA journal_mode=WAL")
    reader.execute("DELETE FROM person")
    for ending in ("-wal", "-shm"):
        shutil.copy(beside(other, ending), beside(path, ending))
    reader.close()
    with open_event(path) as event:
        assert event.strays == (beside(path, "-wal.stray"), beside(path, "-shm.stray"))
        assert people.count(event.db) == 25
    assert count(path) == 25


def test_a_file_that_another_program_left_with_its_log_keeps_what_is_in_it(path: Path, tmp_path: Path) -> None:
    script = (
        "import os, sqlite3, sys\nc = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA journal_mode=WAL')\nc.execute(\"UPDATE person SET note = 'seen'\")\nos._exit(1)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert beside(path, "-wal").stat().st_size > 0
    with open_event(path) as event:
        assert event.strays == ()
        assert event.db.value("SELECT count(*) FROM person WHERE note = 'seen'") == 25
    assert not beside(path, "-wal").exists()


def test_a_file_that_is_whole_in_neither_case_is_damaged_and_left_as_it_is(path: Path) -> None:
    cut_off(path)
    content = bytearray(path.read_bytes())
    content[4096 * 3 :] = bytes(len(content) - 4096 * 3)
    path.write_bytes(content)
    journal = bytearray(beside(path, "-journal").read_bytes())
    del journal[len(journal) // 3 :]
    beside(path, "-journal").write_bytes(journal)
    with pytest.raises(KnownError) as fault:
        open_event(path)
    assert fault.value.fault is Fault.DAMAGED
    assert path.read_bytes() == content
    assert beside(path, "-journal").read_bytes() == journal
    assert names(path) == {"fair.eventdesk", "fair.eventdesk-journal"}


def test_what_the_tables_of_somebody_else_would_run_is_not_run_to_try_their_journal(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        condition = "native_name TEXT CHECK (abs(-9223372036854775808))"  # an error whenever it is worked out
        connection.execute(f"UPDATE sqlite_schema SET sql = replace(sql, 'native_name TEXT', '{condition}')")
        connection.commit()
    cut_off(path)
    content = path.read_bytes()
    with pytest.raises(KnownError) as fault:
        open_event(path)
    assert (fault.value.fault, fault.value.details["reason"]) == (Fault.DAMAGED, "person")
    assert path.read_bytes() == content


def test_what_belongs_to_a_file_that_is_open_elsewhere_is_left_alone(path: Path) -> None:
    script = (
        "import sqlite3, sys\nc = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA locking_mode=EXCLUSIVE')\nc.execute('BEGIN EXCLUSIVE')\n"
        "c.execute(\"UPDATE person SET note = 'half'\")\nprint('open', flush=True)\n"
        "sys.stdin.read()\nc.execute('ROLLBACK')\n"
    )
    with another_process(script, path):
        before = names(path)
        beside(path, "-wal").write_bytes(b"not ours")
        assert strays.settle(path) == strays.Settled()
        with pytest.raises(KnownError) as fault:
            open_event(path)
        assert fault.value.fault is Fault.ALREADY_OPEN
        assert names(path) == {*before, "fair.eventdesk-wal"}
        beside(path, "-wal").unlink()
    assert count(path) == 25


def test_no_stray_takes_the_place_of_another(path: Path) -> None:
    for number in range(3):
        beside(path, "-wal").write_bytes(b"%d" % number)
        open_event(path).close()
    put = [beside(path, f"-wal.stray{ending}").read_bytes() for ending in ("", "-2", "-3")]
    assert put == [b"0", b"1", b"2"]


def test_without_room_for_a_copy_the_step_is_taken_back_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut_off(path)

    def full(*_args: object) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfile", full)
    assert count(path) == 25
    assert names(path) == {"fair.eventdesk"}


def test_a_link_to_the_file_is_followed_to_what_lies_beside_it(path: Path, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.eventdesk"
    link.symlink_to(path)
    cut_off(path)
    assert count(link) == 25
