"""Who may do what: the table is whole, and the door of the file holds back what is for organisers."""

import pytest

from eventdesk import rights
from eventdesk.checkin.actions import check_in_group, check_in_person, undo_scan, walk_in
from eventdesk.checkin.points import add_point
from eventdesk.checkin.verdict import Accepted, Refused
from eventdesk.codes import Fault, Op
from eventdesk.errors import KnownError
from eventdesk.event import Event, Undone
from eventdesk.people import actions as people
from eventdesk.people.person import Person, Status
from eventdesk.rights import CLERK_OPS, Duty, Level, duty_of


def refused(event: Event) -> pytest.RaisesExc[KnownError]:
    return pytest.raises(KnownError, check=lambda error: error.fault is Fault.NOT_ALLOWED)


def test_every_kind_of_entry_belongs_to_a_duty() -> None:
    assert [op for op in Op if duty_of(op) is None] == []


def test_clerks_write_what_happens_at_the_desk_and_nothing_else() -> None:
    assert {op for op in Op if op in CLERK_OPS} == {
        *(Op.CHECK_IN, Op.CHECK_OUT, Op.REFUSED_SCAN, Op.PANELS_COUNT, Op.WALK_IN, Op.EDIT_PERSON, Op.UNDO),
        *(Op.PRINT, Op.HAND_OUT, Op.TAKE_BACK, Op.REPLACE_BADGE, Op.PRIZE_ISSUE, Op.PRIZE_CAST),
        *(Op.LOOK_UP, Op.EXPORT),
    }


def test_the_door_goes_by_the_table(event: Event) -> None:
    for op in Op:
        event.level, before = Level.CLERK, event.journal_length()
        if op not in CLERK_OPS:
            with refused(event), event.transact(op, ""):
                raise AssertionError(f"the door was open for {op}")
            with refused(event), event.transact_sealed(op, {}):
                raise AssertionError(f"the door was open for {op}")
            assert event.journal_length() == before
            event.level = Level.ORGANISER
        with event.transact_sealed(op, {}):
            pass


def test_a_clerk_works_at_the_desk(event: Event) -> None:
    door = add_point(event, "Haupteingang")
    elif_ = people.add(event, Person(0, "Elif", "Demirtaş", group="Kurs"))
    event.level = Level.CLERK
    assert isinstance(check_in_person(event, elif_.id, door), Accepted)
    check_in_group(event, "Kurs", door)
    added = walk_in(event, "Mariam Haidari", point=door)
    assert isinstance(undo_scan(event, added.eid), Undone)
    people.edit(event, elif_.id, family_name="Demirtas")
    with refused(event):
        people.add(event, Person(0, "Farid", "Rahmani"))


def test_a_clerk_takes_back_only_what_this_desk_did_at_the_check_in(event: Event) -> None:
    door = add_point(event, "Haupteingang")
    added = people.add(event, Person(0, "Elif", "Demirtaş"))
    by_organiser = event.journal(1)[0].eid
    scan = check_in_person(event, added.id, door)
    assert isinstance(scan, Accepted)
    event.level = Level.CLERK
    with refused(event):
        event.undo(by_organiser)
    with refused(event):
        next(event.undo_in_steps(by_organiser))
    event.desk = "Schalter 2"
    with refused(event):
        event.undo(scan.eid)
    event.desk = "Schalter 1"
    undone = event.undo(scan.eid)
    assert isinstance(undone, Undone)
    with refused(event):
        event.undo(undone.eid)


def test_letting_in_against_the_rules_is_for_organisers(event: Event) -> None:
    door = add_point(event, "Haupteingang")
    gone = people.add(event, Person(0, "Anke", "Schröder", status=Status.CANCELLED, group="Kurs"))
    event.level = Level.CLERK
    assert isinstance(check_in_person(event, gone.id, door), Refused)
    with refused(event):
        check_in_person(event, gone.id, door, forced=True)
    with refused(event):
        check_in_group(event, "Kurs", door, forced=True)
    event.level = Level.ORGANISER
    assert isinstance(check_in_person(event, gone.id, door, forced=True), Accepted)


def test_organisers_may_do_whatever_clerks_may() -> None:
    assert all(rights.may(Level.ORGANISER, duty) for duty in Duty)
    assert {duty for duty in Duty if rights.may(Level.CLERK, duty)} == {
        duty for duty in Duty if duty.level is Level.CLERK
    }
