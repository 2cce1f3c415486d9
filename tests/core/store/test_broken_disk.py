"""The disk breaks at the worst moments of a step: nothing is said to be saved that is not, and nothing done twice."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eventdesk.codes import Fault, Op
from eventdesk.desk import open_event
from eventdesk.errors import KnownError
from eventdesk.event import Event
from tests.core.store.test_door import add, names
from tests.faults.disk.failing_disk import FailingDisk, Trouble
from tests.faults.disk.sqlite_vfs import OpenFile, watched_disk
from tests.faults.disk.watchable import must_be_watchable


class LastSyncs(FailingDisk):
    """Fails only when a rollback journal is synced that has just been emptied: the very last thing of a commit."""

    times = 0
    emptied = False

    def truncating(self, file: OpenFile, size: int) -> int:
        self.emptied = file.syncs_folder and size == 0
        return super().truncating(file, size)

    def syncing(self, file: OpenFile) -> int:
        fails, self.emptied = self.emptied and file.syncs_folder and self.times > 0, False
        self.times -= fails
        return sqlite3.SQLITE_IOERR_FSYNC if fails else super().syncing(file)


@pytest.fixture(autouse=True)
def _sqlite_can_be_watched() -> None:
    must_be_watchable()


@pytest.fixture
def disk() -> LastSyncs:
    """Return the disk of the test's event, which fails when it is told to."""
    return LastSyncs()


@pytest.fixture
def event(tmp_path: Path, empty_event: Path, disk: LastSyncs) -> Iterator[Event]:
    path = Path(shutil.copy(empty_event, tmp_path / "a.eventdesk"))
    with watched_disk().watched_by(disk), open_event(path) as opened:
        yield opened


def test_a_step_of_which_only_the_last_sync_failed_is_saved(event: Event, disk: LastSyncs) -> None:
    told: list[Op] = []
    event.changed.append(lambda changes: told.append(changes.op))
    disk.times = 1
    add(event, "Elif")
    assert disk.times == 0
    assert told == [Op.ADD_PERSON]
    event.close()
    with open_event(event.path) as again:
        assert names(again) == ["Elif"]
        assert set(again.verify().values()) == {True}


def test_it_is_refused_if_it_cannot_be_made_sure_of(event: Event, disk: LastSyncs) -> None:
    """It stands there, but nobody can say whether it will after a power cut: so nobody does."""
    told: list[Op] = []
    event.changed.append(lambda changes: told.append(changes.op))
    disk.times = 99
    with pytest.raises(KnownError) as caught:
        add(event, "Elif")
    assert caught.value.fault is Fault.CANNOT_WRITE
    disk.times = 0
    add(event, "Anke")
    assert told == [Op.ADD_PERSON]
    assert set(event.verify().values()) == {True}


def test_what_changed_nothing_is_refused_when_its_commit_fails(event: Event, disk: LastSyncs) -> None:
    add(event, "Elif")
    disk.times = 1
    with pytest.raises(KnownError), event.transact(Op.EDIT_PERSON, "nothing"):
        pass
    assert [entry.label for entry in event.journal(1)] == ["Elif"]


def test_an_error_of_ours_is_not_hidden_by_a_rollback_that_fails(event: Event, disk: LastSyncs) -> None:
    event._connection.execute("PRAGMA cache_size=2")

    def spill_and_stumble() -> None:
        with event.transact(Op.IMPORT, "much") as tx:
            for number in range(50):
                tx.insert("person", {"given_name": f"P{number}", "note": "x" * 3000})
            disk.fail_at(1, Trouble.BROKEN, lasting=True)
            raise RuntimeError("stumbled")

    with pytest.raises(RuntimeError, match="stumbled"):
        spill_and_stumble()
    assert disk.hit
    disk.mend()
    assert names(event) == []
    add(event, "Elif")
    assert set(event.verify().values()) == {True}


def test_what_the_disk_does_not_give_away_is_a_known_fault(event: Event, disk: LastSyncs) -> None:
    """After a rollback that could not be written SQLite reads nothing until it can be."""
    add(event, "Elif")
    readings: list[Callable[[], object]] = [
        lambda: event.db.rows("SELECT * FROM person"),
        lambda: event.db.value("SELECT id FROM person"),
        lambda: list(event.db.each("SELECT * FROM person")),
    ]
    for number in range(1, 400):
        disk.fail_at(number, Trouble.BROKEN, lasting=True)
        with pytest.raises(KnownError):
            add(event, "Anke")
        faults = {fault_of(reading) for reading in readings}
        disk.mend()
        assert names(event) == ["Elif"]
        if faults == {Fault.CANNOT_READ}:
            return
    pytest.fail("every reading worked, whichever write failed")


def fault_of(reading: Callable[[], object]) -> Fault | None:
    try:
        reading()
    except KnownError as error:
        return error.fault
    return None


def test_a_wrong_statement_stays_a_bug(event: Event) -> None:
    for read in (event.db.rows, event.db.row, lambda sql: list(event.db.each(sql))):
        with pytest.raises(sqlite3.OperationalError):
            read("SELECT nothing FROM nowhere")
