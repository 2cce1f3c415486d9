"""Check-in points: found by name, added, changed."""

from dataclasses import replace

import pytest

from eventdesk.checkin import points, records
from eventdesk.checkin.actions import check_in
from eventdesk.checkin.point import Point, PointKind, PointTrouble, Rule
from eventdesk.checkin.points import add_point, change_point, ensure_point, find_point
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
from eventdesk.people.actions import add
from eventdesk.people.person import Person
from tests.core.checkin.desk import Desk


def test_a_new_point_has_the_rule_of_its_kind_and_stands_last(event: Event):
    door = add_point(event, "Haupteingang")
    lunch = add_point(event, "Mittagessen", PointKind.CATERING, capacity=80)
    assert (door.rule, lunch.rule) == (Rule.AFTER_EXIT, Rule.ONCE_A_DAY)
    assert records.points(event.db) == [door, lunch]
    assert records.point(event.db, lunch.id) == lunch


def test_all_that_a_point_knows_is_kept(event: Event):
    point = replace(
        add_point(event, "Saal 1", PointKind.ROOM),
        name="Saal 1A",
        rule=Rule.ONCE,
        roles=("press", "speaker"),
        days=("2017-03-06", "2017-03-07"),
        capacity=12,
        place=7,
    )
    assert change_point(event, point) == point
    assert records.points(event.db) == [point]
    assert change_point(event, replace(point, capacity=None, roles=())).capacity is None
    assert records.points(event.db)[0].roles == ()


def test_changing_nothing_writes_nothing(event: Event):
    point = add_point(event, "Saal 1")
    entries = len(event.journal())
    change_point(event, point)
    assert len(event.journal()) == entries


def test_a_point_that_is_gone_cannot_be_changed(event: Event):
    with pytest.raises(KnownError) as caught:
        change_point(event, Point(4711, "Weg"))
    assert caught.value.fault is Fault.UNKNOWN_POINT


def test_found_by_name_or_id(desk: Desk):
    room = desk.add_point("Saal 3A")
    assert find_point(desk.event.db, "saal 3a ") == room
    assert find_point(desk.event.db, str(room.id)) == room


def test_the_first_entrance_is_meant_where_none_is_named(event: Event):
    room = add_point(event, "Saal 3A", PointKind.ROOM)
    assert find_point(event.db) == room
    add_point(event, "Nebeneingang")
    main = change_point(event, replace(add_point(event, "Haupteingang"), place=0))
    assert find_point(event.db) == main


def test_an_unknown_name_says_which_there_are(desk: Desk):
    desk.add_point("Saal 3A")
    with pytest.raises(KnownError) as caught:
        find_point(desk.event.db, "Hintertür")
    assert caught.value.fault is Fault.UNKNOWN_POINT
    assert caught.value.details == {"point": "Hintertür", "known": "Haupteingang, Saal 3A"}


def test_an_event_without_points(event: Event):
    with pytest.raises(KnownError):
        find_point(event.db)
    made = ensure_point(event, "Eingang")
    assert (made.name, made.kind) == ("Eingang", PointKind.ENTRANCE)
    assert ensure_point(event, "Noch einer") == made


def test_points_are_moved_one_by_one_and_back_by_undo(event: Event) -> None:
    one, two, three = (points.add_point(event, name) for name in ("Eins", "Zwei", "Drei"))
    points.move_point(event, three.id, -1)
    assert [point.name for point in records.points(event.db)] == ["Eins", "Drei", "Zwei"]
    points.move_point(event, one.id, -1)
    points.move_point(event, two.id, 1)
    assert [point.name for point in records.points(event.db)] == ["Eins", "Drei", "Zwei"]
    event.undo()
    assert [point.name for point in records.points(event.db)] == ["Eins", "Zwei", "Drei"]


def test_a_point_without_scans_is_deleted(event: Event) -> None:
    kept, gone = points.add_point(event, "Eins"), points.add_point(event, "Zwei")
    assert points.remove_point(event, gone.id)
    assert records.all_points(event.db) == [kept]
    event.undo()
    assert records.all_points(event.db) == [kept, gone]


def test_a_point_with_scans_is_retired_and_used_again(event: Event) -> None:
    door, _other = points.add_point(event, "Eins"), points.add_point(event, "Zwei")
    check_in(event, add(event, Person(0, "Elif", "Demirtaş")).code, door)
    assert not points.remove_point(event, door.id)
    assert [point.name for point in records.points(event.db)] == ["Zwei"]
    assert records.all_points(event.db)[0].retired
    assert records.recent(event.db, 1)[0].point == "Eins"
    with pytest.raises(KnownError):
        points.find_point(event.db, "Eins")
    points.use_again(event, door.id)
    assert points.find_point(event.db, "Eins") == door
    assert event.verify()["journal"] is True


def test_the_last_point_is_never_taken_away(event: Event) -> None:
    only = points.add_point(event, "Eins")
    with pytest.raises(KnownError) as fault:
        points.remove_point(event, only.id)
    assert fault.value.fault is Fault.NO_POINT
    with pytest.raises(KnownError) as fault:
        points.remove_point(event, 5)
    assert fault.value.fault is Fault.UNKNOWN_POINT


def test_a_name_must_be_there_and_be_its_own(event: Event) -> None:
    one = points.add_point(event, "Eins")
    known = records.all_points(event.db)
    assert points.wrong_name(known, "  ") is PointTrouble.NO_NAME
    assert points.wrong_name(known, " EINS") is PointTrouble.NAME_TAKEN
    assert points.wrong_name(known, "eins", one.id) is None
