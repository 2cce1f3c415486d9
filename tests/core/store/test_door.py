"""The one door: what passes through it is whole, written down and announced; nothing gets past it."""

import sqlite3
from pathlib import Path

import pytest

from eventdesk.codes import Op, Refusal
from eventdesk.errors import BugError
from eventdesk.event import Changes, Event, Undone, UndoRefused, UndoStep
from eventdesk.store import journal
from eventdesk.store.access import Value, Writer
from eventdesk.store.derived import Refresher


def add(event: Event, name: str, **values: str) -> int:
    with event.transact(Op.ADD_PERSON, name) as tx:
        return tx.insert("person", {"given_name": name, **values})


def rename(event: Event, person: int, name: str) -> str:
    with event.transact(Op.EDIT_PERSON, name) as tx:
        tx.update("person", person, {"given_name": name})
        return tx.eid


def names(event: Event) -> list[str]:
    return [row[0] for row in event.db.rows("SELECT given_name FROM person ORDER BY given_name")]


def connection(event: Event) -> sqlite3.Connection:
    return event._connection


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO person (id) VALUES (5)",
        "INSERT OR REPLACE INTO setting (id, key, value) SELECT id, key, 'x' FROM setting",
        "UPDATE person SET town = 'Peine'",
        "DELETE FROM person",
        "UPDATE entry SET label = 'x'",
        "DELETE FROM entry",
        "INSERT INTO entry (eid, desk, n, ord, v, op, label, actor, at) VALUES ('a', '', 1, 1, 1, '', '', '', '')",
        "UPDATE change SET after = NULL",
        "DELETE FROM change",
    ],
)
def test_a_write_outside_a_transaction_is_refused(event: Event, statement: str) -> None:
    person = add(event, "Elif")
    before = event.journal()
    with pytest.raises(sqlite3.IntegrityError, match=journal.SHUT):
        connection(event).execute(statement)
    assert event.db.value("SELECT town FROM person WHERE id = ?", person) == ""
    assert event.journal() == before
    assert event.verify()["journal"] is True


def test_an_exception_inside_leaves_no_trace(event: Event) -> None:
    before = event.journal()
    heard: list[Changes] = []
    event.changed.append(heard.append)

    def failing() -> None:
        with event.transact(Op.ADD_PERSON, "Elif") as tx:
            tx.insert("person", {"given_name": "Elif"})
            raise ValueError("on purpose")

    with pytest.raises(ValueError, match="on purpose"):
        failing()
    assert names(event) == []
    assert event.journal() == before
    assert heard == []
    assert all(result is True for result in event.verify().values())


def test_transactions_do_not_nest(event: Event) -> None:
    with pytest.raises(BugError), event.transact(Op.ADD_PERSON, "a"), event.transact(Op.ADD_PERSON, "b"):
        pytest.fail("the second one must not open")
    add(event, "works again")


def test_changes_say_which_rows_of_which_tables(event: Event) -> None:
    heard: list[Changes] = []
    event.changed.append(heard.append)
    person = add(event, "Elif")
    (changes,) = heard
    assert changes.op is Op.ADD_PERSON
    assert dict(changes.ids) == {"person": frozenset({person})}
    assert changes.kinds == frozenset({"person"})


def test_an_update_writes_only_the_touched_columns(event: Event) -> None:
    person = add(event, "Elif", town="Salzgitter")
    eid = rename(event, person, "Elifnur")
    (change,) = journal.changes(connection(event), eid)
    assert change.before == {"given_name": "Elif"}
    assert change.after == {"given_name": "Elifnur"}


def test_columns_that_belong_together_are_written_together(event: Event) -> None:
    with event.transact(Op.SETTINGS, "T1") as tx:
        slot = tx.insert("slot", {"ref": "T1", "starts": "2017-03-06T11:00", "ends": "2017-03-06T12:00"})
    with event.transact(Op.SETTINGS, "T1") as tx:
        tx.update("slot", slot, {"ends": "2017-03-06T12:30"})
    (change,) = journal.changes(connection(event), tx.eid)
    assert change.before == {"starts": "2017-03-06T11:00", "ends": "2017-03-06T12:00"}


