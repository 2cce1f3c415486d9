"""Who of an exhibitor's people is there, and which stands are empty shortly before it begins."""

from datetime import UTC, datetime

import pytest

from eventdesk.checkin.actions import check_in
from eventdesk.checkin.points import add_point
from eventdesk.checkin.scan import Direction
from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.fair import actions
from eventdesk.fair.arrivals import CrewCount, empty_stands, is_alarm
from eventdesk.fair.exhibitor import Setup
from eventdesk.fair.fair import Fair
from eventdesk.fair.records import read_fair
from eventdesk.guide import crew, stands_to_look_after
from eventdesk.people import actions as people
from eventdesk.people.person import Person, Status
from eventdesk.store import settings
from tests.clock import FakeClock


def test_the_crew_is_counted_by_who_is_in_the_house(event: Event, standing: Fair, clock: FakeClock) -> None:
    door = add_point(event, "Eingang")
    amira, bela, _ = (people.add(event, Person(0, name, "Y", exhibitor="E1")) for name in ("Amira", "Bela", "Cem"))
    people.add(event, Person(0, "Dana", "Y", exhibitor="E1", status=Status.CANCELLED))
    emre = people.add(event, Person(0, "Emre", "Y", exhibitor="E2"))
    people.add(event, Person(0, "Fatma", "Y", exhibitor="nobody knows"))
    for person in (amira, bela, emre):
        check_in(event, person.code, door)
    clock.advance(minutes=5)
    check_in(event, emre.code, door, direction=Direction.OUT)
    assert crew(event) == {1: CrewCount(2, 3), 2: CrewCount(0, 1)}


def test_empty_is_a_stand_that_is_not_set_up_and_has_nobody_there(event: Event, standing: Fair) -> None:
    found = {1: CrewCount(2, 3), 2: CrewCount(0, 1), 4: CrewCount(0, 2)}
    assert empty_stands(standing, found) == (2, 3)
    actions.set_setup(event, [3], Setup.SET_UP)
    assert empty_stands(read_fair(event.db), found) == (2,)


@pytest.mark.parametrize(
    ("now", "starts", "ends", "told"),
    [
        ("2017-03-06T08:44", "2017-03-06T09:00", "2017-03-06T17:00", False),
        ("2017-03-06T08:45", "2017-03-06T09:00", "2017-03-06T17:00", True),
        ("2017-03-06T16:00", "2017-03-06T09:00", "", True),
        ("2017-03-05T09:00", "2017-03-06T09:00", "2017-03-06T17:00", False),
        ("2017-03-07T08:44", "2017-03-06T09:00", "2017-03-07T17:00", False),
        ("2017-03-07T08:45", "2017-03-06T09:00", "2017-03-07T17:00", True),
        ("2017-03-08T09:00", "2017-03-06T09:00", "2017-03-07", False),
        ("2017-03-06T09:00", "2017-03-06", "2017-03-06", False),
        ("2017-03-06T09:00", "", "", False),
    ],
)
def test_it_matters_from_a_quarter_of_an_hour_before_on_each_day(now: str, starts: str, ends: str, told: bool) -> None:
    assert is_alarm(datetime.fromisoformat(now).replace(tzinfo=UTC), starts, ends) is told


def test_stands_to_look_after(event: Event, standing: Fair, clock: FakeClock) -> None:
    with event.transact(Op.SETTINGS, "time") as tx:
        settings.put(tx, "starts", "2017-03-06T10:00")
    person = people.add(event, Person(0, "Amira", "Y", exhibitor="E1"))
    clock.set("2017-03-06T09:40:00+01:00")
    assert stands_to_look_after(event, standing) == ()
    clock.set("2017-03-06T09:45:00+01:00")
    assert stands_to_look_after(event, standing) == (1, 2, 3)
    check_in(event, person.code, add_point(event, "Eingang"))
    assert stands_to_look_after(event, standing) == (2, 3)
