"""An undo in steps: all of it or nothing, unless something comes in between, and then it says how far it got."""

import json
from collections.abc import Iterator

from eventdesk.codes import Op, Refusal
from eventdesk.event import Changes, Event, Undone, UndoPhase, UndoProgress, UndoRefused, UndoStep, UndoStopped
from eventdesk.store.access import Value
from tests.core.store.test_door import add, connection, names, rename


def listed(event: Event, number: int = 250, name: str = "P") -> str:
    """Add so many people as one whole of several entries; returns its eid."""
    with event.transact(Op.IMPORT, "people.csv") as tx:
        tx.insert_many("person", ("id", "given_name"), ((at + 1, f"{name}{at:03}") for at in range(number)))
        return tx.root


def scanned(event: Event, person: int) -> str:
    """Check somebody in."""
    with event.transact(Op.CHECK_IN, "scan") as tx:
        scan: dict[str, Value] = {
            "eid": tx.eid,
            "person": person,
            "point": 1,
            "code": "",
            "direction": "in",
            "outcome": "accepted",
            "at": "2017-03-06T08:00:00.000Z",
            "desk": "",
        }
        tx.insert("scan", scan)
        return tx.eid


def last(steps: Iterator[UndoProgress]) -> UndoProgress:
    return list(steps)[-1]


def until_first_taken_back(steps: Iterator[UndoProgress]) -> None:
    for step in steps:
        if isinstance(step, UndoStep) and step.phase is UndoPhase.TAKING_BACK:
            return


def rows(event: Event) -> list[tuple[object, ...]]:
    return [tuple(row) for row in event.db.rows("SELECT * FROM person ORDER BY id")]


def test_everything_is_taken_back_and_can_be_done_again(event: Event) -> None:
    eid = listed(event)
    before = rows(event)
    heard: list[Changes] = []
    event.changed.append(heard.append)
    steps = list(event.undo_in_steps(eid))
    assert [step.phase for step in steps if isinstance(step, UndoStep)] == [
        *[UndoPhase.CHECKING] * 3,
        *[UndoPhase.TAKING_BACK] * 3,
    ]
    done = steps[-1]
    assert isinstance(done, Undone)
    assert (done.entries, names(event)) == (3, [])
    assert [(each.op, len(each.ids["person"])) for each in heard] == [(Op.UNDO, 50), (Op.UNDO, 100), (Op.UNDO, 100)]
    assert isinstance(last(event.undo_in_steps(done.eid)), Undone)
    assert rows(event) == before
    assert all(result is True for result in event.verify().values())


def test_one_plain_undo_takes_back_what_an_undo_in_steps_did(event: Event) -> None:
    eid = listed(event)
    done = last(event.undo_in_steps(eid))
    assert isinstance(done, Undone)
    again = event.undo(done.eid)
    assert isinstance(again, Undone)
    assert again.entries == 3
    assert len(names(event)) == 250


def test_without_an_eid_the_latest_is_meant_and_nothing_is_nothing(event: Event) -> None:
    listed(event)
    assert isinstance(last(event.undo_in_steps()), Undone)
    (refused,) = event.undo_in_steps()
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.NOTHING


def test_whoever_was_checked_in_since_holds_everything_before_anything_is_changed(event: Event) -> None:
    eid = listed(event)
    scan = scanned(event, 1)
    before, length = rows(event), event.journal_length()
    refused = last(event.undo_in_steps(eid))
    assert isinstance(refused, UndoRefused)
    assert refused.reason is Refusal.OVERTAKEN
    assert refused.against is not None
    assert refused.against.eid == scan
    assert (rows(event), event.journal_length()) == (before, length)


def test_whoever_was_edited_since_holds_everything(event: Event) -> None:
    eid = listed(event)
    edit = rename(event, 1, "Elif")
    refused = last(event.undo_in_steps(eid))
    assert isinstance(refused, UndoRefused)
    assert refused.against is not None
    assert refused.against.eid == edit
    assert len(names(event)) == 250


def test_whoever_is_gone_since_holds_everything(event: Event) -> None:
    eid = listed(event)
    with event.transact(Op.EDIT_PERSON, "gone") as tx:
        tx.delete("person", 7)
    refused = last(event.undo_in_steps(eid))
    assert isinstance(refused, UndoRefused)
    assert refused.against is not None
    assert refused.against.eid == tx.eid


def test_a_scan_that_comes_in_between_stops_it_and_a_later_undo_goes_on(event: Event) -> None:
    eid = listed(event)
    steps = event.undo_in_steps(eid)
    until_first_taken_back(steps)
    scan = scanned(event, 1)
    stopped = last(steps)
    assert isinstance(stopped, UndoStopped)
    assert stopped.entries == 2
    assert stopped.against is not None
    assert stopped.against.eid == scan
    assert len(names(event)) == 100
    assert isinstance(event.undo(scan), Undone)
    assert isinstance(last(event.undo_in_steps(eid)), Undone)
    assert names(event) == []
    assert isinstance(event.undo(stopped.eid), Undone)
    assert len(names(event)) == 150
    assert all(result is True for result in event.verify().values())