def test_an_update_that_changes_nothing_writes_nothing(event: Event) -> None:
    person = add(event, "Elif")
    entries = len(event.journal())
    rename(event, person, "Elif")
    assert len(event.journal()) == entries


def test_an_id_never_changes(event: Event) -> None:
    person = add(event, "Elif")
    with pytest.raises(sqlite3.IntegrityError, match=journal.FIXED_ID), event.transact(Op.EDIT_PERSON, "Elif") as tx:
        tx.update("person", person, {"id": person + 2})


def test_what_cannot_be_replayed_row_by_row_is_refused(tmp_path: Path) -> None:
    """SQLite checks a reference at the end of a statement, a replay after every row."""
    path = tmp_path / "a.eventdesk"
    with Event.create(path) as event:
        with event.transact(Op.SETTINGS, "polls") as tx:
            tx.insert("poll", {"id": 1, "title": "Publikumspreis"})
            tx.insert("poll", {"id": 2, "title": "Stichwahl", "run_off_of": 1})
        with pytest.raises(BugError, match="replayed"), event.transact(Op.SETTINGS, "polls") as tx:
            tx.run("DELETE FROM poll")
        assert event.db.value("SELECT count(*) FROM poll") == 2
        with event.transact(Op.SETTINGS, "polls") as tx:
            tx.delete("poll", 2)
            tx.delete("poll", 1)
        assert isinstance(event.undo(), Undone)


def test_a_row_that_would_take_others_with_it_is_not_taken_back(event: Event) -> None:
    db = connection(event)
    db.execute(
        "CREATE TABLE child (id INTEGER PRIMARY KEY, hall INTEGER REFERENCES hall (id) ON DELETE CASCADE) STRICT"
    )
    with event.transact(Op.SETTINGS, "hall") as tx:
        hall = tx.insert("hall", {"ref": "H", "name": "H", "width_mm": 1, "depth_mm": 1})
    db.execute("INSERT INTO child VALUES (1, ?)", (hall,))
    refused = event.undo()
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.OVERTAKEN
    assert event.db.value("SELECT count(*) FROM child") == 1


def test_entries_of_one_whole_are_undone_together(event: Event) -> None:
    with event.transact(Op.WALK_IN, "Olena") as tx:
        person = tx.insert("person", {"given_name": "Olena"})
        tx.next_entry(Op.CHECK_IN, "Olena")
        tx.insert(
            "scan",
            {
                "eid": tx.eid,
                "person": person,
                "code": "",
                "point": 1,
                "direction": "in",
                "outcome": "accepted",
                "at": "2017-03-06T08:00:00.000Z",
                "desk": "",
            },
        )
    undone = event.undo()
    assert isinstance(undone, Undone)
    assert undone.entries == 2
    assert names(event) == []
    assert event.db.value("SELECT count(*) FROM scan") == 0


def test_an_import_is_split_into_entries_of_a_hundred_rows_and_undone_at_once(event: Event) -> None:
    with event.transact(Op.IMPORT, "people.csv") as tx:
        for number in range(250):
            tx.insert("person", {"given_name": f"P{number:03}"})
        tx.insert_many("person", ("id", "given_name"), ((number + 1, "M") for number in range(250)))
    sizes = [
        row[0]
        for row in event.db.rows("SELECT count(*) FROM change JOIN entry USING (eid) WHERE op = 'import' GROUP BY eid")
    ]
    assert sum(sizes) == 500
    assert max(sizes) <= 100
    undone = event.undo()
    assert isinstance(undone, Undone)
    assert names(event) == []
    again = event.undo(undone.eid)
    assert isinstance(again, Undone)
    assert len(names(event)) == 500
    assert all(result is True for result in event.verify().values())


