"""Many rows at once: the door stays guarded, and the journal holds what it would hold row by row."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventdesk.codes import Op, Refusal
from eventdesk.event import Event, Undone, UndoRefused
from eventdesk.store import bulk
from eventdesk.store.access import Value, new_ids
from tests.core.store.test_door import add, connection, names, rename

MANY = 1_250


def numbered(many: int, first: int = 1) -> Iterator[tuple[Value, ...]]:
    return ((at, f'P{at:05} "ö"\n') for at in range(first, first + many))


def listed(event: Event, many: int = MANY, first: int = 1) -> str:
    with event.transact(Op.IMPORT, "people.csv") as tx:
        tx.insert_many("person", ("id", "given_name"), numbered(many, first))
        return tx.root


def written(event: Event) -> list[tuple[object, ...]]:
    """Return what the journal says of people, but for the run that signs it."""
    sql = (
        "SELECT ord, op, label, undone, i, tbl, row_id, before, after FROM entry JOIN change USING (eid) "
        "WHERE tbl = 'person' ORDER BY ord, i"
    )
    return [tuple(row) for row in event.db.rows(sql)]


def is_guarded(event: Event) -> bool:
    with pytest.raises(sqlite3.IntegrityError, match="shut"):
        connection(event).execute("INSERT INTO person (id) VALUES (77777)")
    length = event.journal_length()
    person = add(event, "Anke")
    changes = event.db.value("SELECT count(*) FROM change WHERE row_id = ? AND before IS NULL", person)
    return (event.journal_length() - length, changes) == (1, 1)


def test_after_many_rows_each_single_one_is_written_down_again(event: Event) -> None:
    with event.transact(Op.IMPORT, "people.csv") as tx:
        tx.insert_many("person", ("id", "given_name"), numbered(MANY))
        tx.insert("person", {"given_name": "Elif"})
        tx.update("person", 1, {"town": "Peine"})
        tx.insert_many("person", ("id", "given_name"), numbered(30, 9_000))
    assert event.db.value("SELECT count(*) FROM change WHERE tbl = 'person'") == MANY + 32
    assert event.db.value("SELECT max(rows) FROM (SELECT count(*) AS rows FROM change GROUP BY eid)") <= 101
    assert is_guarded(event)
    assert all(result is True for result in event.verify().values())


def test_what_breaks_off_leaves_no_trace_and_the_door_guarded(event: Event) -> None:
    def rows() -> Iterator[tuple[Value, ...]]:
        yield from numbered(MANY)
        yield 5, "twice"

    with pytest.raises(sqlite3.IntegrityError), event.transact(Op.IMPORT, "people.csv") as tx:
        tx.insert_many("person", ("id", "given_name"), rows())
    assert names(event) == []
    assert is_guarded(event)


def test_the_journal_of_an_undo_is_the_same_as_row_by_row(
    event: Event, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Event.create(tmp_path / "other.eventdesk") as other:
        for each in (event, other):
            listed(each, 230)
        assert isinstance(event.undo(), Undone)
        monkeypatch.setattr(bulk, "take_back", lambda *_: False)
        assert isinstance(other.undo(), Undone)
        assert written(event) == written(other)
        assert names(event) == names(other) == []


def test_an_edit_since_stands_in_the_way_and_is_named(event: Event) -> None:
    root = listed(event, 150)
    later = rename(event, 140, "Elif")
    refused = event.undo(root)
    assert isinstance(refused, UndoRefused)
    assert (refused.reason, refused.against and refused.against.eid) == (Refusal.OVERTAKEN, later)
    assert len(names(event)) == 150
    event.undo(later)
    assert isinstance(event.undo(root), Undone)
    assert names(event) == []


def test_a_row_that_others_refer_to_stays(event: Event) -> None:
    with event.transact(Op.SETTINGS, "halls") as tx:
        hall = tx.insert("hall", {"ref": "H1", "name": "Halle 1", "width_mm": 20000, "depth_mm": 10000})
        tx.insert("hall", {"ref": "H2", "name": "Halle 2", "width_mm": 20000, "depth_mm": 10000})
        halls = tx.root
    place: dict[str, Value] = {"x_mm": 0, "y_mm": 0, "width_mm": 3000, "depth_mm": 2000}
    with event.transact(Op.SETTINGS, "booth") as tx:
        tx.insert("booth", {"ref": "A-01", "hall": hall, **place})
    assert isinstance(event.undo(halls), UndoRefused)
    assert event.db.value("SELECT count(*) FROM hall") == 2
    assert is_guarded(event)
    assert event.verify()["journal"] is True


def test_a_cascade_that_the_journal_never_saw_takes_nothing(event: Event) -> None:
    root = listed(event, 120)
    connection(event).execute(
        "CREATE TABLE child (id INTEGER PRIMARY KEY, person INTEGER REFERENCES person (id) ON DELETE CASCADE) STRICT"
    )
    connection(event).execute("INSERT INTO child VALUES (1, 60)")
    assert isinstance(event.undo(root), UndoRefused)
    assert len(names(event)) == 120
    assert event.db.value("SELECT count(*) FROM child") == 1


@pytest.mark.parametrize("step", range(4))
def test_ids_of_a_share_lie_in_it_and_ascend(step: int) -> None:
    ids = new_ids(500, (step / 4, (step + 1) / 4))
    assert ids == sorted(set(ids))
    assert step << 60 <= ids[0] <= ids[-1] <= (step + 1) << 60
