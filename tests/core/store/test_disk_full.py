"""The disk runs full in the middle of a step: that step is refused in words, everything before it stays."""

from pathlib import Path

import pytest

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone
from eventdesk.store import backup
from tests.core.store.test_door import add, names


def limit(event: Event, pages: int) -> None:
    """Let SQLite answer "full" as soon as the file would grow beyond so many pages."""
    event._connection.execute(f"PRAGMA max_page_count={pages}")


def test_what_does_not_fit_is_refused_and_what_was_confirmed_stays(event: Event) -> None:
    add(event, "Elif")
    pages = int(event.db.value("PRAGMA page_count"))
    limit(event, pages + 2)

    def import_much() -> None:
        with event.transact(Op.IMPORT, "large.csv") as tx:
            for number in range(5000):
                tx.insert("person", {"given_name": f"P{number}", "note": "x" * 500})

    with pytest.raises(KnownError) as caught:
        import_much()
    assert caught.value.fault is Fault.DISK_FULL
    assert names(event) == ["Elif"]
    assert [entry.label for entry in event.journal(1)] == ["Elif"]
    limit(event, 1_000_000)
    add(event, "Anke")
    assert isinstance(event.undo(), Undone)
    assert all(result is True for result in event.verify().values())


def test_after_a_full_disk_the_file_opens_whole(event: Event) -> None:
    add(event, "Elif")
    limit(event, int(event.db.value("PRAGMA page_count")))
    confirmed = ["Elif"]

    def add_until_full() -> None:
        for number in range(1000):
            add(event, f"P{number}")
            confirmed.append(f"P{number}")

    with pytest.raises(KnownError):
        add_until_full()
    event.close()
    with Event.open(event.path) as again:
        assert names(again) == sorted(confirmed)
        assert again.verify()["journal"] is True


def test_a_backup_that_cannot_be_written_leaves_the_older_one(event: Event, tmp_path: Path) -> None:
    target = tmp_path / "copy.eventdesk"
    event.backup(target)
    before = target.read_bytes()
    add(event, "Elif")
    (tmp_path / "plain").write_text("a file, not a folder")
    with pytest.raises(KnownError) as caught:
        event.backup(tmp_path / "plain" / "copy.eventdesk")
    assert caught.value.fault is Fault.CANNOT_WRITE
    assert target.read_bytes() == before
    backup.write(event._connection, target)
    assert target.read_bytes() != before