def test_a_person_who_has_been_checked_in_since_holds_the_import(event: Event) -> None:
    person = add(event, "Elif")
    with event.transact(Op.CHECK_IN, "Elif") as tx:
        values: dict[str, Value] = {
            "eid": tx.eid,
            "code": "",
            "direction": "in",
            "outcome": "accepted",
            "at": "2017-03-06T08:00:00.000Z",
            "desk": "",
        }
        tx.insert("scan", {**values, "person": person, "point": 1})
    refused = event.undo(event.journal()[1].eid)
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.OVERTAKEN
    assert refused.against is not None
    assert refused.against.op is Op.CHECK_IN


def test_a_writer_does_not_outlive_its_transaction(event: Event) -> None:
    with event.transact(Op.ADD_PERSON, "Elif") as tx:
        kept: Writer = tx
    with pytest.raises(sqlite3.IntegrityError, match=journal.SHUT):
        kept.insert("person", {"given_name": "late"})


def test_more_than_a_hundred_single_inserts_turn_the_page(event: Event) -> None:
    with event.transact(Op.IMPORT, "list") as tx:
        first = tx.eid
        for number in range(101):
            tx.insert("person", {"given_name": str(number)})
        assert tx.eid != first
    assert len(event.journal()) == 3


def test_a_first_part_that_changes_nothing_leaves_the_second_on_its_own(event: Event) -> None:
    with event.transact(Op.EDIT_PERSON, "nothing") as tx:
        tx.next_entry(Op.ADD_PERSON, "Elif")
        tx.insert("person", {"given_name": "Elif"})
        tx.next_entry(Op.EDIT_PERSON, "nothing again")
    (entry, _) = event.journal()
    assert (entry.op, entry.part_of) == (Op.ADD_PERSON, None)
    assert isinstance(event.undo(), Undone)


def test_an_entry_that_names_what_this_version_does_not_know_is_not_replayed(event: Event) -> None:
    change = journal.Change("x.1", 1, "person", 1, None, {"id": 1, "shoe_size": 44})
    with pytest.raises(journal.UnrepeatableError, match="unknown"):
        journal.apply(connection(event), change, {"person": ("id", "given_name")}, recorded=False)


def test_ids_of_entries_are_never_repeated_by_a_copied_file(event: Event, tmp_path: Path) -> None:
    add(event, "Elif")
    copy = tmp_path / "copy.eventdesk"
    event.backup(copy)
    with Event.open(copy) as other:
        add(other, "Anke")
        add(event, "Selin")
        ours = {entry.eid for entry in event.journal()}
        theirs = {entry.eid for entry in other.journal()}
    assert len(ours & theirs) == len(ours) - 1 == len(theirs) - 1


def test_tidying_goes_on_bit_by_bit_until_nothing_is_left(tmp_path: Path) -> None:
    begun: list[bool] = []

    def tidy(writer: Writer, pages: int, begin: bool) -> bool:
        assert pages > 0
        assert writer.value("SELECT eid FROM door") == ""
        begun.append(begin)
        return len(begun) < 3

    listens: frozenset[str] = frozenset({"person"})
    refreshers = [
        Refresher(listens, lambda _writer, _touched: None, lambda _writer: None),
        Refresher(listens, lambda _writer, _touched: None, lambda _writer: None, tidy),
    ]
    with Event.create(tmp_path / "e.eventdesk", refreshers=refreshers) as event:
        person = add(event, "Elif")
        steps = event.tidy_in_steps()
        next(steps)
        rename(event, person, "Anke")
        assert len(list(steps)) == 1
        assert begun == [True, False, False]
        assert len(event.journal()) == 3
        with pytest.raises(sqlite3.IntegrityError, match="shut"):
            connection(event).execute("DELETE FROM person")


def test_an_undo_in_steps_ends_with_tidying(tmp_path: Path) -> None:
    left = iter([True, True, False])
    refresher = Refresher(
        frozenset(), lambda _writer, _touched: None, lambda _writer: None, lambda _writer, _pages, _begin: next(left)
    )
    with Event.create(tmp_path / "e.eventdesk", refreshers=[refresher]) as event:
        add(event, "Elif")
        *steps, last = event.undo_in_steps()
        assert isinstance(last, Undone)
        assert [type(step) for step in steps] == [UndoStep] * 4
        assert steps[-1] == steps[-2] == steps[-3]
