"""The curve of arrivals: each person once a day, right after undo, exit and midnight, and an honest forecast."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from eventdesk.checkin import actions
from eventdesk.checkin.arrivals import Arrivals, Bar, arrivals, done_at, slot_of
from eventdesk.checkin.point import PointKind
from eventdesk.checkin.scan import Tally
from eventdesk.codes import Op
from eventdesk.event import Undone
from eventdesk.people import actions as people
from eventdesk.people.person import Status
from eventdesk.store import settings
from tests.core.checkin.desk import Desk

BERLIN = ZoneInfo("Europe/Berlin")


def seen(desk: Desk) -> Arrivals:
    return arrivals(desk.event.db, desk.event.now(), desk.event.zone)


def heights(desk: Desk) -> list[int]:
    return [bar.arrived for bar in seen(desk).bars]


def crowd(desk: Desk, number: int):
    return [desk.person(f"Person Nummer{each}") for each in range(number)]


def test_nobody_has_come(desk: Desk):
    desk.person()
    assert seen(desk) == Arrivals()


def test_bars_of_five_minutes_follow_each_other_up_to_now(desk: Desk, clock):
    one, two, three = crowd(desk, 3)
    clock.set("2017-03-06T08:03:00+00:00")
    desk.scan(one)
    desk.scan(two)
    clock.set("2017-03-06T08:14:50+00:00")
    desk.scan(three)
    clock.set("2017-03-06T08:20:00+00:00")
    start = datetime(2017, 3, 6, 8, 0, tzinfo=UTC)
    expected = [Bar(start + timedelta(minutes=5 * number), came) for number, came in enumerate((2, 0, 1, 0, 0))]
    assert list(seen(desk).bars[:-1]) == expected[:-1]
    assert seen(desk).bars[-1] == Bar(expected[-1].at, 0, present=True)


def test_each_person_counts_once_however_often_they_go_in_and_out(desk: Desk, clock):
    (one,) = crowd(desk, 1)
    side = desk.add_point("Nebeneingang", PointKind.ENTRANCE)
    desk.scan(one)
    desk.leave(one)
    clock.advance(minutes=5)
    desk.scan(one, side)
    assert heights(desk) == [1, 0]
    assert seen(desk).rate == 0


def test_rooms_and_refusals_are_no_arrivals(desk: Desk):
    one, two = crowd(desk, 2)
    desk.scan(one, desk.add_point("Saal 1"))
    desk.scan("0000")
    desk.scan(desk.person("Ab Gesagt", status=Status.CANCELLED))
    assert seen(desk) == Arrivals()
    desk.leave(two)
    assert seen(desk) == Arrivals()


def test_an_undone_check_in_was_no_arrival(desk: Desk, clock):
    one, two = crowd(desk, 2)
    desk.scan(one)
    clock.advance(minutes=5)
    verdict = desk.scan(two)
    assert (heights(desk), seen(desk).rate) == ([1, 1], 1)
    undone = actions.undo_scan(desk.event, verdict.eid)
    assert isinstance(undone, Undone)
    assert (heights(desk), seen(desk).rate) == ([1, 0], 0)
    desk.event.undo(undone.eid)
    assert heights(desk) == [1, 1]


def test_when_the_first_entry_is_undone_the_second_is_the_arrival(desk: Desk, clock):
    (one,) = crowd(desk, 1)
    first = desk.scan(one)
    gone = desk.leave(one)
    clock.advance(minutes=10)
    desk.scan(one)
    assert heights(desk) == [1, 0, 0]
    actions.undo_scan(desk.event, gone.eid)
    actions.undo_scan(desk.event, first.eid)
    assert heights(desk) == [1]
    assert seen(desk).rate == 1


def test_a_day_ends_at_midnight_of_the_event(desk: Desk, clock):
    one, two = crowd(desk, 2)
    clock.set("2017-03-06T22:57:00+00:00")
    desk.scan(one)
    clock.set("2017-03-06T22:59:59+00:00")
    assert heights(desk) == [1]
    clock.set("2017-03-06T23:00:00+00:00")
    assert seen(desk) == Arrivals()
    desk.scan(two)
    desk.scan(one)
    assert (heights(desk), seen(desk).rate) == ([2], 2)
    yesterday = datetime(2017, 3, 6, 22, 59, tzinfo=UTC)
    assert [bar.arrived for bar in arrivals(desk.event.db, yesterday, desk.event.zone).bars] == [1]


@pytest.mark.parametrize(
    ("before", "after", "bars"),
    [
        ("2017-03-26T00:57:00+00:00", "2017-03-26T01:02:00+00:00", 2),  # 01:57 and, an hour of the clock later, 03:02
        ("2017-10-29T00:57:00+00:00", "2017-10-29T01:02:00+00:00", 2),  # 02:57 and 02:02 again
    ],
    ids=["spring", "autumn"],
)
def test_when_the_clocks_change_five_minutes_stay_five_minutes(desk: Desk, clock, before, after, bars):
    one, two = crowd(desk, 2)
    clock.set(before)
    desk.scan(one)
    clock.set(after)
    desk.scan(two)
    assert heights(desk) == [1] * bars
    assert len({bar.at for bar in seen(desk).bars}) == bars


def test_the_rate_looks_back_five_minutes_to_the_second(desk: Desk, clock):
    one, two, three = crowd(desk, 3)
    clock.set("2017-03-06T08:04:55+00:00")
    desk.scan(one)
    clock.set("2017-03-06T08:05:55+00:00")
    desk.scan(two)
    assert seen(desk).rate == 2
    clock.set("2017-03-06T08:09:59+00:00")
    assert seen(desk).rate == 2
    clock.set("2017-03-06T08:10:00+00:00")
    assert seen(desk).rate == 1
    desk.scan(three)
    clock.set("2017-03-06T08:15:10+00:00")
    assert seen(desk).rate == 0


def test_scans_from_a_paper_list_stand_where_they_were_made(desk: Desk, clock):
    one, two = crowd(desk, 2)
    clock.set("2017-03-06T09:00:00+00:00")
    desk.scan(one)
    desk.scan(two, at=datetime(2017, 3, 6, 8, 50, tzinfo=UTC))
    assert heights(desk) == [1, 0, 1]


def test_a_clock_that_was_put_back_loses_no_bar(desk: Desk, clock):
    desk.scan(*crowd(desk, 1))
    clock.advance(minutes=-20)
    assert [(bar.arrived, bar.present) for bar in seen(desk).bars] == [(1, False)]


def test_another_zone_and_edited_people_keep_the_file_true(desk: Desk, clock):
    one, two = crowd(desk, 2)
    clock.set("2017-03-06T22:30:00+00:00")
    desk.scan(one)
    clock.set("2017-03-06T23:30:00+00:00")
    desk.scan(two)
    assert heights(desk) == [1]
    people.edit(desk.event, two.id, roles=("press",))
    assert heights(desk) == [1]
    with desk.event.transact(Op.SETTINGS, "timezone") as tx:
        settings.put(tx, "timezone", "Asia/Kolkata")
    assert sum(heights(desk)) == 2
    assert desk.event.verify()["derived"] is True


def test_a_point_that_becomes_a_room_takes_its_arrivals_away(desk: Desk):
    (one,) = crowd(desk, 1)
    desk.scan(one)
    desk.change(desk.point, kind=PointKind.ROOM)
    assert seen(desk) == Arrivals()
    assert desk.event.verify()["derived"] is True


NOW = datetime(2017, 3, 6, 8, 41, 7, tzinfo=UTC)
MINUTES = 11
CASES = {
    "picture": (288, 130, MINUTES, "09:10"),
    "rounded up to five minutes": (1, 100, MINUTES, "08:45"),
    "a full five minutes stays": (10, 100, 38.8333333333, "08:45"),
    "nobody is missing": (0, 100, MINUTES, None),
    "more came than were expected": (-3, 100, MINUTES, None),
    "too few came": (50, 4, MINUTES, None),
    "just enough came": (50, 5, MINUTES, "10:35"),
    "watched too short": (50, 100, 4.9, None),
    "farther than three hours": (700, 5, MINUTES, None),
    "nobody comes any more": (50, 0, MINUTES, None),
}


@pytest.mark.parametrize(("still", "came", "during", "expected"), CASES.values(), ids=CASES.keys())
def test_when_all_will_be_in(still, came, during, expected):
    found = done_at(NOW, still=still, came=came, during=timedelta(minutes=during), zone=BERLIN)
    assert (found and found.strftime("%H:%M")) == expected


def test_there_is_no_forecast_beyond_midnight():
    late = datetime(2017, 3, 6, 22, 30, tzinfo=UTC)

    def done(still: int, zone: ZoneInfo) -> datetime | None:
        return done_at(late, still=still, came=10, during=timedelta(minutes=10), zone=zone)

    assert done(24, BERLIN) == datetime(2017, 3, 6, 22, 55, tzinfo=UTC)
    assert done(26, BERLIN) is None
    assert done(26, ZoneInfo("UTC")) == datetime(2017, 3, 6, 23, 0, tzinfo=UTC)


def test_the_forecast_goes_by_who_is_missing(desk: Desk, clock):
    guests = crowd(desk, 20)
    clock.set("2017-03-06T08:00:00+00:00")
    for guest in guests[:10]:
        desk.scan(guest)
    clock.set("2017-03-06T08:05:00+00:00")
    assert seen(desk).done_at == datetime(2017, 3, 6, 8, 10, tzinfo=UTC)
    people.cancel(desk.event, guests[-1].id)
    assert seen(desk).done_at == datetime(2017, 3, 6, 8, 10, tzinfo=UTC)
    for guest in guests[10:19]:
        desk.scan(guest)
    assert seen(desk).done_at is None


def test_five_minutes_begin_at_full_ones():
    assert slot_of(datetime(2017, 3, 6, 9, 44, 59, 999999, tzinfo=BERLIN)) == datetime(2017, 3, 6, 8, 40, tzinfo=UTC)


def test_the_rest_of_the_roles_counts_everybody_once(desk: Desk):
    both = desk.person("Elif Demirtaş", roles=("guest", "press"))
    desk.person("Jan Kowalski", roles=("press", "speaker"))
    desk.person("Ana Novak", roles=("speaker", "helper"))
    desk.person("Ohne Rolle")
    desk.scan(both)
    counts = desk.counts()
    assert counts.without(()) == Tally(inside=1, arrived=1, expected=4)
    assert counts.without(("guest",)) == Tally(inside=0, arrived=0, expected=3)
    assert counts.without(("guest", "press")) == Tally(expected=2)
    assert counts.without(("guest", "press", "")) == Tally(expected=1)
    assert counts.without(tuple(counts.by_role)) == Tally()