def test_something_that_comes_between_checking_and_the_first_step_changes_nothing(event: Event) -> None:
    eid = listed(event)
    steps = event.undo_in_steps(eid)
    for _ in range(3):
        next(steps)
    scanned(event, 201)
    refused = last(steps)
    assert isinstance(refused, UndoRefused)
    assert len(names(event)) == 250


def test_work_in_between_that_is_not_in_the_way_stays(event: Event) -> None:
    eid = listed(event)
    for number, _step in enumerate(event.undo_in_steps(eid)):
        add(event, f"Neu {number}")
    assert names(event) == [f"Neu {number}" for number in range(7)]


def test_closing_it_early_leaves_one_whole_that_can_be_undone(event: Event) -> None:
    eid = listed(event)
    steps = event.undo_in_steps(eid)
    until_first_taken_back(steps)
    next(steps)
    steps.close()
    assert len(names(event)) == 100
    (root,) = {entry.root for entry in event.journal() if entry.op is Op.UNDO}
    assert isinstance(event.undo(root), Undone)
    assert len(names(event)) == 250


def test_two_undos_of_the_same_do_not_meet(event: Event) -> None:
    eid = listed(event)
    steps = event.undo_in_steps(eid)
    until_first_taken_back(steps)
    other = event.undo(eid)
    assert isinstance(other, Undone)
    stopped = last(steps)
    assert isinstance(stopped, UndoStopped)
    assert stopped.against is not None
    assert stopped.against.root == other.eid
    assert names(event) == []


def test_an_undo_that_is_undone_meanwhile_stops(event: Event) -> None:
    eid = listed(event)
    steps = event.undo_in_steps(eid)
    until_first_taken_back(steps)
    (undo,) = [entry for entry in event.journal() if entry.op is Op.UNDO]
    assert isinstance(event.undo(undo.eid), Undone)
    stopped = last(steps)
    assert isinstance(stopped, UndoStopped)
    assert stopped.entries == 1
    assert len(names(event)) == 250


def test_a_whole_whose_parts_touch_the_same_rows_is_seen_through(event: Event) -> None:
    with event.transact(Op.WALK_IN, "Olena") as tx:
        person = tx.insert("person", {"given_name": "Olena"})
        friend = tx.insert("person", {"given_name": "Anke"})
        tx.next_entry(Op.EDIT_PERSON, "Olena")
        tx.update("person", friend, {"town": "Celle"})
        tx.update("person", person, {"given_name": "Oléna", "town": "Peine"})
        tx.update("person", person, {"town": "Gifhorn"})
        root = tx.root
    with event.transact(Op.CHECK_IN, "Olena", part_of=root) as tx:
        scan: dict[str, Value] = {"eid": tx.eid, "person": person, "point": 1, "code": "", "direction": "in"}
        tx.insert("scan", {**scan, "outcome": "accepted", "at": "2017-03-06T08:00:00.000Z", "desk": ""})
    done = last(event.undo_in_steps(root))
    assert isinstance(done, Undone)
    assert (done.entries, names(event)) == (3, [])
    assert isinstance(last(event.undo_in_steps(done.eid)), Undone)
    assert event.db.value("SELECT town FROM person WHERE id = ?", person) == "Gifhorn"
    assert event.verify()["journal"] is True


def test_somebody_elses_word_between_two_parts_is_not_overwritten(event: Event) -> None:
    person = add(event, "Elif")
    with event.transact(Op.IMPORT, "list") as tx:
        tx.update("person", person, {"town": "A"})
        root = tx.root
    with event.transact(Op.EDIT_PERSON, "desk") as between:
        between.update("person", person, {"town": "B"})
    with event.transact(Op.IMPORT, "list", part_of=root) as tx:
        tx.update("person", person, {"town": "C"})
    refused = last(event.undo_in_steps(root))
    assert isinstance(refused, UndoRefused)
    assert event.db.value("SELECT town FROM person") == "C"


def test_what_this_version_does_not_know_is_not_taken_back(event: Event) -> None:
    eid = listed(event, 5)
    strange = ("INSERT INTO change VALUES (?, 99, ?, 1, NULL, ?)", (eid, "shoe", json.dumps({"id": 1})))
    connection(event).execute(*strange)
    refused = last(event.undo_in_steps(eid))
    assert isinstance(refused, UndoRefused)
    assert refused.against is None


def test_what_only_the_database_refuses_stops_it_where_it_is(event: Event) -> None:
    with event.transact(Op.IMPORT, "list") as tx:
        tx.insert("programme", {"id": 1, "at": "2017-03-06T10:00:00.000Z", "desk": ""})
        tx.next_entry(Op.IMPORT, "list")
        tx.insert("person", {"given_name": "Elif"})
        root = tx.root
    with event.transact(Op.SETTINGS, "session") as tx:
        tx.insert("programme_session", {"id": 2, "programme": 1, "session": 3})
    stopped = last(event.undo_in_steps(root))
    assert isinstance(stopped, UndoStopped)
    assert (stopped.entries, names(event)) == (1, [])
