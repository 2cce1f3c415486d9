"""Files that are not as they should be: each a plain fault, and not a byte of the file changes."""

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event, EventDetails
from eventdesk.store import database, migrations, schema
from tests.core.store.test_door import add, names


@pytest.fixture
def path(tmp_path: Path) -> Path:
    target = tmp_path / "k4 – Größe 100%.eventdesk"
    with Event.create(target, details=EventDetails(title="K4")) as event:
        add(event, "Elif")
        with event.transact(Op.IMPORT, "many") as tx:
            for number in range(300):
                tx.insert("person", {"given_name": f"P{number}", "organisation": "Verein " * 20})
    return target


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _foreign(path: Path) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)")
    other.commit()
    other.close()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("given_name;family_name\n" * 50)


def _damaged_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for start in range(4096 * 8, len(data) - 4096, 4096 * 3):
        data[start : start + 900] = b"\xa5" * 900
    path.write_bytes(bytes(data))


def _cut_short(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _with_trigger(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TRIGGER steal AFTER INSERT ON person BEGIN DELETE FROM scan; END")
    other.commit()
    other.close()


def _with_view(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE VIEW people AS SELECT * FROM person")
    other.commit()
    other.close()


def _gone(path: Path) -> None:
    path.unlink()


CASES: dict[str, tuple[Callable[[Path], None], Fault]] = {
    "gone": (_gone, Fault.NO_FILE),
    "empty": (_empty, Fault.NOT_OURS),
    "text": (_text, Fault.NOT_OURS),
    "foreign SQLite": (_foreign, Fault.NOT_OURS),
    "a trigger inside": (_with_trigger, Fault.NOT_OURS),
    "a view inside": (_with_view, Fault.NOT_OURS),
    "damaged pages": (_damaged_pages, Fault.DAMAGED),
    "cut short": (_cut_short, Fault.DAMAGED),
}


@pytest.mark.parametrize("case", CASES)
def test_a_wrong_file_is_a_plain_fault_and_stays_as_it_is(path: Path, case: str) -> None:
    spoil, fault = CASES[case]
    spoil(path)
    before = digest(path) if path.exists() else None
    with pytest.raises(KnownError) as caught:
        Event.open(path)
    assert caught.value.fault is fault
    assert (digest(path) if path.exists() else None) == before


def test_a_newer_file_is_opened_to_look_at_only(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA user_version={migrations.current() + 1}")
    other.close()
    before = digest(path)
    with Event.open(path) as event:
        assert event.view_only is Fault.NEWER_FILE
        assert "Elif" in names(event)
        with pytest.raises(KnownError) as caught:
            add(event, "Anke")
    assert caught.value.fault is Fault.NEWER_FILE
    assert digest(path) == before


def test_a_read_only_file_is_opened_to_look_at_only(path: Path) -> None:
    path.chmod(0o444)
    before = digest(path)
    with Event.open(path) as event:
        assert event.view_only is Fault.VIEW_ONLY
        assert "Elif" in names(event)
        with pytest.raises(KnownError) as caught:
            event.undo()
    assert caught.value.fault is Fault.VIEW_ONLY
    assert digest(path) == before


def test_a_second_instance_is_told_that_it_is_open(path: Path) -> None:
    with Event.open(path) as event:
        with pytest.raises(KnownError) as caught:
            Event.open(path)
        assert caught.value.fault is Fault.ALREADY_OPEN
        add(event, "Anke")
    with Event.open(path) as event:
        assert "Anke" in names(event)


def test_creating_never_overwrites(path: Path) -> None:
    before = digest(path)
    with pytest.raises(KnownError) as caught:
        Event.create(path)
    assert caught.value.fault is Fault.FILE_EXISTS
    assert digest(path) == before


def test_creating_where_there_is_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError) as caught:
        Event.create(tmp_path / "none" / "a.eventdesk")
    assert caught.value.fault is Fault.CANNOT_WRITE
    assert caught.value.details["path"] == str(tmp_path / "none" / "a.eventdesk")


def test_a_fault_while_creating_names_the_file_that_was_wanted(tmp_path: Path) -> None:
    wanted = tmp_path / "a.eventdesk"
    with pytest.raises(KnownError) as caught, database.creating(wanted) as making:
        raise KnownError(Fault.DISK_FULL, path=str(making), reason="full")
    assert caught.value.details == {"path": str(wanted), "reason": "full"}
    assert list(tmp_path.iterdir()) == []


def test_the_file_has_the_settings_that_were_decided(path: Path) -> None:
    opened = database.open_file(path)
    expected = {
        "locking_mode": "exclusive",
        "journal_mode": "truncate",
        "synchronous": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "recursive_triggers": 1,
        "application_id": schema.APPLICATION_ID,
        "user_version": migrations.current(),
    }
    found = {name: opened.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    opened.connection.close()
    assert found == expected


def test_between_commits_a_plain_copy_of_the_file_is_whole(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "stick.eventdesk"
    with Event.open(path) as event:
        add(event, "Anke")
        copy.write_bytes(path.read_bytes())
    with Event.open(copy) as event:
        assert "Anke" in names(event)
        assert all(result is True for result in event.verify().values())


def test_a_stored_row_that_the_journal_does_not_know_fails_verify(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("UPDATE person SET given_name = 'forged' WHERE given_name = 'Elif'")
    other.commit()
    other.close()
    with Event.open(path) as event:
        assert str(event.verify()["journal"]).startswith("person: ")


def test_bytes_in_the_journal_that_are_no_text_fail_verify(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("""UPDATE change SET after = CAST(X'7B226964223A22FF227D' AS TEXT) WHERE after LIKE '%Elif%'""")
    other.commit()
    other.close()
    with Event.open(path) as event:
        found = event.verify()
    assert "UTF-8" in str(found.pop("journal"))
    assert all(result is True for result in found.values())


def test_all_journaled_tables_follow_the_rules(path: Path) -> None:
    """`id` first, STRICT, INTEGER and TEXT only, no AUTOINCREMENT, no cascade, no deferred key."""
    connection = sqlite3.connect(path)
    for table in schema.journaled_tables():
        sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0].upper()
        info = connection.execute(f"PRAGMA table_info({table})").fetchall()
        assert (info[0][1], info[0][5]) == ("id", 1), table
        assert {column[2] for column in info} <= {"INTEGER", "TEXT"}, table
        assert sql.rstrip().endswith("STRICT"), table
        assert not any(word in sql for word in ("AUTOINCREMENT", "CASCADE", "DEFERR", "UNIQUE")), table
        assert not {"updated_at", "version", "counter"} & {column[1] for column in info}, table
    connection.close()


def test_after_closing_the_event_is_one_file(path: Path) -> None:
    with Event.open(path) as event:
        add(event, "Anke")
        assert len(list(path.parent.iterdir())) == 2
    event.close()
    assert list(path.parent.iterdir()) == [path]


def test_a_search_index_that_lies_fails_verify(event: Event) -> None:
    add(event, "Elif")
    connection = event._connection
    assert event.verify()["derived"] is True
    connection.execute("UPDATE search_person SET sort = 'x'")
    assert event.verify()["derived"] == "search_person"
    connection.execute("DELETE FROM search_person")
    assert event.verify()["derived"] is not True
