"""Replaying what the journal says: a change is made exactly as it is written there, or refused with the reason."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace

import pytest

from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.store import journal, schema
from eventdesk.store.access import Value
from eventdesk.store.journal import Change, UnrepeatableError
from tests.core.store.test_door import add, connection, names

ELIF: dict[str, Value] = {"id": 1, "name": "Elif", "town": None}
ADDED = Change("desk.7", 3, "guest", 1, None, ELIF)
COLUMNS = {"guest": ("id", "name", "town")}


@pytest.fixture
def db() -> Iterator[sqlite3.Connection]:
    """Return a database with one table that nothing watches, and one row in it."""
    opened = sqlite3.connect(":memory:", isolation_level=None)
    opened.execute("CREATE TABLE guest (id INTEGER PRIMARY KEY, name TEXT NOT NULL, town TEXT) STRICT")
    opened.execute("INSERT INTO guest VALUES (1, 'Elif', NULL), (2, 'Anke', 'Celle')")
    yield opened
    opened.close()


def rows(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    return db.execute("SELECT * FROM guest ORDER BY id").fetchall()


def test_a_change_taken_back_is_still_about_the_same_row_of_the_same_entry() -> None:
    back = ADDED.reversed()
    assert back == Change("desk.7", 3, "guest", 1, ELIF, None)
    assert back.reversed() == ADDED


REPLAYED = [
    (replace(ADDED, row_id=3, after={**ELIF, "id": 3}), [(1, "Elif", None), (2, "Anke", "Celle"), (3, "Elif", None)]),
    (ADDED.reversed(), [(2, "Anke", "Celle")]),
    (replace(ADDED, before={"town": None}, after={"town": "Peine"}), [(1, "Elif", "Peine"), (2, "Anke", "Celle")]),
    (
        replace(ADDED, row_id=2, before={"name": "Anke", "town": "Celle"}, after={"name": "Aram", "town": None}),
        [(1, "Elif", None), (2, "Aram", None)],
    ),
]


@pytest.mark.parametrize(("change", "expected"), REPLAYED)
def test_a_change_is_made_as_it_was_written_and_taken_back_again(
    db: sqlite3.Connection, change: Change, expected: list[tuple[object, ...]]
) -> None:
    before = rows(db)
    journal.apply(db, change, COLUMNS, recorded=False)
    assert rows(db) == expected
    journal.apply(db, change.reversed(), COLUMNS, recorded=False)
    assert rows(db) == before


UNKNOWN, NOT_SO = "unknown table or column", "the row is not as it was left"
REFUSED = [
    (replace(ADDED, table="shoe"), "shoe 1: " + UNKNOWN),
    (replace(ADDED, table="shoe", after=None), "shoe 1: " + UNKNOWN),
    (replace(ADDED, after=None), "guest 1: " + UNKNOWN),
    (replace(ADDED, row_id=3, after={"id": 3, "name": "x", "size": 44}), "guest 3: " + UNKNOWN),
    (replace(ADDED, before={"size": 44}, after={"name": "x"}), "guest 1: " + UNKNOWN),
    (replace(ADDED, before={"size": 44}, after=None), "guest 1: " + UNKNOWN),
    (ADDED, "guest 1: UNIQUE constraint failed: guest.id"),
    (replace(ADDED, row_id=3, after={"id": 3, "name": None}), "guest 3: NOT NULL constraint failed: guest.name"),
    (replace(ADDED, before={"town": "Peine"}, after={"town": "Celle"}), "guest 1: " + NOT_SO),
    (replace(ADDED, row_id=2, before={"name": "Elif"}, after={"name": "x"}), "guest 2: " + NOT_SO),
    (replace(ADDED, row_id=9, before={"name": "Elif"}, after={"name": "x"}), "guest 9: " + NOT_SO),
    (replace(ADDED, before={**ELIF, "town": "Peine"}, after=None), "guest 1: " + NOT_SO),
]


@pytest.mark.parametrize(("change", "why"), REFUSED)
def test_what_does_not_find_its_row_as_it_was_changes_nothing(db: sqlite3.Connection, change: Change, why: str) -> None:
    before = rows(db)
    with pytest.raises(UnrepeatableError) as caught:
        journal.apply(db, change, COLUMNS, recorded=False)
    assert str(caught.value) == why
    assert caught.value.change == change
    assert rows(db) == before


@pytest.mark.parametrize("recorded", [True, False])
def test_a_replay_that_writes_more_or_less_than_the_journal_knows_is_refused(
    db: sqlite3.Connection, recorded: bool
) -> None:
    """With triggers that write down, one row and one line of the journal change; without them, one row alone."""
    if not recorded:
        db.execute("CREATE TRIGGER more AFTER UPDATE ON guest BEGIN DELETE FROM guest WHERE id = 2; END")
    with pytest.raises(UnrepeatableError, match=r"^guest 1: more rows changed than the journal knows$"):
        journal.apply(db, replace(ADDED, before={"town": None}, after={"town": "x"}), COLUMNS, recorded=recorded)


def test_changes_come_in_the_order_in_which_they_happened(event: Event) -> None:
    with event.transact(Op.EDIT_PERSON, "several") as tx:
        person = tx.insert("person", {"given_name": "Elif"})
        tx.update("person", person, {"town": "Peine"})
        tx.delete("person", person)
    found = journal.changes(connection(event), tx.eid)
    assert [(each.eid, each.i, each.table, each.row_id) for each in found] == [
        (tx.eid, number, "person", person) for number in (1, 2, 3)
    ]
    assert [(each.before is None, each.after is None) for each in found] == [
        (True, False),
        (False, False),
        (False, True),
    ]


def test_a_rehearsal_leaves_everything_as_it_was_and_the_door_as_it_stood(event: Event) -> None:
    person = add(event, "Elif")
    db = connection(event)
    columns = {table: schema.columns(db, table) for table in schema.journaled_tables()}
    with event.transact(Op.EDIT_PERSON, "Elif") as tx:
        tx.update("person", person, {"given_name": "Anke"})
        tx.delete("person", person)
        other = tx.insert("person", {"given_name": "Aram"})
        before = journal.changes(db, tx.eid)
        journal.rehearse(db, tx.eid, columns)
        assert journal.changes(db, tx.eid) == before
        assert tx.value("SELECT eid FROM door") == tx.eid
        assert tx.value("SELECT id FROM person") == other
    assert names(event) == ["Aram"]


def test_every_table_has_its_triggers_and_no_other_stands_beside_them(event: Event) -> None:
    watched = {(table, kind) for table in schema.journaled_tables() for kind in ("insert", "update", "delete", "id")}
    guarded = {
        ("entry", "insert"),
        ("entry", "update"),
        ("entry", "delete"),
        ("change", "update"),
        ("change", "delete"),
    }
    guarded |= {(table, kind) for table in schema.sealed_tables() for kind in ("insert", "update", "delete")}
    expected = {f"journal_{table}_{kind}": table for table, kind in watched}
    expected |= {f"guard_{table}_{kind}": table for table, kind in guarded}
    found = event.db.rows("SELECT name, tbl_name FROM sqlite_temp_master WHERE type = 'trigger'")
    assert {row[0]: row[1] for row in found} == expected


@pytest.mark.parametrize("table", schema.sealed_tables())
def test_a_sealed_table_takes_nothing_while_nobody_has_opened_it(event: Event, table: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=f"^{journal.SHUT}$"):
        connection(event).execute(f"INSERT INTO {table} DEFAULT VALUES")
