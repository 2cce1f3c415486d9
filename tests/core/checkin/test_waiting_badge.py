"""A badge that lies ready is handed out with the admission, at an entrance only, and with every other way in."""

from datetime import timedelta

import pytest

from eventdesk.badges.actions import mark_printed
from eventdesk.checkin import actions, records
from eventdesk.checkin.scan import Direction
from eventdesk.people.person import Person, Status
from tests.core.checkin.desk import Desk


def lies_ready(desk: Desk, person: Person) -> bool:
    a_moment_later = desk.event.now() + timedelta(seconds=1)
    return records.waiting_badge(desk.event.db, person.id, a_moment_later) is not None


@pytest.fixture
def guest(desk: Desk) -> Person:
    person = desk.person()
    mark_printed(desk.event, [person.id], "Etiketten")
    return person


def test_it_is_handed_out_with_the_admission_and_lies_ready_again_after_an_undo(desk: Desk, guest: Person) -> None:
    verdict = desk.scan(guest)
    assert not lies_ready(desk, guest)
    desk.event.undo(verdict.eid)
    assert lies_ready(desk, guest)


def test_it_stays_where_it_is_at_the_door_of_a_room(desk: Desk, guest: Person) -> None:
    desk.scan(guest, desk.add_point("Saal"))
    assert lies_ready(desk, guest)


def test_it_stays_where_it_is_if_nobody_is_let_in(desk: Desk) -> None:
    person = desk.person(status=Status.CANCELLED)
    mark_printed(desk.event, [person.id], "Etiketten")
    desk.scan(person)
    assert lies_ready(desk, person)


def test_it_stays_where_it_is_as_somebody_leaves(desk: Desk, guest: Person) -> None:
    desk.scan(guest)
    desk.clock.advance(minutes=1)
    mark_printed(desk.event, [guest.id], "Etiketten")
    desk.scan(guest, direction=Direction.OUT)
    assert lies_ready(desk, guest)


def test_a_group_gets_theirs_together(desk: Desk) -> None:
    choir = [desk.person(name, group="Chor") for name in ("Anna Ly", "Bo Yılmaz")]
    mark_printed(desk.event, [person.id for person in choir], "Etiketten")
    actions.check_in_group(desk.event, "Chor", desk.point)
    assert not any(lies_ready(desk, person) for person in choir)
