"""Which session a door belongs to, for whom seats are kept, and who was there: the rules alone."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventdesk.panels.doors.attending import Attendance, Pass, attendances
from eventdesk.panels.doors.door import (
    Claim,
    Crowd,
    Sitting,
    free_at,
    is_nearly_full,
    kept_before,
    opened_at,
)

BERLIN = ZoneInfo("Europe/Berlin")
HOLDER, SPEAKER, GUEST = Claim(place=True), Claim(part=True), Claim()


def at(time: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-21T{time}")


def sitting(session: int, starts: str, ends: str, capacity: int | None = 10) -> Sitting:
    return Sitting(session, f"Forum {session}", at(starts), at(ends), capacity)


ONE, TWO, LATER = sitting(1, "11:00", "12:00"), sitting(2, "12:00", "13:00"), sitting(3, "14:00", "15:00")


@pytest.mark.parametrize(
    ("time", "session", "since"),
    [
        ("10:29", 0, ""),
        ("10:30", 1, "10:30"),
        ("11:49", 1, "10:30"),
        ("11:50", 2, "11:50"),
        ("12:59", 2, "11:50"),
        ("13:00", 0, ""),
        ("13:30", 3, "13:30"),
        ("15:00", 0, ""),
    ],
)
def test_a_door_opens_before_the_start_but_not_into_the_session_before(time: str, session: int, since: str):
    opened = opened_at([LATER, TWO, ONE], at(time))
    assert (opened.sitting.session if opened else 0) == session
    assert opened is None or opened.since == at(since)


def test_of_two_sessions_at_once_in_a_room_the_later_one_is_told():
    opened = opened_at([sitting(1, "11:00", "13:00"), sitting(2, "12:00", "12:30")], at("12:00"))
    assert opened is not None
    assert opened.sitting.session == 2


@pytest.mark.parametrize(
    ("claim", "time", "kept"),
    [
        (HOLDER, "10:50", 0),
        (SPEAKER, "10:50", 0),
        (GUEST, "11:14", 4 + 3),
        (GUEST, "11:15", 3),
        (GUEST, "11:20", 0),
        (Claim(number=2), "11:14", 4 + 1),
        (Claim(number=2), "11:15", 1),
        (Claim(number=1), "11:15", 0),
    ],
)
def test_seats_are_kept_for_those_who_go_first(claim: Claim, time: str, kept: int):
    assert kept_before(claim, Crowd(inside=5, missing=4, waiting=3), ONE, at(time)) == kept


def test_when_kept_seats_become_free():
    crowd = Crowd(inside=7, missing=3, waiting=3)
    assert free_at(GUEST, crowd, ONE, at("10:55")) == at("11:20")
    assert free_at(Claim(number=3), crowd, ONE, at("10:55")) == at("11:15")
    assert free_at(GUEST, Crowd(inside=10), ONE, at("10:55")) is None
    assert free_at(GUEST, crowd, ONE, at("11:30")) is None
    assert free_at(GUEST, crowd, sitting(1, "11:00", "12:00", None), at("10:55")) is None


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20), st.integers(0, 40), st.integers(0, 5))
def test_nobody_who_waits_comes_after_somebody_who_does_not(
    inside: int, missing: int, waiting: int, minutes: int, number: int
):
    crowd, now = Crowd(inside, missing, waiting), ONE.starts + timedelta(minutes=minutes - 15)
    on_list = Claim(number=min(number, waiting))
    kept = [kept_before(claim, crowd, ONE, now) for claim in (HOLDER, on_list, GUEST)]
    assert kept == sorted(kept)


@pytest.mark.parametrize(
    ("inside", "capacity", "warns"), [(107, 120, False), (108, 120, True), (9, 10, True), (5, None, False)]
)
def test_the_warning_comes_at_nine_of_ten(inside: int, capacity: int | None, warns: bool):
    assert is_nearly_full(inside, capacity) is warns


def passes(text: str) -> list[Pass]:
    """Read "7 in A 11:00, 7 out B 12:00" as passes; H is the house, A and A2 are doors of one room."""
    points = {"H": 0, "A": 1, "A2": 2, "B": 3}
    found = []
    for part in text.split(", "):
        person, way, point, time = part.split()
        utc = at(time) - timedelta(hours=1)
        found.append((int(person), points[point], way == "in", f"{utc:%Y-%m-%dT%H:%M:%S}.000Z"))
    return found


def was_there(
    text: str, expected: dict[int, frozenset[int]] | None = None, **counted: list[int]
) -> dict[int, Attendance]:
    rooms = [((1, 2), [ONE, TWO]), ((3,), [sitting(4, "11:00", "12:00")]), ((), [sitting(5, "11:00", "12:00")])]
    return attendances(rooms, passes(text) if text else [], expected or {}, {1: counted.get("one", [])}, BERLIN)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("7 in A 10:50, 7 out A 11:30", {1: 30}),
        ("7 in A 11:20", {1: 40}),
        ("7 in A 11:00, 7 out A2 11:15", {1: 15}),
        ("7 in A 11:00, 7 in A2 11:30, 7 out A 11:45", {1: 45}),
        ("7 in A 10:50, 7 in B 11:30", {1: 30, 4: 30}),
        ("7 in A 10:50, 7 out H 11:10", {1: 10}),
        ("7 in A 10:50, 7 out B 11:10", {1: 60}),
        ("7 in A 10:50, 7 out A 14:00", {1: 60}),
        ("7 in A 10:35, 7 out A 10:45", {1: 0}),
        ("7 in A 11:55", {2: 60}),
        ("7 out A 11:30", {}),
        ("7 in A 09:00", {}),
    ],
)
def test_minutes_of_one_person(text: str, minutes: dict[int, int]):
    found = was_there(text)
    assert {session: each.minutes[7] for session, each in found.items() if 7 in each.minutes} == minutes


def test_who_is_expected_and_not_seen_leaving_stays_for_the_next_session():
    found = was_there("7 in A 10:50, 8 in A 10:50, 9 in A 11:00, 9 out A 12:20", {2: frozenset({7, 9})})
    assert found[1].minutes == {7: 60, 8: 60, 9: 60}
    assert found[2].minutes == {7: 60, 9: 20}


def test_those_without_names_count_as_many_as_were_there_at_once():
    found = was_there("7 in A 11:00", one=[1, 1, 1, -1, 1])
    assert (found[1].counted, found[1].people, found[2].people, found[5].people) == (3, 4, 0, 0)
