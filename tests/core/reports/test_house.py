"""How long somebody was in the house."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.event import EventDetails
from eventdesk.reports.attendance.attended import DayThere
from eventdesk.reports.attendance.house import Seen, days_there, hours_of

NINE_TO_FIVE = hours_of(EventDetails(starts="2017-03-06T09:00", ends="2017-03-06T17:00"), ())


def seen(*scans: str) -> list[Seen]:
    """Read "09:10 in", "12:00 out" or "10:00 room"."""
    found = []
    for scan in scans:
        time, what = scan.split()
        found.append(Seen(datetime.fromisoformat(f"2017-03-06T{time}"), what != "out", what != "room"))
    return found


@pytest.mark.parametrize(
    ("scans", "told"),
    [
        (["09:10 in", "12:00 out"], ("09:10", "12:00", 170)),
        (["08:10 in", "12:00 out"], ("08:10", "12:00", 180)),
        (["09:10 in"], ("09:10", "", 470)),
        (["09:00 in", "12:00 out", "13:30 in", "18:00 out"], ("09:00", "18:00", 180 + 210)),
        (["09:00 in", "10:00 in", "11:00 out"], ("09:00", "11:00", 120)),
        (["09:00 in", "11:00 out", "12:00 out"], ("09:00", "11:00", 120)),
        (["10:00 room", "11:00 in", "12:00 out"], ("10:00", "12:00", 60)),
        (["10:00 room"], ("10:00", "", None)),
        (["17:30 in"], ("17:30", "", 0)),
    ],
)
def test_a_day(scans: list[str], told: tuple[str, str, int | None]):
    (day,) = days_there(seen(*scans), NINE_TO_FIVE)
    assert (day.came[11:], day.left[11:], day.minutes) == told


def test_an_exit_alone_is_no_day():
    assert days_there(seen("12:00 out"), NINE_TO_FIVE) == ()


def test_without_times_of_the_event_only_what_was_seen_counts():
    assert days_there(seen("09:00 in", "10:00 out", "11:00 in"), {}) == (
        DayThere("2017-03-06", "2017-03-06T09:00", "", 60),
    )
    assert days_there(seen("09:00 in"), {})[0].minutes is None


def test_hours_come_from_the_event_and_from_its_slots():
    details = EventDetails(starts="2017-03-06T09:00", ends="2017-03-07")
    slots = [("2017-03-06T10:00", "2017-03-06T18:00"), ("2017-03-07T09:30", "2017-03-07T12:00"), ("", "")]
    hours = hours_of(details, slots)
    assert {day: (begins.strftime("%H:%M"), ends.strftime("%H:%M")) for day, (begins, ends) in hours.items()} == {
        "2017-03-06": ("09:00", "18:00"),
        "2017-03-07": ("09:30", "12:00"),
    }


def test_an_event_whose_times_say_nothing_has_no_hours():
    assert hours_of(EventDetails(starts="2017-03-06", ends="bald"), ()) == {}


NINE = datetime.fromisoformat("2017-03-06T09:00")
MINUTES = st.integers(6 * 60, 22 * 60)


@given(st.lists(st.tuples(MINUTES, st.booleans()), max_size=12))
def test_nobody_is_there_longer_than_the_day_or_before_they_came(scans: list[tuple[int, bool]]):
    ordered = [Seen(NINE + timedelta(minutes=minute - 540), inwards, True) for minute, inwards in sorted(scans)]
    minute_by_minute = 0
    inside, left = False, list(ordered)
    for minute in range(6 * 60, 17 * 60):
        while left and (left[0].at.hour * 60 + left[0].at.minute) <= minute:
            inside = left.pop(0).inwards
        minute_by_minute += inside and minute >= 9 * 60
    days = days_there(ordered, NINE_TO_FIVE)
    assert sum(day.minutes or 0 for day in days) == minute_by_minute
