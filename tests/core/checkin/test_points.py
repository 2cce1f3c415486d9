"""Check-in points: found by name, added, changed."""

from dataclasses import replace

import pytest

from eventdesk.checkin import records
from eventdesk.checkin.point import Point, PointKind, Rule
from eventdesk.checkin.points import add_point, change_point, ensure_point, find_point
from eventdesk.codes import Fault
from eventdesk.errors import KnownError
from eventdesk.event import Event
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
