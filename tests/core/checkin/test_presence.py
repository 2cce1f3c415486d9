"""Who is in the house: right after every scan, undo, exit, midnight, and always what the scans say."""

import pytest

from eventdesk.checkin import presence, records
from eventdesk.checkin.point import PointKind
from eventdesk.checkin.scan import Tally
from eventdesk.codes import Op
from eventdesk.event import Event
from eventdesk.people import actions as people
from eventdesk.people import records as person_records
from eventdesk.people.code import new_code
from eventdesk.people.person import Person, Status
from eventdesk.store.access import new_id
from tests.core.checkin.desk import Desk


def derived_is_true(event: Event) -> bool:
    return event.verify()["derived"] is True


def test_an_empty_event(desk: Desk):
    counts = desk.counts()
    assert (counts.inside, counts.expected, counts.arrived) == (0, 0, 0)
    assert counts.by_role == {}
    assert counts.by_point == {desk.point.id: Tally()}


def test_expected_are_the_registered(desk: Desk):
    elif_ = desk.person()
    for status in Status:
        desk.person("Jan Kowalski", status=status)
    assert desk.counts().expected == 2
    people.cancel(desk.event, elif_.id)
    assert desk.counts().expected == 1
    desk.event.undo()
    assert desk.counts().expected == 2


def test_entry_exit_and_entry(desk: Desk):
    elif_ = desk.person()
    desk.scan(elif_)
    assert (desk.counts().inside, desk.counts().arrived) == (1, 1)
    desk.scan(elif_)
    assert (desk.counts().inside, desk.counts().arrived) == (1, 1)
    desk.leave(elif_)
    assert (desk.counts().inside, desk.counts().arrived) == (0, 1)
    desk.scan(elif_)
    assert (desk.counts().inside, desk.counts().arrived) == (1, 1)


def test_at_midnight_the_house_is_empty(desk: Desk, clock):
    desk.scan(desk.person())
    clock.set("2017-03-06T22:59:59+00:00")
    assert desk.counts().inside == 1
    clock.set("2017-03-06T23:00:00+00:00")
    assert (desk.counts().inside, desk.counts().arrived, desk.counts().expected) == (0, 0, 1)


def test_the_house_of_yesterday_can_still_be_asked_for(desk: Desk, clock):
    desk.scan(desk.person())
    yesterday = clock()
    clock.advance(days=1)
    desk.scan(desk.person("Jan Kowalski"))
    assert presence.counts(desk.event.db, yesterday, desk.event.zone).inside == 1
    assert desk.counts().arrived == 1


def test_by_role(desk: Desk):
    both = desk.person(roles=("exhibitor", "speaker"))
    desk.person("Jan Kowalski", roles=("exhibitor",))
    nothing = desk.person("Ohne Rolle")
    desk.scan(both)
    desk.scan(nothing)
    assert desk.counts().by_role == {
        "": Tally(inside=1, arrived=1, expected=1),
        "exhibitor": Tally(inside=1, arrived=1, expected=2),
        "speaker": Tally(inside=1, arrived=1, expected=1),
    }


def test_roles_changed_after_the_entry(desk: Desk):
    elif_ = desk.person(roles=("guest",))
    desk.scan(elif_)
    people.edit(desk.event, elif_.id, roles=("press",))
    assert desk.counts().by_role == {"press": Tally(1, 1, 1)}
    assert derived_is_true(desk.event)


def test_by_point(desk: Desk):
    one, two = desk.person(), desk.person("Jan Kowalski")
    side, room = desk.add_point("Nebeneingang", PointKind.ENTRANCE), desk.add_point("Saal 1")
    desk.scan(one)
    desk.scan(two, side)
    desk.scan(one, room)
    desk.leave(one, side)
    desk.scan(one, side)
    by_point = desk.counts().by_point
    assert by_point[desk.point.id] == Tally(inside=0, arrived=1)
    assert by_point[side.id] == Tally(inside=2, arrived=1)
    assert by_point[room.id] == Tally(inside=1, arrived=1)
    assert desk.counts().inside == 2
    assert presence.inside_count(desk.event.db, desk.point, desk.event.now(), desk.event.zone) == 2
    assert presence.inside_count(desk.event.db, room, desk.event.now(), desk.event.zone) == 1


def test_rooms_do_not_fill_the_house(desk: Desk):
    desk.scan(desk.person(), desk.add_point("Saal 1"))
    assert (desk.counts().inside, desk.counts().by_role) == (0, {"": Tally(0, 0, 1)})


