"""Undo: restores exactly, refuses with the reason, works after a restart."""

from collections.abc import Callable
from pathlib import Path

import pytest

from eventdesk.codes import Op, Refusal
from eventdesk.event import Event, Transaction, Undone, UndoRefused
from eventdesk.store.access import Value
from tests.core.store.test_door import add, names, rename

Act = Callable[[Transaction], object]


def points(event: Event) -> list[tuple[object, ...]]:
    return [tuple(row) for row in event.db.rows("SELECT * FROM point ORDER BY id")]


def halls(event: Event) -> list[tuple[object, ...]]:
    tables = ("hall", "booth")
    return [tuple(row) for table in tables for row in event.db.rows(f"SELECT * FROM {table} ORDER BY id")]


def _swap(tx: Transaction) -> None:
    tx.update("point", 1, {"place": -1})
    tx.update("point", 2, {"place": 10})
    tx.update("point", 1, {"place": 11})


def _twice(tx: Transaction) -> None:
    tx.update("point", 1, {"name": "x"})
    tx.update("point", 1, {"name": "y", "kind": "catering"})


def _replace(tx: Transaction) -> None:
    tx.run("INSERT OR REPLACE INTO point (id, name, kind, place) VALUES (1, 'new', 'room', 10)")


ACTS: dict[str, Act] = {
    "insert": lambda tx: tx.insert("point", {"id": 3, "name": "Nord", "kind": "entrance", "place": 12}),
    "update": lambda tx: tx.update("point", 1, {"name": "Süd", "capacity": 5}),
    "update to null": lambda tx: tx.update("point", 2, {"capacity": None}),
    "delete": lambda tx: tx.delete("point", 1),
    "swap under a unique index": _swap,
    "one row twice": _twice,
    "replace": _replace,
    "all rows in one statement": lambda tx: tx.run("UPDATE point SET rule = 'always'"),
}


@pytest.mark.parametrize("name", ACTS)
def test_undo_restores_exactly_and_undo_of_undo_does_it_again(event: Event, name: str) -> None:
    connection = event._connection
    connection.execute("CREATE UNIQUE INDEX one_place ON point (place)")
    with event.transact(Op.SETTINGS, "points") as tx:
        tx.insert("point", {"id": 1, "name": "Haupteingang", "kind": "entrance", "place": 10})
        tx.insert("point", {"id": 2, "name": 'Ost – "Tor"', "kind": "room", "place": 11, "capacity": 9})
    before = points(event)
    with event.transact(Op.SETTINGS, name) as tx:
        ACTS[name](tx)
    after = points(event)
    assert after != before
    undone = event.undo()
    assert isinstance(undone, Undone)
    assert points(event) == before
    assert isinstance(event.undo(undone.eid), Undone)
    assert points(event) == after
    assert event.verify()["journal"] is True


def test_dependants_that_were_deleted_by_name_come_back(event: Event) -> None:
    with event.transact(Op.SETTINGS, "hall") as tx:
        hall = tx.insert("hall", {"ref": "H1", "name": "Halle 1", "width_mm": 20000, "depth_mm": 10000})
        booth: dict[str, Value] = {
            "ref": "A-01",
            "hall": hall,
            "x_mm": 0,
            "y_mm": 0,
            "width_mm": 3000,
            "depth_mm": 2000,
        }
        booths = [tx.insert("booth", booth), tx.insert("booth", {**booth, "ref": "A-02", "x_mm": 3000})]
    before = halls(event)
    with event.transact(Op.SETTINGS, "hall") as tx:
        for each in booths:
            tx.delete("booth", each)
        tx.delete("hall", hall)
    assert halls(event) == []
    assert isinstance(event.undo(), Undone)
    assert halls(event) == before


def test_a_field_edited_since_refuses_and_names_the_later_entry(event: Event) -> None:
    person = add(event, "Elif")
    first = rename(event, person, "Elifnur")
    second = rename(event, person, "Elif-Nur")
    refused = event.undo(first)
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.OVERTAKEN
    assert refused.against is not None
    assert refused.against.eid == second
    assert names(event) == ["Elif-Nur"]


def test_another_field_edited_since_does_not_stand_in_the_way(event: Event) -> None:
    person = add(event, "Elif")
    first = rename(event, person, "Elifnur")
    with event.transact(Op.EDIT_PERSON, "town") as tx:
        tx.update("person", person, {"town": "Peine"})
    assert isinstance(event.undo(first), Undone)
    assert tuple(event.db.rows("SELECT given_name, town FROM person")[0]) == ("Elif", "Peine")


def test_nothing_is_undone_twice(event: Event) -> None:
    person = add(event, "Elif")
    eid = rename(event, person, "Elifnur")
    done = event.undo(eid)
    assert isinstance(done, Undone)
    refused = event.undo(eid)
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.ALREADY_UNDONE
    assert refused.against is not None
    assert refused.against.eid == done.eid


def test_undo_of_undo_of_undo_flips_down_the_chain(event: Event) -> None:
    person = add(event, "Elif")
    eid = rename(event, person, "Elifnur")
    for expected in ("Elif", "Elifnur", "Elif", "Elifnur"):
        done = event.undo(eid)
        assert isinstance(done, Undone)
        assert names(event) == [expected]
        eid = done.eid
    assert event.verify()["journal"] is True


def test_plain_undo_goes_back_step_by_step_and_then_says_there_is_nothing(event: Event) -> None:
    person = add(event, "Elif")
    rename(event, person, "Elifnur")
    assert isinstance(event.undo(), Undone)
    assert isinstance(event.undo(), Undone)
    assert names(event) == []
    refused = event.undo()
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.NOTHING


def test_facts_are_passed_over_and_not_undone(event: Event) -> None:
    person = add(event, "Elif")
    with event.transact(Op.PRINT, "Elif") as tx:
        tx.insert("badge_print", {"person": person, "at": "", "desk": "", "printer": "", "reason": ""})
    fact = tx.eid
    refused = event.undo(fact)
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.NOT_UNDOABLE
    assert isinstance(event.undo(), Undone)
    assert names(event) == []


def test_undo_works_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "a.eventdesk"
    with Event.create(path) as event:
        person = add(event, "Elif")
        rename(event, person, "Elifnur")
    with Event.open(path) as event:
        assert isinstance(event.undo(), Undone)
        assert names(event) == ["Elif"]
    with Event.open(path) as event:
        assert isinstance(event.undo(), Undone)
        assert names(event) == []
        assert event.verify()["journal"] is True