def test_refused_scans_do_not_count(desk: Desk):
    desk.scan(desk.person(status=Status.CANCELLED))
    desk.scan("4711-unknown-code")
    assert (desk.counts().inside, desk.counts().arrived) == (0, 0)


def test_who_of_some_people_is_in(desk: Desk):
    one, two, three = desk.person(), desk.person("Jan Kowalski"), desk.person("Ana Novak")
    came = desk.scan(one).at
    left = desk.leave(two)
    now, zone = desk.event.now(), desk.event.zone
    found = presence.presence_of(desk.event.db, [one.id, two.id, three.id], now, zone)
    assert found == {
        one.id: presence.Presence(inside=True, first_at=came, last_at=came),
        two.id: presence.Presence(inside=False, first_at=None, last_at=left.at),
    }
    assert presence.presence_of(desk.event.db, [one.id], now, zone, desk.add_point("Saal 1")) == {}


class TestWhatItIsReckonedBy:
    def test_a_point_that_becomes_an_entrance(self, desk: Desk):
        elif_ = desk.person()
        room = desk.add_point("Saal 1")
        desk.scan(elif_, room)
        assert desk.counts().inside == 0
        desk.change(room, kind=PointKind.ENTRANCE)
        assert desk.counts().inside == 1
        assert derived_is_true(desk.event)
        desk.event.undo()
        assert desk.counts().inside == 0
        assert derived_is_true(desk.event)

    def test_another_time_zone(self, desk: Desk, clock):
        clock.set("2017-03-06T20:35:00+00:00")
        desk.scan(desk.person())
        clock.set("2017-03-06T20:25:00+00:00")
        assert desk.counts().inside == 1
        with desk.event.transact(Op.SETTINGS, "zone") as tx:
            tx.run("UPDATE setting SET value = 'Asia/Tehran' WHERE key = 'timezone'")
        assert desk.counts().inside == 0
        clock.set("2017-03-06T20:35:00+00:00")
        assert desk.counts().inside == 1
        assert derived_is_true(desk.event)

    def test_other_settings_change_nothing(self, desk: Desk):
        desk.scan(desk.person())
        with desk.event.transact(Op.SETTINGS, "title") as tx:
            tx.run("UPDATE setting SET value = 'Neuer Titel' WHERE key = 'title'")
        assert desk.counts().inside == 1
        assert derived_is_true(desk.event)

    def test_scans_at_a_point_that_is_gone_do_not_fill_the_house(self, desk: Desk):
        desk.scan(desk.person())
        with desk.event.transact(Op.SETTINGS, "point") as tx:
            tx.delete("point", desk.point.id)
        assert (desk.counts().inside, desk.counts().by_point) == (0, {})
        assert derived_is_true(desk.event)

    def test_somebody_who_is_deleted_while_inside_is_still_inside(self, desk: Desk):
        elif_ = desk.person(roles=("guest",))
        desk.scan(elif_)
        with desk.event.transact(Op.EDIT_PERSON, elif_.name) as tx:
            tx.delete("person", elif_.id)
        assert (desk.counts().inside, desk.counts().expected) == (1, 0)
        assert desk.counts().by_role == {"": Tally(1, 1, 0)}
        assert derived_is_true(desk.event)

    def test_a_scan_that_is_corrected(self, desk: Desk):
        one, two = desk.person(), desk.person("Jan Kowalski")
        desk.scan(one)
        scan = records.recent(desk.event.db, 1)[0]
        with desk.event.transact(Op.EDIT_PERSON, "moved") as tx:
            tx.update("scan", scan.id, {"person": two.id})
        assert set(presence.presence_of(desk.event.db, [one.id, two.id], desk.event.now(), desk.event.zone)) == {two.id}
        assert derived_is_true(desk.event)


@pytest.mark.parametrize("number", [3, 1500])
def test_imports_small_and_large(desk: Desk, number):
    elif_ = desk.person()
    desk.scan(elif_)
    crowd = [Person(new_id(), "P", str(each), roles=("guest",), code=new_code()) for each in range(number)]
    with desk.event.transact(Op.IMPORT, "people.csv") as tx:
        tx.insert_many("person", person_records.COLUMNS, [person_records.row_of(person) for person in crowd])
    assert (desk.counts().inside, desk.counts().expected) == (1, number + 1)
    assert desk.scan(crowd[-1]).code == "accepted"
    assert desk.counts().by_role["guest"] == Tally(1, 1, number)
    assert derived_is_true(desk.event)
    desk.event.undo()
    desk.event.undo()
    assert (desk.counts().inside, desk.counts().expected) == (1, 1)
    assert derived_is_true(desk.event)
